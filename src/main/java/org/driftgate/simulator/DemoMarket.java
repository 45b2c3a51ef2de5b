package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.adapter.book.ModelRow;
import org.driftgate.adapter.book.SecurityRow;
import org.driftgate.adapter.book.SubstituteRow;

/** Securities, substitutes and models of the demo firm. Prices are plausible, not real. */
final class DemoMarket {

    static final String US_EQUITY = "US Equity";

    private final Map<String, SecurityRow> securities = new TreeMap<>();

    DemoMarket(LocalDate asOf) {
        add("VTI", "Vanguard Total Stock Market ETF", US_EQUITY, "etf", "318.42", asOf);
        add("ITOT", "iShares Core S&P Total US Stock Market ETF", US_EQUITY, "etf", "141.05", asOf);
        add("VXUS", "Vanguard Total International Stock ETF", "International Equity", "etf", "73.18", asOf);
        add("IXUS", "iShares Core MSCI Total International Stock ETF", "International Equity", "etf", "81.64", asOf);
        add("VWO", "Vanguard FTSE Emerging Markets ETF", "Emerging Equity", "etf", "52.37", asOf);
        add("IEMG", "iShares Core MSCI Emerging Markets ETF", "Emerging Equity", "etf", "64.90", asOf);
        add("BND", "Vanguard Total Bond Market ETF", "US Bond", "etf", "74.26", asOf);
        add("AGG", "iShares Core US Aggregate Bond ETF", "US Bond", "etf", "100.13", asOf);
        add("BNDX", "Vanguard Total International Bond ETF", "International Bond", "etf", "49.51", asOf);
        add("TIP", "iShares TIPS Bond ETF", "US Bond", "etf", "110.72", asOf);
        add("VNQ", "Vanguard Real Estate ETF", "Real Estate", "etf", "91.88", asOf);
        add("SCHH", "Schwab US REIT ETF", "Real Estate", "etf", "21.47", asOf);
        add("AAPL", "Apple Inc.", US_EQUITY, "stock", "256.30", asOf);
        add("CVX", "Chevron Corp.", US_EQUITY, "stock", "154.75", asOf);
        add("XOM", "Exxon Mobil Corp.", US_EQUITY, "stock", "116.20", asOf);
    }

    List<SecurityRow> securities() {
        return List.copyOf(securities.values());
    }

    List<SubstituteRow> substitutes() {
        return List.of(
                new SubstituteRow("VTI", "ITOT", false),
                new SubstituteRow("ITOT", "VTI", false),
                new SubstituteRow("VXUS", "IXUS", false),
                new SubstituteRow("VWO", "IEMG", false),
                new SubstituteRow("BND", "AGG", true),
                new SubstituteRow("AGG", "BND", true),
                new SubstituteRow("BND", "TIP", false),
                new SubstituteRow("VNQ", "SCHH", false));
    }

    List<ModelRow> models() {
        return List.of(
                weight("Growth 80/20", "VTI", "0.48"),
                weight("Growth 80/20", "VXUS", "0.22"),
                weight("Growth 80/20", "VWO", "0.05"),
                weight("Growth 80/20", "VNQ", "0.05"),
                weight("Growth 80/20", "BND", "0.20"),
                weight("Balanced 60/40", "VTI", "0.38"),
                weight("Balanced 60/40", "VXUS", "0.22"),
                weight("Balanced 60/40", "BND", "0.30"),
                weight("Balanced 60/40", "BNDX", "0.10"),
                weight("Income 40/60", "VTI", "0.26"),
                weight("Income 40/60", "VXUS", "0.14"),
                weight("Income 40/60", "BND", "0.40"),
                weight("Income 40/60", "TIP", "0.08"),
                weight("Income 40/60", "BNDX", "0.12"));
    }

    Map<String, BigDecimal> targets(String model) {
        return models().stream()
                .filter(row -> row.model().equals(model))
                .collect(Collectors.toMap(ModelRow::symbol, ModelRow::weight, (a, b) -> a, TreeMap::new));
    }

    BigDecimal price(String symbol) {
        return security(symbol).price();
    }

    boolean isBond(String symbol) {
        return security(symbol).assetClass().endsWith("Bond");
    }

    private SecurityRow security(String symbol) {
        SecurityRow row = securities.get(symbol);
        if (row == null) throw new IllegalArgumentException("the demo market has no " + symbol);
        return row;
    }

    private void add(String symbol, String name, String assetClass, String kind, String price, LocalDate asOf) {
        securities.put(symbol, new SecurityRow(symbol, name, assetClass, kind, new BigDecimal(price), asOf));
    }

    private static ModelRow weight(String model, String symbol, String weight) {
        return new ModelRow(model, symbol, new BigDecimal(weight));
    }
}
