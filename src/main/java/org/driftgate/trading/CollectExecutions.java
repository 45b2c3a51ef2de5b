package org.driftgate.trading;

import java.util.List;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Asks the custodian what became of today's orders and keeps every fact once, in any order and however often it comes. */
@Component
public class CollectExecutions {

    public Collected now() {
        throw new UnsupportedOperationException();
    }

    /** Cases with news that they have not assessed yet, and orders that should be over by now but are not. */
    public record Collected(List<CaseId> changed, int overdue) {}
}
