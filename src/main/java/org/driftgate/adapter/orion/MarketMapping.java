package org.driftgate.adapter.orion;

import static org.driftgate.adapter.orion.Gap.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftgate.household.Book.Substitute;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Price;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** Eclipse's securities and models in our words. */
final class MarketMapping {

    private static final Weight TOLERANCE = Weight.of("0.0001");

    private MarketMapping() {}

    static Map<Symbol, Security> securities(List<Wire.SecurityRow> rows) {
        Map<Symbol, Security> securities = new HashMap<>();
        for (Wire.SecurityRow row : rows) {
            Security security = security(row);
            securities.put(security.symbol(), security);
        }
        return securities;
    }

    static List<Substitute> substitutes(List<Wire.SecurityRow> rows) {
        List<Substitute> substitutes = new ArrayList<>();
        for (Wire.SecurityRow row : rows) {
            if (row.equivalences() == null) continue;
            for (Wire.Equivalence other : row.equivalences())
                substitutes.add(new Substitute(
                        new Symbol(required(row.symbol(), "symbol of a security")),
                        new Symbol(required(other.symbol(), "equivalence of " + row.symbol())),
                        other.isSubstantiallyIdentical()));
        }
        return substitutes;
    }

    static Map<String, Model> models(List<Wire.ModelTree> trees) {
        Map<String, Model> models = new HashMap<>();
        for (Wire.ModelTree tree : trees) {
            String name = required(tree.name(), "name of model " + tree.id());
            models.put(name, model(name, required(tree.modelDetail(), "tree of model " + name)));
        }
        return models;
    }

    private static Model model(String name, Wire.ModelNode root) {
        Map<Symbol, Weight> targets = new HashMap<>();
        addLeaves(name, root, targets);
        Weight total = targets.values().stream().reduce(Weight.ZERO, Weight::plus);
        if (total.minus(Weight.of("1")).absolute().compareTo(TOLERANCE) > 0)
            throw new Gap("targets of model %s add up to %s %%, not 100".formatted(name, total.inPercent()));
        return new Model(name, targets);
    }

    /** Target percents of securities are shares of the whole model. */
    private static void addLeaves(String model, Wire.ModelNode node, Map<Symbol, Weight> targets) {
        Wire.SecurityAsset asset = node.securityAsset();
        if (asset != null) {
            Symbol symbol = new Symbol(required(asset.symbol(), "symbol in model " + model));
            BigDecimal percent = required(node.targetPercent(), "target of %s in model %s".formatted(symbol, model));
            targets.merge(symbol, new Weight(percent.movePointLeft(2)), Weight::plus);
        }
        if (node.children() != null) node.children().forEach(child -> addLeaves(model, child, targets));
    }

    private static Security security(Wire.SecurityRow row) {
        String symbol = required(row.symbol(), "symbol of a security");
        return new Security(
                new Symbol(symbol),
                required(row.name(), "name of " + symbol),
                new AssetClass(required(row.assetClass(), "asset class of " + symbol)),
                kind(required(row.securityType(), "type of " + symbol)),
                new Price(required(row.price(), "price of " + symbol)),
                Gap.instant(row.priceDate(), "price date of " + symbol));
    }

    private static Security.Kind kind(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "ETF" -> Security.Kind.ETF;
            case "EQUITY" -> Security.Kind.STOCK;
            case "MUTUAL FUND" -> Security.Kind.MUTUAL_FUND;
            default -> throw new Gap("security type '%s' is unknown".formatted(type));
        };
    }
}
