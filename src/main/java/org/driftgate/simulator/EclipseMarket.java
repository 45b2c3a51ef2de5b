package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.adapter.book.ModelRow;
import org.driftgate.adapter.book.SecurityRow;
import org.driftgate.adapter.book.SubstituteRow;

/** Securities and models as Eclipse lists them. Asset class, price date and equivalences of a security are assumed fields. */
final class EclipseMarket {

    private final World world;
    private final List<String> models;

    EclipseMarket(World world) {
        this.world = world;
        this.models =
                world.book().models().stream().map(ModelRow::model).distinct().toList();
    }

    List<Map<String, Object>> securities() {
        Map<String, BigDecimal> prices = world.prices();
        Instant pricedAt = world.pricedAt();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SecurityRow security : world.book().securities())
            rows.add(Fields.with("id", rows.size() + 1)
                    .and("name", security.name())
                    .and("symbol", security.symbol())
                    .and("securityType", securityType(security))
                    .and("price", prices.get(security.symbol()))
                    .and("priceDate", pricedAt)
                    .and("assetClass", security.assetClass())
                    .and("isDeleted", 0)
                    .and("equivalences", equivalences(security.symbol()))
                    .map());
        return rows;
    }

    List<Map<String, Object>> models() {
        return models.stream().map(name -> model(name).map()).toList();
    }

    Map<String, Object> model(int id) {
        if (id < 1 || id > models.size()) throw new IllegalArgumentException("no model " + id);
        String name = models.get(id - 1);
        return model(name).and("modelDetail", tree(name)).map();
    }

    private Fields model(String name) {
        return Fields.with("id", models.indexOf(name) + 1)
                .and("name", name)
                .and("statusId", 1)
                .and("status", "APPROVED")
                .and("isDeleted", 0);
    }

    private Map<String, Object> tree(String name) {
        List<Map<String, Object>> children = new ArrayList<>();
        for (ModelRow row : world.book().models())
            if (row.model().equals(name))
                children.add(Fields.with("id", children.size() + 2)
                        .and("name", row.symbol())
                        .and(
                                "securityAsset",
                                Fields.with("id", securityId(row.symbol()))
                                        .and("symbol", row.symbol())
                                        .map())
                        .and("targetPercent", row.weight().movePointRight(2))
                        .and("rank", children.size() + 1)
                        .and("children", List.of())
                        .map());
        return Fields.with("id", 1)
                .and("name", name)
                .and("targetPercent", 100)
                .and("children", children)
                .map();
    }

    int securityId(String symbol) {
        List<String> symbols =
                world.book().securities().stream().map(SecurityRow::symbol).toList();
        return symbols.indexOf(symbol) + 1;
    }

    private List<Map<String, Object>> equivalences(String symbol) {
        return world.book().substitutes().stream()
                .filter(row -> row.symbol().equals(symbol))
                .map(EclipseMarket::equivalence)
                .toList();
    }

    private static Map<String, Object> equivalence(SubstituteRow row) {
        return Fields.with("symbol", row.substitute())
                .and("isSubstantiallyIdentical", row.substantiallyIdentical())
                .map();
    }

    private static String securityType(SecurityRow security) {
        return Objects.requireNonNull(Map.of("stock", "EQUITY", "etf", "ETF", "mutual_fund", "MUTUAL FUND")
                .get(security.kind()));
    }
}
