package org.parley.meeting;

import java.util.Locale;

/** SQL for who took part in meetings, and for whom. Being invited to a held meeting, or convening it, is not taking part. */
public final class Presence {

    /** Roles in a held meeting without taking part. */
    static final String ABSENT = "('INVITED', 'CONVENER')";

    /**
     * All actors with the slugs `:together` took part, themselves or through someone acting for them; before it is held, had a role. Of
     * none, always.
     */
    static final String TOGETHER = String.format(Locale.ROOT, """
            not exists (
                select from unnest(cast(:together as text[])) t (slug) where not exists (
                    select from actor_record r join actor a on a.id = r.actor_id where r.record_id = e.id and a.slug = t.slug
                        and r.role <> 'ANY' and (r.role not in %s or e.status not in ('HELD', 'ONGOING'))))""", ABSENT);

    /**
     * Two common table expressions: `whole`, the actors that each actor is part of, and `standing`: of each actor, all of these, and its
     * principal, which is the first state among them or else the outermost. Requires `with recursive`.
     */
    private static final String STANDING = """
            whole (id, whole_id, kind, part_of_id, open) as (
                select a.id, a.id, a.kind, a.part_of_id, true from actor a where a.id in (%s)
                union select w.id, a.id, a.kind, a.part_of_id, w.open and w.kind <> 'STATE'
                    from whole w join actor a on a.id = w.part_of_id
            ), standing (id, whole_ids, principal_id) as materialized (
                select w.id, array_agg(w.whole_id), max(w.whole_id) filter (where w.open and (w.kind = 'STATE' or w.part_of_id is null))
                from whole w group by w.id
            )""";

    private Presence() {
    }

    /** Returns the expressions for the actors whose keys the subquery selects. */
    public static String standing(String keys) {
        return String.format(Locale.ROOT, STANDING, keys);
    }

    /** Returns the condition that an actor took part in the held meeting `e`, itself or through someone acting for it. */
    static String tookPart(String actor) {
        return String.format(Locale.ROOT, """
                exists (select from actor_record t where t.record_id = e.id and t.actor_id = %s
                    and t.role <> 'ANY' and t.role not in %s)""", actor, ABSENT);
    }
}
