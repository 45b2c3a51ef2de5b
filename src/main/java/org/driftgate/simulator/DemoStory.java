package org.driftgate.simulator;

/** What a household of the demo firm shows. */
enum DemoStory {
    /** Outside its band, nothing in the way. */
    CLEAN,
    INSIDE_BAND,
    /** Two people who each get the notice. */
    JOINT,
    /** The reviewer decides line by line. */
    PER_TRADE_APPROVAL,
    /** A legacy stock that may not be sold. */
    NO_SELL,
    /** A fund of the model that may not be bought; a substitute stands in. */
    NO_BUY,
    /** A screen on fossil fuels. */
    SRI_SCREEN,
    HELD_AWAY,
    /** Everything taxable, large gains, a small budget. */
    OVER_GAIN_BUDGET,
    /** Gains of less than a year in a taxable account. */
    TAX_REVIEW,
    NON_DISCRETIONARY,
    FROZEN_ACCOUNT,
    DECEASED_OWNER,
    /** Every account moves to another custodian, so nothing is possible. */
    TRANSFERRING_ACCOUNTS,
    LOCKED_ACCOUNT,
    FOREIGN_OPEN_ORDER,
    REJECTED_TRADE,
    PARTIAL_FILL,
    /** A life event that leaves the routine path. */
    MANUAL_HANDLING,
    UNRECONCILED,
    LOTS_DO_NOT_ADD_UP,
    NO_MODEL,
    NO_EMAIL,
    WITHDRAWAL_DUE,
    REQUIRED_DISTRIBUTION,
    /** A loss bought again twelve days ago. */
    WASH_SALE,
    /** All accounts at a custodian that we cannot trade with. */
    OTHER_CUSTODIAN,
    /** A contribution that waits in cash. */
    NEW_MONEY;

    /** Whether the accounts hold nothing that shelters gains. */
    boolean isAllTaxable() {
        return this == OVER_GAIN_BUDGET || this == TAX_REVIEW || this == WASH_SALE || hasOneAccount();
    }

    /** Scripted orders need the trade to happen in a known account. */
    boolean hasOneAccount() {
        return this == REJECTED_TRADE || this == PARTIAL_FILL;
    }

    boolean isInsideBand() {
        return this == INSIDE_BAND;
    }
}
