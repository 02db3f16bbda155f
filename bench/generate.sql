-- Fills an empty, migrated database with generated records like the real ones, the same ones every time.
-- psql -v meetings=100000 -v ON_ERROR_STOP=1 -1 -f bench/generate.sql; three statements and six participations a meeting.

-- A number from 0 to most - 1 that depends only on its arguments.
create function pg_temp.pick(i bigint, salt text, most bigint) returns bigint immutable parallel safe language sql as
    $$ select (('x' || substr(md5(salt || i), 1, 12))::bit(48)::bigint) % most $$;
create temp table phrase as
    select i as number, (select string_agg((array['peace', 'border', 'corridor', 'treaty', 'talks', 'railway', 'prisoners', 'mines',
    'ceasefire',
        'guarantee', 'mandate', 'summit', 'delegation', 'protocol', 'transport', 'observers', 'demarcation', 'humanitarian', 'recognition',
        'withdrawal'])[1 + pg_temp.pick(i * 31 + n, 'word', 20)], ' ' order by n) || ' ' || substr(md5('rare' || i), 1, 6)
        from generate_series(1, 6) n) as words
    from generate_series(0, 4999) i;
create unique index on phrase (number);
analyze phrase;
create function pg_temp.words(i bigint, salt text) returns text stable language sql as
    $$ select words from phrase where number = pg_temp.pick(i, salt, 5000) $$;

create function pg_temp.day(i bigint, salt text) returns date immutable parallel safe language sql as
    $$ select date '1990-01-01' + pg_temp.pick(i, salt, 12000)::int $$;

-- One revision, like any write.
update dataset set revision = revision + 1, loaded_at = now();
insert into revision (number, at) select revision, loaded_at from dataset;

create temp table size as select :meetings::bigint as meetings, greatest(200, :meetings / 10)::bigint as persons;

create temp table made (id bigint, kind text, number bigint, slug text);
create function pg_temp.make(new_kind text, number bigint) returns void language sql as $$
    with new as (
        insert into record (kind, slug) select new_kind, lower(new_kind) || '-' || i from generate_series(1, number) i
        returning id, kind, slug)
    insert into made select id, kind, substr(slug, length(kind) + 2)::bigint, slug from new
$$;
select pg_temp.make('ACTOR', 600 + persons), pg_temp.make('PLACE', 300), pg_temp.make('ISSUE', 200), pg_temp.make('TRACK', 100),
    pg_temp.make('SOURCE', 1000), pg_temp.make('MEETING', meetings), pg_temp.make('STATEMENT', 3 * meetings),
    pg_temp.make('POSITION', 3 * meetings), pg_temp.make('AGREEMENT', greatest(20, meetings / 20)),
    pg_temp.make('EVENT', greatest(20, meetings / 5)), pg_temp.make('FIGURE', 500) from size;
create index on made (id);
create index on made (kind);
analyze made;

-- Keys of a kind are consecutive: a record's key is the kind's first key, minus one, plus its number.
create temp table first as select
    min(id) filter (where kind = 'ACTOR') - 1 as actor,
    min(id) filter (where kind = 'PLACE') - 1 as place,
    min(id) filter (where kind = 'ISSUE') - 1 as issue,
    min(id) filter (where kind = 'TRACK') - 1 as track,
    min(id) filter (where kind = 'SOURCE') - 1 as source,
    min(id) filter (where kind = 'MEETING') - 1 as meeting,
    min(id) filter (where kind = 'STATEMENT') - 1 as statement,
    min(id) filter (where kind = 'POSITION') - 1 as position,
    min(id) filter (where kind = 'AGREEMENT') - 1 as agreement,
    min(id) filter (where kind = 'EVENT') - 1 as event,
    min(id) filter (where kind = 'FIGURE') - 1 as figure
    from made;

-- 200 states, 400 ministries; the rest are persons, each with one office of a state.
insert into actor (id, slug, name, kind, aliases, websites, images, part_of_id)
select id, slug, case when number <= 200 then 'State ' when number <= 600 then 'Ministry '
    else 'Person ' end || split_part(pg_temp.words(number, 'name'), ' ', 1) || ' ' || number,
    case when number <= 200 then 'STATE' when number <= 600 then 'MINISTRY' else 'PERSON' end, array['Alias ' || number], '{}', '{}',
    case when number between 201 and 600 then first.actor + 1 + number % 200 end
