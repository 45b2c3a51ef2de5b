package org.driftgate.rebalancing.household;

import java.math.BigDecimal;

/**
 * Which losses are worth realising: a share of the basis and dollars, both. {@code onItsOwn} harvests in households inside
 * their bands too; {@code substitutes} lets the fund's stand-ins be bought; {@code lockAfterSales} treats a taxable sale of
 * the last 30 days, whose result nobody reports, as a loss.
 */
public record HarvestRules(
        BigDecimal lossShare, BigDecimal lossDollars, boolean onItsOwn, boolean substitutes, boolean lockAfterSales) {

    public static final HarvestRules STANDARD = new HarvestRules(BigDecimal.ZERO, BigDecimal.ZERO, false, true, true);
}
