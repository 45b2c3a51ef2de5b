package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.driftgate.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages on a real port over a real database; one context for all tests of them. */
@SpringBootTest(
        classes = DeskTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=desk-test",
            "spring.flyway.enabled=false",
            "driftgate.security.secure-cookies=false"
        })
abstract class RunningPages {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", TestDatabase::url);
        settings.add("spring.datasource.username", TestDatabase::applicationRole);
        settings.add("spring.datasource.password", TestDatabase::password);
    }

    final HttpResponse<String> get(String person, String path) throws Exception {
        return client.send(request(person, path).build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> post(String person, String path, String form) throws Exception {
        var request = request(person, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    final void inABrowser(String person, Consumer<Page> look) {
        assumeTrue(Files.exists(CHROMIUM), "no chromium: pages were not looked at in a browser");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            look.accept(browser.newPage(new Browser.NewPageOptions()
                    .setHttpCredentials(person, person)
                    .setViewportSize(1400, 900)));
        }
    }

    final void assertReadable(Page page, String path, int status, String name) {
        assertThat(page.navigate(address(path).toString()).status()).isEqualTo(status);
        assertReadable(page, name);
        for (int width : List.of(1280, 400)) assertFits(page, width);
    }

    /** Nothing is wider than the window or than the box it is in; a wide table scrolls in its own region. */
    private static void assertFits(Page page, int width) {
        page.setViewportSize(width, 900);
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('html, .block')]
                            .filter(box => box.scrollWidth > box.clientWidth + 1)
                            .map(box => box.tagName + ' ' + (box.getAttribute('aria-label') || ''))""")).as("%s at %d pixels", page.url(), width).isEqualTo(List.of());
    }

    static void assertReadable(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
    }

    private HttpRequest.Builder request(String person, String path) {
        byte[] credentials = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
