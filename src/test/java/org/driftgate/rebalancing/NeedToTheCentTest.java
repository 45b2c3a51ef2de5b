package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;

/** A need is covered by what tickets bring, to the cent, and its shortfall is said in a sentence. */
class NeedToTheCentTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    /** Four lots of $1.01 each go as one ticket of $4.03: a need of $4.04 takes another share. */
    @Test
    void raisesWhatLotsInCentsOverstate() {
        Rebalancing answer = Rebalancer.rebalance(household("4.04", true));
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.OK);
        assertThat(raised(answer)).isGreaterThanOrEqualTo(new BigDecimal("4.04"));
    }

    @Test
    void saysWhatAnAccountThatCannotTradeHolds() {
        Rebalancing answer = Rebalancer.rebalance(household("4.03", false));
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.reason())
                .contains("$100.00 of KEPT is in an account that cannot trade, its release would be enough")
                .contains("$4.04 of GONE is in an account that cannot trade, its release would be enough");
    }

    private static BigDecimal raised(Rebalancing answer) {
        return answer.trades().stream()
                .map(trade -> trade.side() == Side.SELL
                        ? trade.amount()
                        : trade.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Four shares of a fund that nobody wants, bought one by one, and a hundred that are wanted at a dollar. */
    private static RebalancingRequest household(String need, boolean tradable) {
        RebalancingRequest plain = new HouseholdOnPaper()
                .assetClass("GONE", "0", "0", "0.15")
                .assetClass("KEPT", "1", "1", "0.15")
                .request();
        List<TaxLot> lots = IntStream.range(0, 5)
                .mapToObj(index -> index < 4 ? lot("g" + index, "GONE", "1") : lot("k", "KEPT", "100"))
                .toList();
        var account = new TradedAccount(
                "IRA", "unit", false, tradable, BigDecimal.ZERO, new BigDecimal(need), BigDecimal.ZERO, Map.of(), lots);
        return new RebalancingRequest(
                "household",
                plain.asOf(),
                List.of(account),
                List.of(security("GONE", "1.007"), security("KEPT", "1")),
                plain.classes(),
                null,
                plain.taxUnits(),
                WashHistory.NONE,
                PolicyDraft.of(RebalancingPolicy.STANDARD).wholeShares(true).done());
    }

    private static TaxLot lot(String id, String symbol, String shares) {
        return new TaxLot(id, symbol, new BigDecimal(shares), BigDecimal.TEN, LONG_AGO, null);
    }

    private static TradedSecurity security(String symbol, String price) {
        return new TradedSecurity(
                symbol, symbol, new BigDecimal(price), null, true, false, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }
}
