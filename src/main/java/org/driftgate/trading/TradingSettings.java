package org.driftgate.trading;

import java.math.BigDecimal;
import java.time.Duration;
import org.driftgate.household.Security;
import org.driftgate.shared.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a price may move between proposal and release and how old it may be then, how much worse the netted tax may have
 * become (the larger of dollars and share of it), how old a release check may be at the claim, how often a case asks again
 * while sending is stopped, how often a doubtful order is looked up at once, and how long after the close every day order
 * must be over. Tolerances are fractions, as is the share of a day's orders that may be rejected before the administrator
 * is told. The schema claims nothing on prices older than 15 minutes, so {@code priceAge} may only be shorter.
 */
@ConfigurationProperties("driftgate.trading")
public record TradingSettings(
        @DefaultValue("0.02") BigDecimal fundTolerance,
        @DefaultValue("0.03") BigDecimal stockTolerance,
        @DefaultValue("500") BigDecimal taxTolerance,
        @DefaultValue("0.05") BigDecimal taxToleranceShare,
        @DefaultValue("PT15M") Duration priceAge,
        @DefaultValue("PT1M") Duration checkAge,
        @DefaultValue("PT5M") Duration stopPause,
        @DefaultValue("3") int lookUps,
        @DefaultValue("PT0.2S") Duration lookUpPause,
        @DefaultValue("PT30M") Duration overAfterClose,
        @DefaultValue("0.001") BigDecimal rejectionLimit) {

    private static final Duration OLDEST_PRICE = Duration.ofMinutes(15);

    public TradingSettings {
        notLonger("price-age", priceAge);
        notLonger("check-age", checkAge);
        if (stopPause.isNegative() || stopPause.isZero())
            throw new IllegalArgumentException("driftgate.trading.stop-pause %s is no pause".formatted(stopPause));
    }

    private static void notLonger(String name, Duration age) {
        if (age.compareTo(OLDEST_PRICE) > 0)
            throw new IllegalArgumentException(
                    "driftgate.trading.%s %s is longer than %s".formatted(name, age, OLDEST_PRICE));
    }

    BigDecimal tolerance(Security.Kind kind) {
        return kind == Security.Kind.STOCK ? stockTolerance : fundTolerance;
    }

    /** Cents half-even; a refund that shrinks is a worse tax too, so the size of the amount counts. */
    Money taxTolerance(Money approved) {
        return new Money(approved.amount().abs().multiply(taxToleranceShare)).max(new Money(taxTolerance));
    }
}
