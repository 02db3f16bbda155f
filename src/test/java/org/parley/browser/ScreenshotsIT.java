package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the screenshots of the documentation; enabled by -Dparley.screenshots=true. */
@BrowserTest
@EnabledIfSystemProperty(named = "parley.screenshots", matches = "true")
class ScreenshotsIT {

    /** Bytes. */
    private static final int MOST = 250_000;

    @Test
    void theReadmesQueryWithItsAnswer(Site site) throws IOException {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Readme.read().link());
            graphiql.play();
            save(graphiql, "graphiql.png");
        }
    }

    @Test
    void theWelcomeAndTheDocumentation(Site site) throws IOException {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.page.setViewportSize(1600, 900);
            graphiql.play();
            graphiql.button("Show Documentation Explorer").click();
            Locator documentation = graphiql.page.locator(".graphiql-doc-explorer");
            documentation.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Meeting").setExact(true)).click();
            assertThat(documentation.locator(".graphiql-doc-explorer-title")).hasText("Meeting");
            documentation.locator(".graphiql-doc-explorer-title").scrollIntoViewIfNeeded();
            save(graphiql, "graphiql-documentation.png");
        }
    }

    private static void save(Graphiql graphiql, String name) throws IOException {
        Path file = Path.of("docs", name);
        graphiql.page.mouse().move(0, 0);
        graphiql.page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) < MOST, () -> name + " is too large");
    }
}
