package org.driftgate.notification;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

@Configuration
@ComponentScan(
        basePackages = {"org.driftgate.notification", "org.driftgate.adapter.mail", "org.driftgate.adapter.redtail"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CaseFactsOfRooms.class))
@ConfigurationPropertiesScan({
    "org.driftgate.notification",
    "org.driftgate.adapter.mail",
    "org.driftgate.adapter.redtail"
})
class NotificationRooms {

    @Bean
    KnownCase knownCase() {
        return new KnownCase();
    }
}
