package org.driftgate.shared;

/** The case of one household in one run, such as {@code R20261120-1.H000042}; also the business key of its process. */
public record CaseId(String value) {

    public CaseId {
        if (value.indexOf('.') < 1 || value.endsWith("."))
            throw new IllegalArgumentException("case id is not run.household: " + value);
    }

    public static CaseId of(RunId run, HouseholdId household) {
        return new CaseId(run.value() + "." + household.value());
    }

    public RunId run() {
        return new RunId(value.substring(0, value.indexOf('.')));
    }

    public HouseholdId household() {
        return new HouseholdId(value.substring(value.indexOf('.') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
