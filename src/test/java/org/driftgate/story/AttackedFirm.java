package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One firm whose cases wait for their review, for every test that tries to get round it; ends with the JVM. Nothing is
 * ever rightly sent here, so one order at the custodian is one too many.
 */
final class AttackedFirm {

    /** Of this JVM: tests run in more than one of them at a time. */
    private static final String NAME = "attacks-" + ProcessHandle.current().pid();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AttackedFirm INSTANCE = new AttackedFirm();

    private final RunningApplication application;
    private final Api api;
    private final Outside outside;
    private final FirmDay day;
    private final Deque<String> untouched;

    private AttackedFirm() {
        RunningApplication.forget(NAME);
        application = RunningApplication.start(NAME, Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "ends the attacked firm"));
        api = new Api(application);
        outside = new Outside(api);
        day = new FirmDay(api, new Staff(api));
        day.startRun();
        day.settle();
        untouched = new ArrayDeque<>(plainCases());
    }

    static AttackedFirm firm() {
        return INSTANCE;
    }

    RunningApplication application() {
        return application;
    }

    Api api() {
        return api;
    }

    FirmDay day() {
        return day;
    }

    Outside outside() {
        return outside;
    }

    Database database() {
        return Database.of(NAME);
    }

    /** A case in its first review that nobody tried anything on yet; one reviewer could approve it. */
    synchronized String nextCase() {
        return untouched.removeFirst();
    }

    private List<String> plainCases() {
        return database().jdbc().sql("""
                select c.id from driftgate.rebalancing_case c
                join driftgate.proposal_version v on v.case_id = c.id and v.number = 1
                join driftgate.review_requirement r on r.version_id = v.id and r.tiers = array ['COMPLIANCE']
                where c.state = 'IN_REVIEW' and not exists (
                  select from driftgate.finding f where f.version_id = v.id and f.severity = 'BLOCK')
                order by c.id""").query(String.class).list();
    }

    /** The open task of a case, as an administrator sees it. */
    JsonNode task(String caseId) {
        JsonNode open = api.get("admin", "/engine-rest/task?maxResults=5&processInstanceBusinessKey=" + caseId);
        assertThat(open).as("open task of " + caseId).hasSize(1);
        return open.get(0);
    }

    String state(String caseId) {
        return api.get("examiner", "/api/cases/" + caseId).get("state").asText();
    }

    JsonNode review(String caseId) {
        return api.get("reviewer", "/api/reviews/" + caseId);
    }

    Api.Answer decide(String person, String caseId, Map<String, Object> body) {
        return api.post(person, "/api/reviews/" + caseId + "/decision", body);
    }

    /** A decision on exactly what the view shows. */
    static Map<String, Object> decision(JsonNode view, String kind) {
        var body = new TreeMap<String, Object>(Map.of(
                "version", view.get("version").asInt(),
                "tradeHash", view.get("tradeHash").asText(),
                "decision", kind,
                "reason", "tried from outside",
                "lines", List.of()));
        if (kind.equals("APPROVE") && view.get("approvalMode").asText().equals("TRADE"))
            body.put(
                    "lines",
                    Staff.list(view.get("lines")).stream()
                            .map(line -> Map.of("line", line.get("line").asInt(), "action", "KEEP"))
                            .toList());
        return body;
    }

    void nothingSent() {
        assertThat(outside.orders()).as("orders at the custodian").isEmpty();
        assertThat(count("select count(*) from driftgate.attempt")).as("claims").isZero();
    }

    long count(String sql) {
        return database().jdbc().sql(sql).query(Long.class).single();
    }

    /** Some entry of that kind by that person says all of this, or will in a moment: refusals are answered first. */
    void traced(String event, String person, String... words) {
        Awaitility.await("%s of %s says %s".formatted(event, person, List.of(words)))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> entries(List.of(event), person).stream()
                        .anyMatch(entry -> Stream.of(words).allMatch(entry::contains)));
    }

    /** What that person was refused, by the engine or at the door, and that names this. */
    long refusals(String person, String named) {
        return entries(List.of("ATTEMPT_REFUSED", "ACCESS_REFUSED"), person).stream()
                .filter(entry -> entry.contains(named))
                .count();
    }

    /** Strangers stand in the log. */
    void logged(String words) {
        Awaitility.await("log says " + words)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> application.log().contains(words));
    }

    private List<String> entries(List<String> events, String person) {
        return database()
                .jdbc()
                .sql("""
                select coalesce(case_id, '') || ' ' || facts::text from audit.entry
                where event in (:events) and actor = :person""")
                .param("events", events)
                .param("person", person)
                .query(String.class)
                .list();
    }
}
