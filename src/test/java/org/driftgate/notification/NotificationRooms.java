package org.driftgate.notification;

import org.driftgate.review.Signatures;
import org.driftgate.trading.QuarantinedReports;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

@Configuration
@ComponentScan(
        basePackages = {"org.driftgate.notification", "org.driftgate.adapter.mail", "org.driftgate.adapter.redtail"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CaseFactsOfRooms.class))
@ConfigurationPropertiesScan({
    "org.driftgate.notification",
    "org.driftgate.adapter.mail",
    "org.driftgate.adapter.redtail"
})
@Import({QuarantinedReports.class, Signatures.class})
class NotificationRooms {

    @Bean
    KnownCase knownCase() {
        return new KnownCase();
    }
}
