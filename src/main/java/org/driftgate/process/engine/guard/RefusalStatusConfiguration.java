package org.driftgate.process.engine.guard;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Around the engine's REST interface and that of its web applications, inside Spring Security. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RefusalStatusConfiguration {

    private static final int BEHIND_SECURITY = 210;

    @Bean
    FilterRegistrationBean<RefusalStatus> refusalStatus() {
        var registration = new FilterRegistrationBean<>(new RefusalStatus());
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(BEHIND_SECURITY);
        registration.setAsyncSupported(true);
        return registration;
    }
}
