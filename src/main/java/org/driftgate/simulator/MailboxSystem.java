package org.driftgate.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The page that shows what was mailed. */
@Simulated
class MailboxSystem implements SimulatedSystem {

    private final Mailbox mailbox;
    private final Routes routes = new Routes();

    MailboxSystem(Mailbox mailbox) {
        this.mailbox = mailbox;
        routes.on("GET", "/mailbox", (request, none) -> list(request))
                .on("GET", "/mailbox/messages.json", (request, none) -> Response.json(mailbox.newestFirst()))
                .on("GET", "/mailbox/{id}", (request, id) -> show(id, m -> Response.html(MailboxPages.message(m))))
                .on("GET", "/mailbox/{id}/html", (request, id) -> show(id, MailboxSystem::html))
                .on(
                        "GET",
                        "/mailbox/{id}/text",
                        (request, id) -> show(id, m -> text(m.text().orElse(""))))
                .on("GET", "/mailbox/{id}/eml", (request, id) -> show(id, MailboxSystem::eml));
    }

    /** Not {@code mail}: that is what fault switches call the SMTP server. */
    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public List<String> basePaths() {
        return List.of("/mailbox");
    }

    @Override
    public Response handle(Request request) {
        return routes.handle(request);
    }

    private Response list(Request request) {
        String about = request.query("q", "");
        List<MailboxMessage.Summary> shown = mailbox.newestFirst().stream()
                .filter(message -> message.toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(about.toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return Response.html(MailboxPages.list(shown, about));
    }

    private Response show(List<String> parameters, Function<MailboxMessage, Response> view) {
        return mailbox.message(Integer.parseInt(parameters.get(0)))
                .map(view)
                .orElseGet(() -> Response.message(404, "No such message"));
    }

    /** As mail programs show it: no script, no form, no request to anywhere. */
    private static Response html(MailboxMessage message) {
        return Response.html(message.html().orElse(""))
                .withHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    }

    private static Response eml(MailboxMessage message) {
        return new Response(200, "message/rfc822", Map.of(), message.bytes());
    }

    private static Response text(String text) {
        return new Response(200, "text/plain; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
