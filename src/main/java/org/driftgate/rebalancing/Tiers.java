package org.driftgate.rebalancing;

/**
 * Prices per dollar of what must not happen, each eight times the one below because a dollar moved touches at most six
 * drift curves: a higher promise is never traded for a lower one (specification §1.5). Soft drift prices are at most 1.
 */
final class Tiers {

    static final double HARD_BAND = 8;
    static final double FROZEN_LOSS = 64;
    static final double RESERVE = 512;
    static final double NEED = 4096;

    private Tiers() {}
}
