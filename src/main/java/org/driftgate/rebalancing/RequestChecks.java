package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.rebalancing.InvalidHousehold.Reason;

/** Contradictions in the data of a household, found before anything is solved. */
final class RequestChecks {

    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private RequestChecks() {}

    static void check(RebalancingRequest request) {
        unique(request.accounts(), TradedAccount::id);
        unique(request.securities(), TradedSecurity::symbol);
        unique(request.classes(), ClassTarget::id);
        Set<String> classes = request.classes().stream().map(ClassTarget::id).collect(Collectors.toSet());
        request.securities().forEach(security -> check(security, classes));
        request.classes()
                .forEach(tier -> known(
                        tier.parent() == null || classes.contains(tier.parent()),
                        Reason.UNKNOWN_CLASS,
                        "parent %s of %s".formatted(tier.parent(), tier.id())));
        Set<String> symbols =
                request.securities().stream().map(TradedSecurity::symbol).collect(Collectors.toSet());
        Set<String> units = request.taxUnits().stream().map(TaxPosition::id).collect(Collectors.toSet());
        request.accounts().forEach(account -> check(account, symbols, units));
        weights(request);
    }

    private static void check(TradedSecurity security, Set<String> classes) {
        known(security.price().signum() > 0, Reason.MISSING_PRICE, security.symbol());
        known(
                classes.contains(security.assetClass()),
                Reason.UNKNOWN_CLASS,
                "%s of %s".formatted(security.assetClass(), security.symbol()));
    }

    private static void check(TradedAccount account, Set<String> symbols, Set<String> units) {
        known(
                units.contains(account.taxUnit()),
                Reason.UNKNOWN_TAX_UNIT,
                "%s of account %s".formatted(account.taxUnit(), account.id()));
        known(
                account.need().signum() >= 0 && account.reserve().signum() >= 0,
                Reason.NEGATIVE_NEED,
                "need %s, reserve %s of account %s".formatted(account.need(), account.reserve(), account.id()));
        unique(account.lots(), TaxLot::id);
        account.lots().forEach(lot -> check(account, lot, symbols));
    }

    private static void check(TradedAccount account, TaxLot lot, Set<String> symbols) {
        String where = "lot %s of %s in account %s".formatted(lot.id(), lot.symbol(), account.id());
        known(symbols.contains(lot.symbol()), Reason.UNKNOWN_SYMBOL, where);
        known(lot.quantity().signum() > 0, Reason.BAD_QUANTITY, "%s: %s shares".formatted(where, lot.quantity()));
        BigDecimal basis = lot.basis();
        known(basis == null || basis.signum() >= 0, Reason.NEGATIVE_BASIS, "%s: %s".formatted(where, basis));
    }

    /** The low edges of the top classes and cash must leave room for one, their high edges must reach it. */
    private static void weights(RebalancingRequest request) {
        List<ClassTarget> top =
                request.classes().stream().filter(tier -> tier.parent() == null).toList();
        if (top.stream().anyMatch(tier -> tier.target() == null)) return;
        BigDecimal low = sum(top, DriftTarget::low);
        BigDecimal high = sum(top, DriftTarget::high);
        DriftTarget cash = request.cash();
        if (cash != null) {
            low = low.add(cash.low());
            high = high.add(cash.high());
        }
        known(low.compareTo(BigDecimal.ONE.add(ROUNDING)) <= 0, Reason.WEIGHTS_DO_NOT_ADD_UP, "at least " + low);
        boolean reaches = high.compareTo(BigDecimal.ONE.subtract(ROUNDING)) >= 0;
        known(cash == null || reaches, Reason.WEIGHTS_DO_NOT_ADD_UP, "at most " + high);
    }

    private static BigDecimal sum(List<ClassTarget> tiers, Function<DriftTarget, BigDecimal> edge) {
        return tiers.stream().map(ClassTarget::target).map(edge).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> void unique(List<T> rows, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        rows.forEach(row -> known(seen.add(id.apply(row)), Reason.DUPLICATE_ID, id.apply(row)));
    }

    private static void known(boolean holds, Reason reason, String subject) {
        if (!holds) throw new InvalidHousehold(reason, subject);
    }
}
