package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** GraphiQL in a window of the browser: its editors, buttons and answer. */
final class Graphiql {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY = ".graphiql-query-editor .CodeMirror";
    private static final String TOOL = ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror";
    private static final String RESULT = ".result-window .CodeMirror";

    final Page page;
    final Traffic traffic;

    private Graphiql(Page page) {
        this.page = page;
        this.traffic = new Traffic(page);
    }

    /** Opens a link, and waits until the page knows the schema. */
    static Graphiql open(BrowserContext visitor, String link) {
        Graphiql opened = new Graphiql(visitor.newPage());
        opened.awaitSchema(() -> opened.page.navigate(link));
        return opened;
    }

    void awaitSchema(Runnable opening) {
        page.waitForResponse(Graphiql::isAnswer, opening);
        assertThat(playButton()).isVisible();
        page.waitForCondition(() -> (boolean) page.locator(QUERY).evaluate("""
                ({CodeMirror: editor}) => !!editor.options.hintOptions.schema"""));
    }

    /** Waits until the open tab is stored as it is, which GraphiQL does half a second after the last change. */
    void awaitStored() {
        page.waitForCondition(() -> (boolean) page.locator(QUERY).evaluate("""
                ({CodeMirror: editor}) => {
                  const state = JSON.parse(localStorage.getItem('graphiql:tabState'));
                  const query = editor.getValue();
                  return state?.tabs[state.activeTabIndex].query === query && localStorage.getItem('graphiql:query') === query;
                }"""));
    }

    private static boolean isAnswer(Response response) {
        return response.url().endsWith("/graphql");
    }

    Locator playButton() {
        return page.locator(".graphiql-execute-button");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    /** Presses play; the answer of the service. */
    JsonNode play() {
        return answerAfter(() -> playButton().click());
    }

    /** The answer of the service to what this does, once it is shown. */
    JsonNode answerAfter(Runnable action) {
        JsonNode answer = read(page.waitForResponse(Graphiql::isAnswer, action).text());
        page.waitForCondition(() -> shows(answer));
        assertThat(playButton()).hasAttribute("aria-label", Pattern.compile("^Execute"));
        return answer;
    }

    boolean shows(JsonNode answer) {
        String shown = shownAnswer();
        return shown.startsWith("{") && read(shown).equals(answer);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** All text of the answer's pane, also what is scrolled away. */
    String shownAnswer() {
        return text(RESULT).replace("\u200b", "").strip();
    }

    Locator answerPane() {
        return page.locator(".graphiql-response .result-window");
    }

    String query() {
        return text(QUERY);
    }

    private String text(String editor) {
        return (String) page.locator(editor).evaluate("editor => editor.CodeMirror.getValue()");
    }

    /** Replaces the query as a paste does. */
    void write(String query) {
        replace(QUERY, query);
        awaitParsed();
    }

    /** GraphiQL looks at what is written a tenth of a second later. */
    private void awaitParsed() {
        page.waitForCondition(() -> (boolean) page.locator(QUERY).evaluate("""
                ({CodeMirror: editor}) => !editor.documentAST || editor.documentAST.loc.source.body === editor.getValue()"""));
    }

    private void replace(String editor, String text) {
        page.locator(editor).click();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().insertText(text);
    }

    /** Types, key by key, over the query that is there. */
    void type(String keys) {
        write("");
        page.keyboard().type(keys);
    }

    void writeHeaders(String json) {
        pane("headers");
        replace(TOOL, json);
    }

    void writeVariables(String json) {
        pane("variables");
        replace(TOOL, json);
    }

    String headers() {
        return shown("headers");
    }

    String variables() {
        return shown("variables");
    }

    private String shown(String name) {
        pane(name);
        return text(TOOL);
    }

    private void pane(String name) {
        page.locator(".graphiql-editor-tools button[data-name=" + name + "]").click();
    }

    List<String> tabs() {
        return page.locator(".graphiql-tab-button").allInnerTexts();
    }

    /** Clicks what the editor proposes, and waits until the editor has the keyboard again. */
    void choose(String proposal) {
        page.locator(".CodeMirror-hints li").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + proposal + "$"))).click();
        assertThat(page.locator(QUERY)).hasClass(Pattern.compile("CodeMirror-focused"));
        awaitParsed();
    }

    void openTab(String title) {
        page.locator(".graphiql-tab-button").getByText(title, new Locator.GetByTextOptions().setExact(true)).click();
        awaitParsed();
    }
}
