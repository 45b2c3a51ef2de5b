package org.driftgate.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Redtail's JSON: the root key is the resource, lists carry {@code meta}, fifty to a page. */
final class RedtailWire {

    static final int PAGE_SIZE = 50;
    private static final int FIRST_CONTACT = 48_000;

    private RedtailWire() {}

    static int contactId(HouseholdState household) {
        return FIRST_CONTACT + household.id();
    }

    static Map<String, Object> contact(HouseholdState household) {
        String name = household.row().name();
        return Map.of(
                "id",
                contactId(household),
                "type",
                "Individual",
                "full_name",
                name,
                "last_name",
                name,
                "status",
                "Active",
                "category",
                "Client",
                "servicing_advisor",
                household.row().advisor());
    }

    static Map<String, Object> family(HouseholdState household) {
        return Map.of(
                "id", household.id(),
                "name", household.row().name(),
                "members", List.of(Map.of("contact_id", contactId(household), "hoh", true)));
    }

    static ObjectNode note(RedtailEntry entry) {
        ObjectNode note = created(entry);
        note.put("note_type_description", "Note").put("deleted", false);
        note.putArray("note_associations")
                .addObject()
                .put("note_id", entry.id())
                .put("noteable_id", entry.contact())
                .put("noteable_type", "Crm::Contact");
        return note;
    }

    static ObjectNode created(RedtailEntry entry) {
        ObjectNode copy = entry.body().deepCopy();
        copy.put("id", entry.id()).put("created_at", entry.createdAt()).put("updated_at", entry.createdAt());
        return copy;
    }

    static Map<String, Object> page(String resource, List<?> all, int number) {
        int from = Math.min(all.size(), (Math.max(1, number) - 1) * PAGE_SIZE);
        int to = Math.min(all.size(), from + PAGE_SIZE);
        int pages = (all.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        return Map.of(
                resource, all.subList(from, to), "meta", Map.of("total_records", all.size(), "total_pages", pages));
    }
}
