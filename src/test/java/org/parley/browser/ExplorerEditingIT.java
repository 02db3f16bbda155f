package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.TestIdentityProvider;
import org.parley.record.Kind;

/** Recording and amending in the explorer, by an editor who has signed in. */
@BrowserTest
class ExplorerEditingIT {

    private Site site;
    private BrowserContext visitor;
    private Page page;
    private Traffic traffic;

    @BeforeEach
    void open(Site site) {
        this.site = site;
        signIn("ana", "editor");
    }

    private void signIn(String name, String role) {
        signIn(name, role, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    private void signIn(String name, String role, Browser.NewContextOptions options) {
        close();
        visitor = site.visitor(options);
        visitor.addInitScript("sessionStorage.setItem('parley:session', JSON.stringify({access: '" + TestIdentityProvider.token(name, role)
                + "', until: Date.now() + 3600000}))");
        page = visitor.newPage();
        traffic = new Traffic(page);
    }

    @AfterEach
    void close() {
        if (visitor != null) {
            visitor.close();
        }
    }

    private void visit(String path) {
        site.visit(page, path);
    }

    private Locator field(String path) {
        return page.locator("[id='input." + path + "']");
    }

    private Locator hint(String path) {
        return page.locator("[id='input." + path + "-hint']");
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    private JsonNode ask(String document, Map<String, ?> variables) {
        JsonNode answer = site.service.ask(document, variables);
        assertFalse(answer.has("errors"), answer.toString());
        return answer.get("data");
    }

    /** Records a meeting by the API. */
    private void record(String slug) {
        ask("mutation($i: MeetingInput!) { recordMeeting(input: $i) { revision } }",
                Map.of("i", Map.of("slug", slug, "title", "Talks " + slug, "kind", "NEGOTIATION", "level", "UNSPECIFIED", "medium",
                        "IN_PERSON", "setting", "DEDICATED", "status", "HELD", "date", Map.of("edtf", "2024-06-02"), "participations",
                        List.of(Map.of("actor", "armenia", "roles", List.of("PARTY"))), "attestations",
                        List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT",
                                "field", "date", "value", "June 2", "reads", "2024-06-02"),
                                Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT")))));
    }

    /** The form asks for the attestation first, shows all faults at their fields, and the meeting when there are none. */
    @Test
    void aMeetingIsRecorded() {
        visit("/");
        assertThat(page.locator(".editor")).containsText("ana");
        page.getByText("New record").click();
        assertThat(page.locator("form.entry > fieldset legend").first()).containsText("which source says it?");
        press("Save");
        assertThat(hint("title")).containsText("Required");
        assertThat(hint("attestations")).containsText("Required");
        assertThat(page.locator(".send [role=alert]")).containsText("nothing was saved");

        field("attestations[0].source").fill("russia-stresses-its-red-lines");
        field("attestations[0].locator").fill("paragraph 99");
        field("attestations[0].voice").selectOption("DOCUMENT_FACT");
        field("slug").fill("talks-of-an-editor");
        field("title").fill("Talks of an editor");
        field("kind").selectOption("NEGOTIATION");
        field("level").selectOption("MINISTERS");
        field("medium").selectOption("VIDEO");
        field("setting").selectOption("DEDICATED");
        field("status").selectOption("HELD");
        field("date.edtf").fill("2024-06-32");
        press("Add: Place");
        field("places[0]").fill("brussels");
        field("participations[0].actor").fill("ilham-aliev");
        field("participations[0].roles").getByText("party", new Locator.GetByTextOptions().setExact(true)).click();
        press("Save");
        assertThat(hint("participations[0].actor")).containsText("ilham-aliyev");
        assertThat(hint("attestations[0].locator")).containsText("paragraphs");
        assertThat(hint("date.edtf").or(hint("date"))).not().hasCount(0);
        field("attestations[0].locator").fill("paragraph 3");
        field("participations[0].actor").fill("ilham-aliyev");
        field("date.edtf").fill("2024-06-02");
        page.locator("#why").fill("Reported by both sides.");
        press("Save");
        assertThat(page.locator("main h1")).hasText("Talks of an editor");
        assertThat(page.locator("main .roles")).containsText("Ilham Aliyev");
        assertThat(page.locator("main .change").first()).containsText("Reported by both sides.");
        traffic.assertClean();
    }

    /** What is loaded into a form is what is sent: without an edit nothing has changed. */
    @ParameterizedTest
    @EnumSource
    void aFormKeepsWhatItDoesNotChange(Kind kind) {
        String list = "{ list: " + kind.folder() + "(last: 1) { nodes { slug" + (kind == Kind.POSITION ? " id statement { slug }" : "")
                + " } } }";
        if (kind == Kind.POSITION) {
            list = "{ list: positions(first: 100) { nodes { slug id statement { slug } } } }";
        }
        JsonNode nodes = ask(list, Map.of()).at("/list/nodes");
        JsonNode own = nodes.get(0);
        for (JsonNode each : nodes) {
            own = kind == Kind.POSITION && each.get("statement").isNull() ? each : own;
        }
        String name = own.get(kind == Kind.POSITION ? "id" : "slug").asText();
        visit("/" + kind.word() + "/" + name + "?edit=1");
        assertThat(page.locator("form.entry")).isVisible();
        press("Save");
        assertThat(page.locator(".send [role=alert]")).containsText("Nothing was changed");
        traffic.assertClean();
    }

    /** A stale form shows what others wrote, keeps what they did not touch, and is saved when the editor decides so. */
    @Test
    void aConflictIsShownAsADifference() {
        record("talks-in-conflict");
        visit("/meeting/talks-in-conflict?edit=1");
        field("title").fill("Talks by ana");
        String revision = ask("{ meeting(slug: \"talks-in-conflict\") { revision } }", Map.of()).at("/meeting/revision").asText();
        ask("mutation($r: String!) { amendMeeting(slug: \"talks-in-conflict\", revision: $r, input: {title: \"Talks by ben\", summary: \"Seen by ben.\"}) { revision } }",
                Map.of("r", revision));
        press("Save");
        Locator conflict = page.locator("main .state table");
        assertThat(conflict).containsText("Talks by ben");
        assertThat(conflict).containsText("Talks by ana");
        assertThat(conflict).containsText("Seen by ben.");
        assertThat(field("summary")).hasValue("Seen by ben.");
        press("Save");
        assertThat(page.locator("main h1")).hasText("Talks by ana");
        assertThat(page.locator("main .summary")).hasText("Seen by ben.");
    }

    @Test
    void aCuratorResolvesAndRetracts() {
        record("talks-with-two-dates");
        ask("mutation { attest(type: MEETING, slug: \"talks-with-two-dates\", attestations: [{source: \"russia-main-obstacle-in-negotiations\", locator: \"paragraph 4\", "
                + "voice: HEARSAY, field: \"date\", value: \"June 3\", reads: \"2024-06-03\"}]) { revision } }", Map.of());
        visit("/meeting/talks-with-two-dates");
        page.locator("details.menu > summary", new Page.LocatorOptions().setHasText("Retract")).click();
        page.getByLabel("Reason for retracting").fill("a test");
        page.locator("details.menu[open] button").click();
        assertThat(page.locator("[role=alert]")).containsText("CURATOR");

        signIn("clara", "curator");
        visit("/meeting/talks-with-two-dates");
        Locator other = page.locator(".sides > div:not(.shown)");
        assertThat(other).containsText("2024-06-03");
        other.locator("summary").click();
        other.getByLabel("Reason").fill("The later report had seen the first.");
        other.locator("button").click();
        assertThat(page.locator(".sides > .shown")).containsText("2024-06-03");
        assertThat(page.locator(".discrepancy .note")).containsText("The later report");
        assertEquals(List.of(), Axe.faults(page));

        page.locator("details.menu > summary", new Page.LocatorOptions().setHasText("Retract")).click();
        page.getByLabel("Reason for retracting").fill("It was another meeting.");
        page.locator("details.menu[open] button").first().click();
        assertThat(page.locator("main .change").first()).containsText("It was another meeting.");
        assertTrue(ask("{ meeting(slug: \"talks-with-two-dates\") { slug } }", Map.of()).get("meeting").isNull());
        traffic.assertClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new?kind=agreement", "/meeting/brussels-2023-07-15?edit=1", "/agreement/trilateral-statement-2020-11-09"})
    void formsAreAccessibleInBothColorsAndFitAPhone(String path) {
        for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            signIn("ana", "editor", new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(colors));
            visit(path);
            assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), "nothing scrolls sideways");
            assertEquals(List.of(), Axe.faults(page), path + " " + colors);
            traffic.assertClean();
        }
    }

    /** A visitor without a session is asked to sign in. */
    @Test
    void aVisitorCannotEdit() {
        visitor.close();
        visitor = site.visitor();
        page = visitor.newPage();
        visit("/meeting/brussels-2023-07-15");
        assertThat(page.locator("main").getByText("Retract")).hasCount(0);
        visit("/new");
        assertThat(page.locator("main .state button")).hasText("Sign in");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        for (String flow : List.of("null", "{state: 'other', verifier: 'v', back: '/'}", "{back: '/'}")) {
            page.evaluate("sessionStorage.setItem('parley:flow', JSON.stringify(" + flow + "))");
            visit("/signed-in?code=forged&state=forged");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Signing in failed");
            assertEquals(null, page.evaluate("sessionStorage['parley:session'] ?? null"));
        }
        assertFalse(asked.isEmpty());
        asked.removeIf(address -> address.startsWith(site.service.address() + "/"));
        assertEquals(List.of(), asked, "the provider is not asked");
    }

    /** What is typed outlasts a reload and the session of the editor, and is gone when it is discarded. */
    @Test
    void aFormOutlastsTheSession() {
        visit("/meeting/brussels-2023-07-15?edit=1");
        String before = field("title").inputValue();
        field("title").fill("Not yet saved");
        page.reload();
        assertThat(field("title")).hasValue("Not yet saved");
        page.evaluate("document.querySelector('parley-editor').load()");
        assertThat(field("title")).hasValue("Not yet saved");
        press("Sign out");
        assertThat(field("title")).hasValue("Not yet saved");
        assertThat(page.locator("main")).containsText("Sign in to record");
        page.reload();
        assertThat(field("title")).hasValue("Not yet saved");
        press("Discard them");
        assertThat(field("title")).hasValue(before);
        page.reload();
        assertThat(field("title")).hasValue(before);
    }
}
