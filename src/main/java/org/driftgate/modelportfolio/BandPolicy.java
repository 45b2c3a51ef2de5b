package org.driftgate.modelportfolio;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Which band counts for a class of a household. The first that is set wins: the household's band for the class, the
 * household's band, a band of one of its accounts (the narrowest, since drift is measured over the household), the
 * firm's band for the class, the firm's band.
 */
public record BandPolicy(
        ToleranceBand firm,
        Map<AssetClass, ToleranceBand> classes,
        Map<HouseholdId, HouseholdBands> households,
        Map<AccountId, ToleranceBand> accounts) {

    /** What one household deviates in. */
    public record HouseholdBands(@Nullable ToleranceBand band, Map<AssetClass, ToleranceBand> classes) {

        public HouseholdBands {
            classes = Map.copyOf(classes);
        }
    }

    public BandPolicy {
        classes = Map.copyOf(classes);
        households = Map.copyOf(households);
        accounts = Map.copyOf(accounts);
    }

    public static BandPolicy firm(ToleranceBand band) {
        return new BandPolicy(band, Map.of(), Map.of(), Map.of());
    }

    public ToleranceBand band(
            HouseholdId household, Collection<AccountId> members, AssetClass assetClass, Weight target) {
        HouseholdBands own = households.get(household);
        if (own != null) {
            ToleranceBand ownClass = own.classes().get(assetClass);
            if (ownClass != null) return ownClass;
            if (own.band() != null) return own.band();
        }
        return members.stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(band -> band.halfWidth(target)))
                .orElseGet(() -> classes.getOrDefault(assetClass, firm));
    }
}
