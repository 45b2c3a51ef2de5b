package org.driftgate.rebalancing;

import java.util.Arrays;

/** The pairs of tradable account and security in which a trade is possible, in order of account and security. */
final class Positions {

    int count;
    int[] account = new int[64];
    int[] security = new int[64];
    boolean[] mayBuy = new boolean[64];
    /** The lots of position p are those from lotStart[p] up to lotStart[p + 1]. */
    int[] lotStart = new int[65];

    void add(int inAccount, int ofSecurity, boolean buyable, int lotsEnd) {
        if (count == account.length) grow();
        account[count] = inAccount;
        security[count] = ofSecurity;
        mayBuy[count] = buyable;
        lotStart[++count] = lotsEnd;
    }

    private void grow() {
        account = Arrays.copyOf(account, count * 2);
        security = Arrays.copyOf(security, count * 2);
        mayBuy = Arrays.copyOf(mayBuy, count * 2);
        lotStart = Arrays.copyOf(lotStart, count * 2 + 1);
    }
}
