package org.driftgate.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser's side of HTTP with its cookies and without its scripts; follows no redirect. */
final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final RunningApplication application;

    Browser(RunningApplication application) {
        this.application = application;
    }

    static Browser loggedIn(RunningApplication application, String person) {
        var browser = new Browser(application);
        browser.get("/login");
        HttpResponse<String> answer = browser.logIn(person, person);
        String to = answer.headers().firstValue("Location").orElse("");
        if (to.contains("error")) throw new AssertionError(person + " was refused");
        return browser;
    }

    HttpResponse<String> logIn(String person, String password) {
        return form(
                "/login",
                Map.of(
                        "username",
                        person,
                        "password",
                        password,
                        "_csrf",
                        cookie("DRIFTGATE-CSRF").orElse("")));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any method with a JSON body, or with none. */
    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, publisher));
    }

    HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** As if somebody had planted it. */
    void keep(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(application.address("/"), cookie);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI address = application.address(path);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2));
        if (headers.length > 0) request.headers(headers);
        return request;
    }
}
