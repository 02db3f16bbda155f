-- A search reads a bounded number of records, however many have its words; of kinds that it does not ask for it may have to read more.

create function words_of(names text) returns tsvector immutable strict parallel safe language sql
    return to_tsvector('pg_catalog.simple', words_only(names)) || to_tsvector('pg_catalog.english', words_only(names));
comment on function words_of is 'The words of names: as they are written, and their stems.';

create function words_asked(typed text) returns tsquery immutable strict parallel safe language sql
    return (select case when written = stems then written else written || stems end
        from (select to_tsquery('pg_catalog.simple', words), to_tsquery('pg_catalog.english', words)
            from (select nullif(replace(words_only(typed), ' ', ':* & '), '') || ':*') typed (words)) asked (written, stems));
comment on function words_asked is 'What words_of is asked for: all words, each as the beginning of one; but once where a word is its own stem, for an index is read once for each.';

create function words_found(body text, typed text) returns text[] immutable strict parallel safe language sql
begin atomic
    with asked (word, stem) as materialized (
        select word, (ts_lexize('pg_catalog.english_stem', word))[1] from unnest(string_to_array(words_only(typed), ' ')) word
    ), split (lines) as materialized (
        select regexp_replace(body collate "und-x-icu", '[^[:alnum:]]+', E'\n', 'g')
    )
    select array_agg(distinct w.word) from split, unnest(string_to_array(lines, E'\n'), string_to_array(plain(lines), E'\n')) w (word, folded)
    where exists (select from asked a where w.folded ^@ a.word or (ts_lexize('pg_catalog.english_stem', w.folded))[1] ^@ a.stem);
end;
comment on function words_found is 'The words of a text, as they are written there, that words_asked finds by what is typed.';

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
