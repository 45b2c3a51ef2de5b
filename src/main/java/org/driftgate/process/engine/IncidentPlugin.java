package org.driftgate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets incidents of failed jobs be worded for people before they are kept, and takes the last retry's waiting time away, so
 * that an administrator's own retry starts at once.
 */
@Component
class IncidentPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<IncidentWords> words;

    IncidentPlugin(ObjectProvider<IncidentWords> words) {
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomIncidentHandlers(List.of(new Worded()));
    }

    private final class Worded extends DefaultIncidentHandler {

        Worded() {
            super(Incident.FAILED_JOB_HANDLER_TYPE);
        }

        @Override
        public Incident handleIncident(IncidentContext context, @Nullable String message) {
            if (context.getConfiguration() != null) dueNow(context.getConfiguration());
            return super.handleIncident(context, worded(context, message == null ? "The job failed." : message));
        }

        private static void dueNow(String job) {
            JobEntity failed = Context.getCommandContext().getJobManager().findJobById(job);
            if (failed != null) failed.setDuedate(null);
        }

        private String worded(IncidentContext context, String message) {
            if (context.getExecutionId() == null) return message;
            ExecutionEntity execution =
                    Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
            return execution == null ? message : words.getObject().of(execution, message);
        }
    }
}
