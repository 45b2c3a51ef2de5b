package org.driftgate.review;

import java.util.List;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.shared.Money;

final class TaxView {

    private TaxView() {}

    static List<ReviewView.TaxUnitView> units(Assessment assessment) {
        return assessment.tax().stream().map(TaxView::unit).toList();
    }

    private static ReviewView.TaxUnitView unit(TaxEffect effect) {
        Money budget = effect.unit().gainBudget();
        return new ReviewView.TaxUnitView(
                effect.unit().id().value(),
                effect.unit().filingStatus(),
                effect.unit().shortTermRate(),
                effect.unit().longTermRate(),
                effect.added().shortTerm().amount(),
                effect.added().longTerm().amount(),
                effect.tax().amount(),
                effect.realizedBefore().amount(),
                effect.realizedAfter().amount(),
                budget == null ? null : budget.amount(),
                effect.isOverBudget());
    }
}
