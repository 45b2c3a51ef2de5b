package org.driftgate.drift;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.driftgate.drift.DriftReport.Basis;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.Model;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * Compares a household with its model, class by class and below. A security counts in its own class, a substitute too; cash counts
 * in the cash class. Weights are rounded by security and then added, so that contributors add up exactly. Pure.
 */
public class DriftCalculation {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** How cash appears among the contributors of its class. */
    public static final Symbol CASH = new Symbol("CASH");

    /** At the same distance the overweight class comes first. */
    private static final Comparator<ClassDrift> FURTHEST_FIRST = Comparator.comparing(
                    (ClassDrift drift) -> drift.drift().absolute())
            .thenComparing(ClassDrift::drift)
            .reversed();

    private final BandPolicy bands;
    private final TierBands tiers;
    private final Basis basis;
    private final Weight totalThreshold;
    private final Period cashNeedHorizon;
    private final AssetClass cashClass;

    DriftCalculation(DriftSettings settings) {
        this(
                settings.policy(),
                settings.tiers(),
                settings.basis(),
                settings.totalThreshold(),
                settings.cashNeedHorizon(),
                settings.cashClass());
    }

    /** How far ahead cash has to cover withdrawals and required distributions. */
    public Period cashNeedHorizon() {
        return cashNeedHorizon;
    }

    /** The same in days, a month counted as thirty and a year as twelve months. */
    public int cashNeedDays() {
        return Math.toIntExact(cashNeedHorizon.toTotalMonths() * 30 + cashNeedHorizon.getDays());
    }

    public DriftCalculation(
            BandPolicy bands,
            TierBands tiers,
            Basis basis,
            Weight totalThreshold,
            Period cashNeedHorizon,
            AssetClass cashClass) {
        this.bands = bands;
        this.tiers = tiers;
        this.basis = basis;
        this.totalThreshold = totalThreshold;
        this.cashNeedHorizon = cashNeedHorizon;
        this.cashClass = cashClass;
    }

    /** Whether anything is left to compare after the cash needs. */
    public boolean canMeasure(Household household, Book market, LocalDate today) {
        return value(household, market, today).total().isPositive();
    }

    /** The household needs a known model and a positive value. */
    public DriftReport measure(Household household, Book market, LocalDate today) {
        HouseholdValue value = value(household, market, today);
        if (!value.total().isPositive())
            throw new IllegalArgumentException(
                    "household %s has no positive value: %s".formatted(household.id(), value.total()));
        List<ClassDrift> classes = classDrifts(household, market, value);
        Weight total = totalDrift(classes);
        boolean outside = basis == Basis.TOTAL
                ? total.compareTo(totalThreshold) > 0
                : classes.stream().anyMatch(ClassDrift::outside);
        String sentence = DriftSentence.of(basis, outside, total, totalThreshold, classes);
        return new DriftReport(
                household.id(),
                value.total(),
                basis,
                outside,
                total,
                classes,
                new TierSums(market, model(household, market), tiers, value).drifts(),
                sentence);
    }

    public Basis basis() {
        return basis;
    }

    /** The class that cash counts in. */
    public AssetClass cashClass() {
        return cashClass;
    }

    /** The bands below the classes. */
    public TierBands tiers() {
        return tiers;
    }

    public Weight totalThreshold() {
        return totalThreshold;
    }

    private HouseholdValue value(Household household, Book market, LocalDate today) {
        return HouseholdValue.of(household, market, today.plus(cashNeedHorizon));
    }

    private List<ClassDrift> classDrifts(Household household, Book market, HouseholdValue value) {
        Model model = model(household, market);
        List<AccountId> accounts =
                household.accounts().stream().map(Account::id).toList();
        var drifts = new ArrayList<ClassDrift>();
        symbolsByClass(market, model, value).forEach((name, symbols) -> {
            var assetClass = new AssetClass(name);
            var sum = new ClassSum(symbols, value, model.targets());
            ToleranceBand band = bands.band(household.id(), accounts, assetClass, sum.target());
            drifts.add(new ClassDrift(
                    assetClass,
                    sum.value(),
                    sum.actual(),
                    sum.target(),
                    sum.actual().minus(sum.target()),
                    band.halfWidth(sum.target()),
                    !band.contains(sum.actual(), sum.target()),
                    sum.contributors()));
        });
        drifts.sort(FURTHEST_FIRST);
        return drifts;
    }

    private Map<String, Set<Symbol>> symbolsByClass(Book market, Model model, HouseholdValue value) {
        var byClass = new TreeMap<String, Set<Symbol>>();
        byClass.computeIfAbsent(cashClass.value(), first -> new HashSet<>()).add(CASH);
        var symbols = new HashSet<>(model.targets().keySet());
        symbols.addAll(value.holdings().keySet());
        for (Symbol symbol : symbols)
            byClass.computeIfAbsent(classOf(symbol, market).value(), first -> new HashSet<>())
                    .add(symbol);
        return byClass;
    }

    static AssetClass classOf(Symbol symbol, Book market) {
        Security security = market.securities().get(symbol);
        if (security == null) throw new IllegalArgumentException("no security " + symbol);
        return security.assetClass();
    }

    private static Model model(Household household, Book market) {
        Model model = household.model() == null ? null : market.models().get(household.model());
        if (model == null)
            throw new IllegalArgumentException(
                    "household %s has no known model: %s".formatted(household.id(), household.model()));
        return model;
    }

    private static Weight totalDrift(List<ClassDrift> classes) {
        Weight sum = classes.stream().map(drift -> drift.drift().absolute()).reduce(Weight.ZERO, Weight::plus);
        return new Weight(sum.value().multiply(HALF));
    }
}
