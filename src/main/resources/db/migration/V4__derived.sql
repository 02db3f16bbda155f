-- Tables derived with every write, so that a page of a list is a range of an index.

create view dated_record (id, kind, date_sort, slug) as
    select id, 'MEETING', date_sort, slug from meeting
    union all select id, 'STATEMENT', date_sort, slug from statement
    union all select id, 'POSITION', date_sort, slug from position
    union all select id, 'AGREEMENT', date_sort, slug from agreement
    union all select id, 'EVENT', date_sort, slug from event;

create table actor_record (
    actor_id bigint not null,
    role text collate "C" not null,
    kind text collate "C" not null,
    date_sort date not null,
    slug text collate "C" not null,
    record_id bigint not null,
    constraint actor_record_pk primary key (actor_id, role, kind, date_sort, slug),
    constraint actor_record_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint actor_record_actor_fk foreign key (actor_id) references actor (id) on delete cascade
);
comment on table actor_record is 'Derived by derive_actor_records: the dated records that count for an actor, by role and date: it acted itself, somebody acted on its behalf, or a part of it did. Role MENTIONED: a statement refers to it, or reports a position of it; role ANY: in any other role.';
create index actor_record_record_idx on actor_record (record_id, role, actor_id);

create table issue_record (
    issue_id bigint not null,
    kind text collate "C" not null,
    date_sort date not null,
    slug text collate "C" not null,
    record_id bigint not null,
    constraint issue_record_pk primary key (issue_id, kind, date_sort, slug),
    constraint issue_record_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint issue_record_issue_fk foreign key (issue_id) references issue (id) on delete cascade
);
comment on table issue_record is 'Derived by derive_issue_records: record_issue with the dates of the records, by date.';
create index issue_record_record_idx on issue_record (record_id);

create view record_place (record_id, place_id) as
    select meeting_id, place_id from meeting_place
    union all select id, place_id from event where place_id is not null;

create table place_record (
    place_id bigint not null,
    kind text collate "C" not null,
    date_sort date not null,
    slug text collate "C" not null,
    record_id bigint not null,
    constraint place_record_pk primary key (place_id, kind, date_sort, slug),
    constraint place_record_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint place_record_place_fk foreign key (place_id) references place (id) on delete cascade
);
comment on table place_record is 'Derived by derive_place_records: the meetings and events at a place, by date.';
create index place_record_record_idx on place_record (record_id, place_id);

create table hosting (
    meeting_id bigint not null,
    mediator_id bigint not null,
    leader_id bigint not null,
    date_sort date not null,
    slug text collate "C" not null,
    mediator_slug text collate "C" not null,
    leader_slug text collate "C" not null,
    status text collate "C" not null,
    track_id bigint,
    date_earliest date,
    date_latest date,
    mediator_for_id bigint,
    roles text collate "C" not null,
    leader_for_id bigint,
    office_id bigint not null,
    constraint hosting_pk primary key (meeting_id, mediator_id, leader_id),
    constraint hosting_meeting_fk foreign key (meeting_id) references meeting (id) on delete cascade
);
comment on table hosting is 'Derived by derive_hostings: each host or mediator of a meeting with each other leader who took part, by date.';
comment on column hosting.slug is 'The slug of the meeting.';
comment on column hosting.roles is 'The roles of the mediator in the meeting: HOST, MEDIATOR or both, separated by a comma.';
comment on column hosting.mediator_for_id is 'The actor that the mediator acted for.';
comment on column hosting.leader_for_id is 'The actor that the leader acted for.';
create index hosting_date_idx on hosting (date_sort, slug, mediator_slug, leader_slug);
create index hosting_range_idx on hosting using gist (daterange(date_earliest, date_latest, '[]'));
create index hosting_mediator_idx on hosting (mediator_id);
create index hosting_mediator_for_idx on hosting (mediator_for_id);
create index hosting_leader_idx on hosting (leader_id);
create index hosting_leader_for_idx on hosting (leader_for_id);
create index hosting_pair_idx on hosting (mediator_slug, leader_slug, date_sort, slug);

