package org.driftgate.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What is deployed: everything of the top-level folders {@code processes} and {@code forms}, nothing else, under the same
 * names from a jar and from a folder.
 */
@Component
class ModelResources extends DefaultDeploymentConfiguration {

    private static final String[] PATTERNS = {
        "classpath:processes/*.bpmn", "classpath:processes/*.dmn", "classpath:forms/*.html", "classpath:forms/*.form"
    };

    @Override
    public Set<Resource> getDeploymentResources() {
        var found = new LinkedHashSet<Resource>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring("classpath:".length(), pattern.indexOf('*'));
                for (Resource resource : resolver.getResources(pattern))
                    found.add(new NamedResource(folder + resource.getFilename(), resource.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the models cannot be read", e);
        }
        return found;
    }
}
