package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.rebalancing.RebalancingPolicy;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    @TempDir
    Path folder;

    @Test
    void readsTheDefaultsThatItsDocumentShows() throws IOException {
        String document = Files.readString(Path.of("docs/policy.md"));
        int start = document.indexOf("```yaml") + "```yaml".length();
        String yaml = document.substring(start, document.indexOf("```", start));
        assertThat(read(yaml)).isEqualTo(new PolicyAnswer.Accepted(ProposalPolicy.STANDARD));
    }

    @Test
    void keepsTheDefaultOfWhatIsNotSaid() throws IOException {
        ProposalPolicy policy = accepted("""
                drift: {basis: TOTAL}
                tax: {near-long-term: OFF, gain-budget: gross, weight: 2.5}
                location: {taxable: {US Bond: 0.02}}
                trading: {turnover: 0.1, cost: {stock: 0.001}}
                """);
        assertThat(policy.drift().basis()).isEqualTo(DriftReport.Basis.TOTAL);
        assertThat(policy.drift().band()).isEqualTo(DriftRules.STANDARD.band());
        assertThat(policy.tax().nearLongTerm()).isEqualTo(RebalancingPolicy.NearLongTerm.OFF);
        assertThat(policy.tax().weight()).isEqualByComparingTo("2.5");
        assertThat(policy.tax().budget()).isEqualTo(TaxRules.Budget.GROSS);
        assertThat(policy.location().taxable())
                .containsEntry("US Bond", new BigDecimal("0.02"))
                .containsEntry("Real Estate", new BigDecimal("0.012"));
        assertThat(policy.trading().turnover()).isEqualByComparingTo("0.1");
        assertThat(policy.trading().cost())
                .containsEntry(Security.Kind.STOCK, new BigDecimal("0.001"))
                .containsEntry(Security.Kind.ETF, new BigDecimal("0.0003"));
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "drift: {bands: 5 points}            | drift.bands            | known key",
                "colour: red                         | colour                 | known key",
                "drift: {price: 1.01}                | drift.price            | range",
                "drift: {price: dear}                | drift.price            | number",
                "drift: {price: .nan}                | drift.price            | number",
                "drift: {band: wide}                 | drift.band             | allowed value",
                "drift: {band: 5}                    | drift.band             | text",
                "drift: {stop: SOON}                 | drift.stop             | allowed value",
                "drift: {classes: {US Bond: 1 inch}} | drift.classes.US Bond  | allowed value",
                "drift: {sub-classes: {SPY: ''}}     | drift.sub-classes.SPY  | allowed value",
                "drift: {sub-classes: {'': Small}}   | drift.sub-classes      | name",
                "drift: {sub-class-price: 2}         | drift.sub-class-price  | range",
                "drift: {sub-class-bands: {Smal: 1 %}} | drift.sub-class-bands.Smal | known sub-class",
                "drift: 5                            | drift                  | section",
                "cash: {horizon-days: 1.5}           | cash.horizon-days      | whole number",
                "cash: {horizon-days: -1}            | cash.horizon-days      | range",
                "cash: {settled-only: 1}             | cash.settled-only      | true or false",
                "cash: {idle-cost:}                  | cash.idle-cost         | value",
                "trading: {cost: {BOND: 0.1}}        | trading.cost           | allowed value",
                "trading: {illiquid: SPY}            | trading.illiquid       | list",
                "trading: {restricted: [spy]}        | trading.restricted     | allowed value",
                "trading: {cost: {ETF: 0, etf: 0.01}} | trading.cost.etf      | once",
                "harvest: {substitutes-by-account: {IRA: [VTI], ira: [ITOT]}} | harvest.substitutes-by-account.ira | once",
                "drift: {sub-classes: {spy: Large}}  | drift.sub-classes.spy  | symbol",
                "tax: {weight: 11}                    | tax.weight             | range",
                "trading: {turnover: 2}              | trading.turnover       | range",
                "trading: {volume-share: 2}          | trading.volume-share   | range",
                "trading: {volumes: {SPY: many}}     | trading.volumes.SPY    | number",
                "trading: {volumes: {' ': 5}}        | trading.volumes        | allowed value",
                "cash: {horizon-days: 1101}          | cash.horizon-days      | range",
                "harvest: {substitutes-by-account: {401K: [VTI]}} | harvest.substitutes-by-account     | allowed value",
                "harvest: {substitutes-by-account: {IRA: VTI}}    | harvest.substitutes-by-account.IRA | list"
            })
    void refusesWhatIsNotAsDocumented(String yaml, String key, String rule) throws IOException {
        assertThat(refused(yaml)).singleElement().satisfies(finding -> {
            assertThat(finding.source()).endsWith("policy.yaml");
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    @Test
    void readsTheBandsBelowTheClasses() throws IOException {
        DriftRules rules = accepted("""
                drift:
                  sub-classes: {SPY: Large, IWM: Small}
                  sub-class-bands: {Small: 20 %}
                  security-band: 2 points
                """).drift();
        assertThat(rules.tiers().members())
                .containsOnly(
                        Map.entry(new Symbol("SPY"), new SubClass("Large")),
                        Map.entry(new Symbol("IWM"), new SubClass("Small")));
        assertThat(rules.tiers().of(new SubClass("Small"))).isEqualTo(ToleranceBand.of("20 %"));
        assertThat(rules.tiers().of(new SubClass("Large"))).isEqualTo(TierBands.STANDARD.subClass());
        assertThat(rules.tiers().security()).isEqualTo(ToleranceBand.of("2 points"));
    }

    @Test
    void tellsEverythingAtOnce() throws IOException {
        List<PolicyFinding> findings = refused("""
                drift: {price: 2, stop: NEVER}
                cash: {reserve-share: 0.9}
                colour: red
                """);
        assertThat(findings)
                .extracting(PolicyFinding::key)
                .containsExactlyInAnyOrder("drift.price", "drift.stop", "cash.reserve-share", "colour");
    }

    @Test
    void refusesAKeyTwiceAndWhatIsNoYaml() throws IOException {
        assertThat(refused("drift: {price: 0.1, price: 0.2}"))
                .extracting(PolicyFinding::rule)
                .containsExactly("YAML");
        assertThat(refused("drift: [")).extracting(PolicyFinding::rule).containsExactly("YAML");
        assertThat(refused("- drift")).extracting(PolicyFinding::rule).containsExactly("section");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertThat(((PolicyAnswer.Refused) new PolicyFile(latin).read()).findings())
                .containsExactly(new PolicyFinding(latin.toString(), "", "encoding", "is not UTF-8"));
    }

    private ProposalPolicy accepted(String yaml) throws IOException {
        return ((PolicyAnswer.Accepted) read(yaml)).policy();
    }

    private List<PolicyFinding> refused(String yaml) throws IOException {
        return ((PolicyAnswer.Refused) read(yaml)).findings();
    }

    private PolicyAnswer read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), yaml);
        return new PolicyFile(file).read();
    }
}
