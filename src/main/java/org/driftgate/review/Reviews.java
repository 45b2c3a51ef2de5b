package org.driftgate.review;

import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** The review of a case: what the reviewer sees and what the reviewer decides. */
@Component
public class Reviews {

    public ReviewView view(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Validates and recalculates on the server; keeps both versions; records sign-off and verdict. */
    public ReviewDecision.Outcome decide(CaseId about, ReviewDecision decision, PersonId reviewer) {
        throw new UnsupportedOperationException(about.value() + decision + reviewer);
    }

    /** What the same changes would lead to, without recording anything. */
    public ReviewView preview(CaseId about, ReviewDecision decision) {
        throw new UnsupportedOperationException(about.value() + decision);
    }

    /** The adviser's answer to a reviewer's question. */
    public void answer(CaseId about, String answer, PersonId adviser) {
        throw new UnsupportedOperationException(about.value() + answer + adviser);
    }
}
