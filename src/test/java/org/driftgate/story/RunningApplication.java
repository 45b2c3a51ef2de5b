package org.driftgate.story;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged application in a JVM of its own, with its own data folder and ports, as a user would start it. */
final class RunningApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target/driftgate.jar");

    private final Process process;
    private final Path log;
    private final int port;
    private final int simulatorPort;
    private final Duration startTime;

    private RunningApplication(Process process, Path log, int port, int simulatorPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.simulatorPort = simulatorPort;
        long started = System.nanoTime();
        awaitHealth();
        this.startTime = Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * Starts on the data folder {@code target/story/<name>}, which is kept when it exists. A story is over before the JVM's
     * second compiler has paid for itself; with {@code -XX:TieredStopAtLevel=4} it is on as for users. The cache for code is
     * theirs in any case: a JVM with one compiler reserves a fifth of it, which a long day fills.
     */
    static RunningApplication start(String name, Map<String, String> settings, String... jvmArguments) {
        try {
            Path data = Files.createDirectories(Path.of("target/story", name)).toAbsolutePath();
            int port = freePort();
            int simulatorPort = freePort();
            List<String> command = new ArrayList<>(List.of(
                    java(), "-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m"));
            command.addAll(List.of(jvmArguments));
            command.addAll(List.of("-jar", JAR.toString()));
            settings.forEach((key, value) -> command.add("--" + key + "=" + value));
            Path log = data.resolveSibling(name + ".log");
            if (Files.exists(log)) Files.move(log, data.resolveSibling(name + ".previous.log"), REPLACE_EXISTING);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "SERVER_PORT", "" + port,
                            "DRIFTGATE_SIMULATOR_PORT", "" + simulatorPort,
                            "DRIFTGATE_DATA", data.toString()));
            return new RunningApplication(builder.start(), log, port, simulatorPort);
        } catch (IOException e) {
            throw new UncheckedIOException("the application does not start", e);
        }
    }

    static void forget(String name) {
        Path data = Path.of("target/story", name);
        if (!Files.exists(data)) return;
        try (var files = Files.walk(data)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    URI simulator(String path) {
        return URI.create("http://localhost:" + simulatorPort + path);
    }

    /** From the start of the JVM until the application reports that it is up. */
    Duration startTime() {
        return startTime;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitHealth() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(address("/actuator/health")).build();
        Awaitility.await("health of " + log)
                .atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    if (!process.isAlive()) throw new AssertionError("the application ended:\n" + log());
                    return client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200;
                });
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
