package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Cases are opened by runs, from their beginning; a closed one is not started again. */
final class StartRule implements RoadRule {

    private final GuardedDefinitions definitions;

    StartRule(GuardedDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void check(Command<?> command, boolean outside) {
        if (command instanceof AbstractRestartProcessInstanceCmd<?>) refuseRestart(command);
        if (command instanceof StartProcessInstanceAtActivitiesCmd) refuseStart(command);
        if (outside && (command instanceof StartProcessInstanceCmd || command instanceof SubmitStartFormCmd))
            refuseStart(command);
    }

    private void refuseRestart(Command<?> command) {
        Object builder = CommandFields.of(command, "builder");
        String definition = builder == null ? null : CommandFields.text(builder, "processDefinitionId");
        if (definitions.byId(definition).isPresent())
            throw RefusedRequest.never(
                    "A case is not started again; request a run, which collects and proposes afresh. Nothing was changed.");
    }

    private void refuseStart(Command<?> command) {
        if (isGuarded(command))
            throw RefusedRequest.never(
                    "A case is opened by a run only, and from its beginning; request a run. Nothing was started.");
    }

    private boolean isGuarded(Command<?> command) {
        if (CommandFields.of(command, "instantiationBuilder") instanceof ProcessInstantiationBuilderImpl builder)
            return definitions.byId(builder.getProcessDefinitionId()).isPresent()
                    || definitions.newestOf(builder.getProcessDefinitionKey()).isPresent();
        return definitions
                .byId(CommandFields.text(command, "processDefinitionId"))
                .isPresent();
    }
}
