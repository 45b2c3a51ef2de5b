package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Household.Recipient;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can put into his name or address reaches neither the envelope, nor the headers, nor the markup. */
class InjectionTest extends OutsideWorld {

    private final NotifyClient notify;
    private final KnownCase known;
    private final LetterTemplates templates;
    private int before;

    InjectionTest(NotifyClient notify, KnownCase known, LetterTemplates templates) {
        this.notify = notify;
        this.known = known;
        this.templates = templates;
    }

    @BeforeEach
    void approveTheTemplate() {
        TestDatabase.clear();
        known.reset();
        templates.approve("client-notice", "v1", new PersonId("reviewer"));
        before = newestId();
    }

    static Stream<String> addresses() {
        return Stream.of(
                "ana@client.example\r\nRCPT TO:<evil@x.example>",
                "ana@client.example\nBcc: evil@x.example",
                "ana@client.example, evil@x.example",
                "ana@client.example; evil@x.example",
                "Ana <ana@client.example>",
                "\"a\u760d\u760aRCPT TO:<evil@x.example>\u760d\u760a\"@client.example",
                "\"ana\\\r\n evil\"@client.example",
                "ana@[127.0.0.1]",
                "ana@localhost",
                "ana\u0000@client.example",
                "\u0430na@client.example",
                "ana@client.example> SIZE=1 RCPT TO:<evil@x.example",
                "@relay.example:ana@client.example",
                "ana..b@client.example",
                "ana%evil.example@",
                "a".repeat(65) + "@client.example");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void writesToNoAddressThatIsNotExactlyOnePlainAddress(String address) {
        known.recipients = List.of(new Recipient("Ana Calder", address));

        notify.forCase(Letters.CASE);

        assertThat(mailSince(before))
                .as(address)
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly("jo.marsh@firm.example", "journal@firm.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\r\nBcc: evil@x.example",
                "Ana\nSubject: You won\n\n<h1>body</h1>",
                "Ana\u2028Bcc: evil@x.example",
                "Ana\" <evil@x.example>, \"",
                "=?utf-8?q?Ana=0D=0ABcc:_evil@x.example?=",
                "\u202eelpmaxe.tneilc@ana",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)>",
                "</td></table><iframe src=//x.example>",
                "<a href=\"javascript:alert(1)\">prize</a>",
                "${T(java.lang.Runtime).getRuntime().exec('id')}",
                "[[${7*7}]] [(${7*7})] __${7*7}__",
                "<b th:text=\"${7*7}\">x</b>"
            })
    void letsANameBeNothingButText(String name) {
        known.recipients = List.of(new Recipient(name, "ana@client.example"));

        notify.forCase(Letters.CASE);

        List<JsonNode> mail = mailSince(before);
        assertThat(mail)
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly("ana@client.example", "journal@firm.example");
        assertThat(headerNames(part(mail.get(0), "eml")))
                .containsExactlyInAnyOrder(
                        "Delivered-To",
                        "Return-Path",
                        "Received",
                        "Date",
                        "From",
                        "Reply-To",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type");
        assertThat(mail.get(0).path("subject").asText())
                .isEqualTo("Your portfolio was rebalanced on November 20, 2026");
        assertThat(tags(part(mail.get(0), "html"))).as(name).isEqualTo(tags(letterTo("Ana Calder")));
        assertThat(part(mail.get(0), "html")).doesNotContain(">49<").doesNotContain(" 49 ");
    }

    @Test
    void refusesAMailWithAControlCharacterWhateverTheCallerDid() {
        assertThatThrownBy(() -> new Mailer.Mail("<a@b>", null, "Ana", "ana@client.example", "x\r\nBcc: e@x", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mailer.Mail("<a@b>", null, "Ana", "a@c.example, e@x.example", "x", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usesNoUnescapedExpressionInAnyHtmlTemplate() {
        for (MailKind kind : MailKind.values())
            assertThat(templates.load(kind.template(), "v1").html())
                    .as(kind.template())
                    .doesNotContain("utext")
                    .doesNotContain("[(")
                    .doesNotContain("th:inline");
    }

    /** The same letter to a harmless name, through the same printer. */
    private String letterTo(String name) {
        TestDatabase.clear();
        templates.approve("client-notice", "v1", new PersonId("reviewer"));
        int id = newestId();
        known.recipients = List.of(new Recipient(name, "ana@client.example"));
        notify.forCase(Letters.CASE);
        return part(mailSince(id).get(0), "html");
    }

    /** The tags in order: an injected element would show as one more. */
    private static List<String> tags(String html) {
        var tags = new java.util.ArrayList<String>();
        var matcher =
                java.util.regex.Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*)").matcher(html);
        while (matcher.find()) tags.add(matcher.group(1));
        return tags;
    }

    private static List<String> headerNames(String eml) {
        String head = eml.substring(0, eml.indexOf("\r\n\r\n"));
        return Arrays.stream(head.split("\r\n"))
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }
}
