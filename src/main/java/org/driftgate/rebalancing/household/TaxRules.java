package org.driftgate.rebalancing.household;

import org.driftgate.rebalancing.RebalancingPolicy;

/** How gains are priced and limited. The budget of a tax unit is the household's data; here stands how it counts. */
public record TaxRules(
        RebalancingPolicy.Tax prices, Budget budget, RebalancingPolicy.NearLongTerm nearLongTerm, int banDays) {

    public static final TaxRules STANDARD =
            new TaxRules(RebalancingPolicy.Tax.NETTED, Budget.NET, RebalancingPolicy.NearLongTerm.PRICE, 30);

    /** Whether losses make room in the yearly budget; OFF ignores it. */
    public enum Budget {
        NET,
        GROSS,
        OFF
    }
}
