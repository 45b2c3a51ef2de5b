package org.driftgate.adapter.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftgate.simulator.SampleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeAGoodBook() {
        new BookWriter(folder).write(SampleBook.rows());
    }

    @Test
    void readsWhatItWrote() {
        assertThat(new BookFolder(folder).read()).isEqualTo(new BookFolder.Answer.Accepted(SampleBook.rows()));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2} is {6}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            emptyValue = "",
            value = {
                "lots.csv | H1-A1,VTI,200,210 | H1-A1,VTI,-3,210 | 2 | quantity | above zero | must be above zero, not '-3'",
                "lots.csv | H1-A1,VTI,200,210 | H1-A1,VTI,many,210 | 2 | quantity | above zero | must be above zero, not 'many'",
                "lots.csv | H1-A1,VTI,200,210 | H1-A1,VTI,1e3,210 | 2 | quantity | above zero | must be above zero, not '1e3'",
                "lots.csv | L2,H1-A1 | L1,H1-A1 | 3 | lot | unique | 'L1' occurs twice",
                "lots.csv | L1,H1-A1 | L1,H9-A1 | 2 | account | known | 'H9-A1' is not in accounts.csv",
                "lots.csv | H1-A1,VTI,200 | H1-A1,VTX,200 | 2 | symbol | known | 'VTX' is not in securities.csv",
                "lots.csv | 2020-03-02 | 2020-02-30 | 2 | acquired | date | must be a date such as 2026-11-20, not '2020-02-30'",
                "lots.csv | 2020-03-02 | 2026-12-01 | 2 | acquired | not after as_of | 2026-12-01 is after the book's day 2026-11-19",
                "lots.csv | L1,H1-A1,VTI,200 | L1,H1-A1,200 | 2 | `` | fields | has 5 fields, not 6",
                "lots.csv | L1,H1-A1,VTI,200 | L1,H1-A1,VTI,2,00 | 2 | `` | fields | has 7 fields, not 6",
                "lots.csv | unit_cost | cost | 1 | unit_cost | column | is missing",
                "lots.csv | lot,account | account,lot | 1 | `` | column | columns must be lot,account,symbol,quantity,unit_cost,acquired",
                "securities.csv | 2026-11-19 | 2026-11-18 | 2 | as_of | one day | price of VTI is of 2026-11-18, the book's newest is of 2026-11-19",
                "securities.csv | etf,300 | etf,0 | 2 | price | above zero | must be above zero, not '0'",
                "securities.csv | etf,300 | bond,300 | 2 | kind | one of | must be one of etf, mutual_fund, stock, not 'bond'",
                "models.csv | VTI,0.6 | VTI,0.7 | 2 | weight | adds up to 1 | weights of 'Balanced' add up to 1.1",
                "models.csv | VTI,0.6 | VTI,1.6 | 2 | weight | fraction | must be a fraction from 0 to 1, not '1.6'",
                "models.csv | Balanced,BND | Balanced,VTI | 3 | model+symbol | unique | 'Balanced VTI' occurs twice",
                "households.csv | Balanced,household | Bold,household | 2 | model | known | 'Bold' is not in models.csv",
                "households.csv | Balanced,household | Balanced,weekly | 2 | approval_mode | one of | must be one of household, trade, not 'weekly'",
                "households.csv | brook@client.example | brook@ | 3 | client_email | e-mail | must be e-mail addresses, separated by ';' or empty, not 'brook@'",
                "households.csv | H1,Calder | H1.1,Calder | 2 | household | id | must be letters, digits, '-' or '_', not 'H1.1'",
                "tax_units.csv | married_joint,0.15 | married_joint,15 | 2 | long_term_rate | fraction | must be a fraction from 0 to 1, not '15'",
                "tax_units.csv | 0,-50 | 0,50 | 2 | carryforward_long | not positive | must not be positive, not '50'",
                "accounts.csv | true,5000,5000 | true,5000,5000.01 | 2 | settled_cash | at most cash | 5000.01 is more than the cash of 5000",
                "accounts.csv | true,5000,5000 | true,-1,5000 | 2 | cash | not negative | must not be negative, not '-1'",
                "accounts.csv | schwab,active | schwab,asleep | 2 | status | one of | must be one of active, deceased, frozen, transferring, not 'asleep'",
                "accounts.csv | H2-A1,H2,H2-T1 | H2-A1,H2,H1-T1 | 4 | tax_unit | same household | 'H1-T1' belongs to another household",
                "accounts.csv | H2-A1,H2 | H2-A1,H7 | 4 | household | known | 'H7' is not in households.csv",
                "transactions.csv | ,buy, | ,lend, | 2 | side | one of | must be one of buy, sell, not 'lend'",
                "cash_needs.csv | H1,H1-A1 | H1,H2-A1 | 2 | account | same household | 'H2-A1' belongs to another household",
                "restrictions.csv | *,ITOT | *,NOPE | 2 | symbol | known | 'NOPE' is not in securities.csv",
                "restrictions.csv | prefers VTI | `` | 2 | reason | text | must be text of 1 to 200 characters, not ''"
            })
    void namesFileRowFieldAndRule(
            String file, String from, String to, long row, String field, String rule, String sentence)
            throws IOException {
        replace(file, from, to == null ? "" : to);
        String where = field == null ? "" : field;
        assertThat(refused().findings()).contains(new BookFinding(file, row, where, rule, sentence));
    }

    @Test
    void findsAMissingFileAndASplitQuote() throws IOException {
        Files.delete(folder.resolve("open_orders.csv"));
        replace("households.csv", "Calder", "\"Calder");
        assertThat(refused().findings())
                .anyMatch(f -> f.file().equals("open_orders.csv") && f.rule().equals("file"))
                .anyMatch(f -> f.file().equals("households.csv") && f.rule().equals("csv"));
    }

    @Test
    void findsAFileThatIsNotUtf8OrEmpty() throws IOException {
        Files.write(folder.resolve("models.csv"), new byte[] {'m', (byte) 0xE9, '\n'});
        Files.write(folder.resolve("cash_needs.csv"), new byte[0]);
        assertThat(refused().findings())
                .contains(
                        new BookFinding("models.csv", 0, "", "encoding", "is not UTF-8"),
                        new BookFinding("cash_needs.csv", 0, "", "header", "is empty, not even a header"));
    }

    @Test
    void readsWhatASpreadsheetMadeOfIt() throws IOException {
        for (BookFile file : BookFile.values()) {
            Path path = folder.resolve(file.fileName());
            Files.writeString(path, "\uFEFF" + Files.readString(path).replace("\n", "\r\n"));
        }
        assertThat(new BookFolder(folder).read()).isEqualTo(new BookFolder.Answer.Accepted(SampleBook.rows()));
    }

    @Test
    void tellsAWrongRowOnceAndNotAgainWhereItIsReferredTo() throws IOException {
        replace("accounts.csv", "true,5000,5000", "true,x,5000");
        assertThat(refused().findings()).hasSize(1);
    }

    @Test
    void namesAtMostAHundredFindingsAndCountsAll() throws IOException {
        Files.writeString(
                folder.resolve("lots.csv"), "lot,account,symbol,quantity,unit_cost,acquired\n" + "x\n".repeat(250));
        assertThat(refused().findings()).hasSize(100);
        assertThat(refused().count()).isEqualTo(250);
    }

    @Test
    void printsFindingsAndExitsWithOne() throws IOException {
        replace("lots.csv", "H1-A1,VTI,200", "H1-A1,VTI,0");
        var out = new ByteArrayOutputStream();
        int code = BookCheck.run(new String[] {"book", "check", folder.toString()}, new PrintStream(out, true));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("lots.csv row 2, quantity: must be above zero, not '0' [above zero]")
                .contains("is refused, findings: 1");
    }

    @Test
    void printsOneLineAboutAGoodBook() {
        var out = new ByteArrayOutputStream();
        int code = BookCheck.run(new String[] {"book", "check", folder.toString()}, new PrintStream(out, true));
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("2 households, 3 accounts, 7 lots, 3 securities as of 2026-11-19");
        assertThat(BookCheck.run(new String[] {"book", "chek"}, new PrintStream(out)))
                .isEqualTo(2);
    }

    @Test
    void acceptsABookOfTheMaker() throws Exception {
        Path shared = Path.of(System.getenv().getOrDefault("DRIFTGATE_SHARED", "../shared"));
        Path maker = shared.resolve("tools/make-book");
        assumeTrue(Files.isExecutable(maker), "no make-book at " + maker);
        Path made = folder.resolve("made");
        List<String> command = List.of(maker.toString(), "--households", "5", "--seed", "7", "--out", made.toString());
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        assertThat(new BookFolder(made).read()).isInstanceOf(BookFolder.Answer.Accepted.class);
    }

    private BookFolder.Answer.Refused refused() {
        BookFolder.Answer answer = new BookFolder(folder).read();
        assertThat(answer).isInstanceOf(BookFolder.Answer.Refused.class);
        return (BookFolder.Answer.Refused) answer;
    }

    /** In the first line that contains it, and it must be there. */
    private void replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(from);
        assertThat(at).as("%s has %s", file, from).isNotNegative();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
