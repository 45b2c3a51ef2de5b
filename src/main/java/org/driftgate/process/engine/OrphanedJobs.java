package org.driftgate.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Frees the jobs that a killed process was working on, instead of waiting until their locks expire. Only where the database
 * is embedded: the lock on the data folder proves that nobody else works on it.
 */
@Component
@ConditionalOnProperty("driftgate.database.embedded")
class OrphanedJobs implements EngineSetUp {

    @Override
    public void setUp(ProcessEngine engine) {
        CommandExecutor commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        for (Job job :
                engine.getManagementService().createJobQuery().executable().list())
            if (((JobEntity) job).getLockOwner() != null) commands.execute(new UnlockJobCmd(job.getId()));
    }
}
