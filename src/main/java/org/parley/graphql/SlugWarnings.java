package org.parley.graphql;

import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.parley.persistence.ReadContext;
import org.parley.persistence.SlugQueries;
import org.parley.record.Kind;

/**
 * Warnings about slugs in filters that name no record. Such a slug matches nothing, which is no error, but often a typing error. The
 * warnings are in `extensions.warnings` of the response.
 */
final class SlugWarnings {

    /** The kind of record that each field of a filter names by slug. */
    static final Map<String, Kind> KINDS = kinds();

    static final String WARNINGS = "warnings";
    private static final Logger LOG = Logger.getLogger(SlugWarnings.class);
    private static final int MAX_WARNINGS = 20;
    private static final int MAX_SHOWN = 100;

    /** A slug in a filter. `argument` is the path to its list. */
    private record Use(ResolverCall call, String argument, SlugQueries.Slug slug) {}

    private final Set<Use> uses = new LinkedHashSet<>();
    private final List<Map<String, Object>> warnings = new ArrayList<>();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        List.of("actors", "addressees", "allParties", "authors", "by", "countries", "hosts", "leaders", "mediators", "mentions", "of",
                "partOf", "participants", "parties", "reportedBy", "speakers", "together").forEach(field -> kinds.put(field, Kind.ACTOR));
        kinds.put("tracks", Kind.TRACK);
        kinds.put("issues", Kind.ISSUE);
        kinds.put("broader", Kind.ISSUE);
        kinds.put("sources", Kind.SOURCE);
        kinds.put("meetings", Kind.MEETING);
        kinds.put("places", Kind.PLACE);
        return Map.copyOf(kinds);
    }

    /** Adds the slugs in the filter and the lists of a call. */
    void add(ResolverCall call) {
        if (call.arguments().get(StandardArguments.FILTER) instanceof Map<?, ?> filter) {
            addFilter(call, StandardArguments.FILTER, filter);
        }
        if (call.arguments().get(StandardArguments.TOGETHER) instanceof List<?> slugs) {
            addSlugs(call, StandardArguments.TOGETHER, slugs, Kind.ACTOR);
        }
    }

    private void addFilter(ResolverCall call, String path, Map<?, ?> filter) {
        filter.forEach((name, value) -> {
            String argument = path + "." + name;
            addSlugs(call, argument, value instanceof List<?> list ? list : value == null ? List.of() : List.of(value), KINDS.get(name));
        });
    }

    private void addSlugs(ResolverCall call, String argument, List<?> values, Kind kind) {
        for (Object inner : values) {
            if (inner instanceof Map<?, ?> nested) {
                addFilter(call, argument, nested);
            } else if (kind != null && inner instanceof String slug) {
                uses.add(new Use(call, argument, new SlugQueries.Slug(kind.name(), slug)));
            }
        }
    }

    /**
     * Checks the slugs that were added since the last check, as of the moment that was read last.
     *
     * @param current whether that was the current state
     */
    void check(ReadContext reads, boolean current) {
        if (uses.isEmpty()) {
            return;
        }
        try {
            Map<SlugQueries.Slug, List<String>> unknown = SlugQueries.unknown(reads, uses.stream().map(Use::slug).distinct().toList(),
                    current);
            uses.stream().filter(use -> unknown.containsKey(use.slug())).limit(MAX_WARNINGS - warnings.size())
                    .forEach(use -> warnings.add(warning(use, unknown.get(use.slug()))));
        } catch (RuntimeException e) {
            LOG.debug("The slugs of filters cannot be checked", e);
        }
        uses.clear();
    }

    private static Map<String, Object> warning(Use use, List<String> suggestions) {
        Kind kind = Kind.valueOf(use.slug().kind());
        String message = String.format(Locale.ROOT, "%s: no %s has the %s '%s'%s", use.argument(), kind.word(),
                kind == Kind.PLACE ? "slug or name" : "slug", shown(use.slug().value()),
                suggestions.isEmpty() ? "" : "; did you mean " + String.join(", ", suggestions) + "?");
        Map<String, Object> warning = new LinkedHashMap<>();
        warning.put("message", message);
        warning.put("locations", use.call().fields().stream().map(field -> field.merged().getSingleField().getSourceLocation())
                .map(SlugWarnings::location).toList());
        warning.put("field", use.call().resolver().name());
        warning.put("argument", use.argument());
        warning.put("value", shown(use.slug().value()));
        warning.put("suggestions", suggestions);
        return warning;
    }

    private static Map<String, Object> location(SourceLocation location) {
        Map<String, Object> position = new LinkedHashMap<>();
        position.put("line", location.getLine());
        position.put("column", location.getColumn());
        return position;
    }

    /** Shortens a long text, so that the response does not repeat it. */
    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= MAX_SHOWN ? value
                : value.substring(0, value.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }

    /** Returns the extensions of the response: at most 20 warnings; null if there are none. */
    Map<Object, Object> extensions() {
        return warnings.isEmpty() ? null : Map.of(WARNINGS, warnings);
    }
}
