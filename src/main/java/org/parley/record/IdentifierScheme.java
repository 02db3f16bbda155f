package org.parley.record;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The known schemes of identifiers. Their values are checked, and the URL of a value is derived from it. */
public enum IdentifierScheme {
    DOI("doi", "10.1177/0022343319853603", "10\\.[0-9]{4,9}/[-._;()/:a-z0-9]+", "https://doi.org/%s",
            "https://www.doi.org/doi-handbook/HTML/index.html"),
    EVERYPOLITICIAN("everypolitician", "0d2a8a5b-6a2c-4b6e-9d5c-0f6a7e3c1b42", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", null,
            "https://docs.everypolitician.org/"),
    GEONAMES("geonames", "587084", "[1-9][0-9]*", "https://www.geonames.org/%s", "https://www.geonames.org/about.html"),
    GND("gnd", "4085740-2", "1[012]?[0-9]{7}[0-9X]|[47][0-9]{6}-[0-9]|[1-9][0-9]{0,7}-[0-9X]|3[0-9]{7}[0-9X]", "https://d-nb.info/gnd/%s",
            "https://www.dnb.de/EN/Professionell/Standardisierung/GND/gnd_node.html"),
    ISBN("isbn", "9780306406157", "97[89][0-9]{10}", "https://openlibrary.org/isbn/%s", "https://www.isbn-international.org/"),
    ISO3166_1("iso3166-1", "AZ", "[A-Z]{2,3}", "https://www.iso.org/obp/ui/#iso:code:3166:%s",
            "https://www.iso.org/iso-3166-country-codes.html") {
        /** Only the two-letter codes have pages. */
        @Override
        public Optional<String> url(String value) {
            return value.length() == 2 ? super.url(value) : Optional.empty();
        }
    },
    NATURALEARTH("naturalearth", "1159113235", "[1-9][0-9]*", null, "https://www.naturalearthdata.com/"),
    PA_X("pa-x", "864", "[1-9][0-9]*", "https://www.peaceagreements.org/view/%s", "https://www.peaceagreements.org/"),
    UCDP("ucdp", "conflict/388", "(actor|agreement|conflict|country)/[1-9][0-9]*", "https://ucdp.uu.se/%s", "https://ucdp.uu.se/") {
        /** Agreements have no pages. */
        @Override
        public Optional<String> url(String value) {
            return value.startsWith("agreement/") ? Optional.empty() : super.url(value);
        }
    },
    UN_DOCUMENT("un-document", "S/RES/822(1993)", "[A-Z]+(/[A-Za-z0-9.()-]+)+", "https://undocs.org/%s",
            "https://research.un.org/en/docs/symbols"),
    VIAF("viaf", "102333412", "[1-9][0-9]{1,21}", "https://viaf.org/viaf/%s", "https://viaf.org/"),
    WIKIDATA("wikidata", "Q227", "Q[1-9][0-9]*", "https://www.wikidata.org/wiki/%s", "https://www.wikidata.org/wiki/Wikidata:Identifiers");

    private final String word;
    private final String example;
    private final Pattern pattern;
    private final String url;
    private final String documentation;

    IdentifierScheme(String word, String example, String pattern, String url, String documentation) {
        this.word = word;
        this.example = example;
        this.pattern = Pattern.compile(pattern);
        this.url = url;
        this.documentation = documentation;
    }

    /** Returns the scheme of this name; empty if it is not known. */
    public static Optional<IdentifierScheme> of(String word) {
        return Arrays.stream(values()).filter(scheme -> scheme.word.equals(word)).findFirst();
    }

    /** Returns the name in entries and queries: `wikidata`. */
    public String word() {
        return word;
    }

    /** Returns a valid value. */
    public String example() {
        return example;
    }

    public boolean isValid(String value) {
        return pattern.matcher(value).matches();
    }

    /** Returns the page about the identified thing; empty if the scheme has none. */
    public Optional<String> url(String value) {
        return Optional.ofNullable(url).map(page -> page.replace("%s", value));
    }

    /** Returns the page that describes the scheme. */
    public String documentation() {
        return documentation;
    }
}
