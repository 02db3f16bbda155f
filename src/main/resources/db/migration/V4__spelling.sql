-- A search compares what is typed with how names are spelled, whatever their case and accents. That is worked out once, when the names are
-- written, and not anew for each row that a search weighs.

drop index search_entry_names_idx;
drop index history.search_entry_names_idx;

alter table search_entry add column spelling text collate "C" not null generated always as (plain(names)) stored;
comment on column search_entry.spelling is 'The names without case and accents, one a line.';

create function latin(spelling text) returns text immutable strict parallel safe language sql
    return nullif(btrim(regexp_replace(translate(spelling,
        'абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґәғқңөұүһაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևαβγδεζηθικλμνξοπρσςτυφχψωəъь',
        'abvgdeejziiklmnoprstufhccssyeuaiiegagqnouuhabgdevztiklmnopjrstupkgqsccjcchjhabgdezeetjilxckhjgcmjnsocpjrsvtrcvpkofeabgdeziiiklmnxoprsstyfhpoa')
        collate "C", '[^a-z0-9]+', ' ', 'g')), '');
comment on function latin is 'A plain spelling in small letters and digits of ASCII, one for each letter of a name in Cyrillic, Georgian, Armenian or Greek; other letters are left out. Null where none remains: of a text without trigrams PostgreSQL 17 searches an index without end. Trigrams take letters beyond ASCII for letters in some locales only.';
create index search_entry_spelling_idx on search_entry using gin (latin(spelling) gin_trgm_ops);

-- How the names were spelled before is asked as well, of rows that were put away without it.
select history.keep('search_entry');
update history.search_entry set spelling = plain(names);
