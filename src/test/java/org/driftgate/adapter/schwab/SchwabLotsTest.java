package org.driftgate.adapter.schwab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.Custodian;
import org.driftgate.trading.CustodyOrder;
import org.driftgate.trading.OrderReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lots there and back through the simulated Schwab: account 10000001 holds 200 VTI of 2020 (L1) and 100 of 2026 (L2). */
class SchwabLotsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final RunningSimulators simulators = RunningSimulators.start(SampleBook.rows(), clock);

    @BeforeEach
    void open() {
        clock.moveTo("2026-11-20T09:50");
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void reportsTheLotsThatASaleNamed() {
        assertThat(relieved(lot("L1", 20), lot("L2", 10))).containsExactly(lot("L1", 20), lot("L2", 10));
    }

    @Test
    void reportsOtherLotsWhenTheCustodianTakesThem() {
        simulators.fault("schwab", "orders", "WRONG_LOTS", "", 1);

        assertThat(relieved(lot("L1", 20), lot("L2", 10))).containsExactly(lot("L2", 30));
        assertThat(relieved(lot("L1", 30))).as("the fault is used up").containsExactly(lot("L1", 30));
    }

    /** The simulated market fills every fourth larger order in two parts. */
    @Test
    void splitsTheNamedLotsOverTheExecutions() {
        Custodian schwab = schwab();
        List<CustodyOrder> sales =
                List.of(sale(lot("L1", 1)), sale(lot("L1", 1)), sale(lot("L1", 1)), sale(lot("L1", 60), lot("L2", 90)));
        schwab.submit(sales);
        clock.moveBy(Duration.ofMinutes(60));

        List<OrderReport.Execution> parts =
                schwab.find(sales.get(3).id(), DAY).orElseThrow().executions();

        assertThat(parts)
                .extracting(OrderReport.Execution::relieved)
                .containsExactly(List.of(lot("L1", 60), lot("L2", 15)), List.of(lot("L2", 75)));
    }

    private List<LotSale> relieved(LotSale... lots) {
        Custodian schwab = schwab();
        CustodyOrder sale = sale(lots);
        assertThat(schwab.submit(List.of(sale))).hasSize(1);
        clock.moveBy(Duration.ofMinutes(30));
        OrderReport report = schwab.find(sale.id(), DAY).orElseThrow();
        assertThat(report.state()).isEqualTo(OrderReport.State.FILLED);
        assertThat(report.executions()).hasSize(1);
        return report.executions().get(0).relieved();
    }

    private static CustodyOrder sale(LotSale... lots) {
        Quantity total = List.of(lots).stream().map(LotSale::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return new CustodyOrder(
                OrderId.random(),
                new AccountId("10000001"),
                Side.SELL,
                new Symbol("VTI"),
                total,
                Price.of("290"),
                List.of(lots));
    }

    private static LotSale lot(String id, int shares) {
        return new LotSale(new LotId(id), Quantity.shares(shares));
    }

    private Custodian schwab() {
        URI url = URI.create(simulators.url() + "/schwab");
        var settings = new SchwabSettings(
                url,
                "driftgate-demo",
                "demo-schwab-secret",
                "demo-schwab-refresh-token",
                8100001,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                4,
                Duration.ofMillis(1));
        return SchwabConfiguration.custodian(url, settings, data.resolve("token"), new ObjectMapper(), clock);
    }
}
