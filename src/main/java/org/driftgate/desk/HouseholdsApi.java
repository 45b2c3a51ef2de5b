package org.driftgate.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.audit.AuditLog;
import org.driftgate.desk.CasesApi.TimelineAnswer;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A household over all its runs. */
@RestController
@Tag(name = "Cases")
class HouseholdsApi {

    private final AuditLog audit;
    private final Cases cases;

    HouseholdsApi(AuditLog audit, Cases cases) {
        this.audit = audit;
        this.cases = cases;
    }

    @GetMapping("/api/households/{household}/timeline")
    @Operation(summary = "Everything recorded about a household in all its runs, oldest first")
    List<HouseholdAnswer> timeline(@PathVariable String household, Authentication who) {
        var viewer = Viewer.of(who);
        Set<CaseId> visible = cases.ofHousehold(new HouseholdId(household)).stream()
                .filter(viewer::maySee)
                .map(RebalancingCase::id)
                .collect(Collectors.toSet());
        if (visible.isEmpty()) throw Answers.notFound("There is no case of household %s.".formatted(household));
        visible.forEach(Disclosed::add);
        return audit.ofHousehold(new HouseholdId(household)).stream()
                .flatMap(recorded -> Stream.ofNullable(recorded.entry().about())
                        .filter(visible::contains)
                        .map(about -> new HouseholdAnswer(about.value(), TimelineAnswer.of(recorded))))
                .toList();
    }

    /** An entry of a case's timeline and the case that it belongs to. */
    record HouseholdAnswer(String caseId, @JsonUnwrapped TimelineAnswer entry) {}
}
