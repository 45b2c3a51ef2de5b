package org.driftgate.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogInBrowserTest extends RunningSecurity {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void leadsThroughOneLogInToTasklistAndBackOutAgain() {
        assumeTrue(Files.exists(CHROMIUM), "no chromium: the log-in was not tried in a browser");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            Page page = browser.newPage();
            page.navigate(address("/camunda/app/welcome/default/").toString());
            assertThat(page.url()).endsWith("/login");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            page.getByLabel("Name").fill("admin");
            page.getByLabel("Password").fill("admin");
            page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**/camunda/app/welcome/default/**");
            page.locator("li.account").click();
            page.getByText("Log out").click();
            page.waitForURL("**/login?logout");
            assertThat(page.content()).contains("You are logged out");
            for (String application : List.of("cockpit", "admin")) logsOutOf(application, page);
        }
    }

    private void logsOutOf(String application, Page page) {
        String start = "/camunda/app/%s/default/".formatted(application);
        page.navigate(address(start).toString());
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill("admin");
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**" + start + "**");
        page.locator("li.account").click();
        page.getByText("Log out").click();
        page.waitForURL("**/login?logout");
        page.navigate(address(start).toString());
        assertThat(page.url()).as("%s after the log-out", application).endsWith("/login");
    }
}
