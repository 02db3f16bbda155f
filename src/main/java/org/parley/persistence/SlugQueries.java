package org.parley.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Finds slugs that name no record. */
public final class SlugQueries {

    /** A slug of a kind, given by its name. A place can also be given by a name. */
    public record Slug(String kind, String value) {}

    private static final int MAX_CHECKED = 100;
    /** No record has a longer slug, and the names of few places are longer. */
    private static final int MAX_LENGTH = 200;
    private static final int MAX_CACHED = 10_000;
    private static final long CACHED_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** When a slug was last found, so that most requests need no statement for this check. */
    private static final Cache<Slug, Long> FOUND = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    /** Finds at most 20 unknown slugs, and for the first three of them the records with the most similar names. */
    private static final String UNKNOWN = """
            with unknown as materialized (
                select w.kind, w.slug, w.number, latin(plain(replace(w.slug, '-', ' '))) as name
                from unnest(cast(:kinds as text[]), cast(:slugs as text[])) with ordinality w (kind, slug, number)
                where not exists (select from record r where r.kind = w.kind and r.slug = w.slug)
                    and not (w.kind = 'PLACE' and exists (
                        select from search_entry e where e.kind = 'PLACE' and string_to_array(e.spelling, E'\\n') @> array[plain(w.slug)]))
                order by w.number limit 20)
            select u.kind, u.slug, case when row_number() over (order by u.number) <= 3 then array(
                select s.slug from (
                    select e.slug, greatest(similarity(u.name, replace(e.slug, '-', ' ')), max(similarity(u.name, latin(n)))) as similarity,
                        word_similarity(u.name, latin(e.spelling)) as part
                    from search_entry e, string_to_table(e.spelling, E'\\n') n where e.kind = u.kind and latin(e.spelling) %> u.name
                    group by e.slug, e.spelling
                    union all select r.slug, similarity(u.name, replace(r.slug, '-', ' ')), 0 from record r
                        where r.kind = u.kind and r.slug >= left(u.slug, 3) and r.slug < left(u.slug, 3) || '~') s
                group by s.slug order by max(s.similarity) desc, max(s.part) desc, s.slug limit 3) else '{}' end
            from unknown u order by u.number""";

    private SlugQueries() {
    }

    /**
     * Returns the slugs of this list that name no record, at most 20, with up to three similar ones. Checks the first 100 slugs.
     *
     * @param current whether the current state is read; then slugs that were found in the last minute count as known
     */
    public static Map<Slug, List<String>> unknown(ReadContext reads, List<Slug> slugs, boolean current) {
        long now = System.nanoTime();
        Map<Slug, List<String>> unknown = new LinkedHashMap<>();
        slugs.stream().filter(slug -> slug.value().length() > MAX_LENGTH).forEach(slug -> unknown.put(slug, List.of()));
        List<Slug> unchecked = slugs.stream().filter(slug -> slug.value().length() <= MAX_LENGTH).limit(MAX_CHECKED).filter(slug -> {
            Long found = current ? FOUND.getIfPresent(slug) : null;
            return found == null || now - found > CACHED_NANOS;
        }).toList();
        if (unchecked.isEmpty()) {
            return unknown;
        }
        WhereClause where = new WhereClause().with("kinds", unchecked.stream().map(Slug::kind).toArray(String[]::new)).with("slugs",
                unchecked.stream().map(Slug::value).toArray(String[]::new));
        reads.queryUncounted(UNKNOWN, where,
                row -> unknown.put(new Slug(row.getString(1), row.getString(2)), Arrays.asList((String[]) row.getArray(3).getArray())));
        if (unknown.isEmpty() && current) {
            unchecked.forEach(slug -> FOUND.put(slug, now));
        }
        return unknown;
    }
}
