-- What changed, who changed it, and how the record stood before.
-- Every write is one revision. Each row knows since which revision it stands; what is updated or deleted leaves its former self in the
-- schema history, and the views of the schema as_of show every table as it stood at the revision that parley.as_of names.

create function current_revision() returns bigint stable language sql as $$ select revision from public.dataset $$;
comment on function current_revision is 'The revision that is being written, or the newest one. A write raises it before it writes any row.';

-- Who retracts a record asks what refers to it.
create index place_country_idx on place (country_id);
create index source_publisher_idx on source (publisher_id);

-- ------------------------------------------------------------------ what was done

create table write_lock ();
comment on table write_lock is 'Has no rows. Every write first locks it in EXCLUSIVE mode, until it ends. A table of its own: a lock on one that has rows would wait for vacuum, and vacuum for it.';

create table revision (
    number bigint not null,
    at timestamptz not null,
    constraint revision_pk primary key (number),
    constraint revision_at_uq unique (at),
    constraint revision_number_at_uq unique (number, at)
);
comment on table revision is 'When each revision was made, by the clock of the database. A later revision has a later time.';
insert into revision (number, at) select revision, loaded_at from dataset where revision > 0;

create function stamp_revision() returns timestamptz language sql as $$
    insert into public.revision (number, at)
    select public.current_revision(), greatest(clock_timestamp(), (select max(at) + interval '1 microsecond' from public.revision))
    returning at
$$;
comment on function stamp_revision is 'Gives the revision that is being written its time. The lock on the table revision, which an insert takes before it reads the clock, shows readers that a revision has a time and is not committed yet.';

create table change (
    id bigint not null generated always as (revision * 4294967296 + position) stored,
    revision bigint not null,
    position int not null,
    act text collate "C" not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    record_id bigint not null,
    at timestamptz not null,
    editor text collate "C" not null,
    why text collate "C",
    before json,
    after json,
    constraint change_pk primary key (id),
    constraint change_place_uq unique (revision, position),
    constraint change_revision_fk foreign key (revision, at) references revision (number, at),
    constraint change_act_known check (act in ('RECORDED', 'AMENDED', 'RETRACTED', 'ATTESTED', 'RESOLVED'))
);
comment on table change is 'What was done, one row an entry of the data set: a statement and its points are one entry.';
comment on column change.id is 'The order in which the changes were made: revision, then position.';
comment on column change.position is 'Its place among the changes of its revision.';
comment on column change.record_id is 'The record''s key while it stands. No foreign key: a retracted record keeps its changes.';
comment on column change.at is 'The time of its revision.';
comment on column change.before is 'The entry as the data set''s files have it; null where it was new, or older than this table. JSON as text, so that its keys keep their order.';
create index change_name_idx on change (kind, slug, id);

-- ------------------------------------------------------------------ what files brought

alter table record add column content text collate "C";
update record set content = digest;
comment on column record.digest is 'SHA-256 of the data file''s entry at the last load that had it; null where no file did. Only records with a digest are removed by a load. An entry of the same digest is no news, whatever an editor has since made of the record.';
comment on column record.content is 'SHA-256 of the entry as it stands, whoever wrote it.';

create table retracted (
    kind text collate "C" not null,
    slug text collate "C" not null,
    digest text collate "C" not null,
    constraint retracted_pk primary key (kind, slug)
);
comment on table retracted is 'What a file brought and an editor retracted, with the digest of the file''s entry: as long as the entry is the same, no load brings it back.';

-- ------------------------------------------------------------------ how rows were before

-- Schemas that an administrator made for a user who may not create any are used; IF NOT EXISTS would ask for that right all the same.
do $$
begin
    if to_regnamespace('history') is null then
        create schema history;
    end if;
    if to_regnamespace('as_of') is null then
        create schema as_of;
    end if;
end $$;

create table history.beginning (
    id boolean not null default true,
    revision bigint not null,
    at timestamptz not null,
    constraint beginning_pk primary key (id),
    constraint beginning_one_row check (id)
);
comment on table history.beginning is 'One row. How the record stood is known from that revision on; before it, former rows were not kept, or have been pruned.';
insert into history.beginning (revision, at)
select revision, case revision when 0 then '-infinity'::timestamptz else loaded_at end from dataset;

