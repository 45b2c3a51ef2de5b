package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that still works on a data directory, for example because its application was killed. */
record RunningServer(ProcessHandle process) {

    private static final int STOP_SECONDS = 30;

    /** Reads {@code postmaster.pid}; another program that got the same number is not a server. */
    static Optional<RunningServer> on(Path dataDirectory) {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        return firstLine(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(RunningServer::isPostgres)
                .map(RunningServer::new);
    }

    /** Asks it to stop, which rolls open transactions back, and waits until it has. */
    void stop() {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while PostgreSQL process %d stops".formatted(process.pid()), e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new RefusedToStart(
                    "PostgreSQL process %d of an earlier start does not stop.".formatted(process.pid()),
                    "Stop it by hand, then start again.",
                    e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").contains("postgres");
    }

    private static Optional<Long> firstLine(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.stream()
                    .findFirst()
                    .map(String::trim)
                    .filter(l -> l.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(pidFile + " cannot be read", e);
        }
    }
}
