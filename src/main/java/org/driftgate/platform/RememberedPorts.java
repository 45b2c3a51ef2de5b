package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Free ports of this machine, chosen once and remembered in a file, so that addresses stay the same over restarts. */
final class RememberedPorts {

    private final Path file;
    private final Properties ports = new Properties();

    RememberedPorts(Path file) {
        this.file = file;
        if (Files.exists(file)) load();
    }

    /** The remembered port if it is free, or if {@code keep} says that whoever holds it is ours; otherwise a new one. */
    int port(String name, boolean keep) {
        String remembered = ports.getProperty(name);
        if (remembered != null && (keep || isFree(Integer.parseInt(remembered)))) return Integer.parseInt(remembered);
        int chosen = chooseFree();
        ports.setProperty(name, Integer.toString(chosen));
        save();
        return chosen;
    }

    /** With address reuse (the default): without it a port in TIME_WAIT counts as taken and would wander. */
    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private int chooseFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return ports.containsValue(Integer.toString(port)) ? chooseFree() : port;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on this machine", e);
        }
    }

    private void load() {
        try (var reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                ports.store(writer, "Ports of this data folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
