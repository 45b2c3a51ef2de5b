package org.driftgate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DriftSettingsTest {

    private static final AssetClass BOND = new AssetClass("US Bond");
    private static final Weight TARGET = Weight.of("0.4");

    @Test
    void startsWithFivePointsForAnyClassAndTenPercentInTotal() {
        DriftSettings settings = bind(Map.of());

        assertThat(settings.basis()).isEqualTo(DriftReport.Basis.ANY_CLASS);
        assertThat(settings.totalThreshold()).isEqualTo(Weight.of("0.10"));
        assertThat(settings.cashNeedHorizon()).hasToString("P60D");
        assertThat(band(settings, "H1")).isEqualTo(Weight.percent("5"));
    }

    @Test
    void takesOverridesByClassHouseholdAndAccount() {
        DriftSettings settings = bind(Map.of(
                "driftgate.drift.band", "20 %",
                "driftgate.drift.basis", "TOTAL",
                "driftgate.drift.asset-classes[US Bond]", "4 points",
                "driftgate.drift.households[H2].band", "3 points",
                "driftgate.drift.households[H3].asset-classes[US Bond]", "2 points",
                "driftgate.drift.accounts[H4-A1]", "1 points"));

        assertThat(settings.basis()).isEqualTo(DriftReport.Basis.TOTAL);
        assertThat(band(settings, "H1")).isEqualTo(Weight.percent("4"));
        assertThat(band(settings, "H2")).isEqualTo(Weight.percent("3"));
        assertThat(band(settings, "H3")).isEqualTo(Weight.percent("2"));
        assertThat(band(settings, "H4")).isEqualTo(Weight.percent("1"));
    }

    @Test
    void formsSubClassesAndNarrowsWhatLiesBelowTheClasses() {
        assertThat(bind(Map.of()).tiers()).isEqualTo(TierBands.STANDARD);
        TierBands tiers = bind(Map.of(
                        "driftgate.drift.security-band", "2 points",
                        "driftgate.drift.sub-class-band", "20 %",
                        "driftgate.drift.sub-classes[BRK.B]", "Large Value",
                        "driftgate.drift.sub-class-bands[Large Value]", "4 points or 10 %"))
                .tiers();

        assertThat(tiers.members()).containsOnly(Map.entry(new Symbol("BRK.B"), new SubClass("Large Value")));
        assertThat(tiers.security().halfWidth(TARGET)).isEqualTo(Weight.percent("2"));
        assertThat(tiers.of(new SubClass("Other")).halfWidth(TARGET)).isEqualTo(Weight.percent("8"));
        assertThat(tiers.of(new SubClass("Large Value")).halfWidth(TARGET)).isEqualTo(Weight.percent("4"));
    }

    private static Weight band(DriftSettings settings, String household) {
        return settings.policy()
                .band(new HouseholdId(household), List.of(new AccountId(household + "-A1")), BOND, TARGET)
                .halfWidth(TARGET);
    }

    private static DriftSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("driftgate.drift", DriftSettings.class);
    }
}
