package org.driftgate.adapter.redtail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.notification.Crm;
import org.driftgate.shared.SystemFault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Redtail CRM. It offers no idempotency, so each text ends with its marker, by which a lost answer is looked up. */
@Component
@ConditionalOnProperty("driftgate.redtail.base-url")
class Redtail implements Crm {

    private static final String ACTIVITIES = "/activities";

    private final RedtailSettings settings;
    private final RedtailApi api;
    private final RedtailContacts contacts;

    Redtail(RedtailSettings settings) {
        this.settings = settings;
        this.api = new RedtailApi(settings);
        this.contacts = new RedtailContacts(api, settings.contacts());
    }

    @Override
    public String name() {
        return RedtailApi.SYSTEM;
    }

    @Override
    public Optional<String> find(Client client, Entry entry) {
        return entry instanceof Note
                ? find("find note", notes(client), "notes", "body", entry.marker())
                : find("find activity", ACTIVITIES, "activities", "description", entry.marker());
    }

    @Override
    public String write(Client client, Entry entry) {
        if (entry instanceof Note note)
            return id(
                    "write note",
                    api.post("write note", notes(client), note(note)).path("note"));
        JsonNode answer = api.post("write activity", ACTIVITIES, activity(client, (Activity) entry));
        return id("write activity", answer.path("activity"));
    }

    @Override
    public void checkConnection() {
        api.logIn();
    }

    private String notes(Client client) {
        return "/contacts/%d/notes".formatted(contacts.contact(client));
    }

    private Map<String, Object> note(Note note) {
        return Map.of(
                "category_id",
                settings.noteCategory(),
                "note_type",
                1,
                "pinned",
                false,
                "draft",
                false,
                "body",
                marked(note.body(), note.marker()));
    }

    private Map<String, Object> activity(Client client, Activity activity) {
        Instant start = activity.when().truncatedTo(ChronoUnit.SECONDS);
        return Map.ofEntries(
                Map.entry("category_id", settings.activityCategory()),
                Map.entry("activity_code_id", settings.activityCode()),
                Map.entry("subject", activity.subject()),
                Map.entry("description", marked(activity.description(), activity.marker())),
                Map.entry("all_day", false),
                Map.entry("start_date", start.toString()),
                Map.entry("end_date", start.plus(15, ChronoUnit.MINUTES).toString()),
                Map.entry("importance", 2),
                Map.entry("repeats", "never"),
                Map.entry("completed", true),
                Map.entry(
                        "linked_contacts",
                        List.of(Map.of("type", "Individual", "contact_id", contacts.contact(client)))));
    }

    /** Through every page, because the order of a list is not documented. */
    private Optional<String> find(String operation, String path, String resource, String field, String marker) {
        for (int page = 1, pages = 1; page <= pages; page++) {
            JsonNode answer = api.get(operation, path + "?page=" + page);
            for (JsonNode entry : answer.path(resource))
                if (entry.path(field).asText().contains(reference(marker))) return Optional.of(id(operation, entry));
            pages = answer.path("meta").path("total_pages").asInt(1);
        }
        return Optional.empty();
    }

    private static String id(String operation, JsonNode entry) {
        String id = entry.path("id").asText();
        if (id.isBlank())
            throw new SystemFault(
                    RedtailApi.SYSTEM,
                    operation,
                    "the answer holds no id; retrying is safe, because the entry is looked for before it is written again");
        return id;
    }

    private static String marked(String text, String marker) {
        return text.strip() + "\n" + reference(marker);
    }

    private static String reference(String marker) {
        return "[ref: %s]".formatted(marker);
    }
}
