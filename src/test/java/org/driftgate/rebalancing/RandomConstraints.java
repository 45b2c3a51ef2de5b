package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts calls, contributions, limits, bars, volumes and a second tax unit on random households; same seed, same ones. */
final class RandomConstraints {

    private final Random random;
    private final RebalancingRequest plain;

    private RandomConstraints(Random random, RebalancingRequest plain) {
        this.random = random;
        this.plain = plain;
    }

    /** A random household that changes hands within random limits. */
    static RebalancingRequest of(int seed) {
        Random random = new Random(seed * 31L + 7);
        return new RandomConstraints(random, RandomHousehold.of(new Random(seed), false)).request();
    }

    private RebalancingRequest request() {
        List<TaxPosition> units = new ArrayList<>();
        units.add(unit("u"));
        if (random.nextInt(3) == 0) units.add(unit("v"));
        List<TradedAccount> accounts = plain.accounts().stream()
                .map(account -> account(account, units))
                .toList();
        return new RebalancingRequest(
                "constrained",
                plain.asOf(),
                accounts,
                plain.securities().stream().map(this::security).toList(),
                plain.classes(),
                plain.cash(),
                units,
                plain.wash(),
                policy(),
                movements(accounts));
    }

    private RebalancingPolicy policy() {
        RebalancingPolicy standard = RebalancingPolicy.STANDARD;
        boolean small = random.nextInt(4) == 0;
        return new RebalancingPolicy(
                standard.idleCashCost(),
                random.nextInt(3) == 0 ? RebalancingPolicy.Location.PURCHASE : RebalancingPolicy.Location.HOLDING,
                random.nextInt(4) == 0 ? RebalancingPolicy.Tax.NETTED : RebalancingPolicy.Tax.MARGINAL,
                random.nextBoolean() ? RebalancingPolicy.Budget.NET : RebalancingPolicy.Budget.GROSS,
                BigDecimal.ZERO,
                random.nextInt(4) == 0 ? new BigDecimal("500") : BigDecimal.ZERO,
                RebalancingPolicy.NearLongTerm.values()[random.nextInt(3)],
                60,
                small ? new BigDecimal("250") : BigDecimal.ZERO,
                small && random.nextBoolean() ? BigDecimal.TEN : BigDecimal.ZERO,
                random.nextInt(3) > 0,
                new RebalancingLimits(
                        random.nextInt(3) == 0 ? BigDecimal.valueOf(2 + random.nextInt(40), 2) : null,
                        random.nextInt(3) == 0 ? new BigDecimal("0.1") : null,
                        60,
                        random.nextBoolean(),
                        random.nextBoolean()),
                BigDecimal.ONE);
    }

    private TaxPosition unit(String id) {
        return new TaxPosition(
                id,
                new BigDecimal("0.408"),
                new BigDecimal("0.238"),
                new BigDecimal("0.37"),
                dollars(20_000).subtract(dollars(20_000)),
                dollars(20_000).subtract(dollars(20_000)),
                new BigDecimal("3000"),
                random.nextInt(3) == 0 ? dollars(8_000) : null);
    }

    private TradedAccount account(TradedAccount account, List<TaxPosition> units) {
        Map<String, String> barred = new HashMap<>();
        for (TradedSecurity security : plain.securities())
            if (random.nextInt(8) == 0) barred.put(security.symbol(), "screened");
        return new TradedAccount(
                        account.id(),
                        units.get(random.nextInt(units.size())).id(),
                        account.taxable(),
                        account.tradable(),
                        account.cash(),
                        account.need(),
                        account.reserve(),
                        account.drag(),
                        account.lots())
                .withBarred(barred)
                .withFractional(random.nextInt(5) == 0);
    }

    private TradedSecurity security(TradedSecurity security) {
        BigDecimal volume = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(6000));
        BigDecimal fee = random.nextInt(8) == 0 ? new BigDecimal("0.01") : BigDecimal.ZERO;
        return new TradedSecurity(
                security.symbol(),
                security.assetClass(),
                security.price(),
                security.target(),
                security.buyable(),
                security.fractional(),
                security.costPerDollar(),
                fee,
                security.rank(),
                volume);
    }

    private CashMovements movements(List<TradedAccount> accounts) {
        List<CashCall> calls = new ArrayList<>();
        for (int number = random.nextInt(3); number > 0; number--) calls.add(call(number, accounts));
        List<CashMovements.Contribution> paidIn = new ArrayList<>();
        if (random.nextInt(4) == 0)
            paidIn.add(new CashMovements.Contribution(accounts.get(0).id(), dollars(20_000), random.nextBoolean()));
        return new CashMovements(calls, paidIn);
    }

    private CashCall call(int number, List<TradedAccount> accounts) {
        List<CashCall.Source> sources = new ArrayList<>();
        String into = accounts.size() > 1 && random.nextInt(3) == 0
                ? accounts.get(random.nextInt(accounts.size())).id()
                : null;
        for (TradedAccount account : accounts)
            if (!account.id().equals(into) && (sources.isEmpty() || random.nextBoolean()))
                sources.add(new CashCall.Source(account.id(), BigDecimal.valueOf(random.nextInt(30), 2)));
        LocalDate due = plain.asOf().plusDays(random.nextInt(90));
        BigDecimal amount = dollars(15_000).add(BigDecimal.ONE);
        return new CashCall("call " + number, CashCall.Kind.WITHDRAWAL, amount, due, sources, into);
    }

    private BigDecimal dollars(int most) {
        return BigDecimal.valueOf(random.nextInt(most * 100), 2);
    }
}
