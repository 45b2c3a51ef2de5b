package org.driftgate.simulator;

/** What the custodian has against an order: a code and a text. */
record SchwabFinding(String code, String message) {

    /** As faults and scripts write it: the code, a space, the text. */
    static SchwabFinding parse(String value) {
        String text = value.isBlank() ? "RJ01 Rejected by the trading desk" : value.strip();
        int space = text.indexOf(' ');
        return space < 0
                ? new SchwabFinding(text, "Rejected")
                : new SchwabFinding(
                        text.substring(0, space), text.substring(space + 1).strip());
    }
}
