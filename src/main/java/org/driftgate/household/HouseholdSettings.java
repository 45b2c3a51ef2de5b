package org.driftgate.household;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes a snapshot usable. {@code maxAge} counts trading days: with P1D prices are of the previous trading day's
 * close or later. {@code routedCustodians} are those that an order can reach.
 */
@ConfigurationProperties("driftgate.household")
record HouseholdSettings(
        @DefaultValue("P1D") Period maxAge,
        @DefaultValue("0.10") BigDecimal maxQuarantinedShare,
        @DefaultValue("schwab") Set<String> routedCustodians) {

    HouseholdSettings {
        routedCustodians = Set.copyOf(routedCustodians);
    }
}
