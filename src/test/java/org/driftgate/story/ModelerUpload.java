package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Deploys as Camunda Modeler does: its own fields, to its own endpoint. */
final class ModelerUpload {

    private static final String BOUNDARY = "----driftgate-modeler";

    private final RunningApplication application;

    ModelerUpload(RunningApplication application) {
        this.application = application;
    }

    record Answer(int status, JsonNode body) {}

    Answer deploy(String person, String file, String content) {
        String body = field("deployment-name", file)
                + field("deployment-source", "Camunda Modeler")
                + field("enable-duplicate-filtering", "true")
                + part("name=\"%s\"; filename=\"%s\"".formatted(file, file), "application/octet-stream", content)
                + "--" + BOUNDARY + "--\r\n";
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(application.address("/engine-rest/deployment/create"))
                .header("Authorization", "Basic " + login)
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String field(String name, String value) {
        return part("name=\"%s\"".formatted(name), "text/plain", value);
    }

    private static String part(String disposition, String type, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, type, content);
    }
}
