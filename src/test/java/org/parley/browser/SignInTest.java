package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.auth.Keycloak;

/** An editor signs in at a real Keycloak from the explorer, records a place, and signs out. */
@Tag("slow")
@QuarkusTest
@WithTestResource(Keycloak.class)
class SignInTest {

    @TestHTTPResource("/")
    URI service;

    @Test
    void anEditorSignsInAndRecords() {
        Assumptions.assumeTrue(Chromium.find().isPresent(), "there is no Chromium");
        Keycloak.moveExplorer(address());
        PlaywrightAssertions.setDefaultAssertionTimeout(Site.PATIENCE);
        try (Playwright playwright = Chromium.playwright(); Browser browser = Chromium.launch(playwright)) {
            BrowserContext visitor = browser.newContext();
            visitor.setDefaultTimeout(Site.PATIENCE);
            Page page = visitor.newPage();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && message.location().startsWith(address())) {
                    errors.add(message.text());
                }
            });
            page.navigate(address() + "/timeline?kinds=EVENT");
            button(page, "Sign in").click();
            assertThat(page.locator("#username")).isVisible();
            assertTrue(page.url().contains("code_challenge_method=S256"), page.url());
            page.locator("#username").fill("client-editor");
            page.locator("#password").fill("secret");
            page.locator("#kc-login").click();
            assertThat(page.locator(".editor")).containsText("client-editor");
            assertThat(page.locator("main h1")).hasText("Timeline");
            assertTrue(page.url().endsWith("/timeline?kinds=EVENT"), page.url());
            String token = (String) page.evaluate("JSON.parse(sessionStorage['parley:session']).access");
            assertFalse(visitor.storageState().contains(token), "the token outlives the session");

            page.navigate(address() + "/new?kind=place");
            page.locator("[id='input.slug']").fill("place-of-the-explorer");
            page.locator("[id='input.name']").fill("Place of the explorer");
            button(page, "Save").click();
            assertThat(page.locator("main h1")).hasText("Place of the explorer");
            assertThat(page.locator("main .change")).containsText("client-editor");

            page.evaluate(
                    "{ const s = JSON.parse(sessionStorage['parley:session']); s.until = 0; sessionStorage['parley:session'] = JSON.stringify(s); }");
            page.navigate(address() + "/place/place-of-the-explorer?edit=1");
            page.locator("[id='input.name']").fill("Renamed after the token was renewed");
            button(page, "Save").click();
            assertThat(page.locator("main h1")).hasText("Renamed after the token was renewed");

            button(page, "Sign out").click();
            assertThat(button(page, "Sign in")).isVisible();
            page.waitForURL(address() + "/");
            assertEquals(null, page.evaluate("sessionStorage['parley:session'] ?? null"));
            button(page, "Sign in").click();
            assertThat(page.locator("#username")).isVisible();
            assertEquals(List.of(), errors);
        }
    }

    private String address() {
        return service.toString().replaceFirst("/$", "");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }
}
