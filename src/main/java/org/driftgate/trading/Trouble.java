package org.driftgate.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.shared.Price;

/** The orders of a case that a person must decide about, or the reason why none were sent, in words and codes. */
record Trouble(List<Order> orders, Optional<String> refusedSubmission) {

    List<Order> undecided() {
        return orders.stream().filter(Order::needsDecision).toList();
    }

    boolean isDoubtful() {
        return undecided().stream().anyMatch(order -> order.state() == Orders.State.UNKNOWN);
    }

    boolean isNone() {
        return undecided().isEmpty() && refusedSubmission.isEmpty();
    }

    String sentence() {
        String sentence = Stream.concat(
                        undecided().stream().map(Trouble::sentence),
                        refusedSubmission.map(reason -> "Nothing was sent: " + reason).stream())
                .collect(Collectors.joining(" "));
        return sentence.isEmpty() ? "No order of this case needs a decision." : sentence;
    }

    private static String sentence(Order order) {
        Order.Intent intent = order.intent();
        String what = "%s %s %s in account %s (line %d)"
                .formatted(intent.side(), intent.quantity(), intent.symbol(), intent.account(), intent.line());
        String why = order.progress().refusal().map(Trouble::words).orElse("no reason was given");
        return switch (order.state()) {
            case UNKNOWN ->
                "%s is in doubt: it may or may not have reached %s; %s.".formatted(what, intent.custodian(), why);
            case CANCELLED ->
                "%s was cancelled at %s after %s shares: %s."
                        .formatted(what, intent.custodian(), order.progress().filled(), why);
            default -> "%s was rejected: %s.".formatted(what, why);
        };
    }

    private static String words(OrderProgress.Refusal refusal) {
        return Stream.of(refusal.code(), refusal.message())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" – "));
    }

    List<ExceptionView.OrderLine> lines() {
        return orders.stream().map(Trouble::line).toList();
    }

    private static ExceptionView.OrderLine line(Order order) {
        Order.Intent intent = order.intent();
        Optional<OrderProgress.Refusal> refusal = order.progress().refusal();
        return new ExceptionView.OrderLine(
                intent.line(),
                intent.id().toString(),
                intent.account().value(),
                intent.side().name(),
                intent.symbol().value(),
                plain(intent.quantity().shares()),
                plain(order.progress().filled().shares()),
                order.progress().averagePrice().map(Price::dollars).orElse(null),
                order.state().name(),
                order.progress().reference().orElse(null),
                refusal.map(OrderProgress.Refusal::code).orElse(null),
                refusal.map(OrderProgress.Refusal::message).orElse(null),
                order.needsDecision());
    }

    private static BigDecimal plain(BigDecimal shares) {
        return shares.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(shares.stripTrailingZeros().toPlainString());
    }

    /** An order in doubt may be working at the custodian: only what cannot double it is safe. */
    List<ExceptionView.SafeAction> actions() {
        String doubt = isDoubtful()
                ? "An order is in doubt. Look for it on the custodian's site and record what you did there; sending"
                        + " another is safe only when a look-up after the close proves that it does not exist."
                : "";
        boolean safe = doubt.isEmpty();
        boolean amendable = safe && !undecided().isEmpty();
        return List.of(
                action(
                        ExecutionExceptions.Action.RETRY,
                        safe,
                        safe ? "Checks everything again and sends the rest." : doubt),
                action(
                        ExecutionExceptions.Action.AMEND,
                        amendable,
                        amendable
                                ? "Makes a new version of what is not filled; it goes back to compliance."
                                : safe ? "There is no order to amend." : doubt),
                action(ExecutionExceptions.Action.CANCEL, safe, safe ? "Sends these orders no more." : doubt),
                action(
                        ExecutionExceptions.Action.BY_HAND,
                        !undecided().isEmpty(),
                        "You dealt with it on the custodian's own site; its reference is required."));
    }

    private static ExceptionView.SafeAction action(ExecutionExceptions.Action action, boolean allowed, String note) {
        return new ExceptionView.SafeAction(action.name(), allowed, note);
    }
}
