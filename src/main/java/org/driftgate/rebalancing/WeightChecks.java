package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.driftgate.rebalancing.InvalidHousehold.Reason;
import org.jspecify.annotations.Nullable;

/** Bands and weights that contradict one another, and classes that hang in no tree. */
final class WeightChecks {

    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private final RebalancingRequest request;
    private final List<DataFault> faults = new ArrayList<>();
    private final IdIndex tiers;

    private WeightChecks(RebalancingRequest request) {
        this.request = request;
        tiers = IdIndex.of(request.classes(), ClassTarget::id);
    }

    static List<DataFault> faults(RebalancingRequest request) {
        var checks = new WeightChecks(request);
        request.classes().forEach(checks::parents);
        request.classes().forEach(tier -> checks.band("band of class ", tier.id(), null, tier.target()));
        request.securities().forEach(row -> checks.band("band", "", row.symbol(), row.target()));
        checks.band("band of cash", "", null, request.cash());
        checks.top();
        request.classes().forEach(checks::below);
        return checks.faults;
    }

    private void parents(ClassTarget tier) {
        if (tier.parent() == null) return;
        Set<String> seen = new HashSet<>();
        String above = tier.id();
        while (above != null) {
            ClassTarget next = tiers.contains(above) ? request.classes().get(tiers.at(above)) : null;
            if (next == null) add(Reason.UNKNOWN_CLASS, null, "parent of class " + tier.id(), above);
            boolean circle = !seen.add(above);
            if (circle) add(Reason.CLASSES_IN_A_CIRCLE, null, "parent of class " + tier.id(), above);
            above = next == null || circle ? null : next.parent();
        }
    }

    private void band(String field, String of, @Nullable String symbol, @Nullable DriftTarget target) {
        if (target == null) return;
        if (target.low().compareTo(target.high()) > 0)
            add(Reason.BAND_REVERSED, symbol, field + of, "from %s to %s".formatted(target.low(), target.high()));
        BigDecimal price = target.price();
        if (price != null && (price.signum() < 0 || price.compareTo(BigDecimal.ONE) > 0))
            add(Reason.BAD_DRIFT_PRICE, symbol, "drift price of " + field + of, price);
    }

    /** The low edges of the top classes and cash must leave room for one, with a cash target the high ones reach it. */
    private void top() {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (ClassTarget tier : request.classes()) {
            if (tier.parent() != null) continue;
            DriftTarget target = tier.target();
            if (target == null) return;
            low = low.add(target.low());
            high = high.add(target.high());
        }
        DriftTarget cash = request.cash();
        if (cash != null) {
            low = low.add(cash.low());
            high = high.add(cash.high());
        }
        if (low.compareTo(BigDecimal.ONE.add(ROUNDING)) > 0)
            add(Reason.WEIGHTS_DO_NOT_ADD_UP, null, "least of all classes", low);
        if (cash != null && high.compareTo(BigDecimal.ONE.subtract(ROUNDING)) < 0)
            add(Reason.WEIGHTS_DO_NOT_ADD_UP, null, "most of all classes and cash", high);
    }

    /** Hard bands of the members of a class must leave room in its own; soft ones only cost. */
    private void below(ClassTarget tier) {
        DriftTarget target = tier.target();
        if (target == null || target.price() != null) return;
        BigDecimal least = BigDecimal.ZERO;
        for (ClassTarget child : request.classes())
            if (tier.id().equals(child.parent())) least = least.add(hardLow(child.target()));
        for (TradedSecurity row : request.securities())
            if (row.assetClass().equals(tier.id())) least = least.add(hardLow(row.target()));
        if (least.compareTo(target.high().add(ROUNDING)) > 0)
            add(Reason.WEIGHTS_DO_NOT_ADD_UP, null, "least of the members of class " + tier.id(), least);
    }

    private static BigDecimal hardLow(@Nullable DriftTarget target) {
        if (target == null || target.price() != null) return BigDecimal.ZERO;
        return target.low().max(BigDecimal.ZERO);
    }

    private void add(Reason rule, @Nullable String symbol, String field, Object value) {
        faults.add(new DataFault(rule, null, symbol, field, String.valueOf(value)));
    }
}
