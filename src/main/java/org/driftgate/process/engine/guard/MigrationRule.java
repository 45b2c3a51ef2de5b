package org.driftgate.process.engine.guard;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;

/** Migrations, one by one or as a batch: a token that still has its review before it keeps it before it. */
final class MigrationRule implements RoadRule {

    private final GuardedDefinitions definitions;

    MigrationRule(GuardedDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void check(Command<?> command, boolean outside) {
        if (CommandFields.of(command, "executionBuilder") instanceof MigrationPlanExecutionBuilderImpl execution)
            check(execution.getMigrationPlan());
        if (command instanceof SetProcessDefinitionVersionCmd
                && definitions
                        .behind(CommandFields.text(command, "processInstanceId"))
                        .isPresent())
            throw RefusedRequest.never("A case changes its version by a migration plan only.");
    }

    private void check(MigrationPlan plan) {
        Optional<ReviewPaths> source = definitions.any(plan.getSourceProcessDefinitionId());
        Optional<ReviewPaths> target = definitions.any(plan.getTargetProcessDefinitionId());
        if (source.isEmpty() || target.isEmpty()) return;
        boolean fromCase = source.get().submits();
        boolean toCase = target.get().submits();
        if (fromCase && !toCase)
            throw RefusedRequest.never(
                    "A case cannot leave its process by a migration: it would end without its record."
                            + " Decline it in its review; nothing was changed.");
        if (!toCase) return;
        if (plan.getVariables() != null && !plan.getVariables().isEmpty()) throw VariableRule.refusal();
        plan.getInstructions().forEach(instruction -> check(instruction, source.get(), target.get()));
    }

    private static void check(MigrationInstruction instruction, ReviewPaths source, ReviewPaths target) {
        String from = instruction.getSourceActivityId();
        String to = instruction.getTargetActivityId();
        boolean wasBehind = source.entering(from).isPresent();
        boolean onto = target.isSubmitting(to) && !source.isSubmitting(from);
        boolean leavesReview = source.isReview(from) && !target.isReview(to);
        if (onto || leavesReview || (!wasBehind && target.entering(to).isPresent()))
            throw RefusedRequest.never(
                    ("A case cannot be migrated past its review: '%s' to '%s'. Map it to a step before"
                                    + " the review, the review to itself; nothing was changed.")
                            .formatted(from, to));
    }
}
