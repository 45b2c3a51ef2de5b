package org.driftgate.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.driftgate.household.Household;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** A reviewer's decisions on lines: what is wrong with them, and the trades that they lead to. */
final class LineEdits {

    private final ProposalVersion version;
    private final Household household;
    private final ApprovalMode mode;
    private final List<LineDecision> lines;

    LineEdits(ProposalVersion version, Household household, ApprovalMode mode, List<LineDecision> lines) {
        this.version = version;
        this.household = household;
        this.mode = mode;
        this.lines = lines;
    }

    /** Firms that approve trade by trade want a decision on each line. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<Integer> decided = new HashSet<>();
        for (LineDecision decision : lines) {
            if (!decided.add(decision.line())) problems.add("line %d is decided twice".formatted(decision.line()));
            problem(decision).ifPresent(problems::add);
        }
        if (mode == ApprovalMode.TRADE)
            version.trades().stream()
                    .filter(trade -> !decided.contains(trade.line()))
                    .map(trade -> "line %d has no decision; this household is approved trade by trade"
                            .formatted(trade.line()))
                    .forEach(problems::add);
        return problems;
    }

    boolean changeSomething() {
        return lines.stream().anyMatch(this::changes);
    }

    List<Trade> trades() {
        return version.trades().stream()
                .flatMap(trade -> edited(trade).stream())
                .toList();
    }

    private Optional<Trade> edited(Trade trade) {
        Optional<LineDecision> change = lines.stream()
                .filter(line -> line.line() == trade.line())
                .filter(this::changes)
                .findFirst();
        if (change.isEmpty()) return Optional.of(trade);
        Quantity quantity = change.get().quantity();
        if (change.get().action() == Action.EXCLUDE || quantity == null) return Optional.empty();
        return Optional.of(TradeResize.to(trade, quantity, household, reason(change.get(), trade)));
    }

    private boolean changes(LineDecision decision) {
        return switch (decision.action()) {
            case KEEP -> false;
            case EXCLUDE -> true;
            case CHANGE ->
                find(decision.line())
                        .filter(trade -> trade.quantity().equals(decision.quantity()))
                        .isEmpty();
        };
    }

    private Optional<String> problem(LineDecision decision) {
        if (find(decision.line()).isEmpty())
            return Optional.of("version %d has no line %d".formatted(version.number(), decision.line()));
        if (decision.action() == Action.EXCLUDE && isBlank(decision.reason()))
            return Optional.of("line %d is excluded without a reason".formatted(decision.line()));
        if (decision.action() != Action.CHANGE) return Optional.empty();
        Quantity quantity = decision.quantity();
        if (quantity == null || quantity.isZero() || !quantity.isWhole())
            return Optional.of("line %d needs a whole number of shares above zero; exclude it otherwise"
                    .formatted(decision.line()));
        return Optional.empty();
    }

    private Optional<Trade> find(int line) {
        return version.trades().stream().filter(trade -> trade.line() == line).findFirst();
    }

    private static Reason reason(LineDecision decision, Trade trade) {
        String given = decision.reason();
        return new Reason(
                "REVIEWER_CHANGE",
                isBlank(given) || given == null
                        ? "The reviewer changed %s to %s shares.".formatted(trade.quantity(), decision.quantity())
                        : given.strip());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
