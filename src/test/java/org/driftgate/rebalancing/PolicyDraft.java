package org.driftgate.rebalancing;

import java.math.BigDecimal;

/** A policy with some of its parts replaced. */
final class PolicyDraft {

    private final RebalancingPolicy policy;
    private BigDecimal idleCashCost;
    private RebalancingPolicy.Location location;
    private RebalancingPolicy.Tax tax;
    private RebalancingPolicy.Budget budget;
    private BigDecimal minimumTrade;
    private BigDecimal minimumBenefit;
    private boolean wholeShares;
    private RebalancingLimits limits;
    private BigDecimal taxWeight;

    private PolicyDraft(RebalancingPolicy policy) {
        this.policy = policy;
        idleCashCost = policy.idleCashCost();
        location = policy.location();
        tax = policy.tax();
        budget = policy.budget();
        minimumTrade = policy.minimumTrade();
        minimumBenefit = policy.minimumBenefit();
        wholeShares = policy.wholeShares();
        limits = policy.limits();
        taxWeight = policy.taxWeight();
    }

    static PolicyDraft of(RebalancingPolicy policy) {
        return new PolicyDraft(policy);
    }

    PolicyDraft idleCashCost(BigDecimal cost) {
        idleCashCost = cost;
        return this;
    }

    PolicyDraft location(RebalancingPolicy.Location where) {
        location = where;
        return this;
    }

    PolicyDraft tax(RebalancingPolicy.Tax how) {
        tax = how;
        return this;
    }

    PolicyDraft budget(RebalancingPolicy.Budget how) {
        budget = how;
        return this;
    }

    PolicyDraft minimumTrade(BigDecimal dollars) {
        minimumTrade = dollars;
        return this;
    }

    PolicyDraft minimumBenefit(BigDecimal dollars) {
        minimumBenefit = dollars;
        return this;
    }

    PolicyDraft wholeShares(boolean whole) {
        wholeShares = whole;
        return this;
    }

    PolicyDraft limits(RebalancingLimits wanted) {
        limits = wanted;
        return this;
    }

    PolicyDraft taxWeight(String weight) {
        taxWeight = new BigDecimal(weight);
        return this;
    }

    RebalancingPolicy done() {
        return new RebalancingPolicy(
                idleCashCost,
                location,
                tax,
                budget,
                policy.harvestPercent(),
                policy.harvestDollars(),
                policy.nearLongTerm(),
                policy.banDays(),
                minimumTrade,
                minimumBenefit,
                wholeShares,
                limits,
                taxWeight);
    }
}
