package org.driftgate.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Makes the same call again in a process, ended with this one, whose heap fits the book, because a Java process otherwise
 * takes up to a quarter of the machine's memory, needed or not. A book needs about six bytes of heap for each of its own.
 */
final class FittingHeap {

    private static final long LEAST = 512L << 20;
    private static final long BYTES_OF_ONE = 6;
    private static final long MEGABYTE = 1L << 20;

    private FittingHeap() {}

    /** The exit code of that process; empty where none is needed: a heap was chosen, or the process is small already. */
    static OptionalInt call(Path book) throws IOException {
        long wanted = LEAST + BYTES_OF_ONE * size(book);
        Optional<List<String>> command = command();
        if (isChosen() || Runtime.getRuntime().maxMemory() <= wanted || command.isEmpty()) return OptionalInt.empty();
        List<String> again = new ArrayList<>(command.get());
        again.add(1, "-Xmx" + wanted / MEGABYTE + "m");
        try {
            Process process = new ProcessBuilder(again).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return OptionalInt.of(process.waitFor());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + again, interrupted);
        }
    }

    private static boolean isChosen() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith("-Xmx") || option.startsWith("-XX:MaxRAM"));
    }

    /** This call as the system knows it; not every system tells. */
    private static Optional<List<String>> command() {
        ProcessHandle.Info self = ProcessHandle.current().info();
        return self.command()
                .flatMap(java -> self.arguments()
                        .map(arguments -> Stream.concat(Stream.of(java), Arrays.stream(arguments))
                                .toList()));
    }

    private static long size(Path book) throws IOException {
        try (Stream<Path> files = Files.list(book)) {
            long bytes = 0;
            for (Path file : files.toList()) bytes += Files.size(file);
            return bytes;
        }
    }
}
