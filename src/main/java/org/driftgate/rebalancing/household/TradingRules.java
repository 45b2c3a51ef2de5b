package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.driftgate.household.Security;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * How tickets are cut and where they may go. {@code cost} is half the spread per dollar by kind of security; turnover is
 * a share of the household's value, null for no limit; so is {@code volumeShare} of the shares traded a day, where {@code
 * volumes} knows them. No custodian named means every one.
 */
public record TradingRules(
        boolean wholeShares,
        Set<Security.Kind> fractionalKinds,
        Set<String> fractionalCustodians,
        BigDecimal minimumTrade,
        BigDecimal minimumBenefit,
        Map<Security.Kind, BigDecimal> cost,
        @Nullable BigDecimal turnover,
        @Nullable BigDecimal volumeShare,
        Map<Symbol, BigDecimal> volumes,
        boolean costsFromCash,
        NonDiscretionary nonDiscretionary,
        Set<String> custodians,
        Set<Symbol> illiquid,
        Set<Symbol> restricted) {

    public static final TradingRules STANDARD = new TradingRules(
            true,
            Set.of(Security.Kind.MUTUAL_FUND),
            Set.of(),
            new BigDecimal("100"),
            BigDecimal.ONE,
            Map.of(
                    Security.Kind.STOCK, new BigDecimal("0.0005"),
                    Security.Kind.ETF, new BigDecimal("0.0003"),
                    Security.Kind.MUTUAL_FUND, BigDecimal.ZERO),
            null,
            null,
            Map.of(),
            false,
            NonDiscretionary.PROPOSE,
            Set.of(),
            Set.of(),
            Set.of());

    /** Accounts in which the client decides: propose and ask for consent, or leave alone. */
    public enum NonDiscretionary {
        PROPOSE,
        HOLD
    }

    public TradingRules {
        fractionalKinds = Set.copyOf(fractionalKinds);
        fractionalCustodians = Set.copyOf(fractionalCustodians);
        cost = Map.copyOf(cost);
        volumes = Map.copyOf(volumes);
        custodians = Set.copyOf(custodians);
        illiquid = Set.copyOf(illiquid);
        restricted = Set.copyOf(restricted);
    }
}
