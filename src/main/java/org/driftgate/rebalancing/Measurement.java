package org.driftgate.rebalancing;

import java.util.List;

/** What given trades are by the objective of a policy, or why they have no measure. */
public sealed interface Measurement permits Measured, Measurement.Missing {

    /** A reason for each trade that stands in the way, without a full stop. */
    record Missing(List<String> reasons) implements Measurement {

        public Missing {
            reasons = List.copyOf(reasons);
        }
    }
}
