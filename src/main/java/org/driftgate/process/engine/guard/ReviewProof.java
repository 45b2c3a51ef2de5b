package org.driftgate.process.engine.guard;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/** Proves of every new definition that no way to a submitting task avoids the review; otherwise nothing is deployed. */
@Component
class ReviewProof implements Deployer {

    private static final String RULE = "review before submission";

    private final ModelContract contract;

    ReviewProof(ModelContract contract) {
        this.contract = contract;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) return;
        List<ProcessDefinitionEntity> deployed = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
        if (deployed != null) deployed.forEach(this::prove);
    }

    private void prove(ProcessDefinitionEntity definition) {
        Optional<List<String>> way = new ReviewPaths(definition, contract).fromStarts();
        way.ifPresent(found -> {
            String sentence = "orders could be sent without the review '%s', by the way %s"
                    .formatted(contract.reviewTask(), String.join(" → ", found));
            throw new RefusedModel(
                    definition.getResourceName(), List.of(new Finding(found.get(found.size() - 1), RULE, sentence)));
        });
    }
}
