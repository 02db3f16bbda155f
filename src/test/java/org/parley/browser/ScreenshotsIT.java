package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.TestIdentityProvider;

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

    /** Views of the explorer, and its form as an editor sees it. */
    @ParameterizedTest
    @CsvSource({"explorer.png, /?mediator=vladimir-putin&leader=ilham-aliyev, .matrix",
            "explorer-timeline.png, /timeline?from=2020, canvas", "explorer-record.png, /meeting/brussels-2023-07-15, .roles",
            "explorer-edit.png, /meeting/brussels-2023-07-15?edit=1, form.entry"})
    void theExplorer(String name, String path, String shown, Site site) throws IOException {
        try (BrowserContext visitor = site.visitor(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
            if (path.contains("edit")) {
                visitor.addInitScript("sessionStorage.setItem('parley:session', JSON.stringify({access: '"
                        + TestIdentityProvider.token("ana", "editor") + "', until: Date.now() + 3600000}))");
            }
            Page page = visitor.newPage();
            page.navigate(site.service.address() + path);
            assertThat(page.locator("main " + shown)).isVisible();
            page.waitForCondition(() -> page.locator("main [aria-busy]").count() == 0);
            save(page, name);
        }
    }

    private static void save(Graphiql graphiql, String name) throws IOException {
        save(graphiql.page, name);
    }

    private static void save(Page page, String name) throws IOException {
        Path file = Path.of("docs", name);
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) < MOST, () -> name + " is too large");
    }
}
