package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the guards before and behind the engine's own deployers, and the question for the approval into every parse. */
@Component
class DeploymentGuardPlugin extends AbstractProcessEnginePlugin {

    private final DeploymentGuard guard;
    private final ReviewProof proof;
    private final ModelContract contract;
    private final ObjectProvider<SubmissionGuard> submissions;

    DeploymentGuardPlugin(
            DeploymentGuard guard,
            ReviewProof proof,
            ModelContract contract,
            ObjectProvider<SubmissionGuard> submissions) {
        this.guard = guard;
        this.proof = proof;
        this.contract = contract;
        this.submissions = submissions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), guard));
        configuration.setCustomPostDeployers(with(configuration.getCustomPostDeployers(), proof));
        configuration.setCustomPostBPMNParseListeners(with(
                configuration.getCustomPostBPMNParseListeners(),
                new SubmittingSteps(contract.submitting(), submissions)));
    }

    private static <T> List<T> with(@Nullable List<T> existing, T added) {
        List<T> all = new ArrayList<>(existing == null ? List.of() : existing);
        all.add(added);
        return all;
    }
}
