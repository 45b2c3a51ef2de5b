package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged application refuses before it starts, and how it says so. */
class RefusalStoryIT {

    private static final String NAME = "refusals";

    @TempDir
    private static Path folder;

    private static Path good;
    private static Path broken;

    /** The book of a demo firm is one that the application wrote itself; meanwhile a second instance tries its luck. */
    @BeforeAll
    static void makeBooks() throws IOException {
        RunningApplication.forget(NAME);
        Path data = Path.of("target/story", NAME).toAbsolutePath();
        try (var running = RunningApplication.start(NAME, Map.of())) {
            var second = EndedApplication.of(data, List.of());
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said())
                    .contains("APPLICATION FAILED TO START", data + " is in use by another running instance")
                    .contains("DRIFTGATE_DATA")
                    .doesNotContain("\tat org.");
            assertThat(new Api(running).tryGet("examiner", "/api/runs").status())
                    .isEqualTo(200);
        }
        good = copy(data.resolve("simulator/demo-firm"), "good");
        broken = copy(good, "broken");
        Path lots = broken.resolve("lots.csv");
        List<String> lines = Files.readAllLines(lots);
        lines.set(3, lines.get(3).replaceFirst(",[^,]*$", ",not-a-date"));
        lines.add("L-1,H999-A1,VTI,1,1,2020-01-02");
        Files.write(lots, lines);
    }

    private static Path copy(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
        return to;
    }

    @Test
    void doesNotStartAFirmWithPartsOfTheDemonstration() {
        var ended = EndedApplication.of(
                folder.resolve("firm"),
                List.of(
                        "--spring.profiles.active=firm",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                        "--driftgate.simulator.enabled=true",
                        "--driftgate.demo.users=true",
                        "--driftgate.admin.password=admin",
                        "--driftgate.schwab.client-secret=demo-schwab-secret"));

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said())
                .contains(
                        "APPLICATION FAILED TO START",
                        "driftgate.simulator.enabled is true",
                        "driftgate.demo.users is true",
                        "driftgate.admin.password is a secret that everybody knows",
                        "driftgate.schwab.client-secret is the demonstration's")
                .doesNotContain("demo-schwab-secret", "\tat org.");
    }

    @Test
    void checksABookFromTheCommandLine() {
        var accepted = EndedApplication.of(folder.resolve("none"), List.of("book", "check", good.toString()));
        assertThat(accepted.exitCode()).as(accepted.said()).isZero();
        assertThat(accepted.said()).contains("is good: 60 households");

        var refused = EndedApplication.of(folder.resolve("none"), List.of("book", "check", broken.toString()));
        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said()).contains("lots.csv", "row 4", "not-a-date", "H999-A1", "is refused");

        var misused = EndedApplication.of(folder.resolve("none"), List.of("book", "check"));
        assertThat(misused.exitCode()).isEqualTo(2);
        assertThat(misused.said()).startsWith("usage:");
    }

    @Test
    void refusesABookWhoseNamesOrAddressesCarryMoreThanThat() throws IOException {
        Path hostile = copy(good, "hostile");
        Path households = hostile.resolve("households.csv");
        List<String> lines = Files.readAllLines(households);
        String[] name = lines.get(1).split(",", -1);
        name[1] = "Calder\u0085Bcc: evil@x.example";
        String[] address = lines.get(2).split(",", -1);
        address[4] = "ana@client.example> SIZE=1 RCPT TO:<evil@x.example";
        lines.set(1, String.join(",", name));
        lines.set(2, String.join(",", address));
        Files.write(households, lines);

        var refused = EndedApplication.of(folder.resolve("none"), List.of("book", "check", hostile.toString()));

        assertThat(refused.exitCode()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said())
                .contains(
                        "households.csv", "row 2", "name", "must be text", "row 3", "client_email", "e-mail addresses");
    }

    @Test
    void doesNotStartWithABrokenBook() {
        var check = EndedApplication.of(folder.resolve("none"), List.of("book", "check", broken.toString()));
        var ended = EndedApplication.of(folder.resolve("with-book"), List.of("--driftgate.book=" + broken));

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said()).contains("APPLICATION FAILED TO START").doesNotContain("\tat org.");
        assertThat(check.said().lines().filter(line -> line.startsWith("lots.csv")))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(ended.said()).contains(finding));
    }

    @Test
    void doesNotStartWithAPolicyThatCannotBeFollowed() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                drift: {bands: 5 points, price: 3}
                colour: red
                """);

        var ended = EndedApplication.of(folder.resolve("with-policy"), List.of("--driftgate.policy=" + policy));

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said())
                .contains(
                        "APPLICATION FAILED TO START",
                        "The policy %s is refused, findings: 3".formatted(policy),
                        policy + ", drift.bands: ",
                        policy + ", drift.price: must be from 0 to 1",
                        policy + ", colour: ",
                        "docs/policy.md")
                .doesNotContain("\tat org.");
    }
}
