package org.driftgate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.adapter.book.BookWriter;
import org.driftgate.simulator.SampleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposeCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path book;
    private Path out;

    @BeforeEach
    void writeABook() {
        book = folder.resolve("book");
        out = folder.resolve("new/out");
        new BookWriter(book).write(SampleBook.rows());
    }

    @Test
    void writesFourFilesWithARowForEveryHousehold() throws IOException {
        assertThat(run("--book", book.toString(), "--out", out.toString())).isZero();
        assertThat(names(out)).containsExactly("drift.csv", "households.csv", "lot_sales.csv", "trades.csv");
        assertThat(names(out.resolveSibling("."))).noneMatch(name -> name.startsWith(".propose"));
        assertThat(first(out.resolve("drift.csv"))).isEqualTo("household,class,target,actual,drift,band,breached");
        assertThat(first(out.resolve("trades.csv")))
                .isEqualTo("household,account,symbol,side,quantity,price,amount,short_term_gain,long_term_gain,"
                        + "estimated_tax,reason_codes,reason");
        assertThat(Files.readAllLines(out.resolve("trades.csv")).stream().skip(1))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsPattern(
                                "Less would be (sold|bought) if |By itself it would |No price would turn it around"));
        assertThat(first(out.resolve("lot_sales.csv")))
                .isEqualTo("account,lot,symbol,quantity,proceeds,cost,gain,term,wash_sale_disallowed");
        assertThat(first(out.resolve("households.csv")))
                .isEqualTo("household,drift_before,drift_after,tax,cost,objective,bound,gap,greedy_objective,millis,"
                        + "status,reason");
        assertThat(Files.readAllLines(out.resolve("households.csv")))
                .hasSize(1 + SampleBook.rows().households().size());
        assertThat(printed()).contains("time ", "memory ", "trades ");
    }

    @Test
    void replacesAnEarlierAnswerAndLeavesOtherFiles() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("trades.csv"), "old");
        Files.writeString(out.resolve("notes.txt"), "mine");
        assertThat(run("--book", book.toString(), "--out", out.toString())).isZero();
        assertThat(names(out))
                .containsExactly("drift.csv", "households.csv", "lot_sales.csv", "notes.txt", "trades.csv");
        assertThat(first(out.resolve("trades.csv"))).startsWith("household,account");
        assertThat(names(out.resolve(".."))).containsExactly("out");
    }

    @Test
    void saysHowMuchChangesHands() throws IOException {
        run("--book", book.toString(), "--out", out.toString());

        BigDecimal amounts = Files.readAllLines(out.resolve("trades.csv")).stream()
                .skip(1)
                .map(line -> new BigDecimal(line.split(",", -1)[6]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amounts).isPositive();
        assertThat(printed()).contains("turnover $" + amounts.divide(new BigDecimal(2), 2, RoundingMode.HALF_EVEN));
    }

    @Test
    void doesNotDependOnTheOrderOfTheLots() throws IOException {
        run("--book", book.toString(), "--out", out.toString());
        List<String> lines = Files.readAllLines(book.resolve("lots.csv"));
        Stream<String> turned =
                Stream.iterate(lines.size() - 1, row -> row > 0, row -> row - 1).map(lines::get);
        Files.write(
                book.resolve("lots.csv"),
                Stream.concat(Stream.of(lines.get(0)), turned).toList());
        Path again = folder.resolve("again");
        run("--book", book.toString(), "--out", again.toString());
        for (String file : List.of("drift.csv", "trades.csv"))
            assertThat(again.resolve(file)).hasSameTextualContentAs(out.resolve(file));
    }

    @Test
    void raisesADistributionThatItComputesItself() throws IOException {
        Path accounts = book.resolve("accounts.csv");
        Files.writeString(accounts, Files.readString(accounts).replace("1960-05-01", "1950-05-01"));
        Path needs = book.resolve("cash_needs.csv");
        Files.writeString(
                needs, "household,account,kind,amount,due,year_end_balance\nH1,H1-A2,rmd,,2026-12-31,237000\n");
        assertThat(run("--book", book.toString(), "--out", out.toString())).isZero();

        Files.writeString(needs, "household,account,kind,amount,due\nH1,H1-A2,rmd,10000,2026-12-31\n");
        Path given = folder.resolve("given");
        run("--book", book.toString(), "--out", given.toString());
        assertThat(out.resolve("trades.csv")).hasSameTextualContentAs(given.resolve("trades.csv"));
        assertThat(Files.readAllLines(out.resolve("trades.csv")))
                .filteredOn(row -> row.startsWith("H1,H1-A2,") && row.contains(",SELL,"))
                .isNotEmpty();

        Files.writeString(needs, "household,account,kind,amount,due\n");
        Path without = folder.resolve("without");
        run("--book", book.toString(), "--out", without.toString());
        assertThat(Files.readString(without.resolve("trades.csv")))
                .isNotEqualTo(Files.readString(given.resolve("trades.csv")));
    }

    @Test
    void writesNothingFromABadBook() throws IOException {
        Path lots = book.resolve("lots.csv");
        Files.writeString(lots, Files.readString(lots).replaceFirst("H1-A1", "H9-A1"));
        assertThat(run("--book", book.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(printed()).contains("'H9-A1' is not in accounts.csv [known]", "is refused, findings: 1");
        assertThat(out).doesNotExist();
    }

    @Test
    void keepsTheBookAndWhatIsInTheWay() throws IOException {
        String households = Files.readString(book.resolve("households.csv"));
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path trades = Files.createDirectories(folder.resolve("earlier/trades.csv"));
        Map<Path, String> refused = Map.of(
                book.resolve("../book"),
                "its households.csv would be lost",
                file,
                file + " is not a folder",
                file.resolve("deeper/still"),
                file + " is not a folder",
                trades.getParent(),
                trades + " is a folder");
        refused.forEach((where, why) -> {
            assertThat(run("--book", book.toString(), "--out", where.toString()))
                    .isEqualTo(1);
            assertThat(printed()).contains(why, "nothing was written");
        });
        assertThat(book.resolve("households.csv")).hasContent(households);
        assertThat(file).hasContent("mine");
        assertThat(names(trades.getParent())).containsExactly("trades.csv");
        assertThat(names(folder)).containsExactly("book", "earlier", "file");
    }

    @Test
    void writesNothingUnderABadPolicy() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "drift: {price: 7}");
        assertThat(run("--book", book.toString(), "--out", out.toString(), "--policy", policy.toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("policy.yaml, drift.price: must be from 0 to 1, not 7 [range]");
        assertThat(out).doesNotExist();
    }

    @Test
    void explainsItselfAfterAWrongCall() {
        assertThat(run("--book", book.toString())).isEqualTo(2);
        assertThat(run("--book", book.toString(), "--out", out.toString(), "--quick", "yes"))
                .isEqualTo(2);
        assertThat(run("--book", book.toString(), "--out")).isEqualTo(2);
        assertThat(run("--book", "a", "--book", "b", "--out", "c")).isEqualTo(2);
        assertThat(run("--book", book.toString(), "--out", "")).isEqualTo(2);
        assertThat(printed()).contains("usage: java -jar driftgate.jar propose --book DIR --out DIR [--policy FILE]");
        assertThat(run("--book", folder.resolve("none").toString(), "--out", out.toString()))
                .isEqualTo(1);
    }

    private int run(String... options) {
        printed.reset();
        String[] arguments =
                Stream.concat(Stream.of("propose"), Stream.of(options)).toArray(String[]::new);
        return new ProposeCommand(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String first(Path file) throws IOException {
        return Files.readAllLines(file).get(0);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
