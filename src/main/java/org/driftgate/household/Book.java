package org.driftgate.household;

import java.util.List;
import java.util.Map;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.Symbol;

/** Everything that a source reported for the households in scope: securities, models, substitutes, households. */
public record Book(
        Map<Symbol, Security> securities,
        Map<String, Model> models,
        List<Substitute> substitutes,
        List<Household> households) {

    /** A stand-in security; identical ones share the wash-sale window. */
    public record Substitute(Symbol symbol, Symbol substitute, boolean substantiallyIdentical) {}

    public Book {
        securities = Map.copyOf(securities);
        models = Map.copyOf(models);
        substitutes = List.copyOf(substitutes);
        households = List.copyOf(households);
    }
}
