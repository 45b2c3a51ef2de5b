package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.driftgate.household.Registration;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** Reads the keys of a policy strictly; what is not said keeps its default. */
public final class PolicyReader {

    /** Three years: a first distribution is due in April of the year after its own. */
    private static final int HORIZON = 1100;

    private static final String DOLLARS = "1000000000";
    private static final String SHARES = "1000000000000";

    private static final Pattern TICKER = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,11}");

    private PolicyReader() {}

    /** {@code source} names the document in findings. */
    public static PolicyAnswer read(String source, Map<?, ?> document) {
        List<PolicyFinding> findings = new ArrayList<>();
        var root = PolicySection.root(source, document, findings);
        var policy = new ProposalPolicy(
                drift(root.section("drift")),
                cash(root.section("cash")),
                tax(root.section("tax")),
                harvest(root.section("harvest")),
                location(root.section("location")),
                trading(root.section("trading")));
        root.end();
        return findings.isEmpty() ? new PolicyAnswer.Accepted(policy) : new PolicyAnswer.Refused(findings);
    }

    private static DriftRules drift(PolicySection keys) {
        DriftRules standard = DriftRules.STANDARD;
        BigDecimal threshold =
                keys.number("total-threshold", standard.totalThreshold().value(), "0", "1");
        var rules = new DriftRules(
                keys.choice("basis", standard.basis()),
                keys.read("band", standard.band(), ToleranceBand::of),
                named(keys.readAll("classes", ToleranceBand::of), AssetClass::new),
                new Weight(threshold),
                keys.choice("stop", standard.stop()),
                keys.number("price", standard.price(), "0", "1"),
                tiers(keys),
                keys.number("sub-class-price", standard.subClassPrice(), "0", "1"),
                keys.number("security-price", standard.securityPrice(), "0", "1"),
                keys.read("cash-class", standard.cashClass(), AssetClass::new));
        keys.end();
        return rules;
    }

    private static TierBands tiers(PolicySection keys) {
        TierBands standard = TierBands.STANDARD;
        Map<String, SubClass> members = keys.readAll("sub-classes", SubClass::new);
        Map<String, ToleranceBand> bands = keys.readAll("sub-class-bands", ToleranceBand::of);
        for (String name : members.keySet())
            if (!TICKER.matcher(name).matches())
                keys.refuse("sub-classes." + name, "symbol", "must be a ticker symbol");
        for (String name : bands.keySet())
            if (!members.containsValue(new SubClass(name)))
                keys.refuse("sub-class-bands." + name, "known sub-class", "is a sub-class of no symbol");
        return new TierBands(
                keys.read("security-band", standard.security(), ToleranceBand::of),
                keys.read("sub-class-band", standard.subClass(), ToleranceBand::of),
                named(bands, SubClass::new),
                named(members, Symbol::new));
    }

    private static CashRules cash(PolicySection keys) {
        CashRules standard = CashRules.STANDARD;
        var rules = new CashRules(
                keys.days("horizon-days", standard.horizonDays(), HORIZON),
                keys.number("reserve-share", standard.reserveShare(), "0", "0.5"),
                keys.number("reserve-dollars", standard.reserveDollars(), "0", DOLLARS),
                keys.flag("settled-only", standard.settledOnly()),
                keys.number("idle-cost", standard.idleCost(), "0", "1"));
        keys.end();
        return rules;
    }

    private static TaxRules tax(PolicySection keys) {
        TaxRules standard = TaxRules.STANDARD;
        var rules = new TaxRules(
                keys.choice("prices", standard.prices()),
                keys.number("weight", standard.weight(), "0", "10"),
                keys.choice("gain-budget", standard.budget()),
                keys.choice("near-long-term", standard.nearLongTerm()),
                keys.days("ban-days", standard.banDays(), 366));
        keys.end();
        return rules;
    }

    private static HarvestRules harvest(PolicySection keys) {
        HarvestRules standard = HarvestRules.STANDARD;
        var rules = new HarvestRules(
                keys.number("loss-share", standard.lossShare(), "0", "1"),
                keys.number("loss-dollars", standard.lossDollars(), "0", DOLLARS),
                keys.flag("on-its-own", standard.onItsOwn()),
                keys.flag("substitutes", standard.substitutes()),
                keys.lists("substitutes-by-account", PolicySection.oneOf(Registration.class), PolicyReader::symbol),
                keys.flag("lock-after-sales", standard.lockAfterSales()));
        keys.end();
        return rules;
    }

    private static LocationRules location(PolicySection keys) {
        LocationRules standard = LocationRules.STANDARD;
        var rules = new LocationRules(
                keys.choice("counts", standard.counts()),
                keys.numbers("taxable", standard.taxable(), "0", "1"),
                keys.numbers("deferred", standard.deferred(), "0", "1"),
                keys.numbers("roth", standard.roth(), "0", "1"));
        keys.end();
        return rules;
    }

    private static TradingRules trading(PolicySection keys) {
        TradingRules standard = TradingRules.STANDARD;
        var rules = new TradingRules(
                keys.flag("whole-shares", standard.wholeShares()),
                keys.list("fractional-kinds", standard.fractionalKinds(), PolicySection.oneOf(Security.Kind.class)),
                keys.list("fractional-custodians", standard.fractionalCustodians(), PolicyReader::lower),
                keys.number("minimum-trade", standard.minimumTrade(), "0", DOLLARS),
                keys.number("minimum-benefit", standard.minimumBenefit(), "0", DOLLARS),
                keys.numbers("cost", PolicySection.oneOf(Security.Kind.class), standard.cost(), "0", "0.1"),
                keys.numberOrNone("turnover", standard.turnover(), "0", "1"),
                keys.numberOrNone("volume-share", standard.volumeShare(), "0", "1"),
                keys.numbers("volumes", PolicyReader::symbol, standard.volumes(), "0", SHARES),
                keys.flag("costs-from-cash", standard.costsFromCash()),
                keys.choice("non-discretionary", standard.nonDiscretionary()),
                keys.list("custodians", standard.custodians(), PolicyReader::lower),
                keys.list("illiquid", standard.illiquid(), PolicyReader::symbol),
                keys.list("restricted", standard.restricted(), PolicyReader::symbol));
        keys.end();
        return rules;
    }

    private static <K, V> Map<K, V> named(Map<String, V> values, Function<String, K> name) {
        Map<K, V> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(name.apply(key), value));
        return named;
    }

    /** As books write it: a symbol that no security can have would silently forbid nothing. */
    private static Symbol symbol(String text) {
        if (TICKER.matcher(text).matches()) return new Symbol(text);
        throw new IllegalArgumentException("must be a ticker symbol, not '%s'".formatted(text));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
