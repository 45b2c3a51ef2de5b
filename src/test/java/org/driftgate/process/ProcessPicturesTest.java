package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Draws every model as a reader of the repository sees it, into {@code target/pictures}. */
class ProcessPicturesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path VIEWER =
            NodeModules.FOLDER.resolve("node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
    private static final String DRAW = """
            async xml => {
              const viewer = new BpmnJS({container: '#canvas'});
              const {warnings} = await viewer.importXML(xml);
              viewer.get('canvas').zoom('fit-viewport', 'auto');
              return warnings.map(String);
            }""";

    @Test
    void drawsEveryModelWithoutAWarning() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + ": pictures of the models skipped");
        NodeModules.require();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options())) {
            for (Path model : Models.files()) draw(browser, model);
        }
    }

    private static void draw(Browser browser, Path model) {
        boolean wide = model.endsWith("drift-to-notification.bpmn");
        var size = new Browser.NewContextOptions().setViewportSize(wide ? 3500 : 1800, wide ? 720 : 460);
        try (var context = browser.newContext(size)) {
            Page page = context.newPage();
            page.setContent(
                    "<body style='margin:0;background:white'><div id='canvas' style='height:100vh'></div></body>");
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER));

            Object warnings = page.evaluate(DRAW, Models.text(model));

            String name = model.getFileName().toString().replace(".bpmn", ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name)));
            assertThat(warnings).as(name).isEqualTo(List.of());
        }
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
    }
}
