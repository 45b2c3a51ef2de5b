package org.driftgate.process.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What is deployed at start: what was shipped, nothing else, under the same names from a jar and from a folder. */
@Component
class ModelResources extends DefaultDeploymentConfiguration {

    private final ShippedModels shipped;

    ModelResources(ShippedModels shipped) {
        this.shipped = shipped;
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        var resources = new LinkedHashSet<Resource>();
        shipped.byName().forEach((name, content) -> resources.add(new NamedResource(name, content)));
        return resources;
    }
}
