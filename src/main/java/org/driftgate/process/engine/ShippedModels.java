package org.driftgate.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and forms that came with the application: the top-level folders {@code processes} and {@code forms}. */
@Component
public class ShippedModels {

    private static final String[] PATTERNS = {
        "classpath:processes/*.bpmn", "classpath:processes/*.dmn", "classpath:forms/*.html", "classpath:forms/*.form"
    };

    /** By the names under which they are deployed, for example {@code forms/start-run.form}. */
    public Map<String, byte[]> byName() {
        var found = new LinkedHashMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring("classpath:".length(), pattern.indexOf('*'));
                for (Resource resource : resolver.getResources(pattern))
                    found.put(folder + resource.getFilename(), resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the models cannot be read", e);
        }
        return Collections.unmodifiableMap(found);
    }
}
