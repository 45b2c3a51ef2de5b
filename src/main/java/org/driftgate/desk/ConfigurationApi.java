package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings in force, defaults included and secrets left out. */
@RestController
@Tag(name = "Operations")
class ConfigurationApi {

    private static final String RETRIES = "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle";

    private final ApplicationContext context;

    ConfigurationApi(ApplicationContext context) {
        this.context = context;
    }

    @GetMapping("/api/configuration")
    @Operation(summary = "Every setting in force by its key, defaults included; secrets are not shown")
    Map<String, String> effective() {
        var shown = new TreeMap<String, String>();
        for (ConfigurationPropertiesBean bean :
                ConfigurationPropertiesBean.getAll(context).values()) {
            String prefix = bean.getAnnotation().prefix();
            if (prefix.startsWith("driftgate")) SettingsReader.read(prefix, bean.getInstance(), shown);
        }
        String retries = context.getEnvironment().getProperty(RETRIES);
        if (retries != null) shown.put(RETRIES, retries);
        return shown;
    }
}
