package org.driftgate.simulator;

import java.util.List;

/** One outside system behind the simulators' server. Fault switches and the rate limit are applied around it by name. */
interface SimulatedSystem {

    /** As the fault switches name it: orion, schwab, redtail, mail. */
    String name();

    /** What its paths begin with, such as {@code /orion}. */
    List<String> basePaths();

    Response handle(Request request);
}
