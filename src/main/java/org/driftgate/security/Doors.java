package org.driftgate.security;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every request passes before anybody asks who sent it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class Doors {

    private static final int BEFORE_SPRING_SECURITY = -110;
    private static final int BEHIND_SPRING_SECURITY = -90;

    @Bean
    FilterRegistrationBean<RequestLimit> requestsPerAddress(DoorSettings doors, Problems problems) {
        return registered(
                "requestsPerAddress",
                new RequestLimit(doors.requests().perAddress(), ServletRequest::getRemoteAddr, problems),
                BEFORE_SPRING_SECURITY);
    }

    @Bean
    FilterRegistrationBean<LargestBody> largestBody(DoorSettings doors, Problems problems) {
        return registered(
                "largestBody",
                new LargestBody(
                        request -> (isDeployment(request) ? doors.largestDeployment() : doors.largestBody()).toBytes(),
                        problems),
                BEFORE_SPRING_SECURITY + 1);
    }

    @Bean
    FilterRegistrationBean<RequestLimit> requestsPerPerson(DoorSettings doors, Problems problems) {
        return registered(
                "requestsPerPerson",
                new RequestLimit(doors.requests().perPerson(), Doors::person, problems),
                BEHIND_SPRING_SECURITY);
    }

    private static boolean isDeployment(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/deployment/create");
    }

    private static @Nullable String person(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        return person == null ? null : person.getName();
    }

    private static <F extends Filter> FilterRegistrationBean<F> registered(String name, F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        registration.setAsyncSupported(true);
        return registration;
    }
}
