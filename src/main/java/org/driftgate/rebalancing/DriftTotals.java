package org.driftgate.rebalancing;

/** What the end weights of a plan cost, in cents. */
final class DriftTotals {

    double cost;
    double hardBreach;
    double outside;
    double deviation;

    DriftTotals(HouseholdProblem problem, double[] endSecurity, double[] endClass, double allCash) {
        for (int security = 0; security < endSecurity.length; security++)
            add(problem.securityBand[security], endSecurity[security], false);
        for (int tier = 0; tier < endClass.length; tier++)
            add(problem.classBand[tier], endClass[tier], problem.parentOf[tier] < 0);
        add(problem.cashBand, allCash, true);
    }

    private void add(DriftCurve.Band band, double value, boolean top) {
        if (band == DriftCurve.Band.FREE) return;
        double beyond = Math.max(0, Math.max(band.low() - value, value - band.high()));
        cost += band.price() * beyond;
        if (band.price() == Tiers.HARD_BAND) hardBreach += beyond;
        outside += beyond;
        if (top) deviation += band.away(value) / 2;
    }
}
