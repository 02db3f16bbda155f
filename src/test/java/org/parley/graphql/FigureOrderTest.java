package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/** A measure whose name starts with the name of another one comes after all figures of that measure. */
@QuarkusTest
@ReloadsDataSet
class FigureOrderTest {

    private static final List<String> IN_ORDER = List.of("zinc-1990", "zinc-2020", "zinc-ever", "zinc-and-tin-1980", "zinc-and-tin-2010",
            "zinc-mined-2000");

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @Test
    void byMeasureThenByTime() {
        loader.load(new SeedCopy(folder)
                .add("figures/zinc.yaml", IN_ORDER.stream().sorted().map(FigureOrderTest::figure).collect(Collectors.joining())).folder());
        Paged list = new Paged("{ %s }", "figures(filter: {measure: \"zinc\"}, %s)", "slug");
        for (int size : new int[]{1, 2, 4, 100}) {
            assertEquals(IN_ORDER, slugs(list.all("", size)), "pages of " + size);
            assertEquals(IN_ORDER, slugs(list.backwards("", size)), "pages of " + size + " backwards");
        }
    }

    private static List<String> slugs(List<JsonNode> figures) {
        return figures.stream().map(figure -> figure.get("slug").asText()).toList();
    }

    private static String figure(String slug) {
        String measure = slug.replaceFirst("-[^-]*$", "").replace('-', ' ');
        String year = slug.endsWith("ever") ? "" : "  period: {from: {edtf: \"" + slug.replaceAll("\\D", "") + "\"}}\n";
        return "- slug: " + slug + "\n  measure: " + measure + "\n  printed: \"1\"\n  value: 1\n  unit: tons\n  of: [armenia]\n" + year
                + "  attestations: [{source: russia-stresses-its-red-lines, locator: paragraph 1, voice: DOCUMENT_FACT}]\n\n";
    }
}
