package org.driftgate.process.engine.guard;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Completes a deployment that brings a model without its forms and decisions, as Modeler does: the model asks for those of
 * its own deployment, so without them the first task could not be opened. What the deployment brings itself stays.
 */
final class MissingForms {

    private MissingForms() {}

    static void add(DeploymentEntity deployment, Map<String, byte[]> shipped, Set<String> independent) {
        Set<String> brought = deployment.getResources().keySet();
        if (brought.stream().noneMatch(name -> ResourceKind.of(name) == ResourceKind.MODEL)) return;
        Set<String> files = brought.stream().map(ResourceKind::fileName).collect(Collectors.toSet());
        shipped.forEach((name, content) -> {
            ResourceKind kind = ResourceKind.of(name);
            if (kind == ResourceKind.MODEL || brought.contains(name)) return;
            if (independent.contains(ResourceKind.fileName(name))) return;
            boolean other = kind == ResourceKind.SCRIPTED_FORM || !files.contains(ResourceKind.fileName(name));
            if (other) insert(deployment, name, content);
        });
    }

    private static void insert(DeploymentEntity deployment, String name, byte[] content) {
        var resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(content);
        resource.setDeploymentId(deployment.getId());
        Context.getCommandContext().getResourceManager().insertResource(resource);
        deployment.addResource(resource);
    }
}
