package org.driftgate.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The notification room with the real mail and Redtail adapters, which talk to one simulated mailbox and CRM for all tests.
 */
@FeatureTest
@Import(NotificationRooms.class)
abstract class OutsideWorld {

    private static final RunningSimulators SIMULATORS = RunningSimulators.start(SampleBook.rows(), new TestClock());

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("driftgate.mail.host", () -> "localhost");
        settings.add("driftgate.mail.port", () -> SIMULATORS.smtpPort());
        settings.add("driftgate.mail.security", () -> "NONE");
        settings.add("driftgate.mail.read-timeout", () -> "700ms");
        settings.add("driftgate.mail.firm-name", () -> "Harbor Lane Advisors");
        settings.add("driftgate.mail.firm.address", () -> "driftgate@firm.example");
        settings.add("driftgate.mail.firm.name", () -> "Driftgate");
        settings.add("driftgate.mail.firm.user", () -> "driftgate");
        settings.add("driftgate.mail.firm.password", () -> "driftgate");
        settings.add("driftgate.mail.advisers.advisor01.address", () -> "jo.marsh@firm.example");
        settings.add("driftgate.mail.advisers.advisor01.name", () -> "Jo Marsh");
        settings.add("driftgate.mail.advisers.advisor01.user", () -> "advisor01");
        settings.add("driftgate.mail.advisers.advisor01.password", () -> "advisor01");
        settings.add("driftgate.mail.adviser-pattern.address", () -> "{id}@firm.example");
        settings.add("driftgate.mail.adviser-pattern.name", () -> "{id}");
        settings.add("driftgate.mail.adviser-pattern.user", () -> "{id}");
        settings.add("driftgate.mail.adviser-pattern.password", () -> "{id}");
        settings.add("driftgate.mail.journal", () -> "journal@firm.example");
        settings.add("driftgate.mail.compliance", () -> "compliance@firm.example");
        settings.add("driftgate.mail.administrator", () -> "admin@firm.example");
        settings.add("driftgate.mail.escalation", () -> "principal@firm.example");
        settings.add("driftgate.redtail.base-url", () -> SIMULATORS.url() + "/redtail/api/public/v1");
        settings.add("driftgate.redtail.api-key", () -> "key");
        settings.add("driftgate.redtail.user", () -> "crm");
        settings.add("driftgate.redtail.password", () -> "crm");
        settings.add("driftgate.redtail.read-timeout", () -> "700ms");
        settings.add("driftgate.redtail.requests-per-second", () -> "0");
        settings.add("driftgate.web.base-url", () -> "https://driftgate.example");
    }

    static void fault(String system, String path, String kind, String value, int times) {
        SIMULATORS.fault(system, path, kind, value, times);
    }

    /** What stands in the simulated CRM, asked as Redtail wants to be asked. */
    static JsonNode redtailGet(String path) {
        try {
            var connection = URI.create(SIMULATORS.url() + "/redtail/api/public/v1" + path)
                    .toURL()
                    .openConnection();
            String userKey = UUID.nameUUIDFromBytes("key".getBytes(StandardCharsets.UTF_8))
                    .toString();
            String credentials =
                    Base64.getEncoder().encodeToString(("key:" + userKey).getBytes(StandardCharsets.UTF_8));
            connection.setRequestProperty("Authorization", "Userkeyauth " + credentials);
            return new ObjectMapper().readTree(connection.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids grow; a test looks at what came after it began. */
    static int newestId() {
        JsonNode all = json("/mailbox/messages.json");
        return all.isEmpty() ? 0 : all.get(0).path("id").asInt();
    }

    /** Oldest first. */
    static List<JsonNode> mailSince(int id) {
        var mail = new ArrayList<JsonNode>();
        for (JsonNode message : json("/mailbox/messages.json"))
            if (message.path("id").asInt() > id) mail.add(0, message);
        return mail;
    }

    static String part(JsonNode message, String kind) {
        return text("/mailbox/%d/%s".formatted(message.path("id").asInt(), kind));
    }

    static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        try (var in = URI.create(SIMULATORS.url() + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
