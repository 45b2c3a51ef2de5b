package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.rebalancing.CashCall.Source;
import org.driftgate.rebalancing.InvalidHousehold.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every contradiction in the data is named with its rule, place, field and value; what is doubtful is treated carefully. */
class InvalidHouseholdTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);
    private static final LocalDate SOON = LocalDate.of(2026, 12, 1);

    private final HouseholdOnPaper paper = new HouseholdOnPaper();
    private final List<TaxLot> lots = new ArrayList<>();
    private final List<TradedSecurity> securities = new ArrayList<>();
    private final List<ClassTarget> classes = new ArrayList<>();
    private BigDecimal need = BigDecimal.ZERO;
    private Map<String, BigDecimal> drag = Map.of();
    private String unit = "unit";

    @Test
    void namesAMissingPrice() {
        securities.add(security("X", "EQ", "0", "0", null));
        expect(Reason.MISSING_PRICE, null, "X", "price", "0");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3"})
    void namesAQuantityThatIsNone(BigDecimal shares) {
        lots.add(new TaxLot("l", "STOCK", shares, BigDecimal.TEN, LONG_AGO, null));
        expect(Reason.BAD_QUANTITY, "A", "STOCK", "quantity of lot l", shares.toString());
    }

    @Test
    void namesANegativeBasis() {
        lots.add(new TaxLot("l", "STOCK", BigDecimal.ONE, new BigDecimal("-1"), LONG_AGO, null));
        expect(Reason.NEGATIVE_BASIS, "A", "STOCK", "basis of lot l", "-1");
    }

    /** A missing basis may be anything: all of it is taxed as gain, and as a possible loss it is not bought back. */
    @Test
    void taxesAMissingBasisAsGainAndTreatsItAsALossForWashSales() {
        lots.add(new TaxLot("l", "STOCK", new BigDecimal("1000"), null, LONG_AGO, null));
        need = new BigDecimal("1000");
        Rebalancing answer = Rebalancer.rebalance(request());
        assertThat(answer.nettedTax()).isEqualByComparingTo("238");
        assertThat(answer.lotSales())
                .singleElement()
                .satisfies(sale -> assertThat(sale.gain()).isNull());
        var problem = new HouseholdProblem(request());
        assertThat(problem.lots.loss[0]).isTrue();
    }

    @Test
    void namesALotOfAnUnknownSymbol() {
        lots.add(new TaxLot("l", "GONE", BigDecimal.ONE, BigDecimal.TEN, LONG_AGO, null));
        expect(Reason.UNKNOWN_SYMBOL, "A", "GONE", "lot l", "of an unknown symbol");
    }

    @Test
    void namesALotBoughtInTheFuture() {
        lots.add(new TaxLot("l", "STOCK", BigDecimal.ONE, BigDecimal.TEN, SOON, null));
        expect(Reason.BOUGHT_LATER, "A", "STOCK", "day of lot l", "2026-12-01");
    }

    @Test
    void namesALotGivenTwice() {
        lots.add(new TaxLot("l", "STOCK", BigDecimal.ONE, BigDecimal.TEN, LONG_AGO, null));
        lots.add(lots.get(0));
        expect(Reason.DUPLICATE_ID, null, null, "lot", "l twice");
    }

    @Test
    void namesAnUnknownClassAndAnUnknownTaxUnit() {
        securities.add(security("X", "NONE", "1", "0", null));
        unit = "nobody";
        assertThat(Rebalancer.faults(request()))
                .containsExactly(
                        new DataFault(Reason.UNKNOWN_CLASS, null, "X", "class", "NONE"),
                        new DataFault(Reason.UNKNOWN_TAX_UNIT, "A", null, "tax unit", "nobody"));
    }

    @Test
    void namesANegativeNeed() {
        need = new BigDecimal("-5");
        expect(Reason.NEGATIVE_NEED, "A", null, "need", "-5");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1"})
    void namesACostThatIsNoShare(String cost) {
        securities.add(security("X", "EQ", "1", cost, null));
        expect(Reason.BAD_COST, null, "X", "cost", cost);
    }

    @ParameterizedTest
    @CsvSource({"-0.004", "1"})
    void namesADragThatIsNoShare(BigDecimal cost) {
        drag = Map.of("EQ", cost);
        paper.policy = PolicyDraft.of(paper.policy)
                .location(RebalancingPolicy.Location.PURCHASE)
                .done();
        expect(Reason.BAD_COST, "A", null, "drag of class EQ", cost.toString());
    }

    @Test
    void namesAWeightOfTaxBelowZero() {
        paper.policy = PolicyDraft.of(paper.policy).taxWeight("-0.1").done();
        expect(Reason.BAD_LIMIT, null, null, "tax weight", "-0.1");
    }

    @Test
    void namesChoicesOfTheFirmBelowZero() {
        var below = new BigDecimal("-0.1");
        RebalancingPolicy plain = paper.policy;
        paper.policy = new RebalancingPolicy(
                below,
                plain.location(),
                plain.tax(),
                plain.budget(),
                below,
                below,
                RebalancingPolicy.NearLongTerm.BAN,
                -1,
                plain.minimumTrade(),
                plain.minimumBenefit(),
                false,
                plain.limits(),
                plain.taxWeight());
        assertThat(Rebalancer.faults(request()))
                .containsExactly(
                        new DataFault(Reason.BAD_LIMIT, null, null, "harvest percent", "-0.1"),
                        new DataFault(Reason.BAD_LIMIT, null, null, "harvest dollars", "-0.1"),
                        new DataFault(Reason.BAD_COST, null, null, "idle cash cost", "-0.1"),
                        new DataFault(Reason.BAD_LIMIT, null, null, "ban days", "-1"));
    }

    @Test
    void namesAReversedBandAndAnImpossibleDriftPrice() {
        securities.add(security("X", "EQ", "1", "0", target("0.3", "0.2", "2")));
        assertThat(Rebalancer.faults(request()))
                .containsExactly(
                        new DataFault(Reason.BAND_REVERSED, null, "X", "band", "from 0.3 to 0.2"),
                        new DataFault(Reason.BAD_DRIFT_PRICE, null, "X", "drift price of band", "2"));
    }

    @Test
    void namesClassesInACircleAndAnUnknownParent() {
        classes.add(new ClassTarget("P", "Q", null));
        classes.add(new ClassTarget("Q", "P", null));
        classes.add(new ClassTarget("R", "NONE", null));
        assertThat(Rebalancer.faults(request()))
                .contains(
                        new DataFault(Reason.CLASSES_IN_A_CIRCLE, null, null, "parent of class P", "P"),
                        new DataFault(Reason.UNKNOWN_CLASS, null, null, "parent of class R", "NONE"));
    }

    @Test
    void namesWeightsThatLeaveNoRoom() {
        classes.add(new ClassTarget("FI", null, target("0.6", "0.7", "0.15")));
        expect(Reason.WEIGHTS_DO_NOT_ADD_UP, null, null, "least of all classes", "1.1");
    }

    @Test
    void namesWeightsThatDoNotReachOneWithCash() {
        paper.cash = target("0", "0.1", "0.15");
        expect(Reason.WEIGHTS_DO_NOT_ADD_UP, null, null, "most of all classes and cash", "0.9");
    }

    @Test
    void namesHardMembersThatTheirHardClassHasNoRoomFor() {
        classes.add(new ClassTarget("FI", null, target("0", "0.2", null)));
        securities.add(security("X", "FI", "1", "0", target("0.15", "0.2", null)));
        securities.add(security("Y", "FI", "1", "0", target("0.15", "0.2", null)));
        expect(Reason.WEIGHTS_DO_NOT_ADD_UP, null, null, "least of the members of class FI", "0.30");
    }

    @Test
    void namesWhatIsWrongWithCashCalls() {
        paper.movements = new CashMovements(
                List.of(
                        new CashCall("a", CashCall.Kind.WITHDRAWAL, BigDecimal.ZERO, SOON, List.of(), null),
                        new CashCall(
                                "b",
                                CashCall.Kind.WITHDRAWAL,
                                BigDecimal.ONE,
                                SOON,
                                List.of(Source.free("A"), Source.free("Z")),
                                "A")),
                List.of(new CashMovements.Contribution("Z", BigDecimal.ONE, true)));
        assertThat(Rebalancer.faults(request()))
                .containsExactly(
                        new DataFault(Reason.BAD_AMOUNT, null, null, "amount of cash call a", "0"),
                        new DataFault(Reason.CALL_WITHOUT_SOURCE, null, null, "source of cash call a", "missing"),
                        new DataFault(Reason.CALL_ON_ITS_RECEIVER, "A", null, "source of cash call b", "its receiver"),
                        new DataFault(Reason.UNKNOWN_ACCOUNT, "Z", null, "source of cash call b", "an unknown account"),
                        new DataFault(Reason.UNKNOWN_ACCOUNT, "Z", null, "contribution", "to an unknown account"));
    }

    @Test
    void namesLimitsBelowZero() {
        paper.policy = PolicyDraft.of(paper.policy)
                .minimumTrade(new BigDecimal("-1"))
                .limits(RebalancingLimits.NONE.withTurnover(new BigDecimal("-0.1")))
                .done();
        assertThat(Rebalancer.faults(request()))
                .extracting(DataFault::rule, DataFault::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Reason.BAD_LIMIT, "minimum trade"),
                        org.assertj.core.groups.Tuple.tuple(Reason.BAD_LIMIT, "turnover"));
    }

    /** What is not among the securities cannot be traded: its name in the wash history or a bar changes nothing. */
    @Test
    void passesOverNamesThatConstrainNothing() {
        paper.wash = new WashHistory(Set.of("GONE"), Set.of("GONE"), List.of(Set.of("GONE", "STOCK")));
        assertThat(Rebalancer.faults(request())).isEmpty();
        assertThat(Rebalancer.rebalance(request()).status()).isEqualTo(Rebalancing.Status.NO_TRADE);
    }

    private void expect(Reason rule, String account, String symbol, String field, String value) {
        var fault = new DataFault(rule, account, symbol, field, value);
        assertThat(Rebalancer.faults(request())).containsExactly(fault);
        assertThatThrownBy(() -> Rebalancer.rebalance(request()))
                .isInstanceOf(InvalidHousehold.class)
                .hasMessage(fault.sentence());
    }

    private RebalancingRequest request() {
        paper.security("STOCK", "EQ").assetClass("EQ", "0.5", "0.8", "0.15");
        RebalancingRequest plain = paper.request();
        List<TradedSecurity> rows = new ArrayList<>(List.of(plain.securities().get(0)));
        rows.addAll(securities);
        List<ClassTarget> tiers = new ArrayList<>(List.of(plain.classes().get(0)));
        tiers.addAll(classes);
        var account = new TradedAccount("A", unit, true, true, BigDecimal.ZERO, need, BigDecimal.ZERO, drag, lots);
        return new RebalancingRequest(
                "household",
                plain.asOf(),
                List.of(account),
                rows,
                tiers,
                plain.cash(),
                plain.taxUnits(),
                plain.wash(),
                plain.policy(),
                plain.movements());
    }

    private static TradedSecurity security(
            String symbol, String assetClass, String price, String cost, DriftTarget target) {
        return new TradedSecurity(
                symbol,
                assetClass,
                new BigDecimal(price),
                target,
                true,
                true,
                new BigDecimal(cost),
                BigDecimal.ZERO,
                0);
    }

    private static DriftTarget target(String low, String high, String price) {
        return new DriftTarget(new BigDecimal(low), new BigDecimal(high), price == null ? null : new BigDecimal(price));
    }
}
