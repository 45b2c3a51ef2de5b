package org.driftgate.household;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets accounts aside as the firm's settings say; the rules themselves know no framework. */
@Configuration(proxyBeanMethods = false)
class FirmRoutes {

    @Bean
    SetAsideAccounts setAsideAccounts(HouseholdSettings settings) {
        return new SetAsideAccounts(settings.routedCustodians());
    }
}
