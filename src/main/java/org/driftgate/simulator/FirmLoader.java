package org.driftgate.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import org.driftgate.adapter.book.BookFolder;
import org.driftgate.adapter.book.BookFolder.Answer;
import org.driftgate.adapter.book.BookRefused;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.adapter.book.BookWriter;

/**
 * Opens the firm behind the simulators: the CSV book of the settings, or the demo firm, which is made once and then kept in
 * the data folder. Each book has a journal of its own.
 */
final class FirmLoader {

    private static final String DEMO = "demo-firm";

    private final FirmSettings settings;
    private final WorldTime time;

    FirmLoader(FirmSettings settings, WorldTime time) {
        this.settings = settings;
        this.time = time;
    }

    World load() {
        Path book = settings.book();
        if (book == null) return demoFirm();
        Path path = book.toAbsolutePath().normalize();
        String name = "%s-%08x".formatted(path.getFileName(), path.toString().hashCode());
        return new World(read(path), journal(name), time);
    }

    /** The journal is written last, so a start that was cut off begins again. */
    private World demoFirm() {
        Path folder = settings.data().resolve("simulator").resolve(DEMO);
        if (Files.exists(journalFile(DEMO))) return new World(read(folder), journal(DEMO), time);
        DemoFirm firm = DemoFirm.asOf(time.previousTradingDay(time.today()));
        new BookWriter(folder).write(firm.book());
        World world = new World(read(folder), journal(DEMO), time);
        world.happenAll(firm.events(world::custodyNumber));
        return world;
    }

    private static BookRows read(Path folder) {
        Answer answer = new BookFolder(folder).read();
        if (answer instanceof Answer.Accepted accepted) return accepted.rows();
        throw new BookRefused(folder, (Answer.Refused) answer);
    }

    private Journal<WorldEvent> journal(String name) {
        return new Journal<>(journalFile(name), WorldEvent.class);
    }

    private Path journalFile(String name) {
        return settings.data().resolve("simulator").resolve(name + ".jsonl");
    }
}
