package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges where the orders of a case stand. */
@Component
public class AssessExecutions {

    private final OrderRows rows;
    private final OrderNews news;
    private final Gate gate;
    private final QuarantinedReports quarantined;
    private final DayEnd days;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssessExecutions(
            OrderRows rows,
            OrderNews news,
            Gate gate,
            QuarantinedReports quarantined,
            DayEnd days,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.news = news;
        this.gate = gate;
        this.quarantined = quarantined;
        this.days = days;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts the facts before it reads them: one that arrives in between is announced again, never missed. */
    @Transactional
    public Assessment forCase(CaseId about) {
        int facts = news.count(about);
        Assessment assessment = judge(about, rows.ofCase(about));
        jdbc.sql("""
                insert into driftgate.assessment (case_id, facts, result, at)
                values (:case, :facts, :result, :now)""")
                .param("case", about.value())
                .param("facts", facts)
                .param("result", assessment.name())
                .param("now", OrderWrites.utc(clock.instant()))
                .update();
        return assessment;
    }

    private Assessment judge(CaseId about, List<Order> orders) {
        if (orders.stream().anyMatch(Order::needsDecision)) return Assessment.REJECTED;
        if (hasNext(about, orders)) return Assessment.MORE_TO_SUBMIT;
        boolean contradicted = !quarantined.of(about).isEmpty();
        return orders.stream().filter(Order::isWorking).allMatch(order -> isStuck(order, contradicted))
                ? Assessment.DONE
                : Assessment.WORKING;
    }

    /** Its day is over and the custodian's last word does not fit: waiting brings nothing, reconciling shows it. */
    private boolean isStuck(Order order, boolean contradicted) {
        OrderProgress progress = order.progress();
        return (contradicted || progress.isReportedFilled())
                && progress.latestClaim().filter(days::isOver).isPresent();
    }

    /** What was not sent while the approval lived lapses with it; tomorrow's run looks at the household afresh. */
    private boolean hasNext(CaseId about, List<Order> orders) {
        return gate.approval(about)
                .filter(approval -> approval.expiresAt().isAfter(clock.instant()))
                .map(ApprovedVersion::version)
                .filter(version -> !new Sequence(orders, version.id()).next().isEmpty())
                .isPresent();
    }

    /** MORE_TO_SUBMIT: sells are done and buys are still to be sent. REJECTED: a person must look. */
    public enum Assessment {
        WORKING,
        MORE_TO_SUBMIT,
        REJECTED,
        DONE
    }
}
