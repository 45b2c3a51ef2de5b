package org.driftgate.security.webapp;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.driftgate.process.engine.web.WebappPersonFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Runs behind Spring Security's chains, which have logged somebody in by then. */
@Configuration(proxyBeanMethods = false)
class WebappFilters {

    private static final String QUERY_LIMIT = "camunda.bpm.generic-properties.properties.query-max-results-limit";
    private static final int BEHIND_SPRING_SECURITY = 201;

    @Bean
    FilterRegistrationBean<WebappPersonFilter> webappPerson() {
        var registration = forward(new WebappPersonFilter(), "/camunda/app/*", "/camunda/api/*");
        registration.setOrder(BEHIND_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> restPerson() {
        var registration = forward(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
        registration.setOrder(BEHIND_SPRING_SECURITY + 1);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BoundedQueries> webappQueries(Environment environment) {
        int most = environment.getProperty(QUERY_LIMIT, Integer.class, 1000);
        var registration = new FilterRegistrationBean<>(new BoundedQueries(most));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(BEHIND_SPRING_SECURITY + 2);
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> forward(F filter, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.addInitParameter("authentication-provider", LoggedInPerson.class.getName());
        return registration;
    }
}
