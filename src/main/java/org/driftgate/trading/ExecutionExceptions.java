package org.driftgate.trading;

import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that a person must look at, and what was decided about them. */
@Component
public class ExecutionExceptions {

    /** Marks the case as an execution exception and says in a sentence what happened. */
    public String flag(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public ExceptionView view(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Empty problems mean it was recorded. AMEND makes a new version that goes back to the gate. */
    public List<String> resolve(CaseId about, Resolution resolution, PersonId person) {
        throw new UnsupportedOperationException(about.value() + resolution + person);
    }

    public enum Action {
        RETRY,
        AMEND,
        CANCEL,
        BY_HAND
    }

    /** A reference of the custodian's own site is required for BY_HAND, lines for AMEND, a reason always. */
    public record Resolution(Action action, @Nullable String reference, String reason, List<AmendedLine> lines) {

        public record AmendedLine(int line, Quantity quantity) {}
    }
}
