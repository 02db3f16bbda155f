package org.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.parley.deploy.DeployedService;

/** The packaged service and a browser to visit it with. */
final class Site implements AutoCloseable {

    /** Milliseconds; more than a busy machine takes. */
    static final int PATIENCE = 20_000;

    final DeployedService service;
    private final Playwright playwright;
    private final Browser browser;

    Site() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Chromium.playwright();
        try {
            browser = Chromium.launch(playwright);
            service = new DeployedService();
        } catch (RuntimeException | Error e) {
            playwright.close();
            throw e;
        }
    }

    /** A browser that was never here, with a window of the usual size. */
    BrowserContext visitor() {
        return visitor(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    BrowserContext visitor(Browser.NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options.setPermissions(List.of("clipboard-read", "clipboard-write")));
        visitor.setDefaultTimeout(PATIENCE);
        return visitor;
    }

    /** Opens a view of the explorer, and waits until its data have arrived. */
    void visit(Page page, String path) {
        page.navigate(service.address() + path);
        PlaywrightAssertions.assertThat(page.locator("main h1")).isVisible();
        page.waitForCondition(() -> page.locator("main [aria-busy]").count() == 0);
    }

    Graphiql open(BrowserContext visitor, String link) {
        return Graphiql.open(visitor, service.address() + link);
    }

    @Override
    public void close() {
        playwright.close();
        service.close();
    }
}
