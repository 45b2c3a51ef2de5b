package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.household.Household;
import org.driftgate.household.PortfolioSource;
import org.driftgate.household.Snapshots;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.CheckAgain;
import org.driftgate.review.Consequences;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Asks the portfolio source again and says what moved since the approved version was made, for lines still to be sent. */
@Component
class CompareWithSnapshot {

    private final PortfolioSource source;
    private final Snapshots snapshots;
    private final OrderRows rows;
    private final CheckAgain rules;
    private final TradingSettings settings;
    private final Clock clock;

    CompareWithSnapshot(
            PortfolioSource source,
            Snapshots snapshots,
            OrderRows rows,
            CheckAgain rules,
            TradingSettings settings,
            Clock clock) {
        this.source = source;
        this.snapshots = snapshots;
        this.rows = rows;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    FreshLook look(ApprovedVersion approval) {
        CaseId about = approval.version().about();
        Instant asked = clock.instant();
        PortfolioSource.Answer.Complete answer = fresh(about.household());
        Household now = household(answer, about.household());
        List<Order> orders = rows.ofCase(about);
        List<Trade> unsent = approval.version().trades().stream()
                .filter(trade -> !isSent(trade, approval, orders))
                .toList();
        var prices = new Prices(answer.book().securities(), settings);
        List<String> moves = new ArrayList<>(prices.moves(unsent, asked));
        moves.addAll(changes(approval, now, orders, unsent));
        Consequences consequences = null;
        if (moves.isEmpty() && orders.stream().noneMatch(CompareWithSnapshot::hasTraded)) {
            consequences = rules.on(approval, now, answer.book());
            moves.addAll(new ConsequenceMove(consequences, settings).sentences());
        }
        return new FreshLook(
                moves,
                answer.origin(),
                answer.hash(),
                asked,
                prices.oldest(unsent).orElse(asked),
                consequences);
    }

    private List<String> changes(ApprovedVersion approval, Household now, List<Order> orders, List<Trade> unsent) {
        Household before = snapshots.household(
                approval.version().snapshot(), approval.version().about().household());
        if (unsent.isEmpty()) return List.of();
        var comparison = new HouseholdComparison(before, now, orders);
        Set<AccountId> accounts = unsent.stream().map(Trade::account).collect(Collectors.toSet());
        List<String> changes = new ArrayList<>(comparison.changes());
        unsent.forEach(trade -> changes.addAll(comparison.moves(trade)));
        changes.addAll(new LotComparison(before, now, orders).changes(accounts));
        return changes.stream().distinct().toList();
    }

    /** Its own trades changed the household already, so that it cannot be held against its snapshot as a whole. */
    private static boolean hasTraded(Order order) {
        return order.isWorking() || !order.progress().filled().isZero();
    }

    private static boolean isSent(Trade trade, ApprovedVersion approval, List<Order> orders) {
        return orders.stream()
                .filter(order ->
                        order.intent().version().equals(approval.version().id()))
                .filter(order -> order.intent().line() == trade.line())
                .anyMatch(order -> !order.mayBeSent());
    }

    private PortfolioSource.Answer.Complete fresh(HouseholdId household) {
        PortfolioSource.Answer answer = source.collect(List.of(household));
        if (answer instanceof PortfolioSource.Answer.Complete complete) return complete;
        throw new SystemFault(
                "Portfolio source",
                "look at household %s again before release".formatted(household),
                "its answer is incomplete (%s); nothing was sent, a retry is safe"
                        .formatted(((PortfolioSource.Answer.Incomplete) answer).problems()));
    }

    private static Household household(PortfolioSource.Answer.Complete answer, HouseholdId id) {
        return answer.book().households().stream()
                .filter(household -> household.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SystemFault(
                        "Portfolio source",
                        "look at household %s again before release".formatted(id),
                        "it does not report the household any more; nothing was sent"));
    }
}
