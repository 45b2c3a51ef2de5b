package org.driftgate.process.engine.guard;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** Finds the definition behind an id; guarded are those that contain a step which sends orders. */
final class GuardedDefinitions {

    private final ProcessEngineConfigurationImpl configuration;
    private final ModelContract contract;

    GuardedDefinitions(ProcessEngineConfigurationImpl configuration, ModelContract contract) {
        this.configuration = configuration;
        this.contract = contract;
    }

    Optional<ReviewPaths> byId(@Nullable String definition) {
        return guarded(context -> definition);
    }

    Optional<ReviewPaths> newestOf(@Nullable String key) {
        return guarded(context -> {
            ProcessDefinition newest =
                    key == null ? null : context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
            return newest == null ? null : newest.getId();
        });
    }

    /** Of an instance, one of its executions or one of its tasks. */
    Optional<ReviewPaths> behind(@Nullable String id) {
        return guarded(context -> id == null ? null : definitionBehind(context, id));
    }

    /** Whether the id is a definition's whatever it contains. */
    Optional<ReviewPaths> any(@Nullable String definition) {
        return paths(context -> definition);
    }

    boolean hasInstances(String definition) {
        return run(context -> context.runWithoutAuthorization(() -> configuration
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .count()))
                > 0;
    }

    <T> T run(Function<CommandContext, T> work) {
        return configuration.getCommandExecutorTxRequired().execute(work::apply);
    }

    private Optional<ReviewPaths> guarded(Function<CommandContext, @Nullable String> definition) {
        return paths(definition).filter(ReviewPaths::submits);
    }

    private Optional<ReviewPaths> paths(Function<CommandContext, @Nullable String> definition) {
        return run(context -> {
            String id = definition.apply(context);
            ProcessDefinitionEntity known =
                    id == null ? null : context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
            return known == null
                    ? Optional.empty()
                    : Optional.of(new ReviewPaths(
                            configuration.getDeploymentCache().findDeployedProcessDefinitionById(id), contract));
        });
    }

    private static @Nullable String definitionBehind(CommandContext context, String id) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(id);
        if (execution != null) return execution.getProcessDefinitionId();
        TaskEntity task = context.getTaskManager().findTaskById(id);
        return task == null ? null : task.getProcessDefinitionId();
    }
}
