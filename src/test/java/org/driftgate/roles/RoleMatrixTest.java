package org.driftgate.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every mapping of the running application for every role, by real requests. A new endpoint needs one line in
 * {@code role-matrix.csv}; {@code -Ddriftgate.write-roles=true} writes the table of {@code docs/roles.md} anew.
 */
class RoleMatrixTest extends RunningFirm {

    private static final Path DOCUMENT = Path.of("docs/roles.md");
    private static final String BEGIN = "<!-- role matrix -->\n";
    private static final String END = "<!-- end of role matrix -->\n";

    @Autowired
    private WebApplicationContext application;

    private final RoleMatrix matrix = new RoleMatrix();
    private final Map<String, HttpClient> browsers = new HashMap<>();

    @Test
    void hasALineForEveryMappingOfTheRunningApplication() {
        SortedSet<String> mappings = Mappings.of(application, application.getServletContext());

        assertThat(mappings.stream().filter(one -> !matrix.knows(one)).map(RoleMatrixTest::unruled))
                .isEmpty();
        assertThat(matrix.requests().stream().filter(one -> !mappings.contains(one)))
                .as("lines of %s that the application does not answer any more", RoleMatrix.FILE)
                .isEmpty();
    }

    @Test
    void letsThroughExactlyWhomTheMatrixNames() throws Exception {
        var wrong = new ArrayList<String>();
        for (String request : matrix.requests())
            for (String role : RoleMatrix.ROLES.keySet()) {
                String should = matrix.allowed(request, role);
                String answer = reaction(request, role);
                boolean asWritten = should.equals("no") == answer.startsWith("no");
                if (!asWritten) wrong.add("%s by %s: should be %s, is %s".formatted(request, role, should, answer));
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void isWhatTheDocumentSays() throws Exception {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("driftgate.write-roles"))
            Files.writeString(DOCUMENT, document.substring(0, begin) + matrix.table() + document.substring(end));

        assertThat(Files.readString(DOCUMENT)).contains(BEGIN + matrix.table() + END);
    }

    private static String unruled(String request) {
        String columns = RoleMatrix.ROLES.keySet().stream().collect(Collectors.joining(", "));
        return "%s has no line in %s: write who may ask for it (%s), and a request rule that says the same."
                .formatted(request, RoleMatrix.FILE, columns);
    }

    private String reaction(String request, String role) throws Exception {
        String[] parts = request.split(" ", 2);
        String path = parts[1].replace("{caseId}", "R20261120-1.H1")
                .replaceAll("\\{\\*?[^}]+}", "probe")
                .replace("/**", "/probe")
                .replace("/*", "/probe");
        String body = parts[0].equals("GET") ? "" : "{}";
        HttpResponse<String> answer = answer(RoleMatrix.ROLES.get(role), parts[0], path, body);
        return (isRefusal(answer) ? "no" : "yes") + ", status " + answer.statusCode();
    }

    /** The web applications take a session only, and end it when their token is missing. */
    private HttpResponse<String> answer(String person, String method, String path, String body) throws Exception {
        if (person.isEmpty() || !path.startsWith("/camunda/")) return ask(person, method, path, body);
        HttpClient browser = method.equals("GET") ? browsers.get(person) : null;
        if (browser == null) browser = loggedIn(person);
        if (method.equals("GET")) browsers.put(person, browser);
        return send(browser, HttpRequest.newBuilder(address(path)).method(method, BodyPublishers.ofString(body)));
    }

    /** The engine's own refusals and its web applications' token are not the request rules. */
    private static boolean isRefusal(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (List.of(301, 302).contains(status))
            return answer.headers().firstValue("Location").orElse("").endsWith("/login");
        boolean engine = answer.body().contains("AuthorizationException")
                || answer.headers().firstValue("X-XSRF-TOKEN").isPresent();
        return (status == 401 || status == 403) && !engine;
    }
}
