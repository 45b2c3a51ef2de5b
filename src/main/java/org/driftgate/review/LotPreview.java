package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.review.ReviewView.TaxUnitView;

/** What a choice of lots would lead to; nothing of it is recorded. */
public sealed interface LotPreview {

    /**
     * Taxes netted per tax unit in dollars, of the lots in force and of those chosen; {@code washSales} are the hints of the
     * lots chosen. {@code backToCompliance}: the approval would not hold, {@code because} says why.
     */
    record Shown(
            int version,
            String tradeHash,
            BigDecimal taxInForce,
            BigDecimal estimatedTax,
            List<TaxUnitView> unitsInForce,
            List<TaxUnitView> tax,
            List<String> washSales,
            boolean backToCompliance,
            List<String> because)
            implements LotPreview {}

    record Moved(List<String> changes) implements LotPreview {}

    record Refused(List<String> problems) implements LotPreview {}
}
