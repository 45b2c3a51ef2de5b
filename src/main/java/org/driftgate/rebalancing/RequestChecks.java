package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.driftgate.rebalancing.InvalidHousehold.Reason;
import org.jspecify.annotations.Nullable;

/** Contradictions in the data of a household, all of them, found before anything is solved. */
final class RequestChecks {

    private final RebalancingRequest request;
    private final List<DataFault> faults = new ArrayList<>();
    private final IdIndex symbols;
    private final IdIndex classes;
    private final IdIndex accounts;
    private final IdIndex units;

    private RequestChecks(RebalancingRequest request) {
        this.request = request;
        symbols = unique(request.securities(), TradedSecurity::symbol, "symbol");
        classes = unique(request.classes(), ClassTarget::id, "class");
        accounts = unique(request.accounts(), TradedAccount::id, "account");
        units = unique(request.taxUnits(), TaxPosition::id, "tax unit");
    }

    static void check(RebalancingRequest request) {
        List<DataFault> faults = faults(request);
        if (!faults.isEmpty()) throw new InvalidHousehold(faults);
    }

    static List<DataFault> faults(RebalancingRequest request) {
        var checks = new RequestChecks(request);
        checks.unique(request.movements().calls(), CashCall::id, "cash call");
        request.securities().forEach(checks::security);
        request.accounts().forEach(checks::account);
        request.taxUnits().forEach(checks::unit);
        request.movements().calls().forEach(checks::call);
        request.movements().contributions().forEach(checks::contribution);
        checks.policy();
        checks.faults.addAll(WeightChecks.faults(request));
        return List.copyOf(checks.faults);
    }

    private void security(TradedSecurity row) {
        String symbol = row.symbol();
        if (row.price().signum() <= 0) fault(Reason.MISSING_PRICE, null, symbol, "price", row.price());
        if (!classes.contains(row.assetClass())) fault(Reason.UNKNOWN_CLASS, null, symbol, "class", row.assetClass());
        if (!isShare(row.costPerDollar())) fault(Reason.BAD_COST, null, symbol, "cost", row.costPerDollar());
        if (!isShare(row.redemptionFee())) fault(Reason.BAD_COST, null, symbol, "redemption fee", row.redemptionFee());
        if (row.rank() < 0) fault(Reason.BAD_LIMIT, null, symbol, "rank", row.rank());
        BigDecimal volume = row.averageVolume();
        if (volume != null && volume.signum() < 0) fault(Reason.BAD_QUANTITY, null, symbol, "volume", volume);
    }

    private void account(TradedAccount row) {
        String id = row.id();
        if (!units.contains(row.taxUnit())) fault(Reason.UNKNOWN_TAX_UNIT, id, null, "tax unit", row.taxUnit());
        if (row.need().signum() < 0) fault(Reason.NEGATIVE_NEED, id, null, "need", row.need());
        if (row.reserve().signum() < 0) fault(Reason.NEGATIVE_NEED, id, null, "reserve", row.reserve());
        row.drag().forEach((assetClass, drag) -> {
            if (!isShare(drag)) fault(Reason.BAD_COST, id, null, "drag of class " + assetClass, drag);
        });
        unique(row.lots(), TaxLot::id, "lot");
        lots(id, row.lots());
    }

    private void lots(String account, List<TaxLot> lots) {
        String known = null;
        for (TaxLot lot : lots) {
            String symbol = lot.symbol();
            if (symbol.equals(known) || symbols.contains(symbol)) known = symbol;
            else fault(Reason.UNKNOWN_SYMBOL, account, symbol, "lot " + lot.id(), "of an unknown symbol");
            lot(account, lot);
        }
    }

    private void lot(String account, TaxLot lot) {
        String symbol = lot.symbol();
        if (lot.quantity().signum() <= 0)
            fault(Reason.BAD_QUANTITY, account, symbol, "quantity of lot " + lot.id(), lot.quantity());
        BigDecimal basis = lot.basis();
        if (basis != null && basis.signum() < 0)
            fault(Reason.NEGATIVE_BASIS, account, symbol, "basis of lot " + lot.id(), basis);
        if (lot.acquired().isAfter(request.asOf()))
            fault(Reason.BOUGHT_LATER, account, symbol, "day of lot " + lot.id(), lot.acquired());
    }