create function history.keep(kept text, quiet text[] default '{}') returns void language plpgsql as $$
declare
    names text;
    told text;
    more text;
begin
    execute format('alter table public.%I add column if not exists since bigint not null default public.current_revision()', kept);
    execute format('create table if not exists history.%I (like public.%I)', kept, kept);
    execute format('alter table history.%I add column if not exists until bigint not null', kept);
    for more in
        select format('alter table history.%I add column %I %s', kept, p.attname, format_type(p.atttypid, p.atttypmod))
            || case when p.attcollation <> 0 then ' collate ' || p.attcollation::regcollation else '' end from pg_attribute p
        where p.attrelid = format('public.%I', kept)::regclass and p.attnum > 0 and not p.attisdropped and not exists (
            select from pg_attribute h where h.attrelid = format('history.%I', kept)::regclass and h.attname = p.attname)
    loop
        execute more;
    end loop;
    for more in
        select regexp_replace(regexp_replace(d.indexdef, '^CREATE UNIQUE INDEX', 'CREATE INDEX'), '^(CREATE INDEX) (.*?) ON public\.',
            '\1 if not exists \2 ON history.')
        from pg_indexes d where d.schemaname = 'public' and d.tablename = kept
    loop
        execute more;
    end loop;
    select string_agg(format('%I', attname), ', ' order by attnum),
        string_agg(format('%I', attname), ', ') filter (where attname <> all (quiet) and attgenerated = '') into names, told from pg_attribute
        where attrelid = format('public.%I', kept)::regclass and attnum > 0 and not attisdropped;
    -- The arms of the union have no conditions of their own: only so are they planned as one table, each by its own indexes.
    execute format('create or replace view as_of.%I as select %s from ('
        'select %s, %s as until from public.%I union all select %s, until from history.%I) u'
        ' where since <= current_setting(''parley.as_of'')::bigint and until > current_setting(''parley.as_of'')::bigint',
        kept, names, names, '9223372036854775807::bigint', kept, names, kept);
    execute format($function$
        create or replace function history.keep_%1$s() returns trigger language plpgsql as $trigger$
        declare
            now_written bigint := public.current_revision();
        begin
            if old.since < now_written then
                insert into history.%2$I (%3$s, until) values (%4$s, now_written);
            end if;
            if tg_op = 'DELETE' then
                return old;
            end if;
            new.since := now_written;
            return new;
        end $trigger$ $function$, kept, kept, names, regexp_replace(names, '(^|, )', '\1old.', 'g'));
    execute format('create or replace trigger %I before delete or update of %s on public.%I for each row execute function history.keep_%s()',
        kept || '_keep_history', told, kept, kept);
end $$;
comment on function history.keep is 'Keeps the former rows of that table from here on: its column since, its twin in the schema history, the trigger that fills it, and its view in the schema as_of. An update of the quiet columns alone is no change. Called again after the table has got a column.';

-- Which digests a record has is the loader's affair and says nothing of the record.
select history.keep('record', array['digest', 'content']);
select history.keep(t) from unnest(array['actor', 'office', 'place', 'issue', 'track', 'source', 'meeting', 'participation',
    'statement', 'statement_reply', 'statement_reference', 'position', 'agreement', 'signature', 'provision', 'event', 'figure',
    'involvement', 'record_issue', 'attestation', 'resolution', 'happening', 'actor_record', 'issue_record', 'search_entry']) t;

create view as_of.dated_record (id, kind, date_sort, slug) as
    select id, 'MEETING', date_sort, slug from as_of.meeting
    union all select id, 'STATEMENT', date_sort, slug from as_of.statement
    union all select id, 'POSITION', date_sort, slug from as_of.position
    union all select id, 'AGREEMENT', date_sort, slug from as_of.agreement
    union all select id, 'EVENT', date_sort, slug from as_of.event;

create view as_of.change as select * from public.change where revision <= current_setting('parley.as_of')::bigint;

create table history.dataset (like dataset, until bigint not null);
insert into history.dataset select id, 0, loaded_at, revision from dataset where revision > 0;
create function history.keep_dataset() returns trigger language plpgsql as $$
begin
    if new.revision > old.revision then
        insert into history.dataset values (old.id, old.revision, old.loaded_at, new.revision);
    end if;
    return null;
