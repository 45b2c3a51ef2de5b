package org.driftgate.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftgate.drift.DriftReport.Tier;
import org.driftgate.drift.DriftReport.TierDrift;
import org.driftgate.household.Book;
import org.driftgate.modelportfolio.Model;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Money;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The securities of a household and the sub-classes that they make up, each against its own band. A substitute counts for
 * the security that it stands for and in that one's sub-class.
 */
final class TierSums {

    private static final Comparator<TierDrift> FURTHEST_FIRST = Comparator.comparing(TierDrift::tier)
            .thenComparing(tier -> tier.drift().absolute(), Comparator.reverseOrder())
            .thenComparing(tier -> tier.assetClass().value())
            .thenComparing(TierDrift::name);

    private final Book market;
    private final AssetTiers substitutes;
    private final TierBands bands;
    private final Map<Symbol, Sum> securities = new HashMap<>();

    TierSums(Book market, Model model, TierBands bands, HouseholdValue household) {
        this.market = market;
        this.bands = bands;
        substitutes = new AssetTiers(market, model);
        Money total = household.total();
        substitutes.targets().forEach(symbol -> add(symbol, Sum.target(substitutes.target(symbol))));
        household
                .holdings()
                .forEach((symbol, held) ->
                        add(substitutes.counted(symbol), Sum.held(held, new Weight(held.shareOf(total)))));
    }

    private void add(Symbol symbol, Sum sum) {
        securities.merge(symbol, sum, Sum::plus);
    }

    List<TierDrift> drifts() {
        List<TierDrift> drifts = new ArrayList<>();
        Map<AssetClass, Map<SubClass, Sum>> subClasses = new HashMap<>();
        securities.forEach((symbol, sum) -> {
            AssetClass own = DriftCalculation.classOf(symbol, market);
            SubClass part = bands.members().get(symbol);
            drifts.add(drift(Tier.SECURITY, symbol.value(), own, part, sum, bands.security()));
            if (part != null)
                subClasses
                        .computeIfAbsent(own, first -> new TreeMap<>(Comparator.comparing(SubClass::value)))
                        .merge(part, sum, Sum::plus);
        });
        subClasses.forEach((own, parts) -> parts.forEach(
                (part, sum) -> drifts.add(drift(Tier.SUB_CLASS, part.value(), own, part, sum, bands.of(part)))));
        drifts.sort(FURTHEST_FIRST);
        return drifts;
    }

    private static TierDrift drift(
            Tier tier, String name, AssetClass assetClass, @Nullable SubClass part, Sum sum, ToleranceBand band) {
        return new TierDrift(
                tier,
                name,
                assetClass,
                part,
                sum.value,
                sum.actual,
                sum.target,
                band.halfWidth(sum.target),
                !band.contains(sum.actual, sum.target));
    }

    private record Sum(Money value, Weight actual, Weight target) {

        static Sum target(Weight weight) {
            return new Sum(Money.ZERO, Weight.ZERO, weight);
        }

        static Sum held(Money value, Weight actual) {
            return new Sum(value, actual, Weight.ZERO);
        }

        Sum plus(Sum other) {
            return new Sum(value.plus(other.value), actual.plus(other.actual), target.plus(other.target));
        }
    }
}
