package org.driftgate.rebalancing.household;

import org.driftgate.rebalancing.RebalancingLimits;
import org.driftgate.rebalancing.RebalancingPolicy;

/** How a firm rebalances its households; every key with unit, default and range is in {@code docs/policy.md}. */
public record ProposalPolicy(
        DriftRules drift,
        CashRules cash,
        TaxRules tax,
        HarvestRules harvest,
        LocationRules location,
        TradingRules trading) {

    /** What counts where a file says nothing. */
    public static final ProposalPolicy STANDARD = new ProposalPolicy(
            DriftRules.STANDARD,
            CashRules.STANDARD,
            TaxRules.STANDARD,
            HarvestRules.STANDARD,
            LocationRules.STANDARD,
            TradingRules.STANDARD);

    /** The part of it that the solver reads. */
    RebalancingPolicy solver() {
        return new RebalancingPolicy(
                cash.idleCost(),
                location.counts(),
                tax.prices(),
                tax.budget() == TaxRules.Budget.GROSS ? RebalancingPolicy.Budget.GROSS : RebalancingPolicy.Budget.NET,
                harvest.lossShare(),
                harvest.lossDollars(),
                tax.nearLongTerm(),
                tax.banDays(),
                trading.minimumTrade(),
                trading.minimumBenefit(),
                trading.wholeShares(),
                new RebalancingLimits(
                        trading.turnover(), trading.volumeShare(), cash.horizonDays(), trading.costsFromCash(), false),
                tax.weight());
    }
}
