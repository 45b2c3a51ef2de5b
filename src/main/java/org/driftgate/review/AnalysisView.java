package org.driftgate.review;

import java.math.BigDecimal;
import java.util.Locale;
import org.driftgate.proposal.ProposalAnalysis;
import org.driftgate.proposal.ProposalAnalysis.Figures;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.Money;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/** How good a proposal is by the firm's own objective, in one sentence and in figures. */
final class AnalysisView {

    /** Whole shares and kept-back cash nearly always cost a few dollars. */
    private static final BigDecimal WORTH_SAYING = new BigDecimal("50");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private AnalysisView() {}

    static ReviewView.Analysis of(ProposalVersion original, ProposalAnalysis analysis) {
        Figures figures = analysis.figures();
        return new ReviewView.Analysis(
                original.number(),
                analysis.source(),
                figures == null ? unmeasured(analysis) : sentence(analysis.source(), figures),
                figures == null ? null : figures.objective(),
                figures == null ? null : figures.ownObjective(),
                figures == null ? null : figures.planObjective(),
                figures == null ? null : figures.bound(),
                figures == null ? null : figures.gap(),
                figures == null ? null : figures.greedyObjective(),
                figures == null ? null : figures.marginalTax(),
                figures == null ? null : figures.cost(),
                analysis.nettedTax(),
                percent(analysis.driftBefore()),
                percent(analysis.driftAfter()),
                analysis.millis(),
                analysis.policyHash(),
                analysis.flags());
    }

    private static String unmeasured(ProposalAnalysis analysis) {
        return "Not measured by the firm's policy: %s.".formatted(String.join("; ", analysis.flags()));
    }

    private static String sentence(String source, Figures figures) {
        boolean own = source.equals("OWN");
        if (!figures.keepsRules())
            return "Misses a need, a reserve or a hard band of the firm's policy, or sells a loss that a wash sale disallows.";
        return (own ? "" : besideOurs(figures)) + greedy(own, figures) + bound(figures.gap()) + keptBack(own, figures);
    }

    /** Better than ours is only what is outside a limit of the policy, such as the gains budget. */
    private static String besideOurs(Figures figures) {
        BigDecimal ours = figures.ownObjective();
        if (ours == null) return "Our engine would not trade. ";
        BigDecimal worse = figures.objective().subtract(ours);
        return switch (worse.signum()) {
            case 0 -> "As good as our engine's orders. ";
            case 1 -> "Our engine's orders would be better by %s. ".formatted(dollars(worse));
            default -> "Better than our engine's orders by %s. ".formatted(dollars(worse.negate()));
        };
    }

    private static String greedy(boolean own, Figures figures) {
        if (!figures.greedyKeepsRules()) return "The greedy answer would break a rule";
        BigDecimal better = figures.greedyObjective().subtract(figures.planObjective());
        String whose = own ? "" : "Its plan is ";
        String text = whose + compared(better);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The greedy answer trades fractions of shares, ours does not. */
    private static String compared(BigDecimal better) {
        if (better.abs().compareTo(BigDecimal.ONE) < 0) return "as good as the greedy answer";
        return better.signum() > 0
                ? "better than the greedy answer by " + dollars(better)
                : "worse than the greedy answer by " + dollars(better.negate());
    }

    /** What it costs that the cash covers buys at their limits; said when it is much, or more than the plan is better by. */
    private static String keptBack(boolean own, Figures figures) {
        BigDecimal costs = figures.objective().subtract(figures.planObjective());
        BigDecimal behind = figures.objective().subtract(figures.greedyObjective());
        boolean isBehind = figures.greedyKeepsRules() && behind.compareTo(BigDecimal.ONE) >= 0;
        if (!own || (costs.compareTo(WORTH_SAYING) <= 0 && !isBehind)) return "";
        return " As orders, which cash covers even at their limits, it is %s short of the plan%s."
                .formatted(
                        dollars(costs),
                        isBehind
                                ? ", and %s behind the greedy answer, which keeps no cash back"
                                        .formatted(dollars(behind))
                                : "");
    }

    private static String bound(@Nullable BigDecimal gap) {
        if (gap == null) return ".";
        return gap.compareTo(CENT) <= 0
                ? "; given what it harvests, no plan can be better by more than a cent."
                : "; given what it harvests, no plan can be better by more than %s.".formatted(dollars(gap));
    }

    private static String dollars(BigDecimal amount) {
        return Dollars.of(Money.usd(amount));
    }

    private static BigDecimal percent(BigDecimal fraction) {
        return new BigDecimal(new Weight(fraction).inPercent());
    }
}
