package org.driftgate.review;

import java.math.BigDecimal;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Runs the rules over the current version of a case and keeps the findings for the reviewer. */
@Component
public class CheckPreTradeRules {

    public Facts forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /**
     * What the routing decision looks at. {@code estimatedTax} in dollars, netted per tax unit; {@code budgetExceeded}:
     * some tax unit's gain budget is overrun; {@code blocked}: some finding forbids approval as it stands.
     */
    public record Facts(
            int tradeCount,
            BigDecimal estimatedTax,
            boolean budgetExceeded,
            boolean washSale,
            boolean shortTermGain,
            boolean consentRequired,
            boolean blocked,
            String restrictionFlags) {}
}
