package org.driftgate.command;

import static java.math.RoundingMode.HALF_EVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger computes from the files alone, as docs/policy.md says, on a book of real prices. */
class RecomputedFiguresTest {

    private static final Path MAKE_BOOK = Path.of("../shared/tools/make-book");
    private static final Map<String, Double> HALF_SPREAD = Map.of("stock", 0.0005, "etf", 0.0003, "mutual_fund", 0.0);

    @TempDir
    static Path folder;

    private static Path book;
    private static Path out;
    private static List<NamedCsvRecord> accounts;
    private static List<NamedCsvRecord> sales;

    @BeforeAll
    static void propose() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MAKE_BOOK), "../shared/tools/make-book is not here");
        book = folder.resolve("book");
        out = folder.resolve("out");
        var maker = new ProcessBuilder(
                        MAKE_BOOK.toString(), "--households", "60", "--seed", "11", "--out", book.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/make-book.log"));
        assertThat(maker.start().waitFor()).isZero();
        var printed = new PrintStream(new ByteArrayOutputStream());
        String[] call = {"propose", "--book", book.toString(), "--out", out.toString()};
        assertThat(new ProposeCommand(printed).run(call)).isZero();
        accounts = rows(book, "accounts.csv");
        sales = rows(out, "lot_sales.csv");
    }

    @Test
    void addsUpTheTaxFromTheLotsThatAreSold() throws IOException {
        Map<String, BigDecimal> tax = new HashMap<>();
        for (NamedCsvRecord unit : rows(book, "tax_units.csv")) {
            BigDecimal shortSoFar = number(unit, "realized_short_ytd").add(number(unit, "carryforward_short"));
            BigDecimal longSoFar = number(unit, "realized_long_ytd").add(number(unit, "carryforward_long"));
            String id = unit.getField("tax_unit");
            BigDecimal with = tax(unit, shortSoFar.add(added(id, "SHORT")), longSoFar.add(added(id, "LONG")));
            tax.merge(unit.getField("household"), with.subtract(tax(unit, shortSoFar, longSoFar)), BigDecimal::add);
        }
        Map<String, BigDecimal> ofTrades = sums("trades.csv", row -> number(row, "estimated_tax"));
        for (NamedCsvRecord row : rows(out, "households.csv")) {
            String household = row.getField("household");
            assertThat(number(row, "tax")).as(household).isEqualByComparingTo(tax.get(household));
            assertThat(ofTrades.getOrDefault(household, BigDecimal.ZERO))
                    .as(household)
                    .isEqualByComparingTo(tax.get(household));
        }
        assertThat(tax.values()).filteredOn(one -> one.signum() != 0).hasSizeGreaterThan(10);
    }

    @Test
    void addsUpCostDriftAndGap() throws IOException {
        Map<String, String> kind = rows(book, "securities.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("symbol"), row -> row.getField("kind")));
        Map<String, BigDecimal> cost = sums(
                "trades.csv",
                row -> number(row, "amount")
                        .multiply(BigDecimal.valueOf(HALF_SPREAD.get(kind.get(row.getField("symbol"))))));
        Map<String, BigDecimal> drift =
                sums("drift.csv", row -> number(row, "drift").abs());
        for (NamedCsvRecord row : rows(out, "households.csv")) {
            if (row.getField("objective").isEmpty()) continue;
            String household = row.getField("household");
            assertThat(number(row, "cost").doubleValue())
                    .as("cost of %s", household)
                    .isCloseTo(cost.getOrDefault(household, BigDecimal.ZERO).doubleValue(), within(0.01));
            assertThat(2 * number(row, "drift_before").doubleValue())
                    .as("drift of %s", household)
                    .isCloseTo(drift.get(household).doubleValue(), within(2e-8));
            assertThat(number(row, "objective").subtract(number(row, "bound")).doubleValue())
                    .as("gap of %s", household)
                    .isCloseTo(number(row, "gap").doubleValue(), within(2e-6))
                    .isGreaterThan(-1e-5);
        }
    }

    /** Counted gains of a unit's taxable lots by term; without a basis all proceeds. */
    private static BigDecimal added(String unit, String term) {
        Set<String> taxed = accounts.stream()
                .filter(row -> row.getField("tax_unit").equals(unit)
                        && List.of("taxable", "trust").contains(row.getField("registration")))
                .map(row -> row.getField("account"))
                .collect(Collectors.toSet());
        return sales.stream()
                .filter(row -> taxed.contains(row.getField("account"))
                        && row.getField("term").equals(term))
                .map(row -> number(row, row.getField("gain").isEmpty() ? "proceeds" : "gain")
                        .add(number(row, "wash_sale_disallowed")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tax(NamedCsvRecord unit, BigDecimal shortTotal, BigDecimal longTotal) {
        BigDecimal net = shortTotal.add(longTotal);
        BigDecimal shortRate = number(unit, "short_term_rate");
        BigDecimal longRate = number(unit, "long_term_rate");
        if (net.signum() <= 0) return BigDecimal.ZERO;
        if (shortTotal.signum() < 0) return cents(net.multiply(longRate));
        if (longTotal.signum() < 0) return cents(net.multiply(shortRate));
        return cents(shortTotal.multiply(shortRate)).add(cents(longTotal.multiply(longRate)));
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.setScale(2, HALF_EVEN);
    }

    private static Map<String, BigDecimal> sums(String file, Function<NamedCsvRecord, BigDecimal> figure)
            throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (NamedCsvRecord row : rows(out, file))
            sums.merge(row.getField("household"), figure.apply(row), BigDecimal::add);
        return sums;
    }

    private static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(Path of, String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(of.resolve(file))) {
            return reader.stream().toList();
        }
    }
}
