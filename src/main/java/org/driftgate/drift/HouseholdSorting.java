package org.driftgate.drift;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.driftgate.household.Book;
import org.driftgate.household.Finding;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.run.Bucket;
import org.driftgate.run.HouseholdOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides the bucket of one household: whether it can be checked, has a target, may trade, and how far it strayed. */
@Component
class HouseholdSorting {

    private final DriftCalculation calculation;
    private final SetAsideAccounts accounts;

    HouseholdSorting(DriftCalculation calculation, SetAsideAccounts accounts) {
        this.calculation = calculation;
        this.accounts = accounts;
    }

    /** The outcome with the report behind it, where one could be made. */
    record Sorted(HouseholdOutcome outcome, @Nullable DriftReport report) {}

    Sorted sort(Household household, Book book, @Nullable Finding quarantine, LocalDate today) {
        if (quarantine != null) return unmeasured(household, Bucket.UNABLE_TO_CHECK, quarantine.sentence());
        String model = household.model();
        if (model == null) return unmeasured(household, Bucket.NO_TARGET, "no model is assigned");
        if (!book.models().containsKey(model))
            return unmeasured(household, Bucket.NO_TARGET, "its model '%s' is not known".formatted(model));
        if (!calculation.canMeasure(household, book, today))
            return unmeasured(household, Bucket.UNABLE_TO_CHECK, "nothing is left after its cash needs");
        DriftReport report = calculation.measure(household, book, today);
        var division = accounts.of(household);
        if (division.tradable().isEmpty())
            return measured(household, Bucket.SET_ASIDE, "no account may trade: " + reasons(division), report);
        Bucket bucket = report.outside() ? Bucket.OUT_OF_BAND : Bucket.WITHIN_BAND;
        return measured(household, bucket, report.sentence(), report);
    }

    private static String reasons(SetAsideAccounts.Division division) {
        return division.setAside().stream()
                .map(setAside -> setAside.account().id() + " " + setAside.reason())
                .collect(Collectors.joining("; "));
    }

    private static Sorted measured(Household household, Bucket bucket, String reason, DriftReport report) {
        var points = new BigDecimal(report.largestDrift().inPercent());
        return new Sorted(
                new HouseholdOutcome(household.id(), household.name(), household.adviser(), bucket, reason, points),
                report);
    }

    private static Sorted unmeasured(Household household, Bucket bucket, String reason) {
        return new Sorted(
                new HouseholdOutcome(household.id(), household.name(), household.adviser(), bucket, reason, null),
                null);
    }
}
