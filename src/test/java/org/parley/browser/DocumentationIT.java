package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation explorer shows the schema with its descriptions. */
@BrowserTest
class DocumentationIT {

    private static JsonNode type(Site site, String name) {
        return site.service
                .ask("query ($name: String!) { __type(name: $name) { description fields { name description } } }", Map.of("name", name))
                .at("/data/__type");
    }

    /** The description as the page shows it: Markdown's marks for code are not displayed. */
    private static String description(JsonNode node) {
        return node.get("description").asText().replace("`", "");
    }

    private static Locator opened(Graphiql graphiql) {
        graphiql.button("Show Documentation Explorer").click();
        return graphiql.page.getByLabel("Documentation Explorer", new Page.GetByLabelOptions().setExact(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Meeting", "Hosting", "PartialDate"})
    void aTypeIsFoundWithItsDescription(String name, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            Locator documentation = opened(graphiql);
            documentation.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
            JsonNode type = type(site, name);
            assertFalse(description(type).isBlank());
            assertThat(documentation).containsText(description(type));
            type.get("fields").forEach(field -> assertThat(documentation).containsText(field.get("name").asText()));
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void theRootShowsItsFieldsInTheirOrder(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Locator documentation = opened(site.open(visitor, Links.PAGE));
            documentation.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Query").setExact(true)).click();
            assertThat(documentation.locator(".graphiql-doc-explorer-title")).hasText("Query");
            List<String> names = new ArrayList<>();
            type(site, "Query").get("fields").forEach(field -> names.add(field.get("name").asText()));
            assertEquals(names, documentation.locator(".graphiql-doc-explorer-item .graphiql-doc-explorer-field-name").allInnerTexts());
        }
    }

    @Test
    void aSearchFindsAField(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            Locator documentation = opened(graphiql);
            documentation.locator(".graphiql-doc-explorer-search-input").click();
            graphiql.page.keyboard().type("hostings");
            graphiql.page.locator("[role=option]").filter(new Locator.FilterOptions().setHasText("Query.hostings")).first().click();
            for (JsonNode field : type(site, "Query").get("fields")) {
                if (field.get("name").asText().equals("hostings")) {
                    assertThat(documentation).containsText(description(field));
                }
            }
            graphiql.traffic.assertClean();
        }
    }
}
