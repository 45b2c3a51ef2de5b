package org.driftgate.process;

import org.driftgate.process.engine.decision.DecisionTables;

/** One version of a decision table; {@code hash}: SHA-256 of the file it was deployed in. */
record DeployedTable(String key, int version, String hash, DecisionTables tables) {

    String name() {
        return "%s version %d".formatted(key, version);
    }
}
