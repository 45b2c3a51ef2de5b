package org.driftgate.shared;

/** Which way shares move. */
public enum Side {
    BUY,
    SELL
}
