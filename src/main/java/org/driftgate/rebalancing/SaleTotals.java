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
        double credited = stack.credited(lot, choice);
        double price = prices.of(unit, lots.longTerm[lot]);
        if (lots.longTerm[lot]) longGain[unit] += credited * sold;
        else shortGain[unit] += credited * sold;
        taxOf[unit] += price * credited * sold;
        waiting += stack.waiting(lot) * sold;
        double limit = prices.budget()[unit];
        budget += limit * stack.counted(lot, choice) * sold;
        if (!choice.freezesLosses() || !lots.loss[lot]) return;
        double free = price * stack.credited(lot, WashChoice.HARVEST) + limit * stack.counted(lots.gain[lot]);
        double washed = price * credited + limit * stack.counted(lot, choice);
        frozen += (stack.key(lot, choice) - stack.key(lot, WashChoice.HARVEST) + free - washed) * sold;
    }
}
