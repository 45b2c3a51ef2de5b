package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Household.Recipient;
import org.driftgate.notification.AdviserSummary.Line;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.LetterPrinter.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters word for word. What a changed template makes lies in {@code target/letters}, to be looked at and copied. */
class GoldenLetterTest {

    private static final Path MADE = Path.of("target", "letters");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "letters");
    private static final Recipient ANA = new Recipient("Ana Calder", "ana@client.example");

    private final LetterPrinter printer = new LetterPrinter();

    @ParameterizedTest
    @ValueSource(strings = {"completed", "partly-completed"})
    void writesTheClientNoticeAsApproved(String name) throws IOException {
        ExecutedTrades trades = name.equals("completed") ? Letters.complete() : Letters.partial();
        ClientNotice notice = new ComposeClientNotice(correspondence())
                .compose(Letters.facts(Letters.CASE, List.of(ANA), trades), ANA.name());

        compare("client-notice-" + name, print(MailKind.CLIENT_NOTICE, notice));
    }

    @Test
    void writesTheAdviserSummary() throws IOException {
        var summary = new AdviserSummary(
                "R20261120-1",
                "20 Nov",
                "Jo Marsh",
                "Harbor Lane Advisors",
                List.of(line("Adler", "4 trades, client told"), line("Brook", "2 trades, client told")),
                List.of(line("Calder", "Awaiting client consent"), line("Dale & Sons", "In review")),
                List.of(line("Elm", "Set aside: every account is frozen")),
                12,
                6,
                "https://driftgate.example/?run=R20261120-1&adviser=advisor01");

        compare("adviser-summary", print(MailKind.ADVISER_SUMMARY, summary));
    }

    private Printed print(MailKind kind, Object facts) {
        return printer.print(new LetterTemplates(null, null, null).load(kind.template(), "v1"), facts);
    }

    private static void compare(String name, Printed printed) throws IOException {
        String text = "Subject: %s%n%n%s".formatted(printed.subject(), printed.text());
        Files.createDirectories(MADE);
        Files.writeString(MADE.resolve(name + ".html"), printed.html());
        Files.writeString(MADE.resolve(name + ".txt"), text);
        assertThat(text).isEqualTo(Files.readString(GOLDEN.resolve(name + ".txt")));
        assertThat(printed.html()).isEqualTo(Files.readString(GOLDEN.resolve(name + ".html")));
    }

    private static Line line(String household, String note) {
        return new Line(household, note, "https://driftgate.example/cases/R20261120-1." + household.charAt(0));
    }

    static Correspondence correspondence() {
        var adviser = new MailAccount("jo.marsh@firm.example", "Jo Marsh", "advisor01", "advisor01");
        return new Correspondence(
                "Harbor Lane Advisors",
                adviser,
                Map.of("advisor01", adviser),
                null,
                "journal@firm.example",
                null,
                null,
                null,
                null,
                null,
                "driftgate.local",
                "v1");
    }
}
