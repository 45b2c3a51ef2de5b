package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.springframework.stereotype.Component;

/** The tax reviewer's part: which lots an approved sale relieves. */
@Component
public class TaxReviews {

    /** The lots of every sale, those chosen and those available, with the netted effect per tax unit. */
    public TaxReviewView view(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public Outcome choose(CaseId about, LotChoice choice, PersonId reviewer) {
        throw new UnsupportedOperationException(about.value() + choice + reviewer);
    }

    /** Per sale the ordered lots; a quantity that differs from the approved one sends the case back to compliance. */
    public record LotChoice(int version, String tradeHash, List<SaleChoice> sales, String note) {

        public record SaleChoice(int line, Quantity quantity, List<LotSale> lots) {}
    }

    public record TaxReviewView(
            String caseId,
            String householdName,
            int version,
            String tradeHash,
            String lotHash,
            BigDecimal estimatedTax,
            List<ReviewView.TaxUnitView> tax,
            List<Sale> sales) {

        /** Lots of the position in this account: chosen ones carry their quantity, the others zero. */
        public record Sale(
                int line,
                String account,
                String registration,
                String symbol,
                BigDecimal quantity,
                BigDecimal price,
                List<ReviewView.LotLine> lots) {}
    }

    public sealed interface Outcome {

        /** {@code quantitiesChanged}: a new version was made and compliance must look again. */
        record Recorded(boolean quantitiesChanged) implements Outcome {}

        record Moved(List<String> changes) implements Outcome {}

        record Refused(List<String> problems) implements Outcome {}
    }
}