    private void unit(TaxPosition unit) {
        rate(unit, "short rate", unit.shortRate(), isShare(unit.shortRate()));
        rate(unit, "long rate", unit.longRate(), isShare(unit.longRate()));
        rate(unit, "ordinary rate", unit.ordinaryRate(), isShare(unit.ordinaryRate()));
        rate(
                unit,
                "deduction limit",
                unit.deductionLimit(),
                unit.deductionLimit().signum() >= 0);
    }

    private void rate(TaxPosition unit, String field, BigDecimal value, boolean isGood) {
        if (!isGood) fault(Reason.BAD_RATE, null, null, field + " of tax unit " + unit.id(), value);
    }

    private void call(CashCall call) {
        String of = " of cash call " + call.id();
        if (call.amount().signum() <= 0) fault(Reason.BAD_AMOUNT, null, null, "amount" + of, call.amount());
        if (call.sources().isEmpty()) fault(Reason.CALL_WITHOUT_SOURCE, null, null, "source" + of, "missing");
        String into = call.into();
        if (into != null && !accounts.contains(into))
            fault(Reason.UNKNOWN_ACCOUNT, into, null, "receiver" + of, "an unknown account");
        List<String> sources =
                call.sources().stream().map(CashCall.Source::account).toList();
        for (CashCall.Source source : call.sources()) {
            String id = source.account();
            if (!accounts.contains(id)) fault(Reason.UNKNOWN_ACCOUNT, id, null, "source" + of, "an unknown account");
            if (!isShare(source.price())) fault(Reason.BAD_COST, id, null, "price" + of, source.price());
            if (id.equals(into)) fault(Reason.CALL_ON_ITS_RECEIVER, id, null, "source" + of, "its receiver");
        }
        if (new HashSet<>(sources).size() < sources.size())
            fault(Reason.DUPLICATE_ID, null, null, "sources" + of, sources);
    }

    private void contribution(CashMovements.Contribution one) {
        String id = one.account();
        if (!accounts.contains(id)) fault(Reason.UNKNOWN_ACCOUNT, id, null, "contribution", "to an unknown account");
        if (one.amount().signum() <= 0) fault(Reason.BAD_AMOUNT, id, null, "contribution", one.amount());
    }

    private void policy() {
        RebalancingPolicy policy = request.policy();
        positive("minimum trade", policy.minimumTrade());
        positive("minimum benefit", policy.minimumBenefit());
        positive("turnover", policy.limits().turnover());
        positive("volume share", policy.limits().volumeShare());
        positive("harvest percent", policy.harvestPercent());
        positive("harvest dollars", policy.harvestDollars());
        positive("tax weight", policy.taxWeight());
        BigDecimal idle = policy.idleCashCost();
        if (!isShare(idle)) fault(Reason.BAD_COST, null, null, "idle cash cost", idle);
        if (policy.banDays() < 0) fault(Reason.BAD_LIMIT, null, null, "ban days", policy.banDays());
        if (policy.limits().horizonDays() < 0)
            fault(Reason.BAD_LIMIT, null, null, "horizon", policy.limits().horizonDays());
    }

    private void positive(String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() < 0) fault(Reason.BAD_LIMIT, null, null, field, value);
    }

    private static boolean isShare(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) < 0;
    }

    private <T> IdIndex unique(List<T> rows, Function<T, String> id, String field) {
        var seen = new IdIndex(rows.size());
        for (T row : rows)
            if (!seen.add(id.apply(row))) fault(Reason.DUPLICATE_ID, null, null, field, id.apply(row) + " twice");
        return seen;
    }

    private void fault(Reason rule, @Nullable String account, @Nullable String symbol, String field, Object value) {
        faults.add(new DataFault(rule, account, symbol, field, String.valueOf(value)));
    }
}
