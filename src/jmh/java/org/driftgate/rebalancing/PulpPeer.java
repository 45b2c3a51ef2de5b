package org.driftgate.rebalancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.rebalancing.GeneratedInstance.Shape;

/** PuLP with CBC as a child process, where {@code python3} finds both (Debian: python3-pulp, coinor-cbc). */
final class PulpPeer {

    private static final String SCRIPT = "src/jmh/python/pulp_peer.py";
    private static final String PROBE = "import pulp; assert pulp.COIN_CMD().available()";
    private static final int REPETITIONS = 10;

    private PulpPeer() {}

    static boolean isThere() {
        try {
            Process probe = new ProcessBuilder("python3", "-c", PROBE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped while looking for PuLP", stopped);
        }
    }

    /** Processor time of a solve, model built anew, children included. */
    static double milliseconds(Shape shape) {
        try {
            Path folder = Files.createTempDirectory("instances");
            List<String> command = new ArrayList<>(List.of("python3", SCRIPT, String.valueOf(REPETITIONS)));
            for (int index = 0; index < RebalancingBenchmark.INSTANCES; index++) {
                var json = GeneratedInstance.of(shape, RebalancingBenchmark.FIRST_SEED + index);
                command.add(Files.writeString(folder.resolve(index + ".json"), json.toString())
                        .toString());
            }
            Process peer = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(peer.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Double.parseDouble(answer.trim());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
