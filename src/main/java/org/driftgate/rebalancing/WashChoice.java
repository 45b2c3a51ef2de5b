package org.driftgate.rebalancing;

/** What is decided about a group of identical securities (specification §5.1). */
enum WashChoice {
    /** Anybody may buy; taxable losses are frozen. */
    BUY,
    /** Losses may be sold; nobody buys. */
    HARVEST,
    /** What was bought in the last 30 days is sold whole with any losses; nobody buys. */
    CLEAR,
    /** Losses are frozen and nobody buys: bought recently, and a loss was sold recently. */
    REST;

    static final int COUNT = values().length;

    boolean freezesLosses() {
        return this == BUY || this == REST;
    }
}
