package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Redtail CRM: a contact for each household, known by its account numbers; notes and activities as they were written. */
@Simulated
class RedtailSystem implements SimulatedSystem {

    static final String NAME = "redtail";
    private static final String API = "/redtail/api/public/v1";

    private final World world;
    private final RedtailRecord record;
    private final Routes routes = new Routes();

    RedtailSystem(World world, RedtailRecord record) {
        this.world = world;
        this.record = record;
        routes.on("GET", API + "/authentication", (request, none) -> logIn(request))
                .on("GET", API + "/contacts/search", (request, none) -> search(request))
                .on("GET", API + "/contacts/{id}", (request, id) -> contact(id.get(0)))
                .on("GET", API + "/families", (request, none) -> families(request))
                .on("GET", API + "/contacts/{id}/notes", (request, id) -> notes(request, contactId(id)))
                .on("POST", API + "/contacts/{id}/notes", (request, id) -> addNote(request, contactId(id)))
                .on("GET", API + "/activities", (request, none) -> activities(request))
                .on("POST", API + "/activities", (request, none) -> addActivity(request));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> basePaths() {
        return List.of("/redtail");
    }

    @Override
    public Response handle(Request request) {
        if (request.path().endsWith("/authentication") || isLoggedIn(request)) return routes.handle(request);
        return Response.message(401, "Authorization header missing");
    }

    /** {@code Basic base64(key:user:password)}, three parts. */
    private static Response logIn(Request request) {
        String[] parts = credentials(request, "basic").split(":", -1);
        if (parts.length != 3 || parts[0].isBlank() || !parts[1].equals(parts[2]))
            return Response.message(401, "Invalid credentials");
        Map<String, Object> user =
                Map.of("redtail_database_id", 1, "redtail_user_id", 56, "user_key", userKey(parts[0]));
        return Response.json(Map.of("authenticated_user", user));
    }

    /** {@code Userkeyauth base64(key:userkey)}. */
    private static boolean isLoggedIn(Request request) {
        String[] parts = credentials(request, "userkeyauth").split(":", -1);
        return parts.length == 2 && parts[1].equals(userKey(parts[0]));
    }

    private static String userKey(String apiKey) {
        return UUID.nameUUIDFromBytes(apiKey.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String credentials(Request request, String scheme) {
        String header = request.header("authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(scheme + " ")) return "";
        return new String(
                Base64.getDecoder().decode(header.substring(scheme.length() + 1).strip()), StandardCharsets.UTF_8);
    }

    private Response search(Request request) {
        List<Map<String, Object>> found =
                matching(request).map(RedtailWire::contact).toList();
        return Response.json(RedtailWire.page("contacts", found, request.number("page", 1)));
    }

    private Stream<HouseholdState> matching(Request request) {
        String account = request.query("account_number", "");
        String name = request.query("name", "");
        if (account.isEmpty())
            return world.households().stream()
                    .filter(household -> household.row().name().equals(name));
        return world.account(account).map(AccountState::household).flatMap(world::household).stream();
    }

    private Response contact(String id) {
        return household(Integer.parseInt(id))
                .map(household -> Response.json(Map.of("contact", RedtailWire.contact(household))))
                .orElseGet(() -> Response.message(404, "Contact not found"));
    }

    private Response families(Request request) {
        List<Map<String, Object>> all =
                world.households().stream().map(RedtailWire::family).toList();
        return Response.json(RedtailWire.page("families", all, request.number("page", 1)));
    }

    private Response notes(Request request, int contact) {
        List<ObjectNode> all = record.of(RedtailEntry.Kind.NOTE, contact).stream()
                .map(RedtailWire::note)
                .toList();
        return Response.json(RedtailWire.page("notes", all, request.number("page", 1)));
    }

    private Response addNote(Request request, int contact) {
        if (household(contact).isEmpty()) return Response.message(404, "Contact not found");
        JsonNode body = request.json(JsonNode.class);
        if (body.path("body").asText().isBlank()) return Response.message(422, "body can't be blank");
        return Response.json(201, Map.of("note", RedtailWire.note(record.add(RedtailEntry.Kind.NOTE, contact, body))));
    }

    private Response activities(Request request) {
        List<ObjectNode> all = record.of(RedtailEntry.Kind.ACTIVITY).stream()
                .map(RedtailWire::created)
                .toList();
        return Response.json(RedtailWire.page("activities", all, request.number("page", 1)));
    }

    private Response addActivity(Request request) {
        JsonNode body = request.json(JsonNode.class);
        int contact = body.path("linked_contacts").path(0).path("contact_id").asInt();
        if (body.path("subject").asText().isBlank()) return Response.message(422, "subject can't be blank");
        if (household(contact).isEmpty()) return Response.message(422, "linked contact not found");
        RedtailEntry added = record.add(RedtailEntry.Kind.ACTIVITY, contact, body);
        return Response.json(201, Map.of("activity", RedtailWire.created(added)));
    }

    private Optional<HouseholdState> household(int contact) {
        return world.households().stream()
                .filter(household -> RedtailWire.contactId(household) == contact)
                .findFirst();
    }

    private static int contactId(List<String> parameters) {
        return Integer.parseInt(parameters.get(0));
    }
}
