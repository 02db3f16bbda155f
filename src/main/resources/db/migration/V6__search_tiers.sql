-- A hit's kind of fit comes before its degree: what is called so, then what has the words in its names, then what only speaks of them. So a
-- page that the first two fill is known without reading of the third, of which there may be many.

comment on function search_worded(tsquery, text, text[], int) is 'For pods of the version before, while this one is rolled out. To be dropped.';

-- Sequential scans are off in it, and its plan is kept by each connection, for the reasons of the one before.
create function search_worded(asked tsquery, called text, kinds text[], most int, enough int)
returns table (record_id bigint, kind text, slug text, score double precision) stable rows 100 language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
    weights constant real[] := '{0.1, 0.2, 0.6, 1}';
    -- Divided by the logarithm of the length, then brought between 0 and 1, so that no degree of one kind reaches the next.
    evenly constant int := 1 | 32;
begin
    return query with called_so as materialized (
        select record_id, kind, slug, 2 + ts_rank_cd(weights, document, asked, evenly) from search_entry
        where string_to_array(spelling, E'\n') @> array[called] and (kinds is null or kind = any(kinds))
        limit most
    ), named as materialized (
        select record_id, kind, slug, 1 + ts_rank_cd(weights, document, asked, evenly) from search_entry
        where words_of(names) @@ asked and (kinds is null or kind = any(kinds)) and record_id <> all(array(select record_id from called_so))
        limit most - (select count(*) from called_so)
    ), so_far as (
        select (select count(*) from called_so) + (select count(*) from named) as number
    ), spoken_of as (
        select record_id, kind, slug, ts_rank_cd(weights, document, asked, evenly) from search_entry
        where document @@ asked and (kinds is null or kind = any(kinds))
            and record_id <> all(array(select record_id from called_so union all select record_id from named))
        limit (select case when number < enough then most - number else 0 end from so_far)
    )
    select * from called_so union all select * from named union all select * from spoken_of;
end $$;
comment on function search_worded(tsquery, text, text[], int, int) is 'At most so many of the records that have the words, each with how well '
    'it fits: from 2 on those that are called so, from 1 on those in whose names the words stand, then, where those are not enough, the others.';
