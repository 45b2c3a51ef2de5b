package org.driftgate.adapter.schwab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.SystemFault;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.Custodian;
import org.driftgate.trading.CustodyOrder;
import org.driftgate.trading.LineFinding;
import org.driftgate.trading.OrdersNotPlaced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validate-only call against the simulated Schwab: it changes nothing there, so it may be repeated. */
class SchwabValidationTest {

    private static final String ORDERS = "trading/v1/orders";

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final RunningSimulators simulators = RunningSimulators.start(SampleBook.rows(), clock);

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void asksAgainAfterAnErrorThatPasses() {
        clock.moveTo("2026-11-20T09:50");
        simulators.fault("schwab", ORDERS, "SERVER_ERROR", "503", 1);
        simulators.fault("schwab", ORDERS, "TOO_MANY_REQUESTS", "1", 1);

        List<LineFinding> found = schwab().validate(List.of(unknownAccount()));

        assertThat(found).extracting(LineFinding::code).containsExactly("AC01");
    }

    @Test
    void saysWhatIsSafeWhenTheErrorStays() {
        clock.moveTo("2026-11-20T09:50");
        simulators.fault("schwab", ORDERS, "SERVER_ERROR", "503", 4);
        Custodian schwab = schwab();

        assertThatThrownBy(() -> schwab.validate(List.of(unknownAccount())))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("Schwab Advisor Services, validate the order for account 99999999")
                .hasMessageContaining("status 503; asked 4 times, nothing was placed, a retry is safe");
        assertThat(schwab.validate(List.of(unknownAccount()))).hasSize(1);
    }

    @Test
    void neverRepeatsThePlacingOfAnOrder() {
        clock.moveTo("2026-11-20T09:50");
        simulators.fault("schwab", ORDERS, "TOO_MANY_REQUESTS", "1", 1);
        Custodian schwab = schwab();

        assertThatThrownBy(() -> schwab.submit(List.of(unknownAccount()))).isInstanceOf(OrdersNotPlaced.class);
        assertThat(schwab.submit(List.of(unknownAccount()))).hasSize(1);
    }

    private Custodian schwab() {
        var settings = new SchwabSettings(
                URI.create(simulators.url() + "/schwab"),
                "driftgate-demo",
                "demo-schwab-secret",
                "demo-schwab-refresh-token",
                8100001,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                4,
                Duration.ofMillis(1));
        return SchwabConfiguration.custodian(
                URI.create(simulators.url() + "/schwab"), settings, data.resolve("token"), new ObjectMapper(), clock);
    }

    private static CustodyOrder unknownAccount() {
        return new CustodyOrder(
                OrderId.random(),
                new AccountId("99999999"),
                Side.SELL,
                new Symbol("SPY"),
                Quantity.shares(1),
                Price.of("1"),
                List.of(new LotSale(new LotId("L1"), Quantity.shares(1))));
    }
}
