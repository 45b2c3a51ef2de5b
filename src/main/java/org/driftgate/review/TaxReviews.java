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
import org.driftgate.review.WeighLots.Weighed;
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
    private final WeighLots weigh;
    private final ChangeProposal changes;
    private final CheckPreTradeRules check;
    private final TaxReviewViews views;
    private final AuditLog audit;

    TaxReviews(
            Proposals proposals,
            Assess assess,
            LotSelections selections,
            Verdicts verdicts,
            WeighLots weigh,
            ChangeProposal changes,
            CheckPreTradeRules check,
            TaxReviewViews views,
            AuditLog audit) {
        this.proposals = proposals;
        this.assess = assess;
        this.selections = selections;
        this.verdicts = verdicts;
        this.weigh = weigh;
        this.changes = changes;
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
        Weighed weighed = weigh.of(version, choice);
        if (weighed instanceof Weighed.Moved moved) return new Outcome.Moved(moved.changes());
        if (weighed instanceof Weighed.Refused refused) return new Outcome.Refused(refused.problems());
        if (weighed instanceof Weighed.Anew anew) return newVersion(version, anew, choice, reviewer);
        return keep(version, LotHash.lotsOf(((Weighed.Kept) weighed).trades()), choice, reviewer);
    }

    /** What the same choice would lead to, without recording anything. */
    @Transactional(readOnly = true)
    public LotPreview preview(CaseId about, LotChoice choice) {
        ProposalVersion version = current(about);
        Weighed weighed = weigh.of(version, choice);
        if (weighed instanceof Weighed.Moved moved) return new LotPreview.Moved(moved.changes());
        if (weighed instanceof Weighed.Refused refused) return new LotPreview.Refused(refused.problems());
        if (weighed instanceof Weighed.Anew anew) return shown(version, anew.trades(), true, anew.because());
        return shown(version, ((Weighed.Kept) weighed).trades(), false, List.of());
    }

    private LotPreview shown(ProposalVersion version, List<Trade> trades, boolean anew, List<String> because) {
        Assessment inForce = assess.of(version, selections.inForce(version));
        Assessment chosen = assess.of(version, trades);
        return new LotPreview.Shown(
                version.number(),
                version.tradeHash(),
                inForce.estimatedTax().amount(),
                chosen.estimatedTax().amount(),
                TaxView.units(inForce),
                TaxView.units(chosen),
                chosen.washSales().stream()
                        .map(wash -> "lot %s: %s".formatted(wash.lot(), LotView.hint(wash)))
                        .toList(),
                anew,
                because);
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

    private Outcome newVersion(ProposalVersion version, Weighed.Anew anew, LotChoice choice, PersonId reviewer) {
        String reason = choice.note().isBlank()
                ? "Changed in tax review."
                : choice.note().strip();
        if (anew.reduction()) changes.reduce(version.about(), anew.trades(), reviewer, reason);
        else changes.replace(version.about(), anew.trades(), reviewer, reason);
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
