package org.driftgate.run;

/** Where a run stands. */
public enum RunState {
    COLLECTING,
    REVIEWING,
    FINISHED,
    ABORTED
}
