package org.driftgate.household;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.market.MarketCalendar;
import org.springframework.stereotype.Component;

/** All rules of a usable snapshot, as of the business day. */
@Component
class SnapshotRules {

    private final MarketCalendar market;
    private final HouseholdSettings settings;

    SnapshotRules(MarketCalendar market, HouseholdSettings settings) {
        this.market = market;
        this.settings = settings;
    }

    /** Findings about the whole come first. */
    List<Finding> findings(Book book) {
        LocalDate today = market.today();
        var findings = new ArrayList<Finding>();
        if (book.households().isEmpty())
            findings.add(new Finding("NO_HOUSEHOLDS", null, null, "households", "the source reported no household"));
        findings.addAll(new MarketRules(today, oldestPrice(today), market.zone()).findings(book));
        for (Household household : book.households()) findings.addAll(HouseholdRules.findings(household, today));
        return List.copyOf(findings);
    }

    /** A share of a book: a run over single households keeps those it cannot check and says so. */
    List<Finding> tooManyQuarantined(long quarantined, int households) {
        if (households == 0) return List.of();
        BigDecimal share =
                BigDecimal.valueOf(quarantined).divide(BigDecimal.valueOf(households), 4, RoundingMode.HALF_EVEN);
        if (share.compareTo(settings.maxQuarantinedShare()) <= 0) return List.of();
        return List.of(new Finding(
                "TOO_MANY_QUARANTINED",
                null,
                null,
                "households",
                "%d of %d households cannot be checked, more than the allowed share of %s"
                        .formatted(quarantined, households, settings.maxQuarantinedShare())));
    }

    private LocalDate oldestPrice(LocalDate today) {
        var calendar = market.calendar();
        LocalDate oldest = today;
        for (int days = 0; days < settings.maxAge().getDays(); days++) oldest = calendar.previousTradingDay(oldest);
        return oldest;
    }
}
