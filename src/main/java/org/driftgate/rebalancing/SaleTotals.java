package org.driftgate.rebalancing;

/** What the sales of a plan realise and cost, in cents. */
final class SaleTotals {

    double waiting;
    double budget;
    double frozen;
    final double[] shortGain;
    final double[] longGain;
    final double[] taxOf;

    SaleTotals(HouseholdProblem problem, LotStack stack, TaxPrices prices, Plan plan, WashView wash) {
        shortGain = new double[problem.units.size()];
        longGain = new double[shortGain.length];
        taxOf = new double[shortGain.length];
        for (int position = 0; position < problem.positions.count; position++) {
            int unit = problem.unitOf[problem.positions.account[position]];
            int end = problem.positions.lotStart[position + 1];
            for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
                if (plan.sold[lot] > 0) add(problem, stack, prices, plan.sold[lot], unit, lot, wash.of(position));
        }
    }

    private void add(
            HouseholdProblem problem,
            LotStack stack,
            TaxPrices prices,
            double sold,
            int unit,
            int lot,
            WashChoice choice) {
        LotBook lots = problem.lots;
        if (!lots.taxed[lot]) return;
        double gain = lots.gain[lot] * sold;
        if (lots.longTerm[lot]) longGain[unit] += gain;
        else shortGain[unit] += gain;
        boolean counts = gain > 0 || stack.isWorthHarvesting(lot);
        if (counts) taxOf[unit] += prices.of(unit, lots.longTerm[lot]) * gain;
        waiting += stack.waiting(lot) * sold;
        budget += prices.budget()[unit] * stack.counted(lots.gain[lot]) * sold;
        if (choice.freezesLosses() && lots.loss[lot])
            frozen += (stack.key(lot, choice) - stack.key(lot, WashChoice.HARVEST)) * sold;
    }
}
