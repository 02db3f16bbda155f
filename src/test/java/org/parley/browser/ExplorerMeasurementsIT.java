package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures the explorer of a running service, whose address is in -Dparley.measured. The log has the results. */
@Tag("slow")
@EnabledIfSystemProperty(named = "parley.measured", matches = "http.*")
class ExplorerMeasurementsIT {

    private static final Logger LOG = Logger.getLogger(ExplorerMeasurementsIT.class);
    /** Milliseconds; a list of 20,000 entries takes 200 requests. */
    private static final int PATIENCE = 120_000;

    /** Milliseconds of each frame while the mouse drags the timeline to and fro. */
    private static final String PAN = """
            async () => {
              const canvas = document.querySelector('canvas');
              const box = canvas.getBoundingClientRect();
              const event = (type, x) => new MouseEvent(type, {bubbles: true, cancelable: true, view: window, clientX: x, clientY: box.top + 40});
              const frame = () => new Promise(requestAnimationFrame);
              canvas.dispatchEvent(event('mousedown', box.left + box.width / 2));
              const times = [];
              let last = await frame();
              for (let i = 1; i <= 180; i++) {
                window.dispatchEvent(event('mousemove', box.left + box.width / 2 + 300 * Math.sin(i / 15)));
                const now = await frame();
                times.push(now - last);
                last = now;
              }
              window.dispatchEvent(event('mouseup', box.left + box.width / 2));
              times.sort((one, other) => one - other);
              return {frames: 1000 * times.length / times.reduce((sum, each) => sum + each), median: times[90], worst: times[171]};
            }""";

    @Test
    void theTimelineOfAllMeetings() {
        String address = System.getProperty("parley.measured");
        try (Playwright playwright = Chromium.playwright(); Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800)).newPage();
            page.setDefaultTimeout(PATIENCE);
            for (int visit = 0; visit < 3; visit++) {
                page.navigate(address + "/");
                assertThat(page.locator("main .matrix, main .state").first()).isVisible();
                page.waitForCondition(() -> page.locator("main [aria-busy]").count() == 0);
                Object shown = page.evaluate("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)");
                LOG.infof("overview: first paint after %s ms, complete after %s ms", shown, page.evaluate("Math.round(performance.now())"));
            }
            LOG.infof("script: %s bytes compressed", page.evaluate(
                    "performance.getEntriesByType('resource').filter(each => each.name.endsWith('.js')).reduce((sum, each) => sum + each.encodedBodySize, 0)"));
            page.navigate(address + "/timeline?kinds=MEETING");
            assertThat(page.locator("main canvas")).isVisible();
            LOG.infof("timeline: first entries after %s ms", page.evaluate("Math.round(performance.now())"));
            page.waitForCondition(() -> page.locator("main [aria-busy]").count() == 0,
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE));
            LOG.infof("timeline: all entries after %s ms", page.evaluate("Math.round(performance.now())"));
            for (int zoom = 0; zoom < 3; zoom++) {
                Map<?, ?> pan = (Map<?, ?>) page.evaluate(PAN);
                LOG.infof("panning, zoomed in %s times: %s", zoom, pan);
                assertTrue(((Number) pan.get("frames")).doubleValue() > 20, "the timeline does not follow the mouse");
                page.getByLabel("Zoom in").click();
                page.waitForTimeout(400);
            }
        }
    }
}
