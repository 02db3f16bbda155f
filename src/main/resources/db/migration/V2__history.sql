-- The changes, their editors, and the former rows of the tables.
-- Every write is one revision. `since` is the revision that wrote a row. A trigger copies a row that is updated or deleted to the schema
-- history, and the views of the schema as_of show every table as of the revision in the setting parley.as_of.

create function current_revision() returns bigint stable language sql as $$ select revision from public.dataset $$;
comment on function current_revision is 'The revision that is being written, or the newest one. A write raises it before it writes any row.';

create table write_lock ();
comment on table write_lock is 'Has no rows. Every write first locks it in EXCLUSIVE mode, until it ends. It is empty because vacuum takes conflicting locks on tables with rows.';

create table revision (
    number bigint not null,
    at timestamptz not null,
    constraint revision_pk primary key (number),
    constraint revision_at_uq unique (at),
    constraint revision_number_at_uq unique (number, at)
);
comment on table revision is 'When each revision was made, by the clock of the database. A later revision has a later time.';

create function stamp_revision() returns timestamptz language sql as $$
    insert into public.revision (number, at)
    select public.current_revision(), greatest(clock_timestamp(), (select max(at) + interval '1 microsecond' from public.revision))
    returning at
$$;
comment on function stamp_revision is 'Sets the time of the revision that is being written. The insert locks the table revision before it reads the clock: the lock shows readers that a revision has a time but is not committed yet.';

-- ------------------------------------------------------------------ changes

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
    issuer text collate "C",
    subject text collate "C",
    why text collate "C",
    before json,
    after json,
    constraint change_pk primary key (id),
    constraint change_place_uq unique (revision, position),
    constraint change_revision_fk foreign key (revision, at) references revision (number, at),
    constraint change_identity_complete check ((issuer is null) = (subject is null))
);
comment on table change is 'One row for each change of an entry. A statement and its points are one entry.';
comment on column change.id is 'Order of the changes: by revision, then by position.';
comment on column change.position is 'Position among the changes of the revision.';
comment on column change.record_id is 'The key of the record while it exists. No foreign key: a retracted record keeps its changes.';
comment on column change.at is 'Time of the revision.';
comment on column change.editor is 'The name of the editor at that time, for display: names are neither unique nor stable.';
comment on column change.issuer is 'The identity provider of the editor; null for a load.';
comment on column change.subject is 'The identifier of the editor at that provider; null for a load.';
comment on column change.before is 'The entry in the form of the data set''s files; null where the record was new. json, so that the keys keep their order.';
create index change_name_idx on change (kind, slug, id);

create function editor_id(issuer text, subject text) returns text immutable strict parallel safe language sql as
    $$ select left(encode(sha256(convert_to(issuer || chr(10) || subject, 'UTF8')), 'hex'), 32) $$;
comment on function editor_id is 'The id of an editor in the API. Declared immutable, as the encoding is always UTF8.';
create index change_editor_idx on change (editor_id(issuer, subject), id) where issuer is not null;

create table retracted (
    kind text collate "C" not null,
    slug text collate "C" not null,
    digest text collate "C" not null,
    constraint retracted_pk primary key (kind, slug)
);
comment on table retracted is 'Records that a file had and an editor retracted, with the digest of the entry in the file: no load restores the record while the entry is unchanged.';

create table mutation (
    editor text collate "C" not null,
    id text collate "C" not null,
    digest text collate "C" not null,
    revision bigint not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    changed boolean not null,
    at timestamptz not null default now(),
    constraint mutation_pk primary key (editor, id)
);
comment on table mutation is 'Results of mutations with a clientMutationId, written together with the change: a repeated mutation is answered from here.';
comment on column mutation.editor is 'The id of the editor: editor_id of issuer and subject.';
comment on column mutation.digest is 'SHA-256 of the mutation: the same clientMutationId with another mutation is rejected.';
comment on column mutation.revision is 'The revision of the mutation; if it changed nothing, the revision that last changed the record.';
comment on column mutation.changed is 'False where the record already had these values.';
create index mutation_at_idx on mutation (at);

-- ------------------------------------------------------------------ former rows

-- CREATE SCHEMA IF NOT EXISTS requires the privilege even if the schema exists. An administrator may have created the schemas.
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
comment on table history.beginning is 'One row: the first revision for which all rows are kept. Former rows of earlier revisions have been pruned.';
insert into history.beginning (revision, at) values (0, '-infinity');

create function history.keep(kept text, quiet text[] default '{}') returns void language plpgsql as $$
declare
    names text;
    watched text;
    command text;
begin
    execute format('alter table public.%I add column if not exists since bigint not null default public.current_revision()', kept);
    execute format('create table if not exists history.%I (like public.%I)', kept, kept);
    execute format('alter table history.%I add column if not exists until bigint not null', kept);
    for command in
        select format('alter table history.%I add column %I %s', kept, p.attname, format_type(p.atttypid, p.atttypmod))
            || case when p.attcollation <> 0 then ' collate ' || p.attcollation::regcollation else '' end from pg_attribute p
        where p.attrelid = format('public.%I', kept)::regclass and p.attnum > 0 and not p.attisdropped and not exists (
            select from pg_attribute h where h.attrelid = format('history.%I', kept)::regclass and h.attname = p.attname)
    loop
        execute command;
    end loop;
    for command in
        select regexp_replace(regexp_replace(d.indexdef, '^CREATE UNIQUE INDEX', 'CREATE INDEX'), '^(CREATE INDEX) (.*?) ON public\.',
            '\1 if not exists \2 ON history.')
        from pg_indexes d where d.schemaname = 'public' and d.tablename = kept
    loop
        execute command;
    end loop;
    select string_agg(format('%I', attname), ', ' order by attnum),
        string_agg(format('%I', attname), ', ') filter (where attname <> all (quiet) and attgenerated = '') into names, watched
        from pg_attribute where attrelid = format('public.%I', kept)::regclass and attnum > 0 and not attisdropped;
    -- No conditions within the union: the planner flattens only a union without them, and then uses the indexes of each part.
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
        kept || '_keep_history', watched, kept, kept);
end $$;
comment on function history.keep is 'Keeps the former rows of a table: adds its column since, and creates its table in the schema history, the trigger that fills it, and its view in the schema as_of. An update of only the quiet columns keeps nothing. Must be called again after a column or an index is added to the table.';

-- Only the loader uses the digests.
select history.keep('record', array['digest', 'content']);
select history.keep(t) from unnest(array['actor', 'office', 'place', 'issue', 'track', 'source', 'meeting', 'meeting_place', 'participation',
    'statement', 'statement_reply', 'statement_reference', 'position', 'agreement', 'agreement_link', 'agreement_participation',
    'signature', 'provision', 'implementation_step', 'event', 'figure', 'involvement', 'record_issue', 'identifier', 'attestation',
    'resolution', 'happening']) t;

create view as_of.change as select * from public.change where revision <= current_setting('parley.as_of')::bigint;

create table history.dataset (like dataset, until bigint not null);
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
comment on function prune_history is 'Deletes the rows that were replaced before that time; earlier states can then no longer be queried. The table change keeps all changes.';
