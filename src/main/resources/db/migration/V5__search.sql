-- A search reads a bounded number of records, however many have its words; of kinds that it does not ask for it may have to read more.

create function words_of(text) returns tsvector immutable strict parallel safe language sql
    return to_tsvector('public.parley_names', $1) || to_tsvector('public.parley', $1);
comment on function words_of is 'The words of names: as they are written, and their stems.';

create function words_asked(text) returns tsquery immutable strict parallel safe language sql as $$
    select case when written = stems then written else written || stems end
    from (select to_tsquery('public.parley_names', $1), to_tsquery('public.parley', $1)) asked (written, stems)
$$;
comment on function words_asked is 'What words_of is asked for; but once where a word is its own stem, for an index is read once for each.';

create index search_entry_called_idx on search_entry using gin (string_to_array(spelling, E'\n'));
create index search_entry_named_idx on search_entry using gin (words_of(names));
select history.keep('search_entry');

-- Where a limit is reached, no more of the records are read that an index names. A planner who may read the table from end to end instead
-- hopes in vain to come upon so many soon.
-- The function's plan is kept by each connection.
create function search_worded(asked tsquery, called text, kinds text[], most int)
returns table (record_id bigint, kind text, slug text, score double precision) stable rows 100 language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
    weights constant real[] := '{0.1, 0.2, 0.6, 1}';
begin
    return query with called_so as materialized (
        select record_id, kind, slug, 100 + ts_rank_cd(weights, document, asked, 1) from search_entry
        where string_to_array(spelling, E'\n') @> array[called] and (kinds is null or kind = any(kinds))
        limit most
    ), named as materialized (
        select record_id, kind, slug, ts_rank_cd(weights, document, asked, 1) from search_entry
        where words_of(names) @@ asked and (kinds is null or kind = any(kinds)) and record_id <> all(array(select record_id from called_so))
        limit most - (select count(*) from called_so)
    ), spoken_of as (
        select record_id, kind, slug, ts_rank_cd(weights, document, asked, 1) from search_entry
        where document @@ asked and (kinds is null or kind = any(kinds))
            and record_id <> all(array(select record_id from called_so union all select record_id from named))
        limit most - (select count(*) from called_so) - (select count(*) from named)
    )
    select * from called_so union all select * from named union all select * from spoken_of;
end $$;
comment on function search_worded is 'At most so many of the records that have the words, each with how well it fits: '
    'first those that are called so, then those in whose names the words stand, then the others.';
