package org.driftgate.process.engine.guard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The variables of a case are written by its steps. From outside none is set or removed, and none that decides the way
 * travels along with a message, a signal or the end of a task. They decide the way only: orders come from rows.
 */
final class VariableRule implements RoadRule {

    private static final List<String> PAYLOADS = List.of(
            "variables",
            "properties",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope",
            "payloadProcessInstanceVariables",
            "payloadProcessInstanceVariablesLocal",
            "payloadProcessInstanceVariablesToTriggeredScope");

    private final GuardedDefinitions definitions;
    private final Vocabulary words;

    VariableRule(GuardedDefinitions definitions, Vocabulary words) {
        this.definitions = definitions;
        this.words = words;
    }

    static RefusedRequest refusal() {
        return RefusedRequest.never(
                "The variables of a case are written by its own steps only. Record the decision in the"
                        + " form of its task; nothing was changed.");
    }

    @Override
    public void check(Command<?> command, boolean outside) {
        if (!outside) return;
        if (command instanceof SetVariablesToProcessInstancesBatchCmd) throw refusal();
        if (isDirect(command)
                && definitions.behind(CommandFields.text(command, "entityId")).isPresent()) throw refusal();
        if (carriesRouting(command) && concernsCase(command)) throw refusal();
    }

    /** Sets, changes or removes. */
    private static boolean isDirect(Command<?> command) {
        return command instanceof AbstractVariableCmd || command instanceof AbstractPatchVariablesCmd;
    }

    /** Whom a message or signal reaches is known only when it is sent, so it concerns a case. */
    private boolean concernsCase(Command<?> command) {
        if (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
            return definitions.behind(CommandFields.text(command, "taskId")).isPresent();
        String name = command.getClass().getSimpleName();
        return name.contains("Correlate")
                || name.contains("Message")
                || name.contains("Signal")
                || name.contains("Condition");
    }

    private boolean carriesRouting(Command<?> command) {
        Object builder = CommandFields.of(command, "builder");
        return Stream.concat(payload(command), builder == null ? Stream.of() : payload(builder))
                .anyMatch(name -> words.contract().routing().contains(name) || words.isVisible(name));
    }

    private static Stream<String> payload(Object carrier) {
        return PAYLOADS.stream()
                .map(name -> CommandFields.map(carrier, name))
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .map(String::valueOf);
    }
}
