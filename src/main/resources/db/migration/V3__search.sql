-- Full-text search, and search of names regardless of case, accents and script.

create function words_only(words text) returns text immutable strict parallel safe language sql
    return btrim(regexp_replace(plain(words) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));
comment on function words_only is 'The plain words of a text, separated by spaces. Without this, the text search parser classifies some characters by locale.';

create function words_of(names text) returns tsvector immutable strict parallel safe language sql
    return to_tsvector('pg_catalog.simple', words_only(names)) || to_tsvector('pg_catalog.english', words_only(names));
comment on function words_of is 'The words of a text, unchanged and as stems.';

create function words_asked(typed text) returns tsquery immutable strict parallel safe language sql
    return (select case when written = stems then written else written || stems end
        from (select to_tsquery('pg_catalog.simple', words), to_tsquery('pg_catalog.english', words)
            from (select nullif(replace(words_only(typed), ' ', ':* & '), '') || ':*') typed (words)) asked (written, stems));
comment on function words_asked is 'The query for words_of: all words, each as a prefix. A word that equals its stem is used once, as each term reads the index.';

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
comment on function words_found is 'The words of the text, unchanged, that words_asked matches.';

create function latin(spelling text) returns text immutable strict parallel safe language sql
    return nullif(btrim(regexp_replace(translate(spelling,
        'абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґәғқңөұүһაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևαβγδεζηθικλμνξοπρσςτυφχψωəъь',
        'abvgdeejziiklmnoprstufhccssyeuaiiegagqnouuhabgdevztiklmnopjrstupkgqsccjcchjhabgdezeetjilxckhjgcmjnsocpjrsvtrcvpkofeabgdeziiiklmnxoprsstyfhpoa')
        collate "C", '[^a-z0-9]+', ' ', 'g')), '');
comment on function latin is 'A plain spelling in ASCII letters and digits, one for each Cyrillic, Georgian, Armenian or Greek letter; other letters are left out. Null if nothing remains: PostgreSQL 17 scans an index endlessly for a text without trigrams. ASCII, because in some locales trigrams leave out other letters.';

-- ------------------------------------------------------------------ searched text

create table search_entry (
    record_id bigint not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    names text collate "C" not null,
    body text collate "C" not null,
    document tsvector not null generated always as (
        setweight(to_tsvector('pg_catalog.simple', words_only(names)), 'A')
        || setweight(to_tsvector('pg_catalog.english', words_only(names)), 'B')
        || setweight(to_tsvector('pg_catalog.english', words_only(body)), 'C')) stored,
    spelling text collate "C" not null generated always as (plain(names)) stored,
    constraint search_entry_pk primary key (record_id),
    constraint search_entry_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table search_entry is 'Derived by derive_search_entries: the names of a record (names, titles, aliases) and its text.';
comment on column search_entry.spelling is 'The names without case and accents, one on each line.';
create index search_entry_document_idx on search_entry using gin (document);
create index search_entry_spelling_idx on search_entry using gin (latin(spelling) gin_trgm_ops);
create index search_entry_called_idx on search_entry using gin (string_to_array(spelling, E'\n'));
create index search_entry_named_idx on search_entry using gin (words_of(names));
select history.keep('search_entry');

create view searchable (record_id, kind, slug, names, body) as
    select id, 'ACTOR', slug, concat_ws(E'\n', name, array_to_string(aliases, E'\n')), coalesce(description, '') from actor
    union all select id, 'PLACE', slug, concat_ws(E'\n', name, array_to_string(aliases, E'\n')), '' from place
    union all select id, 'TRACK', slug, name, coalesce(description, '') from track
    union all select id, 'ISSUE', slug, concat_ws(E'\n', name, array_to_string(aliases, E'\n')), coalesce(description, '') from issue
    union all select id, 'SOURCE', slug, title, coalesce(note, '') from source
    union all select id, 'MEETING', slug, title, concat_ws(E'\n', summary, array_to_string(outcomes, E'\n')) from meeting
    union all select id, 'STATEMENT', slug, '', concat_ws(E'\n', summary, quotation, venue) from statement
    union all select id, 'POSITION', slug, '', summary from position
    union all select a.id, 'AGREEMENT', a.slug, concat_ws(E'\n', a.title, array_to_string(a.aliases, E'\n')), concat_ws(E'\n', a.summary,
        (select string_agg(concat_ws(E'\n', p.summary, p.text), E'\n' order by p.number) from provision p where p.agreement_id = a.id),
        (select string_agg(s.summary, E'\n' order by p.number, s.position)
            from implementation_step s join provision p on p.id = s.provision_id where s.agreement_id = a.id)) from agreement a
    union all select id, 'EVENT', slug, title, coalesce(summary, '') from event
    union all select id, 'FIGURE', slug, measure, concat_ws(' ', printed, unit) from figure;
comment on view searchable is 'The rows that search_entry must have.';

create function derive_search_entries(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    insert into search_entry as e (record_id, kind, slug, names, body, since)
    select s.record_id, s.kind, s.slug, s.names, s.body, written from unnest(records) k (id) join searchable s on s.record_id = k.id
    on conflict (record_id) do update set names = excluded.names, body = excluded.body
        where (e.names, e.body) is distinct from (excluded.names, excluded.body);
end $$;

-- ------------------------------------------------------------------ search

-- Results are ordered by tier, then by score: the name is the text; the names contain the words; only the text contains them. A page that
-- the first two tiers fill does not need the third, which may be large.
--
-- Reads at most `most` records from each index. Sequential scans are off: because of the limits, the planner would prefer them. Each
-- connection caches the plan.
create function search_worded(asked tsquery, called text, kinds text[], most int, enough int)
returns table (record_id bigint, kind text, slug text, score double precision) stable rows 100 language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
    weights constant real[] := '{0.1, 0.2, 0.6, 1}';
    -- Normalized by the logarithm of the length and scaled to 0..1, so that the scores of two tiers never overlap.
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
comment on function search_worded is 'At most `most` records with these words and their scores: from 2 if a name is the text, from 1 if the names contain the words; if these are fewer than `enough`, also records that have the words only in their text.';
