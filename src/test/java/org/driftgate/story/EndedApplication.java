package org.driftgate.story;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application called with something that must make it end by itself: its exit code and what it said. */
record EndedApplication(int exitCode, String said) {

    private static final long LONGEST_SECONDS = 120;

    static EndedApplication of(Path data, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/driftgate.jar"));
        command.addAll(arguments);
        try {
            File output = File.createTempFile("driftgate", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment()
                    .putAll(Map.of(
                            "DRIFTGATE_DATA", data.toString(), "SERVER_PORT", "0", "DRIFTGATE_SIMULATOR_PORT", "0"));
            return await(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("the application cannot be called", e);
        }
    }

    private static EndedApplication await(Process process, File output) throws IOException {
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) process.destroyForcibly().waitFor();
            String said = Files.readString(output.toPath(), StandardCharsets.UTF_8);
            if (!ended) throw new AssertionError("it still runs:\n" + said);
            return new EndedApplication(process.exitValue(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
