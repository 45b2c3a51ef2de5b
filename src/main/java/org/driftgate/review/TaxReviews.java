package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.LotHash;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tax reviewer's part: which lots an approved sale relieves. */
@Component
@Transactional
public class TaxReviews {

    private final Proposals proposals;
    private final Assess assess;
    private final LotSelections selections;
    private final Verdicts verdicts;
    private final StaleScreen staleScreen;
    private final ChangeProposal changes;
    private final ChangeJudgement judgement;
    private final CheckPreTradeRules check;
    private final TaxReviewViews views;
    private final AuditLog audit;

    TaxReviews(
            Proposals proposals,
            Assess assess,
            LotSelections selections,
            Verdicts verdicts,
            StaleScreen staleScreen,
            ChangeProposal changes,
            ChangeJudgement judgement,
            CheckPreTradeRules check,
            TaxReviewViews views,
            AuditLog audit) {
        this.proposals = proposals;
        this.assess = assess;
        this.selections = selections;
        this.verdicts = verdicts;
        this.staleScreen = staleScreen;
        this.changes = changes;
        this.judgement = judgement;
        this.check = check;
        this.views = views;
        this.audit = audit;
    }

    /** The lots of every sale, those chosen and those available, with the netted effect per tax unit. */
    @Transactional(readOnly = true)
    public TaxReviewView view(CaseId about) {
        ProposalVersion version = current(about);
        Map<Integer, List<LotSale>> lots = selections.inForce(version);
        return views.of(version, lots, assess.of(version, lots));
    }

    /**
     * Other lots leave version and verdict as they are; another quantity, or more gain than was approved, is a new version
     * for compliance.
     */
    public Outcome choose(CaseId about, LotChoice choice, PersonId reviewer) {
        verdicts.lock(about);
        ProposalVersion version = current(about);
        List<String> moved = staleScreen.changes(version, choice.version(), choice.tradeHash());
        if (!moved.isEmpty()) return new Outcome.Moved(moved);
        if (verdicts.of(version.id())
                .filter(verdict -> verdict.approved() && !verdict.revoked())
                .isEmpty())
            return new Outcome.Refused(List.of("version %d is not approved".formatted(version.number())));
        var chosen = new ChosenLots(version, selections.inForce(version), choice);
        List<String> problems = chosen.problems();
        if (!problems.isEmpty()) return new Outcome.Refused(problems);
        List<Trade> trades = chosen.trades();
        if (chosen.changesQuantities()) return newVersion(version, trades, choice, reviewer);
        List<String> notPossible = changes.problems(about, trades);
        if (!notPossible.isEmpty()) return new Outcome.Refused(notPossible);
        if (ApprovedGain.isExceeded(version, assess.of(version, trades)))
            return newVersion(version, trades, choice, reviewer);
        return keep(version, LotHash.lotsOf(trades), choice, reviewer);
    }

    private Outcome keep(
            ProposalVersion version, Map<Integer, List<LotSale>> lots, LotChoice choice, PersonId reviewer) {
        String before = LotHash.of(version.tradeHash(), selections.inForce(version));
        String after = selections.keep(version, lots, reviewer, choice.note());
        audit.append(AuditEntry.ofCase(
                        AuditEvent.LOTS_CHOSEN,
                        version.about(),
                        Map.of(
                                "version", version.number(),
                                "tradeHash", version.tradeHash(),
                                "lotHashBefore", before,
                                "lotHash", after,
                                "lots", ChosenLots.text(lots),
                                "note", choice.note()))
                .by(reviewer));
        return new Outcome.Recorded(false);
    }

    private Outcome newVersion(ProposalVersion version, List<Trade> trades, LotChoice choice, PersonId reviewer) {
        ChangeJudgement.Judgement judged = judgement.of(version, trades);
        if (judged instanceof ChangeJudgement.Judgement.Impossible impossible)
            return new Outcome.Refused(impossible.problems());
        String reason = choice.note().isBlank()
                ? "Changed in tax review."
                : choice.note().strip();
        if (judged instanceof ChangeJudgement.Judgement.Reduction)
            changes.reduce(version.about(), trades, reviewer, reason);
        else changes.replace(version.about(), trades, reviewer, reason);
        check.forCase(version.about());
        return new Outcome.Recorded(true);
    }

    private ProposalVersion current(CaseId about) {
        return proposals
                .current(about)
                .orElseThrow(() -> new IllegalArgumentException("case %s has no proposal yet".formatted(about)));
    }

    /** Per sale the ordered lots; another quantity or more gain than approved sends the case back to compliance. */
    public record LotChoice(int version, String tradeHash, List<SaleChoice> sales, String note) {

        public record SaleChoice(int line, Quantity quantity, List<LotSale> lots) {}
    }

    public record TaxReviewView(
            String caseId,
            String householdName,
            int version,
            String tradeHash,
            String lotHash,
            BigDecimal estimatedTax,
            List<ReviewView.TaxUnitView> tax,
            List<Sale> sales) {

        /** Lots of the position in this account: chosen ones carry their quantity, the others zero. */
        public record Sale(
                int line,
                String account,
                String registration,
                String symbol,
                BigDecimal quantity,
                BigDecimal price,
                List<ReviewView.LotLine> lots) {}
    }

    public sealed interface Outcome {

        /** {@code quantitiesChanged}: what was approved no longer holds; a new version waits for compliance. */
        record Recorded(boolean quantitiesChanged) implements Outcome {}

        record Moved(List<String> changes) implements Outcome {}

        record Refused(List<String> problems) implements Outcome {}
    }
}
