package org.driftgate.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A component that exists only while the outside world is simulated. */
@Component
@ConditionalOnProperty("driftgate.simulator.enabled")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Simulated {}
