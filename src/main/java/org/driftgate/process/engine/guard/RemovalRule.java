package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** An open case is not removed, by itself or with its definition or deployment: a household would vanish. */
final class RemovalRule implements RoadRule {

    private final GuardedDefinitions definitions;

    RemovalRule(GuardedDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void check(Command<?> command, boolean outside) {
        for (String instance : instances(command))
            if (definitions.behind(instance).isPresent()) refuse();
        for (String definition : removedDefinitions(command))
            if (definitions.byId(definition).isPresent() && definitions.hasInstances(definition)) refuse();
    }

    private static void refuse() {
        throw RefusedRequest.never(
                "An open case is not deleted: the household would vanish from its run. Decline it in its"
                        + " review; nothing was changed.");
    }

    private List<String> instances(Command<?> command) {
        List<String> found = new ArrayList<>();
        if (command instanceof DeleteProcessInstanceCmd) add(found, CommandFields.text(command, "processInstanceId"));
        if (command instanceof DeleteProcessInstancesCmd || command instanceof DeleteProcessInstanceBatchCmd)
            addAll(found, CommandFields.many(command, "processInstanceIds"));
        if (command instanceof DeleteProcessInstanceBatchCmd) {
            addAll(found, matching(command, "processInstanceQuery"));
            addAll(found, matching(command, "historicProcessInstanceQuery"));
        }
        return found;
    }

    private Collection<?> matching(Command<?> command, String field) {
        if (!(CommandFields.of(command, field) instanceof AbstractQuery<?, ?> query)) return List.of();
        return definitions.run(context -> context.runWithoutAuthorization(query::listIds));
    }

    private List<String> removedDefinitions(Command<?> command) {
        List<String> found = new ArrayList<>();
        if (command instanceof DeleteDeploymentCmd)
            addAll(found, ofDeployment(CommandFields.text(command, "deploymentId")));
        if (command instanceof AbstractDeleteProcessDefinitionCmd)
            addAll(found, ofKey(CommandFields.text(command, "processDefinitionKey")));
        if (command.getClass().getSimpleName().startsWith("DeleteProcessDefinitions"))
            addAll(found, CommandFields.many(command, "processDefinitionIds"));
        return found;
    }

    private List<String> ofDeployment(@Nullable String deployment) {
        return Optional.ofNullable(deployment)
                .map(id -> definitions.run(
                        context -> context.getProcessDefinitionManager().findProcessDefinitionsByDeploymentId(id)))
                .map(found ->
                        found.stream().map(ProcessDefinitionEntity.class::cast).map(ProcessDefinitionEntity::getId))
                .map(java.util.stream.Stream::toList)
                .orElse(List.of());
    }

    private List<String> ofKey(@Nullable String key) {
        return Optional.ofNullable(key)
                .map(id -> definitions.run(
                        context -> context.getProcessDefinitionManager().findProcessDefinitionsByKey(id)))
                .map(found -> found.stream().map(ProcessDefinition::getId).toList())
                .orElse(List.of());
    }

    private static void addAll(List<String> found, Collection<?> ids) {
        ids.forEach(id -> found.add(String.valueOf(id)));
    }

    private static void add(List<String> found, @Nullable String id) {
        if (id != null) found.add(id);
    }
}
