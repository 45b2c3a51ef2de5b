package org.driftgate.process.engine.guard;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.RefusedAttempts;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Names a refused attempt: who, what command, on which instance or definition, about which case. */
@Component
class AttemptTrace {

    private final ObjectProvider<RefusedAttempts> attempts;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<EngineUser> user;

    AttemptTrace(
            ObjectProvider<RefusedAttempts> attempts,
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<EngineUser> user) {
        this.attempts = attempts;
        this.engine = engine;
        this.user = user;
    }

    void keep(Object command, RuntimeException refusal) {
        var who = EnginePerson.speaking(engine.getObject()).orElse(AuditEntry.SYSTEM);
        Map<String, Object> on = new LinkedHashMap<>(CommandFields.ids(command));
        Optional<ProcessInstance> instance = user.getObject().asItself(() -> instance(on));
        instance.ifPresent(found -> on.put("processInstanceId", found.getId()));
        instance.ifPresent(found -> on.put("processDefinitionId", found.getProcessDefinitionId()));
        CaseId about = instance.map(ProcessInstance::getBusinessKey)
                .flatMap(AttemptTrace::caseId)
                .orElse(null);
        String sentence = refusal.getMessage() == null ? refusal.toString() : refusal.getMessage();
        attempts.getObject().record(new RefusedAttempts.Attempt(who, words(command.getClass()), on, about, sentence));
    }

    private Optional<ProcessInstance> instance(Map<String, Object> on) {
        for (String name : new String[] {"processInstanceId", "executionId", "entityId", "taskId", "jobId"})
            if (on.get(name) instanceof String id) {
                String instance = instanceOf(id);
                if (instance != null) return find(instance);
            }
        return Optional.empty();
    }

    private @Nullable String instanceOf(String id) {
        var execution = engine.getObject()
                .getRuntimeService()
                .createExecutionQuery()
                .executionId(id)
                .singleResult();
        if (execution != null) return execution.getProcessInstanceId();
        var task =
                engine.getObject().getTaskService().createTaskQuery().taskId(id).singleResult();
        if (task != null) return task.getProcessInstanceId();
        var job = engine.getObject()
                .getManagementService()
                .createJobQuery()
                .jobId(id)
                .singleResult();
        return job == null ? null : job.getProcessInstanceId();
    }

    private Optional<ProcessInstance> find(String id) {
        return Optional.ofNullable(engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }

    private static Optional<CaseId> caseId(String businessKey) {
        try {
            return Optional.of(new CaseId(businessKey));
        } catch (IllegalArgumentException otherProcess) {
            return Optional.empty();
        }
    }

    /** ModifyProcessInstanceCmd: modify process instance. */
    private static String words(Class<?> command) {
        String name = command.getSimpleName().replaceFirst("(Cmd|Command)$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
