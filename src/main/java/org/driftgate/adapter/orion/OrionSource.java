package org.driftgate.adapter.orion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.PortfolioSource;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Symbol;
import org.springframework.stereotype.Component;

/** Portfolios from Orion: whole, or a list of what is missing. */
@Component
class OrionSource implements PortfolioSource {

    static final String ORIGIN = "Orion";

    private final OrionCollector collector;
    private final OrionSession session;
    private final DriftCrossCheck crossCheck;

    OrionSource(OrionCollector collector, OrionSession session, DriftCrossCheck crossCheck) {
        this.collector = collector;
        this.session = session;
        this.crossCheck = crossCheck;
    }

    @Override
    public Answer collect(List<HouseholdId> households) {
        Collected collected = collector.collect(households);
        List<String> problems = new Completeness(collected).problems();
        if (!problems.isEmpty()) return new Answer.Incomplete(problems);
        try {
            Answer answer = complete(collected);
            if (answer instanceof Answer.Complete whole && households.isEmpty()) crossCheck.compare(whole.book());
            return answer;
        } catch (Gap gap) {
            return new Answer.Incomplete(List.of(String.valueOf(gap.getMessage())));
        }
    }

    @Override
    public void checkConnection() {
        session.core("/Authorization/User", "connection check");
    }

    private static Answer complete(Collected collected) {
        Map<Symbol, Security> securities = MarketMapping.securities(collected.securities);
        Map<String, Model> models = MarketMapping.models(collected.models);
        List<Household> households = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        HouseholdMapping mapping = new HouseholdMapping(collected);
        for (Wire.Client client : collected.clients) {
            try {
                households.add(mapping.household(client));
            } catch (Gap gap) {
                problems.add("household %s: %s".formatted(OrionPortfolios.idOf(client), gap.getMessage()));
            }
        }
        for (Symbol symbol : unpriced(households, models, securities.keySet()))
            problems.add("security %s is missing in /v1/security/securities".formatted(symbol));
        if (!problems.isEmpty()) return new Answer.Incomplete(problems);
        var book = new Book(securities, models, MarketMapping.substitutes(collected.securities), households);
        return new Answer.Complete(book, ORIGIN, collected.received.hash());
    }

    private static List<Symbol> unpriced(List<Household> households, Map<String, Model> models, Set<Symbol> priced) {
        Set<String> needed = new TreeSet<>();
        for (Household household : households)
            household
                    .accounts()
                    .forEach(account -> account.positions()
                            .forEach(position -> needed.add(position.symbol().value())));
        models.values().forEach(model -> model.targets().keySet().forEach(symbol -> needed.add(symbol.value())));
        return needed.stream()
                .map(Symbol::new)
                .filter(symbol -> !priced.contains(symbol))
                .toList();
    }
}
