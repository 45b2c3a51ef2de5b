package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import org.driftgate.rebalancing.RebalancingPolicy;

/**
 * How gains are priced and limited. The budget of a tax unit is the household's data; here stands how it counts.
 * {@code weight} multiplies tax where plans are compared, never where tax is shown.
 */
public record TaxRules(
        RebalancingPolicy.Tax prices,
        BigDecimal weight,
        Budget budget,
        RebalancingPolicy.NearLongTerm nearLongTerm,
        int banDays) {

    public static final TaxRules STANDARD = new TaxRules(
            RebalancingPolicy.Tax.NETTED, BigDecimal.ONE, Budget.NET, RebalancingPolicy.NearLongTerm.PRICE, 30);

    /** Whether losses make room in the yearly budget; OFF ignores it. */
    public enum Budget {
        NET,
        GROSS,
        OFF
    }
}
