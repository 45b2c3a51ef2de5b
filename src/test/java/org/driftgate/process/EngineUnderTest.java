package org.driftgate.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One engine for all tests of the models: the real models, forms, guards and settings on a real database; the steps and
 * the state keepers are scripted. The job executor is off.
 */
final class EngineUnderTest {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private EngineUnderTest() {}

    static ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    static ScriptedSteps steps() {
        return bean(ScriptedSteps.class);
    }

    static TestClock clock() {
        return bean(TestClock.class);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static ConfigurableApplicationContext start() {
        String database = "engine_under_test";
        return new SpringApplicationBuilder(EngineTestConfiguration.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .profiles("engine-test")
                .properties(Map.of(
                        "spring.config.location", "classpath:application-engine.yaml",
                        "spring.main.banner-mode", "off",
                        "spring.datasource.url", TestDatabase.createEmpty(database),
                        "spring.datasource.username", TestDatabase.applicationRole(),
                        "spring.datasource.password", TestDatabase.password(),
                        "spring.flyway.user", TestDatabase.owner(),
                        "spring.flyway.password", TestDatabase.password(),
                        "spring.flyway.schemas", "driftgate,audit",
                        "spring.flyway.placeholders.app_role", TestDatabase.applicationRole()))
                .properties(Map.of("camunda.bpm.job-execution.enabled", "false"))
                .run();
    }
}
