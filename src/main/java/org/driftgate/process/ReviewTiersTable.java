package org.driftgate.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.review.Tier;
import org.driftgate.review.TierTable;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the newest deployed table {@code review-tiers}. */
@Component
class ReviewTiersTable implements TierTable {

    private final DecisionService decisions;
    private final EngineUser user;

    ReviewTiersTable(DecisionService decisions, EngineUser user) {
        this.decisions = decisions;
        this.user = user;
    }

    @Override
    public Answer ask(Question question) {
        DmnDecisionResult result = user.asItself(() -> decisions
                .evaluateDecisionByKey(DriftToNotificationBpmn.REVIEW_TIERS_DECISION)
                .variables(variables(question))
                .evaluate());
        return answer(result.isEmpty() ? null : result.getFirstResult().getEntry("tiers"), question);
    }

    static Map<String, Object> variables(Question question) {
        var variables = new HashMap<String, Object>();
        variables.put("orderAmount", question.amount().doubleValue());
        variables.put("overridden", question.overridden());
        variables.put("concentration", question.concentration());
        variables.put("warning", question.warning());
        variables.put("consentRequired", question.consentRequired());
        variables.put("changedByHand", question.changedByHand());
        return variables;
    }

    static Answer answer(@Nullable Object said, Question question) {
        try {
            List<Tier> tiers = Arrays.stream(String.valueOf(said).split(","))
                    .map(String::strip)
                    .map(Tier::valueOf)
                    .toList();
            return new Answer(tiers, because(question));
        } catch (IllegalArgumentException e) {
            throw new SystemFault(
                    "decision table",
                    DriftToNotificationBpmn.REVIEW_TIERS_DECISION,
                    "it answers '%s'; it has to name ADVISER, COMPLIANCE or COMPLIANCE and COMPLIANCE_2. Nobody can sign until the table is mended."
                            .formatted(said),
                    e);
        }
    }

    private static String because(Question question) {
        var because = new StringBuilder("table %s for orders of $%,.2f"
                .formatted(DriftToNotificationBpmn.REVIEW_TIERS_DECISION, question.amount()));
        if (question.overridden()) because.append(", a finding overridden");
        if (question.concentration()) because.append(", a single stock concentrated");
        if (question.warning()) because.append(", with warnings");
        if (question.consentRequired()) because.append(", client consent needed");
        if (question.changedByHand()) because.append(", changed by a person");
        return because.toString();
    }
}
