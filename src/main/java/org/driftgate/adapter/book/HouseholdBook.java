package org.driftgate.adapter.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Price;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** A checked book whose households are unpacked one at a time, in the order of the file. May be read by several threads. */
public final class HouseholdBook {

    private static final ZoneId MARKET = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private final List<Row> households;
    private final int accounts;
    private final int lots;
    private final HouseholdUnpacking unpacking;
    private final Book market;
    private final LocalDate asOf;

    HouseholdBook(Map<BookFile, Rows> files) {
        households = rows(files, BookFile.HOUSEHOLDS);
        accounts = rows(files, BookFile.ACCOUNTS).size();
        lots = rows(files, BookFile.LOTS).size();
        asOf = rows(files, BookFile.SECURITIES).get(0).date("as_of");
        market = new Book(securities(files), models(files), substitutes(files), List.of());
        unpacking = new HouseholdUnpacking(files);
    }

    /** The day at whose close every price of the book was taken. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Securities, models and substitutes; no households. */
    public Book market() {
        return market;
    }

    public int households() {
        return households.size();
    }

    public int accounts() {
        return accounts;
    }

    public int lots() {
        return lots;
    }

    public Household household(int index) {
        return unpacking.household(households.get(index));
    }

    static RowStore rows(Map<BookFile, Rows> files, BookFile file) {
        Rows rows = files.get(file);
        if (rows == null) throw new IllegalStateException(file.fileName() + " was not read");
        return rows.right();
    }

    private Map<Symbol, Security> securities(Map<BookFile, Rows> files) {
        Instant priced = asOf.atTime(CLOSE).atZone(MARKET).toInstant();
        Map<Symbol, Security> securities = new HashMap<>();
        for (Row row : rows(files, BookFile.SECURITIES)) {
            var symbol = new Symbol(row.text("symbol"));
            var kind = Security.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
            var price = new Price(row.number("price"));
            var assetClass = new AssetClass(row.text("asset_class"));
            securities.put(symbol, new Security(symbol, row.text("name"), assetClass, kind, price, priced));
        }
        return securities;
    }

    private static Map<String, Model> models(Map<BookFile, Rows> files) {
        Map<String, Map<Symbol, Weight>> weights = new LinkedHashMap<>();
        for (Row row : rows(files, BookFile.MODELS))
            weights.computeIfAbsent(row.text("model"), first -> new HashMap<>())
                    .put(new Symbol(row.text("symbol")), new Weight(row.number("weight")));
        Map<String, Model> models = new HashMap<>();
        weights.forEach((name, targets) -> models.put(name, new Model(name, targets)));
        return models;
    }

    private static List<Book.Substitute> substitutes(Map<BookFile, Rows> files) {
        List<Book.Substitute> substitutes = new ArrayList<>();
        for (Row row : rows(files, BookFile.SUBSTITUTES))
            substitutes.add(new Book.Substitute(
                    new Symbol(row.text("symbol")),
                    new Symbol(row.text("substitute")),
                    row.yes("substantially_identical")));
        return substitutes;
    }
}
