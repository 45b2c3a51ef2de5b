package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.trading.ExecutionExceptions.Resolution;
import org.driftgate.trading.ExecutionExceptions.Resolution.AmendedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what is not filled and not working into a new version of the person who amends. Lines that are not mentioned keep
 * their remaining quantity, a quantity of zero leaves a line out.
 */
@Component
class AmendOrders {

    private final Proposals proposals;
    private final ChangeProposal change;

    AmendOrders(Proposals proposals, ChangeProposal change) {
        this.proposals = proposals;
        this.change = change;
    }

    List<String> problems(CaseId about, Trouble trouble, Resolution resolution) {
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty()) return List.of("The case has no proposal to amend.");
        var problems = new ArrayList<String>();
        for (AmendedLine line : resolution.lines())
            problem(current.get(), trouble, line).ifPresent(problems::add);
        if (!problems.isEmpty()) return problems;
        return change.problems(about, trades(current.get(), trouble, resolution));
    }

    void version(CaseId about, Trouble trouble, Resolution resolution, PersonId editor) {
        ProposalVersion current = proposals.current(about).orElseThrow();
        change.replace(about, trades(current, trouble, resolution), editor, resolution.reason());
    }

    private static Optional<String> problem(ProposalVersion current, Trouble trouble, AmendedLine amended) {
        Optional<Trade> trade = current.trades().stream()
                .filter(one -> one.line() == amended.line())
                .findFirst();
        if (trade.isEmpty()) return Optional.of("Line %d does not exist.".formatted(amended.line()));
        Quantity remaining = remaining(trade.get(), orders(current, trouble));
        if (remaining.isZero()) return Optional.of("Line %d is filled or working.".formatted(amended.line()));
        if (!amended.quantity().isWhole())
            return Optional.of("Line %d: %s shares are not whole.".formatted(amended.line(), amended.quantity()));
        if (trade.get().side() == Side.SELL && amended.quantity().compareTo(remaining) > 0)
            return Optional.of("Line %d: the approved lots hold %s more shares, not %s."
                    .formatted(amended.line(), remaining, amended.quantity()));
        return Optional.empty();
    }

    private static List<Trade> trades(ProposalVersion current, Trouble trouble, Resolution resolution) {
        Map<Integer, Order> orders = orders(current, trouble);
        Map<Integer, Quantity> amended = resolution.lines().stream()
                .collect(Collectors.toMap(AmendedLine::line, AmendedLine::quantity, (first, second) -> second));
        var trades = new ArrayList<Trade>();
        for (Trade trade : current.trades()) {
            Quantity remaining = remaining(trade, orders);
            Quantity quantity = remaining.isZero() ? remaining : amended.getOrDefault(trade.line(), remaining);
            if (!quantity.isZero()) trades.add(resized(trade, quantity, orders.get(trade.line())));
        }
        return trades;
    }

    private static Map<Integer, Order> orders(ProposalVersion current, Trouble trouble) {
        return trouble.orders().stream()
                .filter(order -> order.intent().version().equals(current.id()))
                .collect(Collectors.toMap(order -> order.intent().line(), Function.identity()));
    }

    private static Quantity remaining(Trade trade, Map<Integer, Order> orders) {
        Order order = orders.get(trade.line());
        if (order == null) return trade.quantity();
        boolean mayStillTrade = order.needsDecision() || order.mayBeSent();
        return mayStillTrade ? order.remaining() : Quantity.ZERO;
    }

    private static Trade resized(Trade trade, Quantity quantity, @Nullable Order order) {
        List<LotSale> lots = order == null ? trade.lots() : order.intent().lots();
        Quantity sold = order == null ? Quantity.ZERO : order.progress().filled();
        return new Trade(
                trade.line(),
                trade.account(),
                trade.side(),
                trade.symbol(),
                quantity,
                trade.estimatedPrice(),
                trade.limit(),
                Ticket.part(lots, sold, quantity),
                trade.reasons());
    }
}
