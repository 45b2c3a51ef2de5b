package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/** A promise that a household cannot keep: whose, by how much in dollars, and which constraint. */
public sealed interface Obstacle {

    /** In words, without a full stop. */
    String sentence();

    /** An account that cannot raise its need or keep its reserve; {@code remedy} says what could be sold. */
    record AccountShort(
            String account,
            BigDecimal need,
            BigDecimal missingNeed,
            BigDecimal reserve,
            BigDecimal missingReserve,
            String remedy)
            implements Obstacle {

        @Override
        public String sentence() {
            String ofNeed =
                    missingNeed.signum() == 0 ? "" : "%s of its %s need".formatted(text(missingNeed), text(need));
            String ofReserve = missingReserve.signum() == 0
                    ? ""
                    : "%s of its %s reserve".formatted(text(missingReserve), text(reserve));
            String and = ofNeed.isEmpty() || ofReserve.isEmpty() ? "" : " and ";
            return "%s lacks %s%s%s: %s".formatted(account, ofNeed, and, ofReserve, remedy);
        }
    }

    /** A cash call that its accounts cannot pay in full. */
    record CallUnpaid(
            String call,
            CashCall.Kind kind,
            List<String> accounts,
            BigDecimal amount,
            BigDecimal missing,
            String remedy)
            implements Obstacle {

        public CallUnpaid {
            accounts = List.copyOf(accounts);
        }

        @Override
        public String sentence() {
            String payers = accounts.isEmpty() ? "no account that can pay" : String.join(", ", accounts);
            return "The %s %s lacks %s of its %s from %s%s"
                    .formatted(kind.words, call, text(missing), text(amount), payers, remedy);
        }
    }

    /** Even the least gain of a tax unit that keeps every other promise breaks its budget. */
    record BudgetTooSmall(String unit, BigDecimal budget, BigDecimal least) implements Obstacle {

        @Override
        public String sentence() {
            return "Raising the cash realizes at least %s; the gains budget of %s leaves $%s"
                    .formatted(text(least), unit, budget.toPlainString());
        }
    }

    /** Even the least trading that keeps every other promise exceeds the turnover limit. */
    record TurnoverTooSmall(BigDecimal limit, BigDecimal least) implements Obstacle {

        @Override
        public String sentence() {
            return "Raising the cash turns over at least %s; the limit leaves %s".formatted(text(least), text(limit));
        }
    }

    /** A limit that the fractional plan keeps and whole shares or minimum trades cannot. */
    record LimitExceeded(String limit, BigDecimal most, BigDecimal reached) implements Obstacle {

        @Override
        public String sentence() {
            return "Whole shares and minimum trades bring the %s to %s; %s are left"
                    .formatted(limit, text(reached), text(most));
        }
    }

    /** A class or security that stays outside a hard band. */
    record OutsideBand(String name, BigDecimal outside) implements Obstacle {

        @Override
        public String sentence() {
            return "%s stays %s outside its band".formatted(name, text(outside));
        }
    }

    private static String text(BigDecimal dollars) {
        return Cents.text(dollars.movePointRight(2).doubleValue());
    }
}
