package org.driftgate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What a start says of a policy file that it cannot follow. */
class PolicyRefusedTest {

    @TempDir
    Path folder;

    @Test
    void namesFileKeyAndRuleOfEveryFinding() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), """
                colour: red
                drift: {price: 3}
                trading: {minimum-trade: -1}
                """);

        assertThat(said(file).lines())
                .hasSize(4)
                .contains("The policy %s is refused, findings: 3".formatted(file))
                .contains("  %s, drift.price: must be from 0 to 1, not 3 [range]".formatted(file))
                .anyMatch(line -> line.startsWith("  %s, colour: ".formatted(file)) && line.endsWith("[known key]"))
                .anyMatch(line -> line.startsWith("  %s, trading.minimum-trade: ".formatted(file)));
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none.yaml");

        assertThat(said(file)).endsWith("\n  %s: does not exist [file]".formatted(file));
        assertThat(said(folder)).contains(folder + ": cannot be read: ");
    }

    private static String said(Path file) {
        var said = new String[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Engine.class)
                .withPropertyValues("driftgate.policy=" + file)
                .run(context -> {
                    assertThat(context).hasFailed();
                    said[0] = analysis(context.getStartupFailure()).getDescription();
                });
        return said[0];
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation(PolicyRefusedTest.class.getClassLoader())
                .load(FailureAnalyzer.class, (type, name, wrong) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ProposalSettings.class)
    static class Engine {

        @Bean
        ProposalPolicy policy(ProposalSettings settings) {
            var bands = new BandPolicy(ToleranceBand.of("5 points"), Map.of(), Map.of(), Map.of());
            var drift = new DriftCalculation(
                    bands,
                    TierBands.STANDARD,
                    DriftReport.Basis.ANY_CLASS,
                    new Weight(new BigDecimal("0.1")),
                    Period.ofDays(60),
                    new AssetClass("Cash Equivalent"));
            return FirmPolicy.of(settings.policy(), drift, new SetAsideAccounts(Set.of("schwab")));
        }
    }
}
