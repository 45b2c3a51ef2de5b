package org.driftgate.desk;

import java.util.Optional;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds the case that a request names and asks whether this person may see it. */
@Component
class OpenCases {

    private final Cases cases;

    OpenCases(Cases cases) {
        this.cases = cases;
    }

    RebalancingCase find(String id, Authentication who) {
        RebalancingCase found = parse(id)
                .flatMap(cases::find)
                .orElseThrow(() -> Answers.notFound("There is no case %s.".formatted(id)));
        if (Viewer.of(who).maySee(found)) return found;
        throw Answers.forbidden("Case %s belongs to a household of another adviser.".formatted(id));
    }

    CaseId id(String id, Authentication who) {
        return find(id, who).id();
    }

    private static Optional<CaseId> parse(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && dot < id.length() - 1 ? Optional.of(new CaseId(id)) : Optional.empty();
    }
}