end $$;
create trigger dataset_keep_history after update on dataset for each row execute function history.keep_dataset();
create view as_of.dataset as
    select id, current_setting('parley.as_of')::bigint as revision, loaded_at from (
        select id, revision, loaded_at, null as until from public.dataset
        union all select id, revision, loaded_at, until from history.dataset) d
    where d.revision <= current_setting('parley.as_of')::bigint
        and (d.until is null or d.until > current_setting('parley.as_of')::bigint);

create function prune_history(keep_from timestamptz) returns void language plpgsql as $$
declare
    kept bigint := (select number from revision where at <= keep_from order by at desc limit 1);
    pruned text;
begin
    if kept is null or keep_from <= (select at from history.beginning) then
        return;
    end if;
    update history.beginning set revision = kept, at = keep_from;
    for pruned in select table_name from information_schema.columns where table_schema = 'history' and column_name = 'until' loop
        execute format('delete from history.%I where until <= $1', pruned) using kept;
    end loop;
end $$;
comment on function prune_history is 'Forgets how rows were before that moment, but for those that still stood then. What was changed stays in the table change.';

-- ------------------------------------------------------------------ what is derived, record by record

drop function derive();
drop function derive_actor_records();
drop function derive_issue_records();
drop function derive_search_entries();

-- In steps, each with its keys in an array: in one statement the planner expects many, and reads every record.
create function derivation_reach(records bigint[]) returns bigint[] stable language plpgsql as $$
declare
    written bigint := current_revision();
    reached bigint[] := records;
    moved bigint[] := array(
        select a.id from unnest(records) k (id) join actor a on a.id = k.id join history.actor h on h.id = a.id and h.until = written
            where h.part_of_id is distinct from a.part_of_id);
begin
    if cardinality(moved) > 0 then
        moved := array(
            with recursive part (id) as (
                select unnest(moved) union select a.id from actor a join part on a.part_of_id = part.id
            ) select id from part);
        reached := array(
            select unnest(records)
            union select p.meeting_id from unnest(moved) k (id) join participation p on p.actor_id = k.id
            union select p.meeting_id from unnest(moved) k (id) join participation p on p.on_behalf_of_id = k.id
            union select i.record_id from unnest(moved) k (id) join involvement i on i.actor_id = k.id
            union select s.agreement_id from unnest(moved) k (id) join signature s on s.actor_id = k.id
            union select s.agreement_id from unnest(moved) k (id) join signature s on s.on_behalf_of_id = k.id
            union select p.id from unnest(moved) k (id) join position p on p.actor_id = k.id);
    end if;
    return array(select unnest(reached) union select p.id from unnest(reached) k (id) join position p on p.statement_id = k.id);
end $$;
comment on function derivation_reach is 'These records and all others whose derived rows depend on them: the points of a statement, and what counts for an actor that has since become part of another whole.';

create function derived_actor_records(records bigint[])
    returns table (actor_id bigint, role text, kind text, date_sort date, slug text, record_id bigint) stable language sql as $$
    with recursive acted (actor_id, role, record_id) as (
        select p.actor_id, p.role, p.meeting_id from unnest(records) k (id) join participation p on p.meeting_id = k.id
        union select p.on_behalf_of_id, p.role, p.meeting_id from unnest(records) k (id) join participation p on p.meeting_id = k.id
            where p.on_behalf_of_id is not null
        union select i.actor_id, case i.role when 'ON_BEHALF_OF' then 'SPEAKER' else i.role end, i.record_id
            from unnest(records) k (id) join involvement i on i.record_id = k.id
        union select s.actor_id, 'SIGNATORY', s.agreement_id from unnest(records) k (id) join signature s on s.agreement_id = k.id
        union select s.on_behalf_of_id, 'SIGNATORY', s.agreement_id from unnest(records) k (id) join signature s on s.agreement_id = k.id
            where s.on_behalf_of_id is not null
        union select p.actor_id, 'HOLDER', p.id from unnest(records) k (id) join position p on p.id = k.id
        union select i.actor_id, 'HOLDER', p.id from unnest(records) k (id) join position p on p.id = k.id
            join involvement i on i.record_id = p.statement_id
            join involvement s on s.record_id = p.statement_id and s.role = 'SPEAKER' and s.actor_id = p.actor_id
            where i.role = 'ON_BEHALF_OF'
    ), belonging (actor_id, whole_id) as (
        select distinct x.actor_id, x.actor_id from acted x
        union
        select b.actor_id, a.part_of_id from belonging b join actor a on a.id = b.whole_id where a.part_of_id is not null
    ), dated (id, kind, date_sort, slug) as (
        select d.* from unnest(records) k (id) join dated_record d on d.id = k.id
    )
    select distinct b.whole_id, r.role, d.kind, d.date_sort, d.slug, d.id
    from acted x join belonging b on b.actor_id = x.actor_id cross join lateral (values (x.role), ('ANY')) r (role)
        join dated d on d.id = x.record_id
