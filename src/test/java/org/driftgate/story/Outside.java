package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The world around the firm as only its simulators know it: their fault switches, orders, mailbox and CRM. */
final class Outside {

    static final int ALL_DAY = 1_000_000;
    private static final Pattern REFERENCE = Pattern.compile("\\[ref: ([^]]+)]");
    private static final String REDTAIL = "/redtail/api/public/v1";

    private final Api api;

    Outside(Api api) {
        this.api = api;
    }

    void fault(String system, String path, String kind, String value, int times) {
        var fault = Map.of("system", system, "path", path, "kind", kind, "value", value, "times", times);
        api.simulator("POST", "/simulator/faults", fault).ok();
    }

    void repair() {
        api.simulator("DELETE", "/simulator/faults", null);
    }

    /** How often a fault will still show; zero when it is used up. */
    int left(String system, String kind) {
        return Staff.list(api.simulator("GET", "/simulator/faults", null).ok()).stream()
                .filter(fault -> fault.get("system").asText().equals(system))
                .filter(fault -> fault.get("kind").asText().equals(kind))
                .mapToInt(fault -> fault.get("times").asInt())
                .sum();
    }

    /** Everything that ever arrived at the custodian. */
    List<JsonNode> orders() {
        return Staff.list(api.simulator("GET", "/simulator/orders", null).ok());
    }

    List<String> identifiers() {
        return orders().stream()
                .map(order -> order.get("clientOrderIdentifier").asText())
                .toList();
    }

    /** Account, side, security and day of each order. */
    List<String> ordersByDay() {
        return orders().stream()
                .map(order -> String.join(
                        " ",
                        order.get("account").asText(),
                        order.get("side").asText(),
                        order.get("symbol").asText(),
                        order.get("at").asText().substring(0, 10)))
                .toList();
    }

    /** Accounts in which something was bought. */
    Stream<String> buyers() {
        return orders().stream()
                .filter(order -> order.get("side").asText().equals("BUY"))
                .map(order -> order.get("account").asText())
                .distinct()
                .sorted();
    }

    /** New money, settled at once. */
    void deposit(String account, int dollars) {
        var event = Map.of("event", "CashMoved", "account", account, "amount", dollars);
        api.simulator("POST", "/simulator/events", event).ok();
    }

    List<JsonNode> mails() {
        return Staff.list(api.simulator("GET", "/mailbox/messages.json", null).ok());
    }

    Stream<JsonNode> mailsTo(String address, String about) {
        return mails().stream()
                .filter(mail -> mail.get("deliveredTo").asText().equals(address))
                .filter(mail -> textOf(mail).contains(about));
    }

    String textOf(JsonNode mail) {
        return api.simulator("GET", "/mailbox/%d/text".formatted(mail.get("id").asInt()), null)
                .ok()
                .asText();
    }

    /** The markers of every note and activity in the CRM, as often as they are there. */
    List<String> crmReferences() {
        var found = new ArrayList<String>();
        for (JsonNode family : crmPages("/families", "families")) {
            int contact = family.get("members").get(0).get("contact_id").asInt();
            for (JsonNode note : crmPages("/contacts/%d/notes".formatted(contact), "notes"))
                collect(note.get("body").asText(), found);
        }
        for (JsonNode activity : crmPages("/activities", "activities"))
            collect(activity.get("description").asText(), found);
        return found;
    }

    private static void collect(String text, List<String> found) {
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) found.add(reference.group(1));
    }

    private List<JsonNode> crmPages(String path, String resource) {
        var rows = new ArrayList<JsonNode>();
        for (int page = 1, pages = 1; page <= pages; page++) {
            JsonNode answer = api.crm(REDTAIL + path + "?page=" + page);
            rows.addAll(Staff.list(answer.get(resource)));
            pages = answer.get("meta").get("total_pages").asInt();
        }
        return rows;
    }
}
