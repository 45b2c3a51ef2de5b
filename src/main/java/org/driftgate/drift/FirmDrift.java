package org.driftgate.drift;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures drift as the firm's settings say; the calculation itself knows no framework. */
@Configuration(proxyBeanMethods = false)
class FirmDrift {

    @Bean
    DriftCalculation driftCalculation(DriftSettings settings) {
        return new DriftCalculation(settings);
    }
}
