package org.driftgate.command;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a command took: seconds by step, and the most memory that the process ever held. */
final class Stopwatch {

    private static final double NANOS = 1e9;
    private static final long MEGABYTE = 1 << 20;
    private static final long KILOBYTES_OF_MEGABYTE = 1 << 10;

    private final Map<String, Long> laps = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    private long last = started;

    void lap(String step) {
        long now = System.nanoTime();
        laps.put(step, now - last);
        last = now;
    }

    void print(PrintStream out) {
        var steps = new StringBuilder();
        laps.forEach((step, nanos) -> steps.append(String.format(Locale.ROOT, ", %s %.1f s", step, nanos / NANOS)));
        out.printf(Locale.ROOT, "time %.1f s%s; memory %s%n", (last - started) / NANOS, steps, memory());
    }

    /** The resident peak where the system tells it, else the peaks of the heap's parts together. */
    private static String memory() {
        Path status = Path.of("/proc/self/status");
        try {
            for (String line : Files.readAllLines(status))
                if (line.startsWith("VmHWM:"))
                    return "%d MB at most"
                            .formatted(Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_OF_MEGABYTE);
        } catch (IOException notLinux) {
            return heap();
        }
        return heap();
    }

    private static String heap() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        return "%d MB of heap at most".formatted(bytes / MEGABYTE);
    }
}
