package org.driftgate.desk;

import java.util.Optional;
import org.driftgate.proposal.Proposals;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.CaseId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Finds the case that a request names and asks whether this person may see it. */
@Component
class OpenCases {

    private final Cases cases;
    private final Proposals proposals;

    OpenCases(Cases cases, Proposals proposals) {
        this.cases = cases;
        this.proposals = proposals;
    }

    RebalancingCase find(String id, Authentication who) {
        RebalancingCase found = parse(id).flatMap(cases::find).orElseThrow(() -> unknown(id));
        if (Viewer.of(who).maySee(found)) {
            Disclosed.add(found.id());
            return found;
        }
        Disclosed.refused(found.id());
        throw unknown(id);
    }

    CaseId id(String id, Authentication who) {
        return find(id, who).id();
    }

    /** One that has trades to look at; a case handled by hand, or whose proposal was not possible, never gets any. */
    RebalancingCase proposed(String id, Authentication who) {
        RebalancingCase found = find(id, who);
        if (proposals.current(found.id()).isEmpty()) throw Answers.notFound("Case %s has no proposal.".formatted(id));
        return found;
    }

    /** Another adviser's case is answered in the same words: not even that it exists is told. */
    private static ErrorResponseException unknown(String id) {
        return Answers.notFound("There is no case %s.".formatted(id));
    }

    private static Optional<CaseId> parse(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && dot < id.length() - 1 ? Optional.of(new CaseId(id)) : Optional.empty();
    }
}
