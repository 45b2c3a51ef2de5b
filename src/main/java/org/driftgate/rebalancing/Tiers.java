package org.driftgate.rebalancing;

/**
 * Prices per dollar of what must not happen: a higher promise is never traded for a lower one (specification §1.5). A
 * dollar moved touches at most six drift curves, so a step is more than six hard bands; soft drift prices are at most 1.
 */
final class Tiers {

    /** More than tax, cost and soft drift of a dollar come to: beyond it a promise is broken. */
    static final double DEAR = 2;

    static final double HARD_BAND = 8;
    /** Above a dollar of gain beyond its budget and six hard bands: no budget forces a wash sale (§4.1). */
    static final double FROZEN_LOSS = 480;
    /** Above a frozen loss of unknown basis, whose whole value counts as gain beyond its budget. */
    static final double RESERVE = 1024;
    /** Twice the reserve, half a need: with too little for both the account's own need is met first. */
    static final double CALL = 2048;

    static final double NEED = 4096;

    private Tiers() {}
}