from first cross join made where kind = 'ACTOR' order by number;
insert into office (holder_id, of_id, title, term, rank)
select id, first.actor + 1 + number % 200, 'Office ' || number, 1, case number % 4 when 0 then 'LEADER'
    when 1 then 'FOREIGN_MINISTER' else 'OTHER' end
from first cross join made where kind = 'ACTOR' and number > 600;
insert into place (id, slug, name, aliases, country_id)
select id, slug, 'Place ' || number, '{}', first.actor + 1 + number % 200 from first cross join made where kind = 'PLACE';
insert into issue (id, slug, name, aliases) select id, slug, 'Issue of ' || pg_temp.words(number, 'issue'), '{}' from made
    where kind = 'ISSUE';
insert into track (id, slug, name) select id, slug, 'Track ' || number from made where kind = 'TRACK';
insert into source (id, slug, title, kind, language, paragraphs, footnotes, link_patterns, date_edtf, date_inferred, date_earliest,
    date_latest)
select id, slug, 'Source on ' || pg_temp.words(number, 'source'), 'NEWS', 'en', 50, 0, '{}', d::text, false, d, d
from made, lateral (select pg_temp.day(number, 'source') d) x where kind = 'SOURCE';

insert into meeting (id, slug, title, kind, level, medium, setting, status, date_edtf, date_inferred, date_earliest, date_latest,
    publicity, place_inferred, track_id, summary, outcomes)
select id, slug, 'Meeting on ' || pg_temp.words(number, 'title'),
    (array['SUMMIT', 'MINISTERIAL', 'CONSULTATION', 'CALL', 'VISIT'])[1 + number % 5], (array['LEADERS', 'FOREIGN_MINISTERS',
    'REPRESENTATIVES'])[1 + number % 3],
    case number % 5 when 3 then 'PHONE' else 'IN_PERSON' end, 'DEDICATED', case when number % 10 = 0 then 'PROPOSED' else 'HELD' end,
    d::text, false, d, case when number % 7 = 0 then d + 30 else d end, 'UNSPECIFIED', false,
    first.track + 1 + pg_temp.pick(number, 'track', 100), pg_temp.words(number, 'summary'), array[pg_temp.words(number, 'outcome')]
from first cross join made, lateral (select pg_temp.day(number, 'meeting') d) x where kind = 'MEETING';
insert into meeting_place (meeting_id, position, place_id)
select id, 1, first.place + 1 + pg_temp.pick(number, 'place', 300) from first cross join made where kind = 'MEETING';
insert into participation (meeting_id, actor_id, on_behalf_of_id, office_id, role, inferred, position)
select m.id, o.holder_id, o.of_id, o.id, (array['HOST', 'MEDIATOR', 'PARTY', 'PARTY', 'PARTICIPANT', 'PARTICIPANT'])[n], false, n
from first cross join made m cross join generate_series(1, 6) n, size,
    lateral (select first.actor + 601 + (pg_temp.pick(m.number, 'who', persons) + n * 7) % persons as holder) h
    join office o on o.holder_id = h.holder where m.kind = 'MEETING' order by m.number, n;
-- With outdated statistics the planner takes tables for small and reads them sequentially for each row.
analyze participation, meeting;
insert into record_issue select id, n - 1, first.issue + 1 + (pg_temp.pick(number, 'on', 200) + n) % 200
from first cross join made cross join generate_series(1, 2) n where kind in ('MEETING', 'STATEMENT', 'EVENT');

insert into statement (id, slug, form, date_edtf, date_inferred, date_earliest, date_latest, summary, quotation, meeting_id)
select s.id, s.slug, (array['REMARKS', 'WRITTEN_STATEMENT', 'INTERVIEW'])[1 + s.number % 3], d::text, false, d, d,
    pg_temp.words(s.number, 'said'),
    pg_temp.words(s.number, 'quote'), m.id
from first cross join made s join made m on m.id = first.meeting + 1 + (s.number - 1) / 3, lateral (select pg_temp.day(m.number,
    'meeting') d) x where s.kind = 'STATEMENT';
