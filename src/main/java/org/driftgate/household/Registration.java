package org.driftgate.household;

/** The tax kind of an account. Gains are taxable in taxable and trust accounts only. */
public enum Registration {
    TAXABLE,
    TRUST,
    IRA,
    ROTH,
    WORKPLACE_PLAN;

    public boolean gainsAreTaxable() {
        return this == TAXABLE || this == TRUST;
    }
}
