package org.driftgate.trading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes one order of each line of the approved version, once; commits by itself, so that a claim can refer to it. */
@Component
class PlanOrders {

    private final Gate gate;
    private final Snapshots snapshots;
    private final OrderRows rows;
    private final OrderWrites writes;
    private final Submissions submissions;

    PlanOrders(Gate gate, Snapshots snapshots, OrderRows rows, OrderWrites writes, Submissions submissions) {
        this.gate = gate;
        this.snapshots = snapshots;
        this.rows = rows;
        this.writes = writes;
        this.submissions = submissions;
    }

    /** Empty, and kept as refused, when nothing is approved. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<PlannedCase> forCase(CaseId about) {
        Optional<ApprovedVersion> approval = gate.approval(about);
        if (approval.isEmpty())
            submissions.refuse(about, List.of("No standing approval of the newest version was found."));
        return approval.map(this::plan);
    }

    private PlannedCase plan(ApprovedVersion approval) {
        ProposalVersion version = approval.version();
        Household household =
                snapshots.household(version.snapshot(), version.about().household());
        for (Trade trade : version.trades())
            writes.plan(intent(approval, trade, household), approval.verdict(), approval.lotHash());
        return new PlannedCase(approval, household, rows.ofCase(version.about()));
    }

    private static Order.Intent intent(ApprovedVersion approval, Trade trade, Household household) {
        ProposalVersion version = approval.version();
        Account account = account(household, trade);
        List<LotSale> lots = approval.lots().getOrDefault(trade.line(), trade.lots());
        return new Order.Intent(
                idOf(version, trade.line()),
                version.about(),
                version.id(),
                version.tradeHash(),
                version.snapshot(),
                trade.line(),
                trade.account(),
                trade.side(),
                trade.symbol(),
                trade.quantity(),
                trade.limit(),
                lots,
                account.custodian().toLowerCase(Locale.ROOT),
                account.discretionary(),
                approval.recommendedBy(),
                approval.approvedBy());
    }

    private static Account account(Household household, Trade trade) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(trade.account()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("line %d trades account %s, which household %s does not have"
                                .formatted(trade.line(), trade.account(), household.id())));
    }

    /** Always the same for a line of a version, so that planning twice cannot make two orders. */
    static OrderId idOf(ProposalVersion version, int line) {
        String name = "driftgate:order:%s:%d".formatted(version.id(), line);
        return new OrderId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
