package org.driftgate.simulator;

import java.time.Clock;
import org.driftgate.market.MarketCalendar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the world behind the simulators; a test may bring its own. */
@Configuration
@ConditionalOnProperty("driftgate.simulator.enabled")
class SimulatorConfiguration {

    @Bean
    @ConditionalOnMissingBean
    WorldTime worldTime(Clock clock, MarketCalendar market) {
        return new WorldTime(clock, market.zone(), market::calendar);
    }

    @Bean
    @ConditionalOnMissingBean
    World world(FirmSettings settings, WorldTime time) {
        return new FirmLoader(settings, time).load();
    }
}
