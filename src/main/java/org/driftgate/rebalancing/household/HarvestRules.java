package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.driftgate.household.Registration;
import org.driftgate.shared.Symbol;

/**
 * Which losses are worth realising: a share of the basis and dollars, both. {@code onItsOwn} harvests in households inside
 * their bands too; {@code substitutes} lets the fund's stand-ins be bought, where {@code substitutesByAccount} names a kind
 * of account those of its list only; {@code lockAfterSales} treats a taxable sale of the last 30 days, whose result nobody
 * reports, as a loss.
 */
public record HarvestRules(
        BigDecimal lossShare,
        BigDecimal lossDollars,
        boolean onItsOwn,
        boolean substitutes,
        Map<Registration, Set<Symbol>> substitutesByAccount,
        boolean lockAfterSales) {

    public static final HarvestRules STANDARD =
            new HarvestRules(BigDecimal.ZERO, BigDecimal.ZERO, false, true, Map.of(), true);

    public HarvestRules {
        substitutesByAccount = Map.copyOf(substitutesByAccount);
    }

    boolean mayStandIn(Symbol substitute, Registration account) {
        Set<Symbol> named = substitutesByAccount.get(account);
        return named == null || named.contains(substitute);
    }
}
