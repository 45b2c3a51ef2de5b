package org.driftgate.adapter.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftgate.household.Household;
import org.driftgate.shared.Money;
import org.driftgate.simulator.SampleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balances from which distributions are computed, and results of past sales, where a book has them. */
class OptionalColumnsTest {

    private static final String NEEDS = "household,account,kind,amount,due,year_end_balance\n";
    private static final String TRADES = "account,date,symbol,side,quantity,price,gain\n";

    @TempDir
    Path folder;

    /** The owner of H1-A1 (taxable) and H1-A2 (IRA) is born in 1950. */
    @BeforeEach
    void writeAGoodBook() throws IOException {
        new BookWriter(folder).write(SampleBook.rows());
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, Files.readString(accounts).replace("1960-05-01", "1950-05-01"));
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "H1,H1-A2,rmd,,2026-12-31,100000   | 4219.41",
                "H1,H1-A2,rmd,,2026-01-02,23700    | 1000.00",
                "H1,H1-A2,rmd,4000,2026-12-31,100000 | 4000",
                "H1,H1-A2,rmd,4000,2026-12-31,     | 4000",
                "H1,H1-A2,rmd,4000,2027-12-31,     | 4000",
                "H1,H1-A1,withdrawal,3000,2026-12-10, | 3000",
            })
    void takesTheAmountOrComputesIt(String row, String amount) throws IOException {
        Files.writeString(folder.resolve("cash_needs.csv"), NEEDS + row + "\n");

        assertThat(first().cashNeeds())
                .singleElement()
                .satisfies(need -> assertThat(need.amount()).isEqualTo(Money.usd(amount)));
        assertThat(((BookFolder.Answer.Accepted) new BookFolder(folder).read())
                        .rows()
                        .cashNeeds())
                .singleElement()
                .satisfies(need -> assertThat(need.amount()).isEqualByComparingTo(new BigDecimal(amount)));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "H1,H1-A2,rmd,,2026-12-31,         | amount | given or computed | needs an amount or a year_end_balance",
                "H1,H1-A2,rmd,,2026-12-31,0        | year_end_balance | above zero | must be above zero or empty, not '0'",
                "H1,H1-A1,withdrawal,,2026-12-31,  | amount | above zero | must be above zero, not ''",
                "H1,H1-A1,withdrawal,5,2026-12-31,9 | year_end_balance | rmd only | belongs to a row of kind rmd",
                "H1,H1-A1,rmd,,2026-12-31,90000    | year_end_balance | ira or 401k | nothing is required of 'H1-A1'",
                "H1,H1-A2,rmd,,2027-12-31,90000    | year_end_balance | known | is of 2026-12-31, after the book's day 2026-11-19",
            })
    void namesWhatIsMissing(String row, String column, String rule, String sentence) throws IOException {
        Files.writeString(folder.resolve("cash_needs.csv"), NEEDS + row + "\n");

        assertThat(findings()).containsExactly(new BookFinding("cash_needs.csv", 2, column, rule, sentence));
    }

    @ParameterizedTest(name = "born {0}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none       | birth date | the owner of 'H1-A2' has none",
                "1954-12-31 | age | nothing is required in 2026 of an owner born in 1954, before the age of 73",
                "1960-01-01 | age | nothing is required in 2026 of an owner born in 1960, before the age of 75",
            })
    void namesAnOwnerOfWhomNothingIsRequired(String birth, String rule, String sentence) throws IOException {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, Files.readString(accounts).replace("1950-05-01", birth == null ? "" : birth));
        Files.writeString(folder.resolve("cash_needs.csv"), NEEDS + "H1,H1-A2,rmd,,2026-12-31,90000\n");

        assertThat(findings())
                .containsExactly(new BookFinding("cash_needs.csv", 2, "year_end_balance", rule, sentence));
    }

    @Test
    void takesTheFirstYear() throws IOException {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, Files.readString(accounts).replace("1950-05-01", "1953-12-31"));
        Files.writeString(folder.resolve("cash_needs.csv"), NEEDS + "H1,H1-A2,rmd,,2026-12-31,26500\n");

        assertThat(first().cashNeeds())
                .singleElement()
                .satisfies(need -> assertThat(need.amount()).isEqualTo(Money.usd("1000.00")));
    }

    @Test
    void readsResultsOfSales() throws IOException {
        Files.writeString(
                folder.resolve("transactions.csv"),
                TRADES + "H1-A1,2026-11-02,BND,sell,10,74.5,-12.5\nH1-A1,2026-11-03,BND,sell,10,74.5,\n");

        assertThat(first().recentTrades().get(0).gain()).isEqualTo(Money.usd("-12.5"));
        assertThat(first().recentTrades().get(1).gain()).isNull();
    }

    @Test
    void refusesAResultOfAPurchaseAndWhatIsNoResult() throws IOException {
        Files.writeString(
                folder.resolve("transactions.csv"),
                TRADES + "H1-A1,2026-11-02,BND,buy,10,74.5,1\nH1-A1,2026-11-03,BND,sell,10,74.5,some\n");

        assertThat(findings())
                .containsExactlyInAnyOrder(
                        new BookFinding("transactions.csv", 2, "gain", "sales only", "a purchase has no gain"),
                        new BookFinding(
                                "transactions.csv", 3, "gain", "number", "must be a number or empty, not 'some'"));
    }

    @Test
    void refusesRowsThatAreNotAsLongAsTheHeader() throws IOException {
        Files.writeString(folder.resolve("cash_needs.csv"), NEEDS + "H1,H1-A2,rmd,5,2026-12-31\n");
        assertThat(findings())
                .containsExactly(new BookFinding("cash_needs.csv", 2, "", "fields", "has 5 fields, not 6"));
    }

    private List<BookFinding> findings() {
        return ((BookFolder.Answer.Refused) new BookFolder(folder).read()).findings();
    }

    private Household first() {
        return ((BookFolder.Opening.Opened) new BookFolder(folder).open())
                .book()
                .household(0);
    }
}
