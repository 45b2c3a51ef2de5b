package org.driftgate.simulator;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The mailbox as HTML; everything that came with a message is escaped. */
final class MailboxPages {

    private static final String STYLE = """
            body{margin:0;font:15px/1.5 -apple-system,'Segoe UI',Helvetica,Arial,sans-serif;color:#1f2933;background:#f4f6f8}
            main{max-width:1000px;margin:0 auto;padding:24px 20px 48px}
            h1{font-size:22px;margin:0 0 4px}h2{font-size:16px;margin:28px 0 8px}p{margin:0 0 16px;color:#52606d}
            a{color:#1d5a8c;text-decoration:none}a:hover,a:focus{text-decoration:underline}
            form{margin:0 0 16px}input{font:inherit;padding:6px 10px;border:1px solid #9aa5b1;border-radius:4px;width:280px}
            button{font:inherit;padding:6px 14px;border:1px solid #1d5a8c;border-radius:4px;background:#1d5a8c;color:#fff}
            table{width:100%;border-collapse:collapse;background:#fff;border:1px solid #d9dfe5}
            th{text-align:left;font-size:13px;color:#52606d;padding:8px 12px;border-bottom:2px solid #c3ccd5}
            td{padding:9px 12px;border-bottom:1px solid #e4e9ee;vertical-align:top}
            th.subject{width:44%}
            td.when{white-space:nowrap;color:#52606d}
            iframe{width:100%;height:1200px;border:1px solid #d9dfe5;background:#fff}
            pre{margin:0;padding:16px;background:#fff;border:1px solid #d9dfe5;white-space:pre-wrap;overflow-wrap:anywhere;
            font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
            """;

    private MailboxPages() {}

    static String list(List<MailboxMessage.Summary> messages, String about) {
        String rows = messages.stream().map(MailboxPages::row).collect(Collectors.joining());
        String table = messages.isEmpty()
                ? "<p>No mail.</p>"
                : "<table><tr><th class=\"subject\">Subject</th><th>From</th><th>Delivered to</th><th>Date</th></tr>%s</table>"
                        .formatted(rows);
        return page("Mailbox", """
                <h1>Mailbox</h1>
                <p>What the simulated mail server took, newest first. Each recipient has a copy of his own, the journal too.</p>
                <form><input name="q" value="%s" aria-label="Search" placeholder="Name, address or subject"/>
                <button>Search</button></form>%s""".formatted(escaped(about), table));
    }

    static String message(MailboxMessage message) {
        MailboxMessage.Summary summary = message.summary();
        String html = message.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe sandbox title=\"The mail as HTML\" src=\"/mailbox/%d/html\"></iframe>"
                        .formatted(summary.id());
        return page(summary.subject(), """
                <p><a href="/mailbox">Mailbox</a></p><h1>%s</h1>
                <p>From %s, delivered to %s, %s. <a href="/mailbox/%d/eml">As a file</a></p>%s
                <h2>Plain text</h2><pre>%s</pre><h2>Headers</h2><pre>%s</pre>""".formatted(
                        escaped(summary.subject()),
                        escaped(summary.from()),
                        escaped(summary.deliveredTo()),
                        escaped(summary.date()),
                        summary.id(),
                        html,
                        escaped(message.text().orElse("")),
                        escaped(String.join("\n", message.headers()))));
    }

    private static String row(MailboxMessage.Summary message) {
        return "<tr><td><a href=\"/mailbox/%d\">%s</a></td><td>%s</td><td>%s</td><td class=\"when\">%s</td></tr>"
                .formatted(
                        message.id(),
                        escaped(message.subject().isBlank() ? "(no subject)" : message.subject()),
                        escaped(message.from().replaceAll(" ?<.*>$", "")),
                        escaped(message.deliveredTo()),
                        escaped(message.date().replaceAll(":\\d\\d ([+-]\\d{4}).*$", " $1")));
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>"
                + escaped(title) + "</title><style>" + STYLE + "</style></head><body><main>" + body
                + "</main></body></html>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
