package org.driftgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Runs the audit and market rooms on the real database with a settable clock and a transaction manager; a test adds the
 * components of its own room with {@code @Import}. No engine, no web.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringExtension.class)
@ContextConfiguration(
        classes = FeatureTestConfiguration.class,
        initializers = ConfigDataApplicationContextInitializer.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface FeatureTest {}
