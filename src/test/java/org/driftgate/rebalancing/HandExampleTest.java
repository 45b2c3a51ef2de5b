package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The household that docs/rebalancing.md works out by hand: every row of its three tables comes out of the engine. */
class HandExampleTest {

    private static final String[] NODES = {"root", "Joint", "BND", "VTI", "Bonds", "Stocks"};

    private final Rebalancer.Planned planned = Rebalancer.plan(household("0.05"));
    private final Solution solution = planned.settled().limited().priced();

    @Test
    void sellsTheLotsThatCostLessThanTheyEarn() throws IOException {
        List<String> lots = new ArrayList<>();
        for (int lot = 1; lot < solution.problem.lots.lot.size(); lot++) {
            TaxLot row = solution.problem.lots.lot.get(lot);
            lots.add(row(
                    row.id(),
                    row.quantity().toPlainString(),
                    whole(100 * row.quantity().subtract(row.basis()).doubleValue()),
                    four(solution.stack.key(lot, WashChoice.BUY)),
                    four(solution.network.curve.sale(1, lot, WashChoice.BUY)),
                    whole(planned.plan().sold[lot])));
        }
        assertThat(shown("| lot |")).isEqualTo(lots);
    }

    @Test
    void costsLessThanNothingAndThanEverything() throws IOException {
        PlanValue nothing = solution.value(Plan.nothing(solution.problem));
        PlanValue plan = solution.value(planned.plan());
        PlanValue all = solution.value(of(-1_000_000));
        assertThat(shown("| term |"))
                .containsExactly(
                        terms("tax price", nothing.tax, plan.tax, all.tax),
                        terms("cost of trading", nothing.cost, plan.cost, all.cost),
                        terms("drift", nothing.drift, plan.drift, all.drift),
                        terms("J", nothing.objective(), plan.objective(), all.objective()));
    }

    /** Each arc at its least for the potentials: together they are the bound. */
    @Test
    void provesItselfArcByArc() throws IOException {
        FlowNetwork network = solution.network.network;
        List<String> arcs = new ArrayList<>();
        double sum = 0;
        for (int arc = 0; arc < network.arcs(); arc++) {
            double[] potential = solution.flow.potentials();
            double price = potential[network.to(arc)] - potential[network.from(arc)];
            double flow = solution.flow.flow(arc);
            double cost = network.curves.cost(network.curve(arc), flow);
            sum += cost - price * flow;
            String name = "%s → %s".formatted(NODES[network.from(arc)], NODES[network.to(arc)]);
            arcs.add(row(name, four(price), whole(flow), two(cost), two(cost - price * flow)));
        }
        assertThat(shown("| arc |")).containsExactlyInAnyOrderElementsOf(arcs);
        assertThat(solution.bound).isCloseTo(sum, within(1e-6)).isCloseTo(67_900, within(1e-3));
    }

    @Test
    void saysWhyInTheWordsThatTheDocumentShows() throws IOException {
        Rebalancing answer = Rebalancer.rebalance(household("0.05"));
        assertThat(answer.greedyObjective()).as("all the way").isCloseTo(715, within(0.001));
        TradeReason sale = answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .findFirst()
                .orElseThrow()
                .reason();
        assertThat(Files.readString(Path.of("docs/rebalancing.md"))).contains("> " + sale.sentence());
        assertThat(sale.alternative()).isEqualTo("lot c of VTI in Joint would have cost $225.00 more");
        assertThat(sale.cashPrice()).isCloseTo(0.0495, within(1e-9));
        assertThat(sale.holdingPrice()).isCloseTo(-0.05, within(1e-9));
    }

    /** Where a dollar moved earns 2λ and lot c costs 0.136. */
    @ParameterizedTest
    @CsvSource({"0.0679, 9000", "0.0681, 10000"})
    void sellsTheDearLotWhereDriftIsDearer(String driftPrice, double sold) {
        Plan plan = Rebalancer.plan(household(driftPrice)).plan();
        assertThat(plan.sold(solution.problem, 1)).isEqualTo(100 * sold);
    }

    private static RebalancingRequest household(String driftPrice) {
        var paper = new HouseholdOnPaper();
        paper.account("Joint", true, "0", "0", "0")
                .lot("Joint", "a", "VTI", "4000", "0.2", LocalDate.of(2019, 5, 6), null)
                .lot("Joint", "b", "VTI", "5000", "0.6", LocalDate.of(2020, 3, 2), null)
                .lot("Joint", "c", "VTI", "61000", "0.9", LocalDate.of(2021, 2, 1), null)
                .lot("Joint", "d", "BND", "30000", "0")
                .security("VTI", "Stocks")
                .security("BND", "Bonds")
                .assetClass("Stocks", "0.6", "0.6", driftPrice)
                .assetClass("Bonds", "0.4", "0.4", driftPrice);
        RebalancingRequest request = paper.request();
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                request.cash(),
                List.of(lowRates(request.taxUnits().get(0))),
                request.wash(),
                request.policy());
    }

    private static TaxPosition lowRates(TaxPosition unit) {
        return new TaxPosition(
                unit.id(),
                new BigDecimal("0.30"),
                new BigDecimal("0.15"),
                new BigDecimal("0.30"),
                unit.shortSoFar(),
                unit.longSoFar(),
                unit.deductionLimit(),
                unit.budget());
    }

    private Plan of(double cents) {
        return Plan.of(
                solution.problem, solution.stack, solution.groups, solution.choices, new double[] {-cents, cents});
    }

    private static List<String> shown(String header) throws IOException {
        return Files.readAllLines(Path.of("docs/rebalancing.md")).stream()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static String terms(String name, double nothing, double plan, double all) {
        return row(name, two(nothing), two(plan), two(all));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String four(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String two(double cents) {
        return BigDecimal.valueOf(cents / 100)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String whole(double cents) {
        return BigDecimal.valueOf(cents / 100)
                .setScale(0, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
