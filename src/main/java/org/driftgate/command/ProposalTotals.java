package org.driftgate.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.driftgate.adapter.book.HouseholdBook;
import org.driftgate.drift.DriftReport;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;

/** Adds up what a run proposes. */
final class ProposalTotals {

    private static final BigDecimal TWO = new BigDecimal("2");

    private final Map<Status, Integer> households = new EnumMap<>(Status.class);
    private long trades;
    private long lotSales;
    private BigDecimal tax = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal traded = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private double objective;
    private double bound;
    private double greedy;

    void add(ProposalRows rows) {
        ProposedHousehold proposed = rows.proposed();
        households.merge(proposed.status(), 1, Integer::sum);
        trades += rows.trades().size();
        lotSales += rows.lotSales().size();
        DriftReport drift = proposed.drift();
        if (drift != null) value = value.add(drift.value().amount());
        Rebalancing solved = proposed.rebalancing();
        if (solved == null || proposed.status() != Status.OK) return;
        for (ProposedTrade trade : solved.trades()) traded = traded.add(trade.amount());
        tax = tax.add(solved.nettedTax());
        cost = cost.add(solved.cost());
        if (!Double.isFinite(solved.bound())) return;
        objective += solved.objective();
        bound += solved.bound();
        greedy += solved.greedyObjective();
    }

    /** Half of what is bought and sold, of the value of every household that could be measured. */
    private String turnover() {
        BigDecimal turnover = traded.divide(TWO, 2, RoundingMode.HALF_EVEN);
        BigDecimal percent = value.signum() == 0
                ? BigDecimal.ZERO
                : turnover.movePointRight(2).divide(value, 2, RoundingMode.HALF_EVEN);
        return "turnover $%s, %s %% of $%s".formatted(turnover, percent, value);
    }

    void print(HouseholdBook book, Path folder, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %d households, %d accounts, %d lots as of %s%n",
                folder,
                book.households(),
                book.accounts(),
                book.lots(),
                book.asOf());
        for (Status status : Status.values())
            out.printf(Locale.ROOT, "  %-10s %d%n", status, households.getOrDefault(status, 0));
        out.printf(Locale.ROOT, "trades %d, lot sales %d, tax $%s, cost $%s%n", trades, lotSales, tax, cost);
        out.println(turnover());
        out.printf(
                Locale.ROOT,
                "objective $%.2f, bound $%.2f, gap $%.2f; greedy $%.2f%n",
                objective,
                bound,
                objective - bound,
                greedy);
    }
}
