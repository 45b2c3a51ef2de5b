package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.review.Consequences;
import org.driftgate.shared.Money;

/** Whether what the approved trades lead to is still what was approved: the netted tax and the findings of the rules. */
record ConsequenceMove(Consequences consequences, TradingSettings settings) {

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        Money worse = consequences.taxNow().minus(consequences.taxApproved());
        if (worse.compareTo(settings.taxTolerance(consequences.taxApproved())) > 0)
            sentences.add("The netted tax is $%s now, $%s when it was approved."
                    .formatted(consequences.taxNow(), consequences.taxApproved()));
        consequences.came().forEach(finding -> sentences.add("New finding: %s.".formatted(finding)));
        consequences.went().forEach(finding -> sentences.add("Finding gone: %s.".formatted(finding)));
        return sentences;
    }
}
