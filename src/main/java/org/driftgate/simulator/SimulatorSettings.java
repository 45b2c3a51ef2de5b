package org.driftgate.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the simulators listen (port 0 picks a free one; by default this machine alone can reach them) and how many requests a second each of them admits (0 is no limit). */
@ConfigurationProperties("driftgate.simulator")
record SimulatorSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8090") int port,
        @DefaultValue("0") int rateLimit) {}
