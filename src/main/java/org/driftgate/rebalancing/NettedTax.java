package org.driftgate.rebalancing;

/**
 * The netted tax of one tax unit as a function of its short and long totals, year to date and carry-forwards included
 * (specification §4.3): linear on each of five regions, continuous, not convex. Money in one unit, dollars or cents.
 *
 * @param carried value of a dollar of loss carried forward
 * @param limit the net loss that offsets other income in one year, 3,000 dollars or 1,500
 */
record NettedTax(double shortRate, double longRate, double ordinaryRate, double carried, double limit) {

    /** In cents, weighed as the policy says, with half the long-term rate for a dollar carried forward. */
    static NettedTax of(HouseholdProblem problem, int unit) {
        return weighed(problem.units.get(unit), problem.policy.taxWeight().doubleValue());
    }

    /** In cents, as it is owed. */
    static NettedTax owed(TaxPosition position) {
        return weighed(position, 1);
    }

    private static NettedTax weighed(TaxPosition position, double weight) {
        double longRate = position.longRate().doubleValue() * weight;
        return new NettedTax(
                position.shortRate().doubleValue() * weight,
                longRate,
                position.ordinaryRate().doubleValue() * weight,
                longRate / 2,
                Cents.of(position.deductionLimit()));
    }

    /** The tax, negative for what a loss is worth this year and later. */
    double tax(double shortTotal, double longTotal) {
        Region region = Region.of(shortTotal, longTotal, limit);
        return shortPrice(region) * shortTotal + longPrice(region) * longTotal + constant(region);
    }

    /** What a person is shown: the tax of this year, a loss costs and gives nothing. */
    double shown(double shortTotal, double longTotal) {
        return shortTotal + longTotal <= 0 ? 0 : tax(shortTotal, longTotal);
    }

    double shortPrice(Region region) {
        return switch (region) {
            case BOTH_GAINS, SHORT_REMAINS -> shortRate;
            case LONG_REMAINS -> longRate;
            case DEDUCTIBLE_LOSS -> ordinaryRate;
            case CARRIED_LOSS -> carried;
        };
    }

    double longPrice(Region region) {
        return region == Region.BOTH_GAINS ? longRate : shortPrice(region);
    }

    double constant(Region region) {
        return region == Region.CARRIED_LOSS ? -(ordinaryRate - carried) * limit : 0;
    }

    /** Where short and long totals fall; A to E of the specification. */
    enum Region {
        BOTH_GAINS,
        LONG_REMAINS,
        SHORT_REMAINS,
        DEDUCTIBLE_LOSS,
        CARRIED_LOSS;

        static Region of(double shortTotal, double longTotal, double limit) {
            double net = shortTotal + longTotal;
            if (net < -limit) return CARRIED_LOSS;
            if (net < 0) return DEDUCTIBLE_LOSS;
            if (shortTotal < 0) return LONG_REMAINS;
            return longTotal < 0 ? SHORT_REMAINS : BOTH_GAINS;
        }

        /** Whether the closed region holds a point, give or take a cent. */
        boolean holds(double shortTotal, double longTotal, double limit) {
            for (RegionEdge edge : RegionEdge.of(this, limit)) if (edge.excess(shortTotal, longTotal) > 1) return false;
            return true;
        }
    }
}
