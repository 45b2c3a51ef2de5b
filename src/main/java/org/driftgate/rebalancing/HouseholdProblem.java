package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A household in canonical order and whole cents: accounts by id, securities by symbol, lots by purchase and id, so that
 * the order of the rows given changes nothing. {@code value} is all holdings and cash less the needs, never negative.
 */
final class HouseholdProblem {

    final RebalancingRequest request;
    final RebalancingPolicy policy;
    final List<TradedAccount> accounts;
    final List<TradedSecurity> securities;
    final List<ClassTarget> classes;
    final List<TaxPosition> units;
    final Positions positions;
    final LotBook lots;
    final int[] unitOf;
    final int[] classOf;
    /** The class above a class, -1 for none. */
    final int[] parentOf;

    /** Posted contributions included. */
    final double[] cash;

    final double[] need;
    /** Trading costs that the cash must cover too. */
    final double[] paid;
    /** What must stay, with money still to arrive that no need takes. */
    final double[] reserve;

    final CallBook calls;
    /** Symbols bought in the last 30 days in accounts that cannot trade: those lots stay. */
    final Set<String> boughtElsewhere;

    final double[] heldSecurity;
    final double[] heldClass;
    final double[] cost;
    /** The price of a dollar of idle cash. */
    final double idleCost;
    /** By account and class. */
    private final double[][] drag;

    final DriftCurve.Band[] securityBand;
    final DriftCurve.Band[] classBand;
    final DriftCurve.Band cashBand;
    final double value;
    /** No flow can be larger. */
    final double reach;

    HouseholdProblem(RebalancingRequest request) {
        RequestChecks.check(request);
        this.request = request;
        policy = request.policy();
        accounts = CanonicalOrder.sorted(request.accounts(), Comparator.comparing(TradedAccount::id));
        securities = CanonicalOrder.sorted(request.securities(), Comparator.comparing(TradedSecurity::symbol));
        classes = CanonicalOrder.sorted(request.classes(), Comparator.comparing(ClassTarget::id));
        units = CanonicalOrder.sorted(request.taxUnits(), Comparator.comparing(TaxPosition::id));
        IdIndex unit = IdIndex.of(units, TaxPosition::id);
        IdIndex tier = IdIndex.of(classes, ClassTarget::id);
        unitOf = Columns.ints(accounts, account -> unit.at(account.taxUnit()));
        classOf = Columns.ints(securities, security -> tier.at(security.assetClass()));
        parentOf = Columns.ints(classes, child -> tier.at(child.parent()));
        cash = Columns.doubles(
                accounts,
                account -> Cents.of(account.cash().add(request.movements().postedTo(account.id()))));
        need = Columns.doubles(accounts, account -> Cents.of(account.need()));
        reserve = Columns.doubles(accounts, account -> Cents.of(account.reserve()));
        paid = new double[need.length];
        cost = Columns.doubles(securities, security -> security.costPerDollar().doubleValue());
        idleCost = Curves.onGrid(policy.idleCashCost().doubleValue());
        drag = drags();
        heldSecurity = new double[securities.size()];
        heldClass = new double[classes.size()];
        positions = new Positions(accounts.size() * securities.size());
        lots = new LotBook(request.asOf(), policy, tradableLots());
        collectPositions();
        double held = 0;
        for (double cents : heldSecurity) held += cents;
        double needs = 0;
        double cashes = 0;
        double moved = 0;
        for (int account = 0; account < cash.length; account++) {
            needs += need[account];
            cashes += cash[account];
            moved += Math.abs(cash[account]);
        }
        boughtElsewhere = boughtWhereNothingTrades(request);
        calls = new CallBook(request, accounts, worth());
        for (int account = 0; account < cash.length; account++)
            reserve[account] = Math.max(reserve[account], calls.arriving(account) - need[account]);
        value = Math.max(0, held + cashes - needs - calls.leaving());
        reach = Math.max(1, held + moved + needs + calls.called());
        BigDecimal dollars = Cents.dollars(value);
        securityBand = new DriftCurve.Band[heldSecurity.length];
        for (int security = 0; security < securityBand.length; security++)
            securityBand[security] = DriftCurve.Band.of(securities.get(security).target(), dollars);
        classBand = new DriftCurve.Band[heldClass.length];
        for (int index = 0; index < classBand.length; index++)
            classBand[index] = DriftCurve.Band.of(classes.get(index).target(), dollars);
        cashBand = DriftCurve.Band.of(request.cash(), dollars);
    }

