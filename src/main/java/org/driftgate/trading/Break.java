package org.driftgate.trading;

import org.jspecify.annotations.Nullable;

/** One difference between what was approved and what the custodian reported, in a sentence for people. */
record Break(Kind kind, @Nullable Integer line, String sentence) {

    enum Kind {
        /** Too few shares although the custodian calls the order done, or more than were ordered. */
        QUANTITY,
        /** Beyond the limit, or none at all. */
        PRICE,
        /** Reported for another account. */
        ACCOUNT,
        /** Other lots were relieved than the order named. */
        LOTS,
        /** Any other report that contradicts the order. */
        QUARANTINED,
        /** The day ended first, as a day order may. */
        EXPIRED,
        /** Never sent, or the rest of it: its approval ended first, a person called it off, or cash covered no more. */
        NOT_SENT,
        /** A person decided that no more of it is wanted. */
        DECIDED,
        /** A person dealt with it at the custodian. */
        BY_HAND;

        /** Nobody has explained it yet. */
        boolean needsExplanation() {
            return switch (this) {
                case QUANTITY, PRICE, ACCOUNT, LOTS, QUARANTINED -> true;
                case EXPIRED, NOT_SENT, DECIDED, BY_HAND -> false;
            };
        }
    }
}
