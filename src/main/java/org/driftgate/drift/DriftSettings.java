package org.driftgate.drift;

import java.time.Period;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a household is too far from its model. Overrides are keyed by asset class, household and account id; see
 * {@link BandPolicy} for which one wins. Below the classes the bands are the firm's; {@code subClasses} names the
 * sub-class of a symbol. Cash needs due within the horizon are not part of the value.
 */
@ConfigurationProperties("driftgate.drift")
record DriftSettings(
        @DefaultValue("ANY_CLASS") DriftReport.Basis basis,
        @DefaultValue("5 points") ToleranceBand band,
        @DefaultValue("0.10") Weight totalThreshold,
        @DefaultValue Map<String, ToleranceBand> assetClasses,
        @DefaultValue Map<String, HouseholdOverride> households,
        @DefaultValue Map<String, ToleranceBand> accounts,
        @DefaultValue("P60D") Period cashNeedHorizon,
        @DefaultValue("Cash Equivalent") AssetClass cashClass,
        @DefaultValue("5 points or 25 %") ToleranceBand securityBand,
        @DefaultValue("5 points or 25 %") ToleranceBand subClassBand,
        @DefaultValue Map<String, ToleranceBand> subClassBands,
        @DefaultValue Map<String, String> subClasses) {

    record HouseholdOverride(
            @Nullable ToleranceBand band, @DefaultValue Map<String, ToleranceBand> assetClasses) {}

    BandPolicy policy() {
        return new BandPolicy(
                band,
                keyed(assetClasses, AssetClass::new, Function.identity()),
                keyed(
                        households,
                        HouseholdId::new,
                        own -> new BandPolicy.HouseholdBands(
                                own.band(), keyed(own.assetClasses(), AssetClass::new, Function.identity()))),
                keyed(accounts, AccountId::new, Function.identity()));
    }

    TierBands tiers() {
        return new TierBands(
                securityBand,
                subClassBand,
                keyed(subClassBands, SubClass::new, Function.identity()),
                keyed(subClasses, Symbol::new, SubClass::new));
    }

    private static <K, V, W> Map<K, W> keyed(Map<String, V> values, Function<String, K> key, Function<V, W> value) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(entry -> key.apply(entry.getKey()), entry -> value.apply(entry.getValue())));
    }
}
