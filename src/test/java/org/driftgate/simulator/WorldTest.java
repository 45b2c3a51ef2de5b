package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.driftgate.shared.Side;
import org.driftgate.shared.TradingCalendar;
import org.driftgate.simulator.WorldEvent.Filled;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void relievesTheNamedLotsAndSettlesTheProceedsLater() {
        World world = world();
        world.happen(sale("E1", "10", List.of(new LotTaken("L2", number("10")))));

        AccountState account = account(world);
        assertThat(account.cash()).isEqualByComparingTo("8000");
        assertThat(account.settledCash()).isEqualByComparingTo("5000");
        assertThat(quantityOf(account, "L2")).isEqualByComparingTo("90");
        clock.moveTo("2026-11-23T09:00");
        assertThat(account(world).settledCash()).isEqualByComparingTo("8000");
    }

    @Test
    void addsALotForAPurchaseAndTakesTheCash() {
        World world = world();
        world.happen(new Filled(
                "E2", "10000001", Side.BUY, "BND", number("20"), number("75"), FRIDAY, FRIDAY.plusDays(3), List.of()));

        AccountState account = account(world);
        assertThat(account.cash()).isEqualByComparingTo("3500");
        assertThat(quantityOf(account, "NE2")).isEqualByComparingTo("20");
        assertThat(world.household("H1").orElseThrow().transactions())
                .anyMatch(t -> t.symbol().equals("BND") && t.date().equals(FRIDAY));
    }

    @Test
    void sellsTheOldestFirstWhenNoLotIsNamedAndAddsTheGainToTheYear() {
        World world = world();
        world.happen(sale("E3", "210", List.of()));

        AccountState account = account(world);
        assertThat(account.positions().get(1).lots()).singleElement().satisfies(lot -> {
            assertThat(lot.id()).isEqualTo("L2");
            assertThat(lot.quantity()).isEqualByComparingTo("90");
        });
        var unit = world.household("H1").orElseThrow().taxUnits().get(0);
        assertThat(unit.realizedLongYtd()).isEqualByComparingTo("18100");
        assertThat(unit.realizedShortYtd()).isEqualByComparingTo("100");
    }

    @Test
    void countsAnExecutionOnceAlsoAfterARestart() {
        World world = world();
        world.happen(sale("E4", "10", List.of()));
        world.happen(sale("E4", "10", List.of()));
        assertThat(account(world).cash()).isEqualByComparingTo("8000");
        assertThat(account(world()).cash()).isEqualByComparingTo("8000");
    }

    @Test
    void refusesToSellWhatIsNotThereAndChangesNothing() {
        World world = world();
        assertThatThrownBy(() -> world.happen(sale("E5", "301", List.of())))
                .hasMessageContaining("fewer VTI than sold");
        assertThatThrownBy(() -> world.happen(sale("E6", "5", List.of(new LotTaken("L9", number("5"))))))
                .hasMessageContaining("has no lot");
        assertThatThrownBy(() -> world.happen(sale("E7", "5", List.of(new LotTaken("L1", number("4"))))))
                .hasMessageContaining("add up to 4");
        assertThat(account(world)).isEqualTo(account(world()));
    }

    @Test
    void forgetsALastLineThatACrashCutOff() throws Exception {
        World world = world();
        world.happen(sale("E8", "10", List.of()));
        Files.writeString(folder.resolve("world.jsonl"), "{\"event\":\"Fil", StandardOpenOption.APPEND);
        assertThat(account(world()).cash()).isEqualByComparingTo("8000");
        world().happen(sale("E9", "10", List.of()));
        assertThat(account(world()).cash()).isEqualByComparingTo("11000");
    }

    private static Filled sale(String execution, String quantity, List<LotTaken> lots) {
        LocalDate settles = LocalDate.of(2026, 11, 23);
        return new Filled(
                execution, "10000001", Side.SELL, "VTI", number(quantity), number("300"), FRIDAY, settles, lots);
    }

    private static BigDecimal quantityOf(AccountState account, String lot) {
        return account.positions().stream()
                .flatMap(position -> position.lots().stream())
                .filter(held -> held.id().equals(lot))
                .map(HeldLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static AccountState account(World world) {
        return world.account("10000001").orElseThrow();
    }

    private World world() {
        TradingCalendar weekdays =
                new TradingCalendar(Set.of(), Set.of(), Set.of(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31));
        WorldTime time = new WorldTime(clock, ZoneId.of("America/New_York"), () -> weekdays);
        return new World(SampleBook.rows(), new Journal<>(folder.resolve("world.jsonl"), WorldEvent.class), time);
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }
}
