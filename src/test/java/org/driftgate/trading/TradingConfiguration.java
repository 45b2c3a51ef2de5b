package org.driftgate.trading;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.HouseholdConfiguration;
import org.driftgate.process.ShippedRules;
import org.driftgate.proposal.ProposalSource;
import org.driftgate.proposal.Trade;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.TierTableStub;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Trading with the rooms below it on a custodian, a portfolio and a proposal that a test controls. */
@Configuration
@Import(HouseholdConfiguration.class)
@ConfigurationPropertiesScan({
    "org.driftgate.trading",
    "org.driftgate.proposal",
    "org.driftgate.review",
    "org.driftgate.drift",
    "org.driftgate.rebalancing"
})
@ComponentScan(
        basePackages = {"org.driftgate.trading", "org.driftgate.review", "org.driftgate.proposal", "org.driftgate.drift"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Configuration)(\\$.*)?"))
class TradingConfiguration {

    @Bean
    CustodianFake custodian() {
        return new CustodianFake();
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
    TradesToPropose tradesToPropose() {
        return new TradesToPropose();
    }

    /** A proposal source that answers with the trades a test put there. */
    static final class TradesToPropose implements ProposalSource {

        List<Trade> trades = List.of();

        @Override
        public Answer propose(Household household, Book market) {
            return new Answer.Proposed(trades, "test source", "P-1", "9a".repeat(32));
        }

        @Override
        public void checkConnection() {}
    }
}
