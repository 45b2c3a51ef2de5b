package org.driftgate.testing;

import org.driftgate.process.ShippedRules;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Everything from snapshot to gate, with the outside answered by stubs. */
@Configuration
@ConfigurationPropertiesScan({
    "org.driftgate.household",
    "org.driftgate.drift",
    "org.driftgate.proposal",
    "org.driftgate.review"
})
@ComponentScan(
        basePackages = {
            "org.driftgate.household",
            "org.driftgate.drift",
            "org.driftgate.proposal",
            "org.driftgate.review"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Configuration)(\\$.*)?"))
@Import({ReviewStory.class, ManyReviews.class})
public class ReviewTestConfiguration {

    @Bean
    PortfolioSourceStub portfolioSource() {
        return new PortfolioSourceStub();
    }

    @Bean
    TierTableStub tierTable() {
        return new TierTableStub();
    }

    @Bean
    ShippedRules preTradeCheck() {
        return new ShippedRules();
    }

    @Bean
    ProposalSourceStub proposalSource() {
        return new ProposalSourceStub();
    }
}
