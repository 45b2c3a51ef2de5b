package org.driftgate.rebalancing;

/** The pairs of tradable account and security in which a trade is possible, in order of account and security. */
final class Positions {

    int count;
    final int[] account;
    final int[] security;
    final boolean[] mayBuy;
    /** The lots of position p are those from lotStart[p] up to lotStart[p + 1]. */
    final int[] lotStart;

    Positions(int most) {
        account = new int[most];
        security = new int[most];
        mayBuy = new boolean[most];
        lotStart = new int[most + 1];
    }

    void add(int inAccount, int ofSecurity, boolean buyable, int lotsEnd) {
        account[count] = inAccount;
        security[count] = ofSecurity;
        mayBuy[count] = buyable;
        lotStart[++count] = lotsEnd;
    }
}
