package org.driftgate.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The embedded database runs where it was asked for and no other database is named. */
final class EmbeddedDatabaseWanted implements Condition {

    static boolean in(Environment environment) {
        return environment.getProperty("driftgate.database.embedded", Boolean.class, false)
                && !environment.containsProperty("spring.datasource.url");
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}
