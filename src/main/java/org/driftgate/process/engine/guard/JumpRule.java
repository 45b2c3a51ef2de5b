package org.driftgate.process.engine.guard;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.ActivityAfterInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityBeforeInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Modifications of running instances, one by one or as a batch: a token may go back before the review, never behind it. */
final class JumpRule implements RoadRule {

    private final GuardedDefinitions definitions;

    JumpRule(GuardedDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void check(Command<?> command, boolean outside) {
        Object builder = CommandFields.of(command, "builder");
        if (builder instanceof ProcessInstanceModificationBuilderImpl one && isModification(command))
            definitions
                    .behind(one.getProcessInstanceId())
                    .ifPresent(paths -> check(paths, one.getModificationOperations()));
        if (builder instanceof ModificationBuilderImpl many)
            definitions.byId(many.getProcessDefinitionId()).ifPresent(paths -> check(paths, many.getInstructions()));
    }

    private static boolean isModification(Command<?> command) {
        return command.getClass().getSimpleName().startsWith("ModifyProcessInstance");
    }

    private static void check(ReviewPaths paths, List<AbstractProcessInstanceModificationCommand> instructions) {
        boolean goesOn = false;
        for (AbstractProcessInstanceModificationCommand instruction : instructions)
            if (instruction instanceof AbstractInstantiationCmd start) {
                goesOn = true;
                refuseWayRoundReview(paths, start);
                refuseVariables(start);
            }
        if (!goesOn)
            throw RefusedRequest.never("A case that is only cancelled would end without a record. Decline it in its"
                    + " review, or move it to a step that closes it; nothing was changed.");
    }

    private static void refuseWayRoundReview(ReviewPaths paths, AbstractInstantiationCmd start) {
        way(paths, start).ifPresent(found -> {
            throw RefusedRequest.never(
                    ("A case cannot be put behind its review: %s. Move it to a step before the review"
                                    + " and let it be reviewed; nothing was changed.")
                            .formatted(String.join(" → ", found)));
        });
    }

    private static Optional<List<String>> way(ReviewPaths paths, AbstractInstantiationCmd start) {
        String element = CommandFields.text(start, "activityId");
        if (start instanceof ActivityBeforeInstantiationCmd && element != null) return paths.entering(element);
        if (start instanceof ActivityAfterInstantiationCmd && element != null) return paths.leaving(element);
        String flow = CommandFields.text(start, "transitionId");
        if (start instanceof TransitionInstantiationCmd && flow != null) return paths.taking(flow);
        return Optional.of(List.of("an unknown kind of instruction"));
    }

    private static void refuseVariables(AbstractInstantiationCmd start) {
        boolean some = !CommandFields.map(start, "variables").isEmpty()
                || !CommandFields.map(start, "variablesLocal").isEmpty();
        if (some) throw VariableRule.refusal();
    }
}
