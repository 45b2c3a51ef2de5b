package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A book of 300 households with real prices, from seven o'clock to the last letter, through HTTP alone. */
class BookStoryIT {

    private static final Path MAKE_BOOK = Path.of("../shared/tools/make-book");
    private static final int HOUSEHOLDS = 300;

    @Test
    void bringsEveryHouseholdOutsideItsBandToANoticeOrARecordedReason() throws Exception {
        assumeTrue(Files.isExecutable(MAKE_BOOK), "../shared/tools/make-book is not here");
        Path book = makeBook();
        RunningApplication.forget("book");
        try (var application = RunningApplication.start("book", Map.of("driftgate.book", book.toString()), "-Xmx1g")) {
            var api = new Api(application);
            var staff = new Staff(api);
            var day = new FirmDay(api, staff);
            assertThat(day.now().toString()).startsWith("2022-12-29T06:55");

            long start = System.nanoTime();
            String run = day.startRun();
            var untilReviewed = Duration.ofNanos(System.nanoTime() - start);
            Map<String, Integer> afterStart = day.states(run);
            day.workUntilClosed(run);
            day.moveTo(day.now().toLocalDate() + "T20:00");

            JsonNode answer = api.get("examiner", "/api/runs/" + run);
            report(application, untilReviewed, afterStart, day.states(run), staff, answer);
            assertThat(sum(answer.get("buckets"))).isEqualTo(HOUSEHOLDS);
            assertThat(staff.cases(run))
                    .hasSize(answer.get("buckets").get("OUT_OF_BAND").asInt());
            assertThat(staff.cases(run)).allSatisfy(this::endsWithANoticeOrAReason);
            assertThat(day.states(run)).containsKeys("NOTIFIED", "DECLINED");
            assertThat(answer.get("state").asText()).isEqualTo("FINISHED");
            assertThat(Staff.list(api.get("examiner", "/api/completeness?runId=" + run)
                            .get("gaps")))
                    .isEmpty();
        }
    }

    private void endsWithANoticeOrAReason(JsonNode about) {
        assertThat(about.get("closed").asBoolean()).as(about.toString()).isTrue();
        if (!about.get("state").asText().equals("NOTIFIED"))
            assertThat(about.get("stateReason").asText("")).as(about.toString()).isNotBlank();
    }

    private static int sum(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private static void report(
            RunningApplication application,
            Duration untilReviewed,
            Map<String, Integer> afterStart,
            Map<String, Integer> atTheEnd,
            Staff staff,
            JsonNode run) {
        var text = new StringBuilder("\nBook of %d households\n".formatted(HOUSEHOLDS));
        text.append("  ready after JVM start   %.1f s%n"
                .formatted(application.startTime().toMillis() / 1000.0));
        text.append("  run start to reviews    %.1f s%n".formatted(untilReviewed.toMillis() / 1000.0));
        text.append("  buckets                 %s%n".formatted(run.get("buckets")));
        text.append("  cases after the start   %s%n".formatted(afterStart));
        text.append("  decisions               %s%n".formatted(staff.done()));
        text.append("  cases at the end        %s%n".formatted(atTheEnd));
        StoryReport.print(text.toString());
    }

    static Path makeBook() throws IOException, InterruptedException {
        Path book = Path.of("target/story/book-" + HOUSEHOLDS).toAbsolutePath();
        if (Files.exists(book.resolve("households.csv"))) return book;
        var process = new ProcessBuilder(
                        MAKE_BOOK.toString(), "--households", "" + HOUSEHOLDS, "--seed", "7", "--out", book.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/make-book.log"))
                .start();
        assertThat(process.waitFor()).as("exit code of make-book").isZero();
        return book;
    }
}
