package org.driftgate.market;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The firm's zone and the part of a trading day in which orders may be released. */
@ConfigurationProperties("driftgate.market")
record MarketSettings(
        @DefaultValue("America/New_York") ZoneId zone,
        @DefaultValue("09:45") LocalTime releaseFrom,
        @DefaultValue("15:45") LocalTime releaseTo) {

    MarketSettings {
        if (!releaseFrom.isBefore(releaseTo))
            throw new IllegalArgumentException(
                    "driftgate.market.release-from %s is not before release-to %s".formatted(releaseFrom, releaseTo));
    }
}
