package org.driftgate.rebalancing.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.driftgate.household.Book;
import org.driftgate.household.Finding;
import org.driftgate.household.Household;
import org.driftgate.household.HouseholdRules;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.Symbol;

/** Why a household cannot be rebalanced by rule, each with its name; an unknown basis is no contradiction. */
final class Contradictions {

    private static final Set<String> TREATED = Set.of("NO_COST_BASIS");

    private Contradictions() {}

    static List<String> of(Household household, Book market, LocalDate day) {
        List<String> found = new ArrayList<>();
        if (household.lifeEvent() != null) found.add("LIFE_EVENT: " + household.lifeEvent());
        for (Finding finding : HouseholdRules.findings(household, day))
            if (!TREATED.contains(finding.rule())) found.add(finding.rule() + ": " + finding.sentence());
        found.addAll(CountedMoney.tooLarge(household, market));
        Model model = household.model() == null ? null : market.models().get(household.model());
        if (household.model() == null) found.add("NO_MODEL: the household has no model");
        else if (model == null) found.add("UNKNOWN_MODEL: " + household.model());
        Set<Symbol> symbols = Universe.held(household);
        if (model != null) symbols.addAll(model.targets().keySet());
        symbols.forEach(symbol -> checkPrice(symbol, market, found));
        return found;
    }

    private static void checkPrice(Symbol symbol, Book market, List<String> found) {
        Security security = market.securities().get(symbol);
        if (security == null) found.add("UNKNOWN_SYMBOL: " + symbol);
        else if (security.price().isZero()) found.add("MISSING_PRICE: " + symbol);
    }
}