insert into statement_reply select id, first.statement + number - 1 from first cross join made where kind = 'STATEMENT' and number % 3 <> 1;
insert into involvement select s.id, 'SPEAKER', 0, p.actor_id from first cross join made s join participation p
    on p.meeting_id = first.meeting + 1 + (s.number - 1) / 3 and p.position = 1 + s.number % 6 where s.kind = 'STATEMENT';
analyze statement, involvement;
insert into involvement select s.id, 'ADDRESSEE', 0, first.actor + 1 + pg_temp.pick(s.number, 'to', 200) from first cross
    join made s where s.kind = 'STATEMENT';
insert into position (id, slug, actor_id, issue_id, statement_id, number, stance, date_edtf, date_inferred, date_earliest, date_latest,
    summary, voice)
select p.id, p.slug, i.actor_id, first.issue + 1 + pg_temp.pick(p.number, 'position', 200), s.id, 1,
    (array['DEMANDS', 'SUPPORTS', 'REJECTS', 'PROPOSES'])[1 + p.number % 4], t.date_edtf, false, t.date_earliest, t.date_latest,
    pg_temp.words(p.number, 'point'), 'QUOTED_ACTOR'
from first cross join made p join made s on s.id = first.statement + p.number join involvement i on i.record_id = s.id
    and i.role = 'SPEAKER'
    join statement t on t.id = s.id where p.kind = 'POSITION';

insert into agreement (id, slug, title, kind, status, date_edtf, date_inferred, date_earliest, date_latest, summary, aliases, meeting_id)
select id, slug, 'Agreement on ' || pg_temp.words(number, 'agreed'), 'JOINT_STATEMENT', 'SIGNED', d::text, false, d, d,
    pg_temp.words(number, 'terms'), '{}',
    first.meeting + number
from first cross join made, lateral (select pg_temp.day(number, 'meeting') d) x where kind = 'AGREEMENT';
insert into involvement select id, 'PARTY', n - 1, first.actor + 1 + (number + n) % 200 from first cross join made cross
    join generate_series(1, 3) n where kind = 'AGREEMENT';
insert into provision (agreement_id, number, summary) select id, n, pg_temp.words(number * 10 + n, 'provision')
from made cross join generate_series(1, 5) n where kind = 'AGREEMENT';
insert into implementation_step (agreement_id, provision_id, position, date_edtf, date_inferred, date_earliest, date_latest, status)
select p.agreement_id, p.id, n, '2030', false, '2030-01-01', '2030-12-31', 'BEGUN'
from made m join provision p on p.agreement_id = m.id cross join generate_series(1, 2) n;
insert into agreement_link select id, 1, 'RENEWS', id - 1 from first cross join made where kind = 'AGREEMENT' and number > 1;
insert into event (id, slug, title, kind, date_edtf, date_inferred, date_earliest, date_latest, place_id, summary, alleged)
select id, slug, 'Event of ' || pg_temp.words(number, 'event'), (array['CLASH', 'RALLY', 'INCIDENT'])[1 + number % 3], d::text, false, d, d,
    first.place + 1 + pg_temp.pick(number, 'where', 300), pg_temp.words(number, 'happened'), false
from first cross join made, lateral (select pg_temp.day(number, 'event') d) x where kind = 'EVENT';
insert into involvement select id, 'INVOLVED', 0, first.actor + 1 + pg_temp.pick(number, 'involved', 600) from first cross
    join made where kind = 'EVENT';
insert into figure (id, slug, measure, printed, value, unit, by_id)
select id, slug, 'number of ' || pg_temp.words(number, 'measure'), number::text, number, 'units', first.actor + 1 + number % 200
    from first cross join made where kind = 'FIGURE';
insert into attestation (record_id, source_id, position, locator, voice, field, value)
select m.id, first.source + 1 + (pg_temp.pick(m.number, 'source', 1000) + n) % 1000, n - 1, 'paragraph ' || n, 'DOCUMENT_FACT',
    case when n = 2 then 'date' end, case when n = 2 then 'printed ' || m.number % 3 end
from first cross join made m cross join generate_series(1, 2) n where m.kind in ('MEETING', 'STATEMENT', 'AGREEMENT', 'EVENT');
insert into change (revision, position, act, kind, slug, record_id, at, editor)
select revision, row_number() over (order by m.id), 'RECORDED', m.kind, m.slug, m.id, d.loaded_at, 'load' from dataset d cross join made m;
analyze;
select derive();
analyze;
