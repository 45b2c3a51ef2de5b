package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures for docs/benchmarks.md; not part of the build. Runs a book of 300 households in a JVM of its own with a heap of
 * 1 GB, once as fast as the simulators answer and once at ten requests a second.
 */
class SpeedReport {

    private static final int MOST_RETRIES = 3;

    @Test
    void measuresABookOf300Households() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("../shared/tools/make-book")), "../shared/tools/make-book is not here");
        String book = BookStoryIT.makeBook().toString();
        measure("without rate limit", Map.of("driftgate.book", book));
        measure(
                "ten requests a second",
                Map.of(
                        "driftgate.book", book,
                        "driftgate.simulator.rate-limit", "10",
                        "driftgate.orion.requests-per-second", "10",
                        "driftgate.redtail.requests-per-second", "10"));
    }

    private static void measure(String title, Map<String, String> settings) {
        RunningApplication.forget("speed");
        var text = new StringBuilder("%n300 households, %s%n".formatted(title));
        try (var first = RunningApplication.start("speed", settings, "-Xmx1g", "-XX:TieredStopAtLevel=4")) {
            line(text, "ready, empty data folder", seconds(first.startTime()));
        }
        try (var application = RunningApplication.start("speed", settings, "-Xmx1g", "-XX:TieredStopAtLevel=4")) {
            line(text, "ready, warm data folder", seconds(application.startTime()));
            var api = new Api(application);
            var day = new FirmDay(api, new Staff(api));
            day.moveTo(day.now().toLocalDate() + "T06:59:50");

            long start = System.nanoTime();
            String run = day.startRun();
            int retries = retriesUntilReviewed(day, api, run);
            line(text, "run start to all reviews waiting", seconds(Duration.ofNanos(System.nanoTime() - start)));
            line(text, "steps retried after a 429", "" + retries);

            List<JsonNode> waiting = new Staff(api).cases(run, "IN_REVIEW");
            assertThat(waiting).isNotEmpty();
            line(text, "reviews waiting", "" + waiting.size());
            line(text, "heap used after the run", heap(api) + " MB of 1,024 MB");
            reviews(api, waiting, text);
        }
        StoryReport.print(text.toString());
    }

    /** Orion may turn a request away at exactly its own rate; the engine repeats that step a minute of business time later. */
    private static int retriesUntilReviewed(FirmDay day, Api api, String run) {
        int retries = 0;
        while (retries < MOST_RETRIES && isOnItsWay(api, run)) {
            day.moveBy("PT61S");
            retries++;
        }
        return retries;
    }

    private static boolean isOnItsWay(Api api, String run) {
        JsonNode answer = api.get("examiner", "/api/runs/" + run);
        return answer.get("state").asText().equals("COLLECTING")
                || answer.get("cases").has("OPENED")
                || answer.get("cases").has("PROPOSING");
    }

    private static void reviews(Api api, List<JsonNode> waiting, StringBuilder text) {
        waiting.forEach(about -> review(api, about));
        long[] micros = Stream.concat(waiting.stream(), waiting.stream())
                .mapToLong(about -> review(api, about).toNanos() / 1000)
                .sorted()
                .toArray();
        line(text, "GET /api/reviews/{caseId}, p50", millis(micros[micros.length / 2]));
        line(text, "GET /api/reviews/{caseId}, p95", millis(micros[micros.length * 95 / 100]));
    }

    private static Duration review(Api api, JsonNode about) {
        Api.Answer answer =
                api.tryGet("reviewer", "/api/reviews/" + about.get("caseId").asText());
        answer.ok();
        return answer.took();
    }

    private static String heap(Api api) {
        String metrics = api.tryGet("admin", "/actuator/prometheus").body().asText();
        double bytes = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return "%,.0f".formatted(bytes / 1e6);
    }

    private static void line(StringBuilder text, String what, String figure) {
        text.append("  %-36s %s%n".formatted(what, figure));
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String millis(long micros) {
        return "%.1f ms".formatted(micros / 1000.0);
    }
}
