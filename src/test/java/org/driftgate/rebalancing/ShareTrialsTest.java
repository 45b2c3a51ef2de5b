package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;

/** Whole shares where single steps and exchanges end too early, against every combination of shares. */
class ShareTrialsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private final List<TradedAccount> accounts = new ArrayList<>();
    private final List<TradedSecurity> securities = new ArrayList<>();
    private final List<ClassTarget> classes = new ArrayList<>();

    /** Two shares of the dear one leave the budget too little for the other; one share and all of the other sell more. */
    @Test
    void sharesABudgetBetweenTwoSecurities() {
        securities.add(security("DEAR", "5000"));
        securities.add(security("OTHER", "900"));
        securities.add(security("WANTED", "100"));
        accounts.add(account("T", "0", "0", lot("d", "DEAR", "40", "4000"), lot("o", "OTHER", "50", "22500")));
        Rebalancing answer = Rebalancer.rebalance(request("30000"));
        double most = 0;
        for (int dear = 0; dear <= 40; dear++)
            for (int other = 0; other <= 50; other++)
                if (4_900 * dear + 450 * other <= 30_000) most = Math.max(most, 5_000 * dear + 900 * other);
        assertThat(sold(answer)).isEqualByComparingTo(BigDecimal.valueOf(most));
    }

    /**
     * H001360 of the book of 10,000: 67 dollars are missing that only frozen losses can raise, in shares of 96, 168 and 188
     * dollars. No combination of whole shares sells less of them than the hundred dollars that ours sells.
     */
    @Test
    void sellsNoMoreFrozenLossThanSharesMake() {
        securities.add(security("GLD", "167.91"));
        securities.add(security("IEF", "95.71"));
        securities.add(security("VTI", "188.22"));
        accounts.add(account(
                "T",
                "488.34",
                "6610.70",
                lot("g", "GLD", "11.402432", "1000"),
                lot("gl", "GLD", "1", "200"),
                lot("il", "IEF", "127.968", "20000"),
                lot("v", "VTI", "22", "2000"),
                lot("vl", "VTI", "9", "3000")));
        accounts.add(lately("GLD", "IEF", "VTI"));
        Rebalancing answer = Rebalancer.rebalance(request(null));
        double frozen = answer.lotSales().stream()
                .filter(sale -> sale.lot().endsWith("l"))
                .mapToDouble(sale -> sale.proceeds().doubleValue())
                .sum();
        assertThat(frozen).isBetween(leastFrozen() - 0.03, leastFrozen() + 0.03);
    }

    /** Of GLD all 12.402 shares may go, of VTI all 31; more than two of IEF are never needed. */
    private static double leastFrozen() {
        double least = Double.POSITIVE_INFINITY;
        for (int gold = 0; gold <= 13; gold++)
            for (int bonds = 0; bonds <= 60; bonds++)
                for (int stocks = 0; stocks <= 31; stocks++) {
                    double gld = Math.min(gold, 12.402432);
                    double raised = 167.91 * gld + 95.71 * bonds + 188.22 * stocks;
                    double frozen =
                            167.91 * Math.max(0, gld - 11.402432) + 95.71 * bonds + 188.22 * Math.max(0, stocks - 22);
                    if (raised >= 6610.70 - 488.34) least = Math.min(least, frozen);
                }
        return least;
    }

    private static BigDecimal sold(Rebalancing answer) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .map(ProposedTrade::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Shares bought this month where nothing trades: losses in them are frozen. */
    private static TradedAccount lately(String... symbols) {
        List<TaxLot> lots = new ArrayList<>();
        for (String symbol : symbols)
            lots.add(new TaxLot(
                    "recent" + symbol, symbol, BigDecimal.ONE, BigDecimal.TEN, LocalDate.of(2026, 11, 10), null));
        return new TradedAccount(
                "AWAY", "u", false, false, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), lots);
    }

    private static TradedAccount account(String id, String cash, String need, TaxLot... lots) {
        return new TradedAccount(
                id,
                "u",
                true,
                true,
                new BigDecimal(cash),
                new BigDecimal(need),
                BigDecimal.ZERO,
                Map.of(),
                List.of(lots));
    }

    private static TaxLot lot(String id, String symbol, String shares, String basis) {
        return new TaxLot(id, symbol, new BigDecimal(shares), new BigDecimal(basis), LONG_AGO, null);
    }

    private TradedSecurity security(String symbol, String price) {
        String weight = symbol.equals("WANTED") ? "1" : "0";
        classes.add(new ClassTarget(
                symbol, null, new DriftTarget(new BigDecimal(weight), new BigDecimal(weight), new BigDecimal("0.15"))));
        return new TradedSecurity(
                symbol, symbol, new BigDecimal(price), null, true, false, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private RebalancingRequest request(String budget) {
        var unit = new TaxPosition(
                "u",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                budget == null ? null : new BigDecimal(budget));
        return new RebalancingRequest(
                "household",
                LocalDate.of(2026, 11, 20),
                accounts,
                securities,
                classes,
                null,
                List.of(unit),
                WashHistory.NONE,
                PolicyDraft.of(RebalancingPolicy.STANDARD).wholeShares(true).done());
    }
}
