package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tax said of the trades of a unit adds up to what they add to the tax of that unit. */
class TaxSharesTest {

    /** One spouse's loss is not netted against the other's gain, whatever tax weighs in the objective. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "3"})
    void addsUpForEveryUnitToTheCent(String weight) {
        int opposite = 0;
        for (int seed = 0; seed < 150; seed++) {
            RebalancingRequest request = weighed(SeveralUnits.of(seed, 2), weight);
            Rebalancing answer = Rebalancer.rebalance(request);
            TaxBill bill = TaxBill.of(request, answer.lotSales());
            BigDecimal signs = BigDecimal.ONE;
            for (TaxPosition unit : request.taxUnits()) {
                BigDecimal tax = bill.taxOf(unit).amount();
                assertThat(shared(request, answer, unit))
                        .as("seed %d, %s", seed, unit.id())
                        .isEqualByComparingTo(tax);
                signs = signs.multiply(BigDecimal.valueOf(tax.signum()));
            }
            if (signs.signum() < 0) opposite++;
        }
        assertThat(opposite)
                .as("households with tax in one unit and a saving in the other")
                .isPositive();
    }

    /** A gain of 2,500, taxed at nothing itself, takes 2,500 of a loss that short-term gains at 24 % had used. */
    @Test
    void allotsByTheGainWhereItsOwnRateIsZero() {
        RebalancingRequest request = new HouseholdOnPaper()
                .account("A", true, "0", "5000", "0")
                .lot("A", "a", "STOCK", "50000", "0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0", "1", null)
                .request();
        TaxPosition unit = request.taxUnits().get(0);
        TaxPosition untaxed = new TaxPosition(
                unit.id(),
                new BigDecimal("0.24"),
                BigDecimal.ZERO,
                new BigDecimal("0.22"),
                new BigDecimal("5000"),
                new BigDecimal("-5000"),
                unit.deductionLimit(),
                null);

        Rebalancing answer = Rebalancer.rebalance(with(request, untaxed, request.policy()));

        assertThat(answer.nettedTax()).isEqualByComparingTo("600");
        assertThat(answer.trades().get(0).reason().tax()).isEqualByComparingTo("600");
    }

    @Test
    void keepsTheWeightOfTaxWhereDriftIsKept() {
        RebalancingRequest request = weighed(RandomHousehold.of(new Random(1), false), "3");

        assertThat(request.keepingDrift().policy().taxWeight()).isEqualByComparingTo("3");
    }

    private static BigDecimal shared(RebalancingRequest request, Rebalancing answer, TaxPosition unit) {
        Set<String> accounts = request.accounts().stream()
                .filter(account -> account.taxable() && unit.id().equals(account.taxUnit()))
                .map(TradedAccount::id)
                .collect(Collectors.toSet());
        return answer.trades().stream()
                .filter(trade -> accounts.contains(trade.account()))
                .map(trade -> trade.reason().tax())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RebalancingRequest weighed(RebalancingRequest request, String weight) {
        RebalancingPolicy policy =
                PolicyDraft.of(request.policy()).taxWeight(weight).done();
        return with(request, null, policy);
    }

    private static RebalancingRequest with(
            RebalancingRequest request, @Nullable TaxPosition unit, RebalancingPolicy policy) {
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                request.cash(),
                unit == null ? request.taxUnits() : List.of(unit),
                request.wash(),
                policy,
                request.movements());
    }
}
