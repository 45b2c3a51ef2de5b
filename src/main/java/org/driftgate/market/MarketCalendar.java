package org.driftgate.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.driftgate.shared.TradingCalendar;
import org.springframework.stereotype.Component;

/** The firm's market times: the calendar from {@code driftgate.market_day}, the zone and the release window from settings. */
@Component
public class MarketCalendar {

    /** The calendar as its table stands now. */
    public TradingCalendar calendar() {
        throw new UnsupportedOperationException();
    }

    /** Market and firm time zone, New York by default. */
    public ZoneId zone() {
        throw new UnsupportedOperationException();
    }

    /** The business day now. */
    public LocalDate today() {
        throw new UnsupportedOperationException();
    }

    /** Now when a release window is open, otherwise the opening of the next one (09:45 by default). */
    public Instant nextRelease(Instant from) {
        throw new UnsupportedOperationException("" + from);
    }

    public boolean isReleaseOpen(Instant at) {
        throw new UnsupportedOperationException("" + at);
    }

    /** The end of the first release window that ends after that instant: an approval lives until then. */
    public Instant approvalExpiry(Instant decidedAt) {
        throw new UnsupportedOperationException("" + decidedAt);
    }
}
