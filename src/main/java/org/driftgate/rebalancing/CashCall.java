package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Money that must leave some accounts together until a day, in dollars: each source may pay any part of it. What goes
 * {@code into} another account of the household pays that account's need; the rest stays there as cash and buys nothing
 * before it has arrived. Without it the money leaves the household. Due beyond the policy's horizon: not yet raised.
 */
public record CashCall(
        String id,
        Kind kind,
        BigDecimal amount,
        LocalDate due,
        List<Source> sources,
        @Nullable String into) {

    public CashCall {
        sources = List.copyOf(sources);
    }

    /** Why money is called. */
    public enum Kind {
        DISTRIBUTION("required distribution"),
        WITHDRAWAL("withdrawal");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** An account that may pay; {@code price} is what a dollar taken from it costs, its income tax for instance. */
    public record Source(String account, BigDecimal price) {

        public static Source free(String account) {
            return new Source(account, BigDecimal.ZERO);
        }
    }

    /**
     * A computed distribution of one account. Accounts of one {@code pool} may pay for one another: a person's own IRAs
     * share a pool, a 401(k) and a spouse's IRA have their own (26 CFR §1.408-8 Q&amp;A-9).
     */
    public record Distribution(
            String account,
            String pool,
            BigDecimal amount,
            LocalDate due,
            @Nullable String into) {}

    /** One call per pool, day and receiver, which every account of the pool may pay. */
    public static List<CashCall> ofDistributions(List<Distribution> distributions) {
        Map<String, List<Distribution>> pools = new TreeMap<>();
        for (Distribution one : distributions) {
            String receiver = one.into() == null ? "" : " into " + one.into();
            pools.computeIfAbsent("%s %s%s".formatted(one.pool(), one.due(), receiver), key -> new ArrayList<>())
                    .add(one);
        }
        List<CashCall> calls = new ArrayList<>();
        pools.forEach((id, members) -> calls.add(
                pooled(id, members, sources(distributions, members.get(0).pool()))));
        return List.copyOf(calls);
    }

    private static CashCall pooled(String id, List<Distribution> members, List<Source> sources) {
        BigDecimal total = members.stream().map(Distribution::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Distribution first = members.get(0);
        return new CashCall(id, Kind.DISTRIBUTION, total, first.due(), sources, first.into());
    }

    private static List<Source> sources(List<Distribution> distributions, String pool) {
        return distributions.stream()
                .filter(one -> one.pool().equals(pool))
                .map(Distribution::account)
                .distinct()
                .sorted()
                .map(Source::free)
                .toList();
    }
}
