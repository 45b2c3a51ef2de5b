package org.driftgate.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The second port: one HTTP server for all simulated systems, started before and stopped after everything that calls it. */
@Simulated
class SimulatorServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final int EARLY = Integer.MIN_VALUE + 1000;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final InetSocketAddress requestedAddress;
    private final List<SimulatedSystem> systems;
    private final FaultyHandling handling;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    SimulatorServer(SimulatorSettings settings, List<SimulatedSystem> systems, Faults faults) {
        this.requestedAddress = new InetSocketAddress(settings.address(), settings.port());
        this.systems = List.copyOf(systems);
        this.handling = new FaultyHandling(faults, new RateLimit(settings.rateLimit(), System::nanoTime));
    }

    @Override
    public void start() {
        try {
            server = HttpServer.create(requestedAddress, 200);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulators cannot listen on " + requestedAddress, e);
        }
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "simulator");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    @Override
    public void stop() {
        if (threads != null) threads.shutdownNow();
        if (server != null) server.stop(0);
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }

    int port() {
        return Objects.requireNonNull(server, "the simulators are not running")
                .getAddress()
                .getPort();
    }

    private void exchange(HttpExchange exchange) {
        try (exchange) {
            Request request = Exchanges.request(exchange);
            Optional<Response> response = system(request.path())
                    .map(system -> handling.handle(system, request))
                    .orElseGet(() -> Optional.of(Response.message(404, "No simulator at " + request.path())));
            if (response.isPresent()) Exchanges.send(exchange, response.get());
        } catch (IOException e) {
            LOG.debug("the caller of {} went away", exchange.getRequestURI(), e);
        } catch (RuntimeException e) {
            LOG.error("the simulator failed at {}", exchange.getRequestURI(), e);
        }
    }

    private Optional<SimulatedSystem> system(String path) {
        return systems.stream()
                .filter(system -> system.basePaths().stream().anyMatch(path::startsWith))
                .findFirst();
    }
}
