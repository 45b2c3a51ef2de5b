package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.driftgate.proposal.ProposalAnalysis;
import org.driftgate.proposal.ProposalAnalysis.Figures;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.VersionId;
import org.driftgate.testing.ReviewFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalysisViewTest {

    private static final ProposalVersion VERSION = new ProposalVersion(
            VersionId.random(),
            new CaseId("R20261120-1.H1"),
            1,
            ProposalVersion.Kind.ORIGINAL,
            null,
            new PersonId("advisor01"),
            "Driftgate",
            SnapshotId.random(),
            ReviewFixtures.trades(),
            List.of(),
            2,
            "ab".repeat(32),
            Instant.EPOCH);

    @Test
    void saysHowGoodOurOwnProposalIs() {
        assertThat(sentence("OWN", figures("100.00", "100.00", "99.50", "150.00")))
                .isEqualTo(
                        "Better than the greedy answer by $50.00; given what it harvests, no plan can be better by more than $0.50.");
        assertThat(sentence("OWN", figures("162.00", "100.00", null, "100.40")))
                .isEqualTo(
                        "As good as the greedy answer. As orders, which cash covers even at their limits, "
                                + "it is $62.00 short of the plan, and $61.60 behind the greedy answer, which keeps no cash back.");
        assertThat(sentence("OWN", figures("112.00", "100.00", "99.50", "110.00")))
                .endsWith(
                        "it is $12.00 short of the plan, and $2.00 behind the greedy answer, which keeps no cash back.");
        assertThat(sentence("OWN", figures("162.00", "100.00", "99.50", "200.00")))
                .endsWith("it is $62.00 short of the plan.");
    }

    @Test
    void setsOrionsProposalBesideOurs() {
        assertThat(sentence("ORION", figures("130.00", "100.00", "99.50", "150.00")))
                .isEqualTo(
                        "Our engine's orders would be better by $25.00. "
                                + "Its plan is better than the greedy answer by $50.00; given what it harvests, no plan can be better by more than $0.50.");
        assertThat(sentence("ORION", figures("90.00", "100.00", "99.50", "150.00")))
                .startsWith("Better than our engine's orders by $15.00. ");
    }

    @Test
    void doesNotCompareWhatBreaksARuleOrHasNoMeasure() {
        Figures broken = new Figures(
                BigDecimal.TEN,
                null,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.TEN,
                false,
                true,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        assertThat(sentence("ORION", broken)).startsWith("Misses a need, a reserve or a hard band");
        ReviewView.Analysis none = AnalysisView.of(VERSION, analysis("ORION", null));
        assertThat(none.sentence()).isEqualTo("Not measured by the firm's policy: why.");
        assertThat(none.objective()).isNull();
        assertThat(none.driftBefore()).isEqualByComparingTo("12.35");
    }

    private static String sentence(String source, Figures figures) {
        return AnalysisView.of(VERSION, analysis(source, figures)).sentence();
    }

    /** Our engine's orders are five dollars short of its plan. */
    private static Figures figures(String objective, String plan, @Nullable String bound, String greedy) {
        BigDecimal ours = new BigDecimal(plan).add(new BigDecimal("5"));
        return new Figures(
                new BigDecimal(objective),
                ours,
                new BigDecimal(plan),
                bound == null ? null : new BigDecimal(bound),
                new BigDecimal(greedy),
                true,
                true,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static ProposalAnalysis analysis(String source, @Nullable Figures figures) {
        return new ProposalAnalysis(
                source,
                figures,
                BigDecimal.ZERO,
                new BigDecimal("0.1235"),
                new BigDecimal("0.05"),
                3,
                "ab".repeat(32),
                List.of("why"));
    }
}
