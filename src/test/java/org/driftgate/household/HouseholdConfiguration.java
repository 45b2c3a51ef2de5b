package org.driftgate.household;

import org.driftgate.testing.PortfolioSourceStub;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The room on a source that a test controls. */
@Configuration
@EnableConfigurationProperties(HouseholdSettings.class)
@Import({
    CollectSnapshot.class,
    ValidateSnapshot.class,
    Snapshots.class,
    SnapshotReader.class,
    SnapshotWriter.class,
    SnapshotRules.class,
    FirmRoutes.class
})
public class HouseholdConfiguration {

    @Bean
    PortfolioSourceStub portfolioSource() {
        return new PortfolioSourceStub();
    }
}
