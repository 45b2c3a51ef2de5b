package org.driftgate.notification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.drift.DriftLog;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.notification.Crm.Client;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.TaxReviews;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.ExecutionExceptions;
import org.driftgate.trading.Orders;
import org.driftgate.trading.RejectionRate;
import org.springframework.stereotype.Component;

/** Asks the other rooms. */
@Component
class CaseFactsOfRooms implements CaseFacts {

    private final Cases cases;
    private final Snapshots snapshots;
    private final DriftLog drift;
    private final Proposals proposals;
    private final Orders orders;
    private final ExecutionExceptions exceptions;
    private final MarketCalendar market;
    private final RejectionRate rejections;
    private final TaxReviews lots;

    CaseFactsOfRooms(
            Cases cases,
            Snapshots snapshots,
            DriftLog drift,
            Proposals proposals,
            Orders orders,
            ExecutionExceptions exceptions,
            MarketCalendar market,
            RejectionRate rejections,
            TaxReviews lots) {
        this.cases = cases;
        this.snapshots = snapshots;
        this.drift = drift;
        this.proposals = proposals;
        this.orders = orders;
        this.exceptions = exceptions;
        this.market = market;
        this.rejections = rejections;
        this.lots = lots;
    }

    @Override
    public ClientNoticeFacts of(CaseId about) {
        RebalancingCase rebalancing = cases.get(about);
        return new ClientNoticeFacts(
                about,
                rebalancing.adviser(),
                market.today(),
                household(rebalancing),
                snapshots.market(rebalancing.snapshot()),
                drift.of(about),
                new ExecutedTrades(
                        proposals.current(about).map(ProposalVersion::trades).orElse(List.of()), orders.ofCase(about)),
                soldAtALoss(about));
    }

    /** By the lots in force, of lines of which something was filled. */
    private Set<Symbol> soldAtALoss(CaseId about) {
        Set<Integer> filled = orders.ofCase(about).stream()
                .filter(order -> !order.filled().isZero())
                .map(Orders.OrderStatus::line)
                .collect(Collectors.toSet());
        return lots.view(about).sales().stream()
                .filter(sale -> filled.contains(sale.line()))
                .filter(sale -> Registration.valueOf(sale.registration()).gainsAreTaxable())
                .filter(sale -> sale.lots().stream().anyMatch(lot -> lot.gain().signum() < 0))
                .map(sale -> new Symbol(sale.symbol()))
                .collect(Collectors.toSet());
    }

    @Override
    public Client client(CaseId about) {
        Household household = household(cases.get(about));
        return new Client(
                household.id(),
                household.name(),
                household.accounts().stream().map(Account::id).toList());
    }

    @Override
    public DriftReport drift(CaseId about) {
        return drift.of(about);
    }

    @Override
    public ExceptionView exception(CaseId about) {
        return exceptions.view(about);
    }

    @Override
    public int filledOrders(CaseId about) {
        return (int) orders.ofCase(about).stream()
                .filter(order -> !order.filled().isZero())
                .count();
    }

    @Override
    public RejectionRate.Day rejectionsToday() {
        return rejections.today();
    }

    private Household household(RebalancingCase rebalancing) {
        return snapshots.household(rebalancing.snapshot(), rebalancing.id().household());
    }
}