    /** The same household with trading costs to pay from its cash. */
    private HouseholdProblem(HouseholdProblem other, double[] costs) {
        request = other.request;
        policy = other.policy;
        accounts = other.accounts;
        securities = other.securities;
        classes = other.classes;
        units = other.units;
        positions = other.positions;
        lots = other.lots;
        unitOf = other.unitOf;
        classOf = other.classOf;
        parentOf = other.parentOf;
        cash = other.cash;
        need = other.need;
        paid = costs;
        reserve = other.reserve;
        calls = other.calls;
        boughtElsewhere = other.boughtElsewhere;
        idleCost = other.idleCost;
        drag = other.drag;
        heldSecurity = other.heldSecurity;
        heldClass = other.heldClass;
        cost = other.cost;
        securityBand = other.securityBand;
        classBand = other.classBand;
        cashBand = other.cashBand;
        value = other.value;
        reach = other.reach;
    }

    private static Set<String> boughtWhereNothingTrades(RebalancingRequest request) {
        LocalDate first = request.asOf().minusDays(LotBook.WASH_DAYS);
        Set<String> bought = new HashSet<>();
        for (TradedAccount account : request.accounts()) {
            if (account.tradable()) continue;
            for (TaxLot lot : account.lots()) if (!lot.acquired().isBefore(first)) bought.add(lot.symbol());
        }
        return bought;
    }

    /** How far classes and cash are from their targets before any trade, needs and calls paid; in cents. */
    double driftNow() {
        return 2 * new DriftTotals(this, heldSecurity, heldClass, cashNow()).deviation;
    }

    /** All cash after needs and calls. */
    double cashNow() {
        double all = -calls.leaving();
        for (int account = 0; account < cash.length; account++) all += cash[account] - need[account];
        return all;
    }

    HouseholdProblem paying(double[] costs) {
        return policy.limits().costsFromCash() ? new HouseholdProblem(this, costs) : this;
    }

    /** Cash and holdings of each account. */
    private double[] worth() {
        double[] worth = cash.clone();
        for (int position = 0; position < positions.count; position++)
            worth[positions.account[position]] += held(position);
        return worth;
    }

    private int tradableLots() {
        int count = 0;
        for (TradedAccount account : accounts)
            if (account.tradable()) count += account.lots().size();
        return count;
    }

    private void collectPositions() {
        IdIndex symbols = IdIndex.of(securities, TradedSecurity::symbol);
        for (int account = 0; account < accounts.size(); account++) {
            if (accounts.get(account).tradable())
                open(account, new AccountLots(accounts.get(account).lots(), symbols));
            else hold(accounts.get(account).lots(), symbols);
        }
        for (int position = 0; position < positions.count; position++) {
            BigDecimal price = securities.get(positions.security[position]).price();
            boolean taxable = accounts.get(positions.account[position]).taxable();
            lots.describe(positions.lotStart[position], positions.lotStart[position + 1], price, taxable);
            heldSecurity[positions.security[position]] += held(position);
        }
        for (int security = 0; security < heldSecurity.length; security++)
            for (int tier = classOf[security]; tier >= 0; tier = parentOf[tier])
                heldClass[tier] += heldSecurity[security];
    }

    /** What cannot trade counts in the weights only. */
    private void hold(List<TaxLot> own, IdIndex symbols) {
        for (TaxLot lot : own) {
            int security = symbols.at(lot.symbol());
            heldSecurity[security] +=
                    Cents.of(lot.quantity().multiply(securities.get(security).price()));
        }
    }

    private void open(int account, AccountLots own) {
        Map<String, String> barred = accounts.get(account).barred();
        for (int security = 0; security < securities.size(); security++) {
            TradedSecurity traded = securities.get(security);
            int start = own.start(security);
            int end = own.start(security + 1);
            for (int lot = start; lot < end; lot++) lots.add(own.at(lot));
            boolean buyable = traded.buyable() && (barred.isEmpty() || !barred.containsKey(traded.symbol()));
            if (end > start || buyable) positions.add(account, security, buyable, lots.lot.size());
        }
    }

    private double[][] drags() {
        double[][] drags = new double[accounts.size()][classes.size()];
        for (int account = 0; account < drags.length; account++) {
            Map<String, BigDecimal> known = accounts.get(account).drag();
            for (int tier = 0; tier < classes.size() && !known.isEmpty(); tier++) {
                BigDecimal drag = known.get(classes.get(tier).id());
                if (drag != null) drags[account][tier] = drag.doubleValue();
            }
        }
        return drags;
    }

    /** The yearly tax cost per dollar of holding the security of a position in its account. */
    double drag(int position) {
        return drag[positions.account[position]][classOf[positions.security[position]]];
    }

    /** Whether a position trades in whole shares only. */
    boolean isWhole(int position) {
        return policy.wholeShares() && !takesFractions(position);
    }

    /** Whether the security, as a fund does, or the custodian trades fractions. */
    boolean takesFractions(int position) {
        return securities.get(positions.security[position]).fractional()
                || accounts.get(positions.account[position]).fractional();
    }

    /** The cents of a position's lots, sellable or not. */
    double held(int position) {
        double cents = 0;
        for (int lot = positions.lotStart[position]; lot < positions.lotStart[position + 1]; lot++)
            cents += lots.cents[lot];
        return cents;
    }
}
