package org.driftgate.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPortsTest {

    @TempDir
    private Path folder;

    @Test
    void keepsAPortOverARestart() {
        int first = ports().port("smtp", false);

        assertThat(ports().port("smtp", false)).isEqualTo(first);
        assertThat(ports().port("postgres", false)).isNotEqualTo(first);
    }

    @Test
    void choosesAnotherPortWhenASomebodyElseHoldsIt() throws IOException {
        int first = ports().port("smtp", false);
        try (var stranger = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports().port("smtp", true)).isEqualTo(stranger.getLocalPort());
            assertThat(ports().port("smtp", false)).isNotEqualTo(first);
        }
    }

    private RememberedPorts ports() {
        return new RememberedPorts(folder.resolve("ports.properties"));
    }
}
