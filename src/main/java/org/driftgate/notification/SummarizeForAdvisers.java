package org.driftgate.notification;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEvent;
import org.driftgate.run.Cases;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RebalancingCase;
import org.driftgate.run.Runs;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends each adviser one summary of a run: done, open, not possible with reasons, link. */
@Component
public class SummarizeForAdvisers {

    private final Runs runs;
    private final Cases cases;
    private final ComposeSummary compose;
    private final InternalMail internal;

    SummarizeForAdvisers(Runs runs, Cases cases, ComposeSummary compose, InternalMail internal) {
        this.runs = runs;
        this.cases = cases;
        this.compose = compose;
        this.internal = internal;
    }

    @Transactional
    public void ofRun(RunId run) {
        List<HouseholdOutcome> outcomes = runs.outcomes(run);
        List<RebalancingCase> opened = cases.search(run, null);
        for (AdviserId adviser : advisers(outcomes, opened))
            send(
                    run,
                    adviser,
                    outcomes.stream()
                            .filter(outcome -> outcome.adviser().equals(adviser))
                            .toList(),
                    opened.stream().filter(one -> one.adviser().equals(adviser)).toList());
    }

    private void send(RunId run, AdviserId adviser, List<HouseholdOutcome> outcomes, List<RebalancingCase> opened) {
        AdviserSummary summary =
                compose.compose(run, adviser, internal.adviser(adviser).name(), outcomes, opened);
        Letter sent = internal.aboutRun(
                run, internal.adviser(adviser), MailKind.ADVISER_SUMMARY, "summary-" + adviser, summary);
        internal.record(AuditEvent.SUMMARY_SENT, sent);
    }

    private static Iterable<AdviserId> advisers(List<HouseholdOutcome> outcomes, List<RebalancingCase> opened) {
        return Stream.concat(
                        outcomes.stream().map(HouseholdOutcome::adviser),
                        opened.stream().map(RebalancingCase::adviser))
                .map(AdviserId::value)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream()
                .map(AdviserId::new)
                .toList();
    }
}
