package org.driftgate.rebalancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A child process that answers with milliseconds on its last line, or fails. */
final class PeerProcess {

    private PeerProcess() {}

    static OptionalDouble milliseconds(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process peer = builder.start();
            String answer = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (peer.waitFor() != 0) return OptionalDouble.empty();
            return OptionalDouble.of(Double.parseDouble(answer.substring(answer.lastIndexOf('\n') + 1)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped while measuring a peer", stopped);
        }
    }
}