create table disputed_field (
    record_id bigint not null,
    field text collate "C" not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    constraint disputed_field_pk primary key (record_id, field),
    constraint disputed_field_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table disputed_field is 'Derived by derive_disputed_fields: the fields of a record for which the attestations give several values, or an editor explains why another value is shown.';
create index disputed_field_name_idx on disputed_field (kind, slug, field);

select history.keep(t) from unnest(array['actor_record', 'issue_record', 'place_record', 'hosting', 'disputed_field']) t;

-- ------------------------------------------------------------------ records to derive again

-- One statement for each step, with the keys in an array: in a single statement the planner expects many keys and reads all records.
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
            union select p.agreement_id from unnest(moved) k (id) join agreement_participation p on p.actor_id = k.id
            union select p.agreement_id from unnest(moved) k (id) join agreement_participation p on p.on_behalf_of_id = k.id
            union select p.id from unnest(moved) k (id) join position p on p.actor_id = k.id
            union select p.statement_id from unnest(moved) k (id) join position p on p.actor_id = k.id where p.statement_id is not null
            union select r.statement_id from unnest(moved) k (id) join statement_reference r on r.record_id = k.id);
    end if;
    return array(select unnest(reached) union select p.id from unnest(reached) k (id) join position p on p.statement_id = k.id);
end $$;
comment on function derivation_reach is 'These records and all others whose derived rows depend on them: the points of a statement, and the records of an actor that is now part of another actor.';

create function hosting_reach(records bigint[]) returns bigint[] stable language plpgsql as $$
declare
    written bigint := current_revision();
begin
    return array(select unnest(records) union
        select p.meeting_id from (
            select o.holder_id, o.title from unnest(records) k (id) join office o on o.holder_id = k.id and o.since = written
            union select h.holder_id, h.title from unnest(records) k (id) join history.office h
                on h.holder_id = k.id and h.until = written) w
            join office o on o.holder_id = w.holder_id and o.title = w.title and o.term = 1 join participation p on p.office_id = o.id);
end $$;
comment on function hosting_reach is 'These records, and the meetings that somebody attended in an office of which a term was written or removed in this revision.';

-- ------------------------------------------------------------------ derivation

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
        union select p.actor_id, p.role, p.agreement_id from unnest(records) k (id) join agreement_participation p on p.agreement_id = k.id
        union select p.on_behalf_of_id, p.role, p.agreement_id from unnest(records) k (id)
            join agreement_participation p on p.agreement_id = k.id where p.on_behalf_of_id is not null
        union select p.actor_id, 'HOLDER', p.id from unnest(records) k (id) join position p on p.id = k.id
        union select i.actor_id, 'HOLDER', p.id from unnest(records) k (id) join position p on p.id = k.id
            join involvement i on i.record_id = p.statement_id
            join involvement s on s.record_id = p.statement_id and s.role = 'SPEAKER' and s.actor_id = p.actor_id
            where i.role = 'ON_BEHALF_OF'
        union select a.id, 'MENTIONED', r.statement_id from unnest(records) k (id)
            join statement_reference r on r.statement_id = k.id join actor a on a.id = r.record_id
        union select p.actor_id, 'MENTIONED', p.statement_id from unnest(records) k (id) join position p on p.statement_id = k.id
            where not exists (select from involvement i where i.record_id = p.statement_id and i.actor_id = p.actor_id
                and i.role in ('SPEAKER', 'ON_BEHALF_OF'))
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
    where x.role <> 'MENTIONED' or r.role <> 'ANY'
$$;
comment on function derived_actor_records is 'The rows of actor_record for these records.';

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

create function derive_place_records(records bigint[]) returns void language plpgsql as $$
declare
    written bigint := current_revision();
begin
    with derived as materialized (
        select p.place_id, d.kind, d.date_sort, d.slug, p.record_id from unnest(records) k (id)
            join record_place p on p.record_id = k.id join dated_record d on d.id = p.record_id
    ), gone as (
        delete from place_record r where r.record_id = any (records) and not exists (select from derived d where (d.place_id, d.kind,
            d.date_sort, d.slug, d.record_id) = (r.place_id, r.kind, r.date_sort, r.slug, r.record_id))
    )
    insert into place_record (place_id, kind, date_sort, slug, record_id, since)
    select d.place_id, d.kind, d.date_sort, d.slug, d.record_id, written from derived d
    on conflict do nothing;
end $$;

