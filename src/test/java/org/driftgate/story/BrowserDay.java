package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The demo firm on the day of its first run, with a browser before it. */
final class BrowserDay implements AutoCloseable {

    private final RunningApplication application;
    private final FirmDay day;
    private final Staff staff;
    private final String run;

    final Api api;
    final Screens screens;

    BrowserDay() {
        this("browser", Map.of(), unchanged -> {});
    }

    /** With the firm's own settings, and what its owner does before the first run. */
    BrowserDay(String name, Map<String, String> settings, Consumer<RunningApplication> before) {
        RunningApplication.forget(name);
        application = RunningApplication.start(name, settings);
        before.accept(application);
        screens = new Screens(application);
        api = new Api(application);
        staff = new Staff(api);
        day = new FirmDay(api, staff);
        run = day.startRun();
    }

    List<CaseFile> cases(String state) {
        return staff.cases(run, state).stream()
                .map(about -> CaseFile.of(api, about))
                .toList();
    }

    CaseFile reviewWith(Predicate<JsonNode> suits) {
        return cases("IN_REVIEW").stream()
                .filter(about -> suits.test(about.review()))
                .findFirst()
                .orElseThrow();
    }

    CaseFile taxReviewWithLotsToChooseFrom() {
        return cases("IN_TAX_REVIEW").stream()
                .filter(about -> {
                    JsonNode sales =
                            api.get("tax", "/api/tax-reviews/" + about.id()).get("sales");
                    return sales.size() > 0 && sales.get(0).get("lots").size() > 1;
                })
                .findFirst()
                .orElseThrow();
    }

    List<String> householdsWithoutCase() {
        List<String> open = staff.cases(run).stream()
                .map(about -> about.get("household").asText())
                .toList();
        return IntStream.rangeClosed(1, 60)
                .mapToObj("H%03d"::formatted)
                .filter(household -> !open.contains(household))
                .toList();
    }

    /** The others do their reviews, in two rounds, because some proposals come back from their adviser. */
    void finishReviews() {
        for (int round = 0; round < 2; round++) {
            staff.work(run, "IN_REVIEW");
            staff.work(run, "WITH_ADVISER");
            day.settle();
        }
    }

    void finishTaxReviews() {
        staff.work(run, "IN_TAX_REVIEW");
        day.settle();
    }

    JsonNode incident() {
        return api.get("admin", "/engine-rest/incident?maxResults=1").get(0);
    }

    List<JsonNode> mailbox() {
        return Staff.list(api.simulator("GET", "/mailbox/messages.json", null).ok());
    }

    boolean everySystemAnswers() {
        return Staff.list(api.get("admin", "/api/connections")).stream()
                .allMatch(system -> system.get("ok").asBoolean());
    }

    void moveTo(String time) {
        day.moveTo(day.now().toLocalDate() + "T" + time);
    }

    void moveBy(String duration) {
        day.moveBy(duration);
    }

    void settle() {
        day.settle();
    }

    LocalDateTime now() {
        return day.now();
    }

    @Override
    public void close() {
        screens.close();
        application.close();
    }
}
