-- Full-text search. The same functions analyse the texts for the index and the words that are looked for. Those in PL/pgSQL name the schema
-- of others, because ANALYZE and pg_restore evaluate indexes and generated columns without a search path.

create function romanized(words text) returns text immutable strict parallel safe language plpgsql as $$
begin
    if words ~ '^[ -~\n]*$' then
        return lower(words collate "C");
    end if;
    return (
        select public.plain(coalesce(string_agg(coalesce(l.letters ->> c, case when c > '~' then l.letters ->> public.plain(c) end, c), '' order by n), ''))
        from string_to_table(
            regexp_replace(regexp_replace(regexp_replace(regexp_replace(replace(replace(replace(
            regexp_replace(lower(regexp_replace(normalize(words, NFKC), '[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u02b9-\u02bf\u02c8\u02ee\u0640]+', '', 'g')
            collate "und-x-icu"), '(ევ|ოვ|იან|ინ)ი(?![[:alpha:]])', '\1', 'g'),
            'ու', 'u'), 'ου', 'ou'), 'γγ', 'ng'), '(?<![[:alnum:]])([еѐӗե])', 'y\1', 'g'), '(?<![[:alnum:]])ո', 'vo', 'g'),
            '(?<![[:alnum:]])μπ', 'b', 'g'), '(?<![[:alnum:]])(ای|اي|إي)', 'i', 'g'), null) with ordinality t (c, n),
            (select '{"а":"a","б":"b","в":"v","г":"g","д":"d","е":"e","ё":"e","ж":"zh","з":"z","и":"i","й":"y","к":"k","л":"l","м":"m","н":"n",
        "о":"o","п":"p","р":"r","с":"s","т":"t","у":"u","ф":"f","х":"kh","ц":"ts","ч":"ch","ш":"sh","щ":"shch","ъ":"","ы":"y",
        "ь":"","э":"e","ю":"yu","я":"ya","і":"i","ї":"yi","є":"ye","ґ":"g","ў":"u","ђ":"dj","љ":"lj","њ":"nj","ћ":"c","џ":"dz",
        "ѓ":"gj","ќ":"kj","ѕ":"dz","ј":"y","ә":"a","ғ":"gh","қ":"q","ң":"ng","ө":"o","ү":"u","ұ":"u","һ":"h","ҹ":"j","ҝ":"g",
        "ҷ":"j","ӣ":"i","ӯ":"u","ӏ":"","ա":"a","բ":"b","գ":"g","դ":"d","ե":"e","զ":"z","է":"e","ը":"y","թ":"t","ժ":"zh","ի":"i",
        "լ":"l","խ":"kh","ծ":"ts","կ":"k","հ":"h","ձ":"dz","ղ":"gh","ճ":"ch","մ":"m","յ":"y","ն":"n","շ":"sh","ո":"o","չ":"ch",
        "պ":"p","ջ":"j","ռ":"r","ս":"s","վ":"v","տ":"t","ր":"r","ց":"ts","ւ":"v","փ":"p","ք":"k","օ":"o","ֆ":"f","և":"ev",
        "ა":"a","ბ":"b","გ":"g","დ":"d","ე":"e","ვ":"v","ზ":"z","თ":"t","ი":"i","კ":"k","ლ":"l","მ":"m","ნ":"n","ო":"o","პ":"p",
        "ჟ":"zh","რ":"r","ს":"s","ტ":"t","უ":"u","ფ":"p","ქ":"k","ღ":"gh","ყ":"q","შ":"sh","ჩ":"ch","ც":"ts","ძ":"dz","წ":"ts",
        "ჭ":"ch","ხ":"kh","ჯ":"j","ჰ":"h","α":"a","β":"v","γ":"g","δ":"d","ε":"e","ζ":"z","η":"i","θ":"th","ι":"i","κ":"k",
        "λ":"l","μ":"m","ν":"n","ξ":"x","ο":"o","π":"p","ρ":"r","σ":"s","ς":"s","τ":"t","υ":"y","φ":"f","χ":"ch","ψ":"ps",
        "ω":"o","ا":"a","أ":"a","إ":"i","آ":"a","ب":"b","ت":"t","ث":"th","ج":"j","ح":"h","خ":"kh","د":"d","ذ":"dh","ر":"r",
        "ز":"z","س":"s","ش":"sh","ص":"s","ض":"d","ط":"t","ظ":"z","ع":"a","غ":"gh","ف":"f","ق":"q","ك":"k","ل":"l","م":"m",
        "ن":"n","ه":"h","ة":"a","و":"v","ؤ":"u","ي":"i","ى":"a","ئ":"i","ء":"","پ":"p","چ":"ch","ژ":"zh","گ":"g","ک":"k","ی":"i",
        "æ":"ae","œ":"oe","ø":"o","ß":"ss","đ":"d","ð":"d","þ":"th","ł":"l","ı":"i","ə":"a","ħ":"h","ŋ":"ng","ŧ":"t","ĸ":"q",
        "ǝ":"a","ɐ":"a","ɛ":"e","ɔ":"o","ɓ":"b","ɗ":"d","ƙ":"k","ƴ":"y"}'::jsonb) l (letters));
end $$;
comment on function romanized is 'A text in lower-case Latin letters without accents. The letters are those of letters.txt, which states the standards.';

create function reduced(names text) returns text immutable strict parallel safe language sql
    return regexp_replace(regexp_replace(regexp_replace(regexp_replace(translate(replace(replace(replace(replace(replace(names,
        'kh', 'h'), 'gh', 'g'), 'zh', 'j'), 'ph', 'f'), 'ou', 'u'), 'wy', 'vi'), '([oe])ff( |$)', '\1v\2', 'g'), 'ij([aeo])', 'i\1', 'g'),
        '([^ 0-9])\1+', '\1', 'g'), '(^| )ie', '\1e', 'g');
comment on function reduced is 'Lower-case Latin letters, with one spelling of each sound.';

create function name_key(names text) returns text immutable strict parallel safe language plpgsql as $$
declare
    words text collate "C" := btrim(regexp_replace(public.romanized(names) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));
begin
    if words !~ '\m[ivxlc]*(ii|xx|cc)' then
        return nullif(public.reduced(words), '');
    end if;
    return (select string_agg(case when w ~ '^c{0,3}(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})$' then w else public.reduced(w) end, ' ' order by place)
        from string_to_table(words, ' ') with ordinality t (w, place));
end $$;
comment on function name_key is 'A key that usual spellings of a name share, whatever the script: Алиев and Əliyev have aliev. Null if the name has no letter or digit.';

create function sounds(name text) returns text immutable strict parallel safe language plpgsql as $$
declare
    consonants text collate "C" := regexp_replace(translate(public.name_key(name), 'gqxhcw aeiouy', 'kkkkjv'), '(.)\1+', '\1', 'g');
begin
    return case when length(consonants) > 2 and consonants ~ '^[a-z]+$' then consonants end;
end $$;
comment on function sounds is 'The consonants of a name, those that languages exchange alike: Karabakh and Qarabağ have krbk. Null if they are fewer than three.';

create function latin(spelling text) returns text immutable strict parallel safe language plpgsql as $$
begin
    return nullif(btrim(regexp_replace(public.romanized(spelling) collate "C", '[^a-z0-9]+', ' ', 'g')), '');
end $$;
comment on function latin is 'A name in ASCII letters and digits. Null if nothing remains: PostgreSQL 17 scans an index endlessly for a text without trigrams. ASCII, because in some locales trigrams leave out other letters.';

create function words_of(body text) returns text[] immutable strict parallel safe language plpgsql as $$
declare
    folded text collate "und-x-icu" := public.plain(body);
    parts text[] := string_to_array(btrim(regexp_replace(regexp_replace(folded, '[^[:alnum:]\n]+', ' ', 'g'), ' *\n *', ' ! ', 'g')), ' ');
    words text[] := parts || array(select a || ' ' || b from unnest(parts, parts[2:]) p (a, b) where a <> '!' and b <> '!');
begin
    if folded ~ '[[:alnum:]][^[:alnum:]\s]+[[:alnum:]]' then
        words := words || array(select regexp_replace(m[1], '[^[:alnum:]]+', '', 'g')
            from regexp_matches(folded, '([[:alnum:]]+(?:[^[:alnum:]\s]+[[:alnum:]]+)+)', 'g') m);
    end if;
    return array(select distinct left(w, 100) from unnest(words) w where w not in ('', '!'));
end $$;
comment on function words_of is 'The plain words of a text; a word with signs whole, without the signs, and in parts; and each two consecutive words, for phrases.';

create function word_keys(raw text) returns table (key text, word text) immutable strict parallel safe rows 5 language sql
begin atomic
    with spelling (spelling) as materialized (
        select plain(raw) union select romanized(raw) union
        select romanized(replace(replace(replace(replace(replace(replace(raw, 'ş', 'sh'), 'ç', 'ch'), 'ğ', 'gh'), 'x', 'kh'), 'c', 'j'), 'q', 'g'))
            where raw ~ '[əşçğ]'
    )
    select left(spelling, 100), left(plain(raw), 100) from spelling where spelling <> ''
    union select '=' || left(name_key(spelling), 100), left(plain(raw), 100) from spelling where name_key(spelling) is not null
    union select '~' || s.stem, plain(raw) from (select (ts_lexize('pg_catalog.english_stem', plain(raw)))[1]) s (stem)
        where plain(raw) ~ '^[a-z]{4,100}$' and s.stem is not null
    union select '!' || left(sounds(raw), 100), left(plain(raw), 100) where sounds(raw) is not null;
end;
comment on function word_keys is 'Keys by which a word is found: its beginnings in its own and in Latin letters; =, a key of its spellings; ~, its English stem; !, its consonants. The word is in lower case, with its accents. Azerbaijani words also have the letters of English.';

-- ------------------------------------------------------------------ searched text

create function beginnings(words text[]) returns text[] immutable strict parallel safe language plpgsql as $$
begin
    return array(select distinct '^' || left(w, n) from unnest(words) w, generate_series(1, 2) n where left(w, n) !~ ' ');
end $$;
comment on function beginnings is 'The first letter and the first two letters of each word.';

create function search_words(kind text, names text, texts jsonb) returns tsvector immutable strict parallel safe language plpgsql as $$
declare
    name_words text[] := public.words_of(names);
    keys text[] := array(select public.name_key(n) from string_to_table(names, E'\n') n);
    text_words text[] := coalesce(public.words_of((select string_agg(t.value, E'\n') from jsonb_each_text(texts) t)), '{}');
begin
    return array_to_tsvector('@' || kind || array(select '=' || w from unnest(name_words || public.beginnings(name_words)) w)
        || array(select '#' || left(k, 200) from unnest(keys) k where k is not null) || text_words || public.beginnings(text_words));
end $$;
comment on function search_words is 'The words of a record, and with ^ their beginnings of one or two letters; with =, those of its names; with #, the keys of its names; with @, its kind.';

create table search_entry (
    record_id bigint not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    names text collate "C" not null,
    texts jsonb not null,
    words tsvector not null generated always as (search_words(kind, names, texts)) stored,
    spelling text collate "C" not null generated always as (plain(names)) stored,
    constraint search_entry_pk primary key (record_id),
    constraint search_entry_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table search_entry is 'Derived by derive_search_entries: the names of a record (names, titles, aliases), one on each line, and its searched texts by field.';
comment on column search_entry.spelling is 'The names without case and accents, one on each line.';
create index search_entry_words_idx on search_entry using gin (words);
create index search_entry_some_idx on search_entry using gin (words) where record_id % 16 = 0;
create index search_entry_few_idx on search_entry using gin (words) where record_id % 256 = 0;
create index search_entry_rare_idx on search_entry using gin (words)
    where kind = any ('{ACTOR,PLACE,ISSUE,TRACK,SOURCE,FIGURE,AGREEMENT,EVENT}');
create index search_entry_spelling_idx on search_entry using gin (latin(spelling) gin_trgm_ops);
create index search_entry_called_idx on search_entry using gin (string_to_array(spelling, E'\n'));
select history.keep('search_entry');

create table search_key (
    key text collate "C" not null,
    word text collate "C" not null,
    constraint search_key_pk primary key (key, word)
);
comment on table search_key is 'The words of search_entry, of all times, with their keys: see word_keys. Written by derive_search_entries.';
create index search_key_word_idx on search_key (word);
create index search_key_similar_idx on search_key using gin (key gin_trgm_ops) where key ~ '^[a-z]';

create view searchable (record_id, kind, slug, names, texts) as
    select s.id, s.kind, s.slug, concat_ws(E'\n', s.texts ->> 'name', s.texts ->> 'title', s.texts ->> 'measure', s.texts ->> 'aliases'),
        jsonb_strip_nulls(s.texts)
    from (
        select id, 'ACTOR', slug, jsonb_build_object('name', name, 'aliases', nullif(array_to_string(aliases, E'\n'), ''), 'description',
            description, 'offices.title', (select string_agg(o.title, E'\n' order by o.id) from office o where o.holder_id = actor.id)) from actor
        union all select id, 'PLACE', slug, jsonb_build_object('name', name, 'aliases', nullif(array_to_string(aliases, E'\n'), '')) from place
        union all select id, 'TRACK', slug, jsonb_build_object('name', name, 'description', description) from track
        union all select id, 'ISSUE', slug, jsonb_build_object('name', name, 'aliases', nullif(array_to_string(aliases, E'\n'), ''),
            'description', description) from issue
        union all select id, 'SOURCE', slug, jsonb_build_object('title', title, 'note', note) from source
        union all select id, 'MEETING', slug, jsonb_build_object('title', title, 'summary', summary, 'outcomes',
            nullif(array_to_string(outcomes, E'\n'), '')) from meeting
        union all select id, 'STATEMENT', slug, jsonb_build_object('summary', summary, 'quotation', quotation, 'venue', venue) from statement
        union all select id, 'POSITION', slug, jsonb_build_object('summary', summary) from position
        union all select a.id, 'AGREEMENT', a.slug, jsonb_build_object('title', a.title, 'aliases', nullif(array_to_string(a.aliases, E'\n'), ''),
            'summary', a.summary, 'provisions.summary',
            (select string_agg(p.summary, E'\n' order by p.number) from provision p where p.agreement_id = a.id), 'provisions.text',
            (select string_agg(p.text, E'\n' order by p.number) from provision p where p.agreement_id = a.id), 'provisions.steps.summary',
            (select string_agg(s.summary, E'\n' order by p.number, s.position)
                from implementation_step s join provision p on p.id = s.provision_id where s.agreement_id = a.id)) from agreement a
        union all select id, 'EVENT', slug, jsonb_build_object('title', title, 'summary', summary) from event
        union all select id, 'FIGURE', slug, jsonb_build_object('measure', measure, 'printed', printed, 'unit', unit) from figure
    ) s (id, kind, slug, texts);
comment on view searchable is 'The rows that search_entry must have.';

create function derive_search_entries(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    with wanted as materialized (
        select s.record_id, s.kind, s.slug, s.names, s.texts from unnest(records) k (id) join searchable s on s.record_id = k.id
    ), changed as (
        update search_entry e set names = w.names, texts = w.texts from wanted w
            where e.record_id = w.record_id and (e.names, e.texts) is distinct from (w.names, w.texts)
        returning e.texts, e.words
    ), added as (
        insert into search_entry (record_id, kind, slug, names, texts, since)
        select w.*, written from wanted w where not exists (select from search_entry e where e.record_id = w.record_id)
        returning texts, words
    ), derived as (
        select * from changed union all select * from added
    ), raw as materialized (
        select distinct w.word from derived, unnest(tsvector_to_array(words)) w (word)
            where w.word ~ '^[^=#@^]' and position(' ' in w.word) = 0 and not exists (select from search_key k where k.word = w.word)
        union select left(w, 100) from derived, lateral (select lower(normalize(texts::text, NFKC) collate "und-x-icu")) t (lowered),
            regexp_split_to_table(lowered, '[^[:alnum:]]+') w where lowered ~ '[əşçğ]' and w ~ '[əşçğ]'
    )
    insert into search_key (key, word) select k.key, k.word from raw cross join lateral word_keys(raw.word) k
    where k.word <> '' order by 1, 2 on conflict do nothing;
end $$;
comment on function derive_search_entries is 'Called by derive, while its transaction holds write_lock: another writer could insert the same rows.';

-- ------------------------------------------------------------------ search

create function spelled_like(asked text, loosely boolean) returns text[] stable strict language sql
set enable_seqscan = off as $$
    with begun as materialized (
        select distinct k.word from (values (plain(asked)), (romanized(asked))) p (first) cross join lateral (
            select k.word from search_key k where k.key >= p.first and k.key < p.first || chr(1114111) order by k.key limit 500) k
    ), class as materialized (
        select k.key from begun b join search_key k on k.word = b.word where k.key < 'A' and k.key >= '=' or k.key >= '~' and k.key < '~~'
        union select '=' || name_key(asked)
        union (select k.key from search_key k where k.key >= '=' || name_key(asked) and k.key < '=' || name_key(asked) || chr(1114111)
            and not exists (select from begun) limit 100)
    ), resembling as materialized (
        select k.word from search_key k where loosely and length(asked) > 2 and asked !~ '[0-9]' and k.key ~ '^[a-z]' and k.key % latin(asked)
        order by similarity(k.key, latin(asked)) desc, k.word limit 10
    ), sounding as materialized (
        select k.word from search_key k where loosely and k.key = '!' || sounds(asked) order by similarity(latin(k.word), latin(asked)) desc, k.word limit 10
    ), swapped as materialized (
        select k.word from generate_series(1, length(latin(asked)) - 1) i join search_key k on loosely and asked !~ '[0-9]'
            and k.key = overlay(latin(asked) placing substr(latin(asked), i + 1, 1) || substr(latin(asked), i, 1) from i for 2)
    )
    select coalesce(array_agg(distinct w.word), '{}') from (
        select b.word from begun b union all select k.word from class c join search_key k on k.key = c.key union all select s.word from resembling s
            union all select n.word from sounding n union all select t.word from swapped t
    ) w (word) where not starts_with(w.word, plain(asked))
$$;
comment on function spelled_like is 'The words that this word or beginning of a word also finds, besides those that begin with it: in other scripts and spellings, and inflected; loosely, also similar words without digits, those with the same consonants, and those with two neighbouring letters swapped.';

create function beginning(part text) returns text stable strict language sql
set enable_seqscan = off as $$
    select case when length(part) <= 2 then format('''%%^%s''', part)
        when count(*) between 1 and 50 then string_agg(format('''%%%s''', b.word), ' | ') else format('''%%%s'':*', part) end
    from (select distinct k.word from search_key k where k.word >= part and k.word < part || chr(1114111) limit 51) b
$$;
comment on function beginning is 'The words that begin with this part, if they are few: the index combines words faster than beginnings, and has beginnings of one or two letters as words.';

create function terms_written(terms text[], tier int) returns text stable strict language plpgsql as $$
declare
    term text;
    parts text[];
    phrase text;
    whole text;
    written text[] := '{}';
begin
    foreach term in array terms loop
        parts := array(select left(p, 100) from regexp_split_to_table(plain(term) collate "und-x-icu", '[^[:alnum:]]+') p where p <> '');
        continue when parts = '{}';
        -- Each two consecutive words are also a word of the index.
        phrase := coalesce((select string_agg(format('''%%%s''', left(a || ' ' || b, 100)), ' & ')
            from unnest(parts, parts[2:]) p (a, b) where b is not null), format('''%%%s''', parts[1]));
        whole := format('''%%%s'':*', left(array_to_string(parts, ''), 100));
        if term ^@ '-' then
            written := written || format('!(%s)', phrase);
        elsif term ^@ '"' then
            written := written || phrase;
        elsif cardinality(parts) > 1 and tier < 2 then
            written := written || format('(%s:* | %s)', phrase, whole);
        else
            written := written || array(select format('(%s%s)', beginning(p.part), case when tier > 0 then (
                select string_agg(format(' | ''%%%s''', w), '') from unnest(spelled_like(p.part, tier = 2)) w) end)
                from unnest(parts) p (part));
        end if;
    end loop;
    return array_to_string(written, ' & ');
end $$;
comment on function terms_written is 'The query for search_entry.words, with % before each word: all terms. A term is a word or its beginning, words joined by signs, a phrase that begins with a quotation mark, or a term to exclude, which begins with a hyphen. Tier 0: as written; 1: also other spellings; 2: also similar words.';

create function terms_query(terms text[], mark text, tier int) returns tsquery stable strict language sql as
    $$ select replace(terms_written(terms, tier), '%', mark)::tsquery $$;
comment on function terms_query is 'The same with a mark instead: = for words in names, none for words anywhere.';

-- Reads samples of the records first: if many records have the words, a sample has enough of them, whatever the number of records. The
-- kinds with few records have an index of their own.
create function entries_with(asked tsquery, kinds text[], most int, seen bigint[]) returns table (record_id bigint) stable rows 100 language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
begin
    if kinds <@ '{ACTOR,PLACE,ISSUE,TRACK,SOURCE,FIGURE,AGREEMENT,EVENT}' then
        return query select record_id from search_entry where words @@ asked
            and kind = any ('{ACTOR,PLACE,ISSUE,TRACK,SOURCE,FIGURE,AGREEMENT,EVENT}') and record_id <> all(seen) limit most;
        return;
    end if;
    return query with small as materialized (
        select record_id from search_entry where words @@ asked and record_id % 256 = 0 and record_id <> all(seen) limit most
    ), medium as materialized (
        select record_id from search_entry where words @@ asked and record_id % 16 = 0 and record_id % 256 <> 0 and record_id <> all(seen)
            and (select count(*) from small) < most limit most
    ), entire as materialized (
        select record_id from search_entry where words @@ asked and record_id % 16 <> 0 and record_id <> all(seen)
            and (select count(*) from small) + (select count(*) from medium) < most limit most
    )
    select * from (select * from small union all select * from medium union all select * from entire) e limit most;
end $$;
comment on function entries_with is 'At most `most` records besides those seen.';

create function search_worded(terms text[], kinds text[], most int)
returns table (record_id bigint, kind text, slug text, score double precision) stable rows 100 language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
    wanted text[] := array(select t from unnest(terms) t where not t ^@ '-');
    excluded text[] := array(select t from unnest(terms) t where t ^@ '-');
    of_kinds tsquery := (select string_agg(format('''@%s''', k), ' | ') from unnest(kinds) k)::tsquery;
    typed text := array_to_string(array(select regexp_replace(plain(t) collate "und-x-icu", '^[^[:alnum:]]+|[^[:alnum:]]+$', '', 'g') from unnest(wanted) t), ' ');
    written text[];
    asked tsquery;
    before tsquery;
    hits bigint[] := '{}';
    tiers int[] := '{}';
    added bigint[];
begin
    if kinds = '{}' then
        return;
    end if;
    -- Exact names; words in names as written, and otherwise spelled; the same in all texts; similar words in names, and in all texts.
    for tier in 1..7 loop
        exit when cardinality(hits) >= most or tier = 6 and hits <> '{}';
        -- Written once for names and for all texts, as the other spellings take the longest to find.
        if tier in (2, 3, 6) then
            written[tier] := terms_written(wanted, case tier when 2 then 0 when 3 then 1 else 2 end);
        end if;
        asked := (case tier when 1 then format('''#%s''', left(name_key(typed), 200)) when 4 then replace(written[2], '%', '')
            when 5 then replace(written[3], '%', '') when 7 then replace(written[6], '%', '') else replace(written[tier], '%', '=') end)::tsquery;
        continue when asked is null or asked = before;
        before := asked;
        asked := case when excluded = '{}' then asked else asked && terms_query(excluded, '', 0) end;
        asked := case when of_kinds is null then asked else asked && of_kinds end;
        added := array(select e.record_id from entries_with(asked, kinds, most - cardinality(hits), hits) e);
        hits := hits || added;
        tiers := tiers || array_fill(tier, array[cardinality(added)]);
    end loop;
    return query select e.record_id, e.kind, e.slug, round(((array[0.9, 0.7, 0.55, 0.35, 0.2, 0.1, 0.02])[h.tier] + case h.tier
            when 1 then 0.1 * (string_to_array(e.spelling, E'\n') @> array[typed])::int
            when 2 then 0.1 * n.part when 3 then 0.1 * n.part when 6 then 0.05 * n.part
            when 7 then 0.05 / (1 + ln(1 + length(e.words))) else 0.1 / (1 + ln(1 + length(e.words))) end)::numeric, 6)::float
        from unnest(hits, tiers) h (id, tier) join search_entry e on e.record_id = h.id
            cross join lateral (select least(1, length(typed)::float / greatest(length(split_part(e.spelling, E'\n', 1)), 1))) n (part);
end $$;
comment on function search_worded is 'At most `most` records with these terms and their scores, from 0 to 1. Similar words count only if nothing else has the terms.';
