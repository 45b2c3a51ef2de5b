package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ChangeJudgement.Judgement;
import org.driftgate.review.TaxReviews.LotChoice;
import org.springframework.stereotype.Component;

/** Says what becomes of a version when a tax reviewer chooses these lots, without writing anything. */
@Component
class WeighLots {

    private final Assess assess;
    private final LotSelections selections;
    private final Verdicts verdicts;
    private final StaleScreen staleScreen;
    private final ChangeProposal changes;
    private final ChangeJudgement judgement;

    WeighLots(
            Assess assess,
            LotSelections selections,
            Verdicts verdicts,
            StaleScreen staleScreen,
            ChangeProposal changes,
            ChangeJudgement judgement) {
        this.assess = assess;
        this.selections = selections;
        this.verdicts = verdicts;
        this.staleScreen = staleScreen;
        this.changes = changes;
        this.judgement = judgement;
    }

    sealed interface Weighed {

        record Moved(List<String> changes) implements Weighed {}

        record Refused(List<String> problems) implements Weighed {}

        /** Version and verdict stay as they are. */
        record Kept(List<Trade> trades) implements Weighed {}

        /** A new version for compliance. */
        record Anew(List<Trade> trades, boolean reduction, List<String> because) implements Weighed {}
    }

    Weighed of(ProposalVersion version, LotChoice choice) {
        List<String> moved = staleScreen.changes(version, choice.version(), choice.tradeHash());
        if (!moved.isEmpty()) return new Weighed.Moved(moved);
        if (verdicts.of(version.id())
                .filter(verdict -> verdict.approved() && !verdict.revoked())
                .isEmpty())
            return new Weighed.Refused(List.of("version %d is not approved".formatted(version.number())));
        var chosen = new ChosenLots(version, selections.inForce(version), choice);
        List<String> problems = chosen.problems();
        if (!problems.isEmpty()) return new Weighed.Refused(problems);
        if (chosen.changesQuantities()) return anew(version, chosen.trades(), chosen.changedQuantities());
        return sameQuantities(version, chosen.trades());
    }

    private Weighed sameQuantities(ProposalVersion version, List<Trade> trades) {
        List<String> notPossible = changes.problems(version.about(), trades);
        if (!notPossible.isEmpty()) return new Weighed.Refused(notPossible);
        List<String> exceeded = ApprovedGain.exceeded(version, assess.of(version, trades));
        return exceeded.isEmpty() ? new Weighed.Kept(trades) : anew(version, trades, exceeded);
    }

    private Weighed anew(ProposalVersion version, List<Trade> trades, List<String> because) {
        Judgement judged = judgement.of(version, trades);
        if (judged instanceof Judgement.Impossible impossible) return new Weighed.Refused(impossible.problems());
        List<String> all = new ArrayList<>(because);
        if (judged instanceof Judgement.Change change) all.addAll(change.because());
        return new Weighed.Anew(trades, judged instanceof Judgement.Reduction, all);
    }
}
