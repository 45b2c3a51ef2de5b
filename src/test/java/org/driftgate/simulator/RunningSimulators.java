package org.driftgate.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.shared.TradingCalendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Every simulated system over a book on a free port, as the demo profile starts them, without database or engine. */
public final class RunningSimulators implements AutoCloseable {

    private static final TradingCalendar WEEKDAYS =
            new TradingCalendar(Set.of(), Set.of(), Set.of(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31));

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private RunningSimulators() {}

    public static RunningSimulators start(BookRows book, Clock clock) {
        return start(book, clock, Map.of());
    }

    public static RunningSimulators start(BookRows book, Clock clock, Map<String, Object> settings) {
        try {
            return start(book, clock, settings, Files.createTempDirectory("world"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a data folder that another start may find again. */
    public static RunningSimulators start(BookRows book, Clock clock, Map<String, Object> settings, Path data) {
        var running = new RunningSimulators();
        var context = running.context;
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("settings", settings));
        sources.addLast(new MapPropertySource(
                "defaults",
                Map.of(
                        "driftgate.simulator.enabled", "true",
                        "driftgate.simulator.port", "0",
                        "driftgate.data", data.toString())));
        var time = new WorldTime(clock, ZoneId.of("America/New_York"), () -> WEEKDAYS);
        var journal = new Journal<>(data.resolve("world.jsonl"), WorldEvent.class);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(WorldTime.class, () -> time);
        context.registerBean(World.class, () -> new World(book, journal, time));
        context.register(Settings.class);
        context.scan("org.driftgate.simulator");
        context.refresh();
        return running;
    }

    public String url() {
        return "http://localhost:" + context.getBean(SimulatorServer.class).port();
    }

    /** Where the mail server listens. */
    public int smtpPort() {
        return context.getBean(MailboxServer.class).port();
    }

    /** Switches a fault on; kinds are those of {@code POST /simulator/faults}. */
    public void fault(String system, String path, String kind, String value, int times) {
        context.getBean(Faults.class).add(new Fault(system, path, FaultKind.valueOf(kind), value, times));
    }

    public void movePrice(String symbol, String price) {
        world().happen(new WorldEvent.PriceMoved(symbol, new BigDecimal(price)));
    }

    World world() {
        return context.getBean(World.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableConfigurationProperties({SimulatorSettings.class, FirmSettings.class, MailboxSettings.class})
    static class Settings {}
}
