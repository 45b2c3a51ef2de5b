package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Map;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.rebalancing.DriftTarget;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Weight;

/**
 * When a household is rebalanced and how far. Prices are dollars per dollar and year outside the free zone, of a class, of
 * a sub-class and of a security with its substitutes. Cash counts in the cash class.
 */
public record DriftRules(
        DriftReport.Basis basis,
        ToleranceBand band,
        Map<AssetClass, ToleranceBand> classes,
        Weight totalThreshold,
        DriftTarget.Stop stop,
        BigDecimal price,
        TierBands tiers,
        BigDecimal subClassPrice,
        BigDecimal securityPrice,
        AssetClass cashClass) {

    public static final DriftRules STANDARD = new DriftRules(
            DriftReport.Basis.ANY_CLASS,
            ToleranceBand.of("5 points"),
            Map.of(),
            Weight.of("0.10"),
            DriftTarget.Stop.HALF,
            new BigDecimal("0.15"),
            TierBands.STANDARD,
            new BigDecimal("0.1"),
            new BigDecimal("0.05"),
            new AssetClass("Cash Equivalent"));

    public DriftRules {
        classes = Map.copyOf(classes);
    }

    /** Drift after the needs of so many days. */
    DriftCalculation calculation(int horizonDays) {
        var bands = new BandPolicy(band, classes, Map.of(), Map.of());
        return new DriftCalculation(bands, tiers, basis, totalThreshold, Period.ofDays(horizonDays), cashClass);
    }
}
