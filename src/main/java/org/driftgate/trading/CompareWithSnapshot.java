package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.PortfolioSource;
import org.driftgate.household.Snapshots;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ApprovedVersion;
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
    private final TradingSettings settings;

    CompareWithSnapshot(PortfolioSource source, Snapshots snapshots, OrderRows rows, TradingSettings settings) {
        this.source = source;
        this.snapshots = snapshots;
        this.rows = rows;
        this.settings = settings;
    }

    /** One sentence for each move; empty means that nothing of importance did. */
    List<String> moves(ApprovedVersion approval) {
        CaseId about = approval.version().about();
        Book fresh = fresh(about.household());
        Household before = snapshots.household(approval.version().snapshot(), about.household());
        Household now = household(fresh, about.household());
        List<Order> orders = rows.ofCase(about);
        var comparison = new HouseholdComparison(before, now, orders);
        var moves = new ArrayList<String>();
        for (Trade trade : approval.version().trades()) {
            if (isSent(trade, approval, orders)) continue;
            List<LotSale> lots = approval.lots().getOrDefault(trade.line(), trade.lots());
            moves.addAll(new PriceMove(fresh.securities(), settings).of(trade));
            moves.addAll(comparison.moves(trade, lots));
        }
        return moves.stream().distinct().toList();
    }

    private static boolean isSent(Trade trade, ApprovedVersion approval, List<Order> orders) {
        return orders.stream()
                .filter(order ->
                        order.intent().version().equals(approval.version().id()))
                .filter(order -> order.intent().line() == trade.line())
                .anyMatch(order -> !order.mayBeSent());
    }

    private Book fresh(HouseholdId household) {
        PortfolioSource.Answer answer = source.collect(List.of(household));
        if (answer instanceof PortfolioSource.Answer.Complete complete) return complete.book();
        throw new SystemFault(
                "Portfolio source",
                "look at household %s again before release".formatted(household),
                "its answer is incomplete (%s); nothing was sent, a retry is safe"
                        .formatted(((PortfolioSource.Answer.Incomplete) answer).problems()));
    }

    private static Household household(Book book, HouseholdId id) {
        return book.households().stream()
                .filter(household -> household.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SystemFault(
                        "Portfolio source",
                        "look at household %s again before release".formatted(id),
                        "it does not report the household any more; nothing was sent"));
    }
}
