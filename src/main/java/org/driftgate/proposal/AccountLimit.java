package org.driftgate.proposal;

import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of one traded account: the cash that buys have to leave, and the gain that its sales may realise at the
 * estimated prices; no maximum where gains are not taxed.
 */
public record AccountLimit(
        AccountId account, Money minimumCash, @Nullable Money maximumNetGain) {}
