package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A browser in which people of the firm log in, each in a window of their own; pictures go to target/screenshots. */
final class Screens implements AutoCloseable {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final double PATIENCE = 30_000;

    /** AngularJS gives up on a form whose figures are other ones each time that it looks. */
    private static final String ENDLESS = "infdig";

    private final RunningApplication application;
    private final Playwright playwright;
    private final Browser browser;
    private final List<Page> open = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Screens(RunningApplication application) {
        this.application = application;
        this.playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    static boolean areThere() {
        return Files.isExecutable(CHROMIUM);
    }

    Page stranger() {
        var context = browser.newContext(new NewContextOptions()
                .setViewportSize(1500, 1000)
                .setLocale("en-US")
                .setTimezoneId("America/New_York"));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onPageError(error -> {
            if (error.contains(ENDLESS)) broken.add(page.url() + ": " + error);
        });
        open.add(page);
        return page;
    }

    /** Through our own page, as everybody does. */
    Page logIn(String person) {
        Page page = stranger();
        go(page, "/login");
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(person);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    void go(Page page, String path) {
        page.navigate(application.address(path).toString());
    }

    void goToSimulator(Page page, String path) {
        page.navigate(application.simulator(path).toString());
    }

    TasklistPage tasklist(String person) {
        Page page = logIn(person);
        go(page, "/camunda/app/tasklist/default/");
        return new TasklistPage(page);
    }

    /** One task by its address, however long the list is. */
    TasklistPage task(String person, String task) {
        Page page = logIn(person);
        go(page, "/camunda/app/tasklist/default/#/?task=" + task);
        return new TasklistPage(page);
    }

    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Camunda's form empties what is typed before it has read its data, so this types until the text stays. */
    static void type(Locator field, String text) {
        Awaitility.await("text that stays in the form")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(400))
                .until(() -> {
                    boolean stays = field.inputValue().equals(text);
                    if (!stays) field.fill(text);
                    return stays;
                });
    }

    /** What the window shows, as high as it is asked to be. */
    static void picture(Page page, String name, int height) {
        page.setViewportSize(1500, height);
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    static void everybodyCanUse(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("accessibility of " + page.url())
                .isEmpty();
    }

    /** Of a part only, where the rest of the page is not ours. */
    static void everybodyCanUse(Page page, String part) {
        assertThat(new AxeBuilder(page).include(part).analyze().getViolations())
                .as("accessibility of %s on %s", part, page.url())
                .isEmpty();
    }

    /** Pictures of whatever is open, so that a failure can be looked at. */
    void closeAll(String name) {
        for (int i = 0; i < open.size(); i++) {
            Page page = open.get(i);
            if (!page.isClosed())
                page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("last/" + name + "-" + i + ".png")));
            page.context().close();
        }
        open.clear();
        assertThat(broken).as("forms that never come to rest").isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