create function derived_hostings(records bigint[]) returns setof hosting stable language sql as $$
    with host as materialized (
        select p.meeting_id, p.actor_id, max(p.on_behalf_of_id) as for_id, string_agg(p.role, ',' order by p.role) as roles
        from unnest(records) k (id) join participation p on p.meeting_id = k.id
        where p.role in ('HOST', 'MEDIATOR') group by p.meeting_id, p.actor_id
    ), leader as materialized (
        select distinct on (p.meeting_id, p.actor_id) p.meeting_id, p.actor_id, p.on_behalf_of_id as for_id, o.id as office_id
        from unnest(records) k (id) join participation p on p.meeting_id = k.id join meeting m on m.id = p.meeting_id
            join office o on o.id = office_at(p.office_id, m.date_earliest, m.date_latest) and o.rank = 'LEADER'
        where p.role in ('PARTY', 'PARTICIPANT') order by p.meeting_id, p.actor_id, p.position
    )
    select e.id, h.actor_id, l.actor_id, e.date_sort, e.slug, ha.slug, la.slug, e.status, e.track_id, e.date_earliest, e.date_latest,
        h.for_id, h.roles, l.for_id, l.office_id, current_revision()
    from host h join leader l on l.meeting_id = h.meeting_id and l.actor_id <> h.actor_id join meeting e on e.id = h.meeting_id
        join actor ha on ha.id = h.actor_id join actor la on la.id = l.actor_id
$$;
comment on function derived_hostings is 'The rows of hosting for these records.';

create function derive_hostings(records bigint[]) returns void language plpgsql as $$
begin
    with derived as materialized (
        select * from derived_hostings(records)
    ), gone as (
        delete from hosting h where h.meeting_id = any (records) and not exists (select from derived d
            where (d.meeting_id, d.mediator_id, d.leader_id) = (h.meeting_id, h.mediator_id, h.leader_id))
    )
    insert into hosting as h select * from derived
    on conflict (meeting_id, mediator_id, leader_id) do update set date_sort = excluded.date_sort, status = excluded.status,
        track_id = excluded.track_id, date_earliest = excluded.date_earliest, date_latest = excluded.date_latest,
        mediator_for_id = excluded.mediator_for_id, roles = excluded.roles, leader_for_id = excluded.leader_for_id,
        office_id = excluded.office_id
    where (h.date_sort, h.status, h.track_id, h.date_earliest, h.date_latest, h.mediator_for_id, h.roles, h.leader_for_id, h.office_id)
        is distinct from (excluded.date_sort, excluded.status, excluded.track_id, excluded.date_earliest, excluded.date_latest,
            excluded.mediator_for_id, excluded.roles, excluded.leader_for_id, excluded.office_id);
end $$;

create function derive_disputed_fields(records bigint[]) returns void language plpgsql as $$
begin
    with derived as materialized (
        select t.record_id, t.field, e.kind, e.slug from unnest(records) k (id) join attestation t on t.record_id = k.id
            join record e on e.id = t.record_id left join resolution r on r.record_id = t.record_id and r.field = t.field
        where t.field is not null and t.value is not null and t.provision_id is null
        group by t.record_id, t.field, e.kind, e.slug
        having count(distinct coalesce(t.reads, t.value)) > 1 or count(r.rule) > 0
    ), gone as (
        delete from disputed_field f where f.record_id = any (records) and not exists (
            select from derived d where (d.record_id, d.field) = (f.record_id, f.field))
    )
    insert into disputed_field (record_id, field, kind, slug, since)
    select d.record_id, d.field, d.kind, d.slug, current_revision() from derived d on conflict do nothing;
end $$;

create function derive_rows(reach bigint[]) returns void language plpgsql as $$
begin
    perform derive_actor_records(reach);
    perform derive_issue_records(reach);
    perform derive_place_records(reach);
    perform derive_search_entries(reach);
    perform derive_hostings(hosting_reach(reach));
    perform derive_disputed_fields(reach);
end $$;

-- Planning takes longer than deriving a few rows. A generic plan is made only once; without scans of whole tables it is right for few records.
create function derive_few_rows(reach bigint[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
begin
    perform derive_rows(reach);
end $$;

create function derive(records bigint[]) returns void language plpgsql as $$
declare
    reach bigint[] := derivation_reach(records);
begin
    if cardinality(reach) > 100 then
        perform derive_rows(reach);
    else
        perform derive_few_rows(reach);
    end if;
end $$;
comment on function derive(bigint[]) is 'Derives the rows of these records again and writes those that differ. Called by every write, in its transaction.';

create function derive() returns void language sql as $$ select derive(array(select id from record)) $$;
comment on function derive() is 'The same for all records.';
