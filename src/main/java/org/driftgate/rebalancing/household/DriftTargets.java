package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.drift.DriftReport.Tier;
import org.driftgate.drift.DriftReport.TierDrift;
import org.driftgate.rebalancing.ClassTarget;
import org.driftgate.rebalancing.DriftTarget;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * The free zones of a household's classes, securities and cash. Under ANY_CLASS a class beyond its band is brought back as
 * far as the stop says, the others do not move away from their targets; under TOTAL every class gives up the same share of its
 * deviation, so that half their sum ends at the threshold, half of it, or zero. Sub-classes and securities have bands of
 * their own under both.
 */
final class DriftTargets {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LEAST = new BigDecimal("0.00000001");

    private final DriftRules rules;
    private final DriftReport report;
    private final Map<String, TierDrift> securities = new HashMap<>();

    DriftTargets(DriftRules rules, DriftReport report) {
        this.rules = rules;
        this.report = report;
        for (TierDrift drift : report.tiers()) if (drift.tier() == Tier.SECURITY) securities.put(drift.name(), drift);
    }

    /** One for each asset class that is held or wanted. */
    List<ClassTarget> classes() {
        List<ClassTarget> targets = new ArrayList<>();
        for (ClassDrift drift : report.classes()) {
            boolean holdsCash = drift.assetClass().equals(rules.cashClass());
            DriftTarget target = holdsCash ? cashFunds(drift) : zone(drift, BigDecimal.ONE);
            targets.add(new ClassTarget(drift.assetClass().value(), null, target));
        }
        return targets;
    }

    /** One that is neither held nor wanted. */
    ClassTarget unwanted(String assetClass) {
        return new ClassTarget(assetClass, null, new DriftTarget(BigDecimal.ZERO, BigDecimal.ZERO, rules.price()));
    }

    /** One for each sub-class of which something is held or wanted. */
    List<ClassTarget> subClasses() {
        List<ClassTarget> targets = new ArrayList<>();
        for (TierDrift drift : report.tiers())
            if (drift.tier() == Tier.SUB_CLASS)
                targets.add(
                        new ClassTarget(idOf(drift), drift.assetClass().value(), zone(drift, rules.subClassPrice())));
        return targets;
    }

    /** A security of the model and its substitutes under their sub-class, or their class. */
    ClassTarget group(Symbol target, String assetClass) {
        return new ClassTarget(groupId(target, assetClass), above(target, assetClass), security(target));
    }

    static String groupId(Symbol target, String assetClass) {
        return assetClass + "/" + target;
    }

    /** The sub-class that a security belongs to, if there is one, or its class. */
    String above(Symbol symbol, String assetClass) {
        TierDrift drift = securities.get(symbol.value());
        return drift == null ? assetClass : idOf(drift);
    }

    private static String idOf(TierDrift drift) {
        String assetClass = drift.assetClass().value();
        return drift.subClass() == null ? assetClass : assetClass + " > " + drift.subClass();
    }

    /** One that is neither held nor wanted is at its target of nothing. */
    DriftTarget security(Symbol symbol) {
        TierDrift drift = securities.get(symbol.value());
        if (drift != null) return zone(drift, rules.securityPrice());
        BigDecimal width = rules.tiers().security().halfWidth(Weight.ZERO).value();
        return DriftTarget.around(BigDecimal.ZERO, width, false, rules.stop(), rules.securityPrice());
    }

    private DriftTarget zone(TierDrift drift, BigDecimal price) {
        BigDecimal target = drift.target().value();
        BigDecimal width = drift.band().value();
        boolean breached = DriftTarget.isBreached(drift.actual().value(), target, width);
        return DriftTarget.around(target, width, breached, rules.stop(), price);
    }

    /** The cash class is cash and its funds; the model's weight is the funds', the free zone is shared between them. */
    DriftTarget cash() {
        ClassDrift drift = cashDrift();
        if (drift.target().value().signum() == 0 && !hasCashFunds(drift)) return zone(drift, BigDecimal.ONE);
        DriftTarget zone = zone(drift, HALF);
        BigDecimal target = drift.target().value();
        return new DriftTarget(drift.band().value().negate(), zone.high().subtract(target), rules.price());
    }

    private DriftTarget cashFunds(ClassDrift drift) {
        return zone(drift, HALF);
    }

    private ClassDrift cashDrift() {
        return report.classes().stream()
                .filter(drift -> drift.assetClass().equals(rules.cashClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cash class in the drift of " + report.household()));
    }

    private static boolean hasCashFunds(ClassDrift drift) {
        return drift.contributors().stream().anyMatch(one -> !one.symbol().equals(DriftCalculation.CASH));
    }

    /** A share of the free zone; inside its band a class may come closer to its target and not move further away. */
    private DriftTarget zone(ClassDrift drift, BigDecimal share) {
        BigDecimal target = drift.target().value();
        boolean kept = rules.basis() == DriftReport.Basis.ANY_CLASS && !drift.outside();
        BigDecimal width = kept ? drift.drift().value() : freeWidth(drift);
        BigDecimal low = kept ? width.min(BigDecimal.ZERO) : width.negate();
        BigDecimal high = width.max(BigDecimal.ZERO);
        return new DriftTarget(target.add(low.multiply(share)), target.add(high.multiply(share)), rules.price());
    }

    private BigDecimal freeWidth(ClassDrift drift) {
        BigDecimal stop = DriftTarget.around(BigDecimal.ZERO, BigDecimal.ONE, true, rules.stop(), null)
                .high();
        if (rules.basis() == DriftReport.Basis.ANY_CLASS)
            return drift.band().value().multiply(stop);
        BigDecimal total = report.totalDrift().value().max(LEAST);
        BigDecimal share = rules.totalThreshold().value().multiply(stop).divide(total, MathContext.DECIMAL64);
        return drift.drift().absolute().value().multiply(share.min(BigDecimal.ONE));
    }
}
