package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random households whose taxable accounts belong to several tax units with years of their own; same seed, same ones. */
final class SeveralUnits {

    private final Random random;
    private final RebalancingRequest plain;
    private final int count;
    private final boolean limited;

    private SeveralUnits(int seed, int count, boolean limited) {
        random = new Random(seed);
        plain = RandomHousehold.of(random, false);
        this.count = count;
        this.limited = limited;
    }

    /** Without limits. */
    static RebalancingRequest of(int seed, int count) {
        return new SeveralUnits(seed, count, false).request();
    }

    /** With budgets of gains, turnover and kept drift, each on some of them. */
    static RebalancingRequest limited(int seed, int count) {
        return new SeveralUnits(seed, count, true).request();
    }

    /** The same household with a unit for each account, all with the year of its one unit. */
    static RebalancingRequest apart(RebalancingRequest request) {
        List<TradedAccount> accounts = new ArrayList<>();
        List<TaxPosition> units = new ArrayList<>();
        for (TradedAccount account : request.accounts()) {
            units.add(named(request.taxUnits().get(0), "of " + account.id()));
            accounts.add(taxed(account, "of " + account.id()));
        }
        return with(request, accounts, units, request.policy());
    }

    private static TaxPosition named(TaxPosition unit, String id) {
        return new TaxPosition(
                id,
                unit.shortRate(),
                unit.longRate(),
                unit.ordinaryRate(),
                unit.shortSoFar(),
                unit.longSoFar(),
                unit.deductionLimit(),
                unit.budget());
    }

    private RebalancingRequest request() {
        List<TradedAccount> accounts = new ArrayList<>();
        for (TradedAccount account : plain.accounts()) accounts.add(taxed(account, "u" + accounts.size() % count));
        List<TaxPosition> units = new ArrayList<>();
        for (int unit = 0; unit < count; unit++) units.add(unit("u" + unit));
        return with(plain, accounts, units, policy());
    }

    private static RebalancingRequest with(
            RebalancingRequest plain, List<TradedAccount> accounts, List<TaxPosition> units, RebalancingPolicy policy) {
        return new RebalancingRequest(
                plain.household(),
                plain.asOf(),
                accounts,
                plain.securities(),
                plain.classes(),
                plain.cash(),
                units,
                plain.wash(),
                policy);
    }

    private RebalancingPolicy policy() {
        RebalancingPolicy policy = PolicyDraft.of(plain.policy())
                .tax(RebalancingPolicy.Tax.NETTED)
                .budget(random.nextBoolean() ? RebalancingPolicy.Budget.NET : RebalancingPolicy.Budget.GROSS)
                .done();
        if (!limited) return policy;
        BigDecimal turnover = random.nextInt(3) == 0 ? BigDecimal.valueOf(2 + random.nextInt(40), 2) : null;
        return PolicyDraft.of(policy)
                .limits(RebalancingLimits.NONE.withTurnover(turnover).withKeepsDrift(random.nextInt(3) == 0))
                .done();
    }

    private static TradedAccount taxed(TradedAccount account, String unit) {
        return new TradedAccount(
                        account.id(),
                        unit,
                        true,
                        account.tradable(),
                        account.cash(),
                        account.need(),
                        account.reserve(),
                        account.drag(),
                        account.lots())
                .withBarred(account.barred());
    }

    private TaxPosition unit(String id) {
        return new TaxPosition(
                id,
                new BigDecimal("0.408"),
                new BigDecimal("0.238"),
                new BigDecimal("0.37"),
                BigDecimal.valueOf(random.nextInt(60_000) - 30_000),
                BigDecimal.valueOf(random.nextInt(60_000) - 30_000),
                new BigDecimal(random.nextBoolean() ? "3000" : "1500"),
                budget());
    }

    private @Nullable BigDecimal budget() {
        return limited && random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(20_000)) : null;
    }
}
