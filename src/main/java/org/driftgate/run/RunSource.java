package org.driftgate.run;

/** What started a run. */
public enum RunSource {
    SCHEDULE,
    EVENT,
    TRADER
}