$$;
comment on function derived_actor_records is 'The rows that actor_record is to have of these records.';

create function derive_actor_records(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    with derived as materialized (
        select * from derived_actor_records(records)
    ), gone as (
        delete from actor_record r where r.record_id = any (records) and not exists (select from derived d where (d.actor_id, d.role, d.kind,
            d.date_sort, d.slug, d.record_id) = (r.actor_id, r.role, r.kind, r.date_sort, r.slug, r.record_id))
    )
    insert into actor_record (actor_id, role, kind, date_sort, slug, record_id, since)
    select d.actor_id, d.role, d.kind, d.date_sort, d.slug, d.record_id, written from derived d
    on conflict do nothing;
end $$;

create function derive_issue_records(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    with derived as materialized (
        select i.issue_id, d.kind, d.date_sort, d.slug, i.record_id from unnest(records) k (id)
            join record_issue i on i.record_id = k.id join dated_record d on d.id = i.record_id
    ), gone as (
        delete from issue_record r where r.record_id = any (records) and not exists (select from derived d where (d.issue_id, d.kind,
            d.date_sort, d.slug, d.record_id) = (r.issue_id, r.kind, r.date_sort, r.slug, r.record_id))
    )
    insert into issue_record (issue_id, kind, date_sort, slug, record_id, since)
    select d.issue_id, d.kind, d.date_sort, d.slug, d.record_id, written from derived d
    on conflict do nothing;
end $$;

create view searchable (record_id, kind, slug, names, body) as
    select id, 'ACTOR', slug, concat_ws(E'\n', name, array_to_string(aliases, E'\n')), coalesce(description, '') from actor
    union all select id, 'TRACK', slug, name, coalesce(description, '') from track
    union all select id, 'ISSUE', slug, concat_ws(E'\n', name, array_to_string(aliases, E'\n')), coalesce(description, '') from issue
    union all select id, 'SOURCE', slug, title, coalesce(note, '') from source
    union all select id, 'MEETING', slug, title, concat_ws(E'\n', summary, array_to_string(outcomes, E'\n')) from meeting
    union all select id, 'STATEMENT', slug, '', concat_ws(E'\n', summary, quotation, venue) from statement
    union all select id, 'POSITION', slug, '', summary from position
    union all select a.id, 'AGREEMENT', a.slug, a.title, concat_ws(E'\n', a.summary,
        (select string_agg(p.summary, E'\n' order by p.number) from provision p where p.agreement_id = a.id)) from agreement a
    union all select id, 'EVENT', slug, title, coalesce(summary, '') from event
    union all select id, 'FIGURE', slug, measure, concat_ws(' ', printed, unit) from figure;
comment on view searchable is 'What search_entry is to have of each record.';

create function derive_search_entries(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    insert into search_entry as e (record_id, kind, slug, names, body, since)
    select s.record_id, s.kind, s.slug, s.names, s.body, written from unnest(records) k (id) join searchable s on s.record_id = k.id
    on conflict (record_id) do update set names = excluded.names, body = excluded.body
        where (e.names, e.body) is distinct from (excluded.names, excluded.body);
end $$;

create function derive(records bigint[]) returns void language plpgsql as $$
declare
    reach bigint[] := derivation_reach(records);
begin
    perform derive_actor_records(reach);
    perform derive_issue_records(reach);
    perform derive_search_entries(reach);
end $$;
comment on function derive(bigint[]) is 'Works out what is derived from these records, and writes where it differs. Called with every write, in its transaction.';

create function derive() returns void language sql as $$ select derive(array(select id from record)) $$;
comment on function derive() is 'The same for every record.';
