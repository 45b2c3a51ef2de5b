package org.driftgate.trading;

import java.math.BigDecimal;
import java.time.Duration;
import org.driftgate.household.Security;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a price may move between proposal and release, how often a doubtful order is looked up at once, and how long
 * after the close every day order must be over. Tolerances are fractions, as is the share of a day's orders that may be
 * rejected before the administrator is told.
 */
@ConfigurationProperties("driftgate.trading")
public record TradingSettings(
        @DefaultValue("0.02") BigDecimal fundTolerance,
        @DefaultValue("0.03") BigDecimal stockTolerance,
        @DefaultValue("3") int lookUps,
        @DefaultValue("PT0.2S") Duration lookUpPause,
        @DefaultValue("PT30M") Duration overAfterClose,
        @DefaultValue("0.001") BigDecimal rejectionLimit) {

    BigDecimal tolerance(Security.Kind kind) {
        return kind == Security.Kind.STOCK ? stockTolerance : fundTolerance;
    }
}
