package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Business days of a firm: moves the demo clock and lets the staff work until every case of a run is closed. */
final class FirmDay {

    private static final int MOST_DAYS = 6;
    private static final List<String> HOURS = List.of(
            "07:30", "09:00", "09:46", "10:05", "10:30", "11:15", "12:30", "14:00", "15:30", "16:10", "16:40", "18:10");

    private final Api api;
    private final Staff staff;

    FirmDay(Api api, Staff staff) {
        this.api = api;
        this.staff = staff;
    }

    LocalDateTime now() {
        return LocalDateTime.parse(
                api.get("examiner", "/api/demo/clock").get("local").asText());
    }

    void moveTo(String local) {
        api.post("admin", "/api/demo/clock", Map.of("to", local)).ok();
    }

    void moveBy(String duration) {
        api.post("admin", "/api/demo/clock", Map.of("plus", duration)).ok();
    }

    /** Kills the application at that moment of a move of its clock. */
    void killWhileMovingTo(String time, RunningApplication application, Callable<Boolean> moment) {
        String target = now().toLocalDate() + time;
        var mover = new Thread(() -> tryMoveTo(target), "moves the clock");
        mover.setDaemon(true);
        mover.start();
        Awaitility.await("moment to kill")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(moment);
        application.kill();
    }

    private void tryMoveTo(String local) {
        try {
            moveTo(local);
        } catch (UncheckedIOException killed) {
            // the answer never comes
        }
    }

    /** A run of the whole firm beside the schedule. */
    String requestRun(String why) {
        return api.post("trader", "/api/runs", Map.of("scope", "ALL", "reason", why))
                .ok()
                .get("id")
                .asText();
    }

    /** Lets every job that is due end, a second of business time later. */
    void settle() {
        moveBy("PT1S");
    }

    /** To seven o'clock and a bit; returns the run that started. */
    String startRun() {
        moveTo(now().toLocalDate() + "T07:05");
        JsonNode runs = api.get("examiner", "/api/runs");
        if (runs.isEmpty()) throw new AssertionError("no run has started by 07:05");
        return runs.get(0).get("id").asText();
    }

    /** To the next morning on which a run starts, over weekends and holidays. */
    String startRunAfter(String previous) {
        for (int mornings = 0; mornings < MOST_DAYS; mornings++) {
            if (now().getHour() >= 7) moveTo(now().toLocalDate().plusDays(1) + "T06:50");
            String newest = startRun();
            if (!newest.equals(previous)) return newest;
        }
        throw new AssertionError("no run after " + previous);
    }

    /** Works day after day until every case is closed; fails when that takes too long. */
    void workUntilClosed(String run) {
        for (int day = 0; day < MOST_DAYS; day++) {
            for (String hour : HOURS) {
                if (openCases(run) == 0) return;
                LocalDateTime target = LocalDateTime.parse(now().toLocalDate() + "T" + hour);
                if (target.isAfter(now())) moveTo(target.toString());
                workAndSettle(run);
            }
            moveTo(now().toLocalDate().plusDays(1) + "T06:50");
        }
        throw new AssertionError("still open after %d days: %s".formatted(MOST_DAYS, states(run)));
    }

    private void workAndSettle(String run) {
        while (staff.workEveryQueue(run) > 0) settle();
    }

    private long openCases(String run) {
        return staff.cases(run).stream()
                .filter(about -> !about.get("closed").asBoolean())
                .count();
    }

    Map<String, Integer> states(String run) {
        Map<String, Integer> states = new TreeMap<>();
        staff.cases(run).forEach(about -> states.merge(about.get("state").asText(), 1, Integer::sum));
        return states;
    }
}
