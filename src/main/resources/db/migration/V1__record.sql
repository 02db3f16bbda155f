-- The tables of the records and their attestations.
--
-- A value of an enumeration is stored as its name; the service checks it, so no constraint repeats the list.
--
-- A date has these columns: edtf (as the sources state it), reading (the inferred date if they leave part of it out), inferred, and
-- earliest and latest (the first and last possible day; null: unbounded). The columns of an optional date are null together. date_sort is
-- the sort key.
--
-- Nothing depends on the locale of the database: text columns use the collation "C", and case folding the root locale of ICU
-- ("und-x-icu"). In Azerbaijani, for example, the lower case of I is not i.

create extension if not exists pg_trgm;

-- ------------------------------------------------------------------ text

create function plain(words text) returns text immutable strict parallel safe language sql
    return replace(replace(replace(replace(replace(translate(regexp_replace(normalize(lower(normalize(words, NFKC) collate "und-x-icu") collate "C", NFD),
        '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u02b9-\u02bf\u02c8\u02ee\u0640]+', '', 'g'),
        'əςøđðłıħŧĸǝɐɛɔɓɗƙƴ', 'eσoddlihtqaaeobdky'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'), 'ŋ', 'ng');
comment on function plain(text) is 'Folds case and removes accents, also of letters that do not decompose. Independent of the locale.';

create function plain(words text, more text[]) returns text immutable parallel safe language sql
    return plain(coalesce(words, '') || E'\n' || coalesce(array_to_string(more, E'\n'), ''));

-- ------------------------------------------------------------------ every record

create sequence record_id_seq;

create table record (
    id bigint not null default nextval('record_id_seq'),
    kind text collate "C" not null,
    slug text collate "C" not null,
    digest text collate "C",
    content text collate "C",
    constraint record_pk primary key (id),
    constraint record_kind_slug_uq unique (kind, slug),
    constraint record_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table record is 'One row for each record of any kind, so that a foreign key can refer to a record of any kind.';
comment on column record.digest is 'SHA-256 of the data file''s entry at the last load that had it; null where no file did. A load removes only records with a digest, and skips an entry of the same digest, even if an editor has changed the record since.';
comment on column record.content is 'SHA-256 of the current canonical entry, or of the JSON of a point.';

create table entry (
    record_id bigint not null,
    document json not null,
    constraint entry_pk primary key (record_id),
    constraint entry_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table entry is 'The canonical JSON of each record, in the form of the data set''s files; the other tables are derived from it. A point of a statement has no row: it is part of the statement''s entry. Former entries are in the table change.';
comment on column entry.document is 'json rather than jsonb: the keys keep their order.';

create table dataset (
    id boolean not null default true,
    revision bigint not null,
    loaded_at timestamptz not null,
    constraint dataset_pk primary key (id),
    constraint dataset_one_row check (id)
);
insert into dataset (revision, loaded_at) values (0, now());
comment on table dataset is 'One row. The revision grows with every write.';

create function notify_revision() returns trigger language plpgsql as $$
begin
    perform pg_notify('parley_revision', new.revision::text);
    return null;
end $$;
create trigger dataset_notify_revision after update on dataset for each row execute function notify_revision();

-- ------------------------------------------------------------------ actors, offices, places

create table actor (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    name_sort text collate "C" not null generated always as (plain(name)) stored,
    kind text collate "C" not null,
    description text collate "C",
    aliases text[] collate "C" not null,
    country_code text collate "C",
    websites text[] collate "C" not null,
    images text[] collate "C" not null,
    part_of_id bigint,
    constraint actor_pk primary key (id),
    constraint actor_record_fk foreign key (id) references record (id) on delete cascade,
    constraint actor_slug_uq unique (slug),
    constraint actor_part_of_fk foreign key (part_of_id) references actor (id),
    constraint actor_country_code_form check (country_code ~ '^[A-Z]{2}$'),
    constraint actor_not_part_of_itself check (part_of_id <> id)
);
create index actor_name_idx on actor (name_sort, slug);
create index actor_part_of_idx on actor (part_of_id);

create function acting_for(slugs text[]) returns setof bigint stable parallel safe language sql as $$
    with recursive part (id) as (
        select id from actor where slug = any (slugs)
        union select a.id from actor a join part on a.part_of_id = part.id
    ) select id from part
$$;
comment on function acting_for is 'The actors of these slugs and all actors that are part of them.';

create function standing_for(principal bigint) returns setof bigint stable parallel safe language sql as $$
    with recursive part (id) as (
        select principal union select a.id from actor a join part on a.part_of_id = part.id where a.kind <> 'STATE'
    ) select id from part
$$;
comment on function standing_for is 'This actor and all actors that are part of it, but no state that is, because a state stands for itself.';

create table office (
    id bigint generated always as identity,
    holder_id bigint not null,
    of_id bigint not null,
    title text collate "C" not null,
    term int not null,
    rank text collate "C" not null,
    from_edtf text collate "C", from_reading text collate "C", from_inferred boolean, from_earliest date, from_latest date,
    to_edtf text collate "C", to_reading text collate "C", to_inferred boolean, to_earliest date, to_latest date,
    constraint office_pk primary key (id),
    constraint office_term_uq unique (holder_id, title, term),
    constraint office_holder_fk foreign key (holder_id) references actor (id) on delete cascade,
    constraint office_of_fk foreign key (of_id) references actor (id),
    constraint office_from_complete check (case when from_edtf is null
        then num_nonnulls(from_reading, from_inferred, from_earliest, from_latest) = 0 else from_inferred is not null end),
    constraint office_to_complete check (case when to_edtf is null
        then num_nonnulls(to_reading, to_inferred, to_earliest, to_latest) = 0 else to_inferred is not null end)
);
comment on column office.term is 'Number among the terms of one title of a holder. Participations and signatures refer to the first one; office_at finds the one that was held then.';
create index office_of_idx on office (of_id);

create function succeeded(holder bigint, office_title text, began date, day date) returns boolean stable parallel safe language sql as $$
    select exists (select from office n where n.holder_id = holder and n.title = office_title
        and (n.from_earliest > began or began is null and n.to_edtf is null) and n.from_latest <= day)
$$;
comment on function succeeded is 'Whether a later term of the same holder and title than the one that began on a day had certainly begun by another day. A term whose end is unknown had ended by then. A term of unknown beginning comes before one of unknown end.';

create function office_at(first_term bigint, earliest date, latest date) returns bigint stable parallel safe language sql as $$
    select t.id from office f join office t on t.holder_id = f.holder_id and t.title = f.title where f.id = first_term
    order by daterange(t.from_earliest, t.to_latest, '[]') && daterange(earliest, latest, '[]')
        and not (t.to_latest is null and succeeded(t.holder_id, t.title, coalesce(t.from_earliest, t.from_latest), earliest)) desc, t.term limit 1
$$;
comment on function office_at is 'The first of the terms of an office that may include a date, which is given by its first and last day; if none may, the first term. A term whose end is unknown ends at the latest when a later one began.';

create table place (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    aliases text[] collate "C" not null,
    country_id bigint,
    latitude double precision,
    longitude double precision,
    constraint place_pk primary key (id),
    constraint place_record_fk foreign key (id) references record (id) on delete cascade,
    constraint place_slug_uq unique (slug),
    constraint place_country_fk foreign key (country_id) references actor (id),
    constraint place_coordinates_whole check ((latitude is null) = (longitude is null)),
    constraint place_latitude_range check (latitude between -90 and 90),
    constraint place_longitude_range check (longitude between -180 and 180)
);
comment on column place.latitude is 'Decimal degrees (WGS 84).';
create index place_name_idx on place (plain(name), slug);
create index place_country_idx on place (country_id);

-- ------------------------------------------------------------------ issues, tracks, sources

create table issue (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    description text collate "C",
    aliases text[] collate "C" not null,
    broader_id bigint,
    constraint issue_pk primary key (id),
    constraint issue_record_fk foreign key (id) references record (id) on delete cascade,
    constraint issue_slug_uq unique (slug),
    constraint issue_broader_fk foreign key (broader_id) references issue (id),
    constraint issue_not_broader_than_itself check (broader_id <> id)
);
create index issue_broader_idx on issue (broader_id);
create index issue_name_idx on issue (plain(name), slug);

create table track (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    description text collate "C",
    from_edtf text collate "C", from_reading text collate "C", from_inferred boolean, from_earliest date, from_latest date,
    to_edtf text collate "C", to_reading text collate "C", to_inferred boolean, to_earliest date, to_latest date,
    constraint track_pk primary key (id),
    constraint track_record_fk foreign key (id) references record (id) on delete cascade,
    constraint track_slug_uq unique (slug),
    constraint track_from_complete check (case when from_edtf is null
        then num_nonnulls(from_reading, from_inferred, from_earliest, from_latest) = 0 else from_inferred is not null end),
    constraint track_to_complete check (case when to_edtf is null
        then num_nonnulls(to_reading, to_inferred, to_earliest, to_latest) = 0 else to_inferred is not null end)
);
create index track_name_idx on track (plain(name), slug);

create table source (
    id bigint not null,
    slug text collate "C" not null,
    title text collate "C" not null,
    note text collate "C",
    publisher_id bigint,
    kind text collate "C" not null,
    language text collate "C" not null,
    paragraphs int not null,
    footnotes int not null,
    url text collate "C",
    archived_url text collate "C",
    archived_sha256 text collate "C",
    archived_at text collate "C",
    license text collate "C",
    link_patterns text[] collate "C" not null,
    edition_of_id bigint,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    constraint source_pk primary key (id),
    constraint source_record_fk foreign key (id) references record (id) on delete cascade,
    constraint source_slug_uq unique (slug),
    constraint source_publisher_fk foreign key (publisher_id) references actor (id),
    constraint source_edition_of_fk foreign key (edition_of_id) references source (id),
    constraint source_not_edition_of_itself check (edition_of_id <> id)
);
comment on column source.archived_at is 'In UTC, as in the entry: 2024-03-05T14:30:00Z.';
comment on column source.link_patterns is 'Addresses with a placeholder for each part of a locator; Attestation.url is made from them.';
create index source_date_idx on source (coalesce(date_earliest, 'infinity'::date), slug);
create index source_range_idx on source using gist (daterange(date_earliest, date_latest, '[]'));
create index source_publisher_idx on source (publisher_id);
create index source_edition_of_idx on source (edition_of_id);

-- ------------------------------------------------------------------ meetings

create table meeting (
    id bigint not null,
    slug text collate "C" not null,
    title text collate "C" not null,
    kind text collate "C" not null,
    level text collate "C" not null,
    medium text collate "C" not null,
    setting text collate "C" not null,
    status text collate "C" not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    date_sort date not null generated always as (coalesce(date_earliest, date_latest, 'infinity'::date)) stored,
    publicity text collate "C" not null,
    place_inferred boolean not null,
    track_id bigint,
    part_of_id bigint,
    ordinal int,
    attendance_printed text collate "C",
    attendance_lowest int,
    attendance_highest int,
    summary text collate "C",
    outcomes text[] collate "C" not null,
    constraint meeting_pk primary key (id),
    constraint meeting_record_fk foreign key (id) references record (id) on delete cascade,
    constraint meeting_slug_uq unique (slug),
    constraint meeting_track_fk foreign key (track_id) references track (id),
    constraint meeting_part_of_fk foreign key (part_of_id) references meeting (id),
    constraint meeting_not_part_of_itself check (part_of_id <> id),
    constraint meeting_attendance_printed check (attendance_printed is not null or num_nonnulls(attendance_lowest, attendance_highest) = 0),
    constraint meeting_attendance_range check (attendance_lowest <= attendance_highest)
);
create index meeting_date_idx on meeting (date_sort, slug);
create index meeting_range_idx on meeting using gist (daterange(date_earliest, date_latest, '[]'));
create index meeting_track_idx on meeting (track_id, date_sort, slug);
create index meeting_part_of_idx on meeting (part_of_id);

create table meeting_place (
    meeting_id bigint not null,
    position int not null,
    place_id bigint not null,
    constraint meeting_place_pk primary key (meeting_id, position),
    constraint meeting_place_once unique (meeting_id, place_id),
    constraint meeting_place_meeting_fk foreign key (meeting_id) references meeting (id) on delete cascade,
    constraint meeting_place_place_fk foreign key (place_id) references place (id)
);
create index meeting_place_place_idx on meeting_place (place_id);

create table participation (
    id bigint generated always as identity,
    meeting_id bigint not null,
    actor_id bigint not null,
    on_behalf_of_id bigint,
    office_id bigint,
    role text collate "C" not null,
    inferred boolean not null,
    position int not null,
    constraint participation_pk primary key (id),
    constraint participation_once_a_role unique (meeting_id, actor_id, role),
    constraint participation_meeting_fk foreign key (meeting_id) references meeting (id) on delete cascade,
    constraint participation_actor_fk foreign key (actor_id) references actor (id),
    constraint participation_on_behalf_of_fk foreign key (on_behalf_of_id) references actor (id),
    constraint participation_office_fk foreign key (office_id) references office (id)
);
create index participation_actor_idx on participation (actor_id);
create index participation_on_behalf_of_idx on participation (on_behalf_of_id);
create index participation_office_idx on participation (office_id);

-- ------------------------------------------------------------------ statements and positions

create table statement (
    id bigint not null,
    slug text collate "C" not null,
    form text collate "C" not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    date_sort date not null generated always as (coalesce(date_earliest, date_latest, 'infinity'::date)) stored,
    venue text collate "C",
    summary text collate "C" not null,
    quotation text collate "C",
    meeting_id bigint,
    constraint statement_pk primary key (id),
    constraint statement_record_fk foreign key (id) references record (id) on delete cascade,
    constraint statement_slug_uq unique (slug),
    constraint statement_meeting_fk foreign key (meeting_id) references meeting (id)
);
create index statement_date_idx on statement (date_sort, slug);
create index statement_range_idx on statement using gist (daterange(date_earliest, date_latest, '[]'));
create index statement_meeting_idx on statement (meeting_id, date_sort, slug);

create table statement_reply (
    statement_id bigint not null,
    in_reply_to_id bigint not null,
    constraint statement_reply_pk primary key (statement_id, in_reply_to_id),
    constraint statement_reply_statement_fk foreign key (statement_id) references statement (id) on delete cascade,
    constraint statement_reply_in_reply_to_fk foreign key (in_reply_to_id) references statement (id),
    constraint statement_reply_not_to_itself check (statement_id <> in_reply_to_id)
);
create index statement_reply_in_reply_to_idx on statement_reply (in_reply_to_id);

create table statement_reference (
    statement_id bigint not null,
    position int not null,
    relation text collate "C" not null,
    record_id bigint not null,
    constraint statement_reference_pk primary key (statement_id, position),
    constraint statement_reference_statement_fk foreign key (statement_id) references statement (id) on delete cascade,
    constraint statement_reference_record_fk foreign key (record_id) references record (id)
);
create index statement_reference_record_idx on statement_reference (record_id);

create table position (
    id bigint not null,
    slug text collate "C" not null,
    actor_id bigint not null,
    issue_id bigint not null,
    statement_id bigint,
    number int,
    stance text collate "C" not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    date_sort date not null generated always as (coalesce(date_earliest, date_latest, 'infinity'::date)) stored,
    summary text collate "C" not null,
    voice text collate "C" not null,
    constraint position_pk primary key (id),
    constraint position_record_fk foreign key (id) references record (id) on delete cascade,
    constraint position_slug_uq unique (slug),
    constraint position_actor_fk foreign key (actor_id) references actor (id),
    constraint position_issue_fk foreign key (issue_id) references issue (id),
    constraint position_statement_fk foreign key (statement_id) references statement (id) on delete cascade
);
comment on column position.number is 'Number of the point in its statement; null for a position without a statement.';
create index position_date_idx on position (date_sort, slug);
create index position_range_idx on position using gist (daterange(date_earliest, date_latest, '[]'));
create index position_actor_idx on position (actor_id, date_sort, slug);
create index position_stance_idx on position (actor_id, issue_id, date_sort, stance);
create index position_issue_idx on position (issue_id, date_sort, slug);
create index position_statement_idx on position (statement_id, number);

-- ------------------------------------------------------------------ agreements

create table agreement (
    id bigint not null,
    slug text collate "C" not null,
    title text collate "C" not null,
    kind text collate "C" not null,
    status text collate "C" not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    date_sort date not null generated always as (coalesce(date_earliest, date_latest, 'infinity'::date)) stored,
    summary text collate "C",
    aliases text[] collate "C" not null,
    meeting_id bigint,
    constraint agreement_pk primary key (id),
    constraint agreement_record_fk foreign key (id) references record (id) on delete cascade,
    constraint agreement_slug_uq unique (slug),
    constraint agreement_meeting_fk foreign key (meeting_id) references meeting (id)
);
create index agreement_date_idx on agreement (date_sort, slug);
create index agreement_range_idx on agreement using gist (daterange(date_earliest, date_latest, '[]'));
create index agreement_meeting_idx on agreement (meeting_id);

create table agreement_link (
    agreement_id bigint not null,
    position int not null,
    relation text collate "C" not null,
    linked_id bigint not null,
    constraint agreement_link_pk primary key (agreement_id, position),
    constraint agreement_link_once unique (agreement_id, relation, linked_id),
    constraint agreement_link_not_itself check (linked_id <> agreement_id),
    constraint agreement_link_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint agreement_link_linked_fk foreign key (linked_id) references agreement (id)
);
comment on table agreement_link is 'How an agreement relates to others. The row belongs to the agreement that amends, implements or renews the linked one.';
create index agreement_link_linked_idx on agreement_link (linked_id);

create table agreement_participation (
    id bigint generated always as identity,
    agreement_id bigint not null,
    actor_id bigint not null,
    on_behalf_of_id bigint,
    office_id bigint,
    role text collate "C" not null,
    inferred boolean not null,
    position int not null,
    constraint agreement_participation_pk primary key (id),
    constraint agreement_participation_once_a_role unique (agreement_id, actor_id, role),
    constraint agreement_participation_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint agreement_participation_actor_fk foreign key (actor_id) references actor (id),
    constraint agreement_participation_on_behalf_of_fk foreign key (on_behalf_of_id) references actor (id),
    constraint agreement_participation_office_fk foreign key (office_id) references office (id)
);
comment on table agreement_participation is 'Roles in an agreement other than party and mediator, which are in the table involvement.';
create index agreement_participation_actor_idx on agreement_participation (actor_id);
create index agreement_participation_on_behalf_of_idx on agreement_participation (on_behalf_of_id);
create index agreement_participation_office_idx on agreement_participation (office_id);

create table signature (
    id bigint generated always as identity,
    agreement_id bigint not null,
    actor_id bigint not null,
    on_behalf_of_id bigint,
    office_id bigint,
    inferred boolean not null,
    position int not null,
    constraint signature_pk primary key (id),
    constraint signature_once unique (agreement_id, actor_id),
    constraint signature_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint signature_actor_fk foreign key (actor_id) references actor (id),
    constraint signature_on_behalf_of_fk foreign key (on_behalf_of_id) references actor (id),
    constraint signature_office_fk foreign key (office_id) references office (id)
);
create index signature_actor_idx on signature (actor_id);
create index signature_on_behalf_of_idx on signature (on_behalf_of_id);
create index signature_office_idx on signature (office_id);

create table provision (
    id bigint generated always as identity,
    agreement_id bigint not null,
    number int not null,
    summary text collate "C" not null,
    text text collate "C",
    issue_id bigint,
    constraint provision_pk primary key (id),
    constraint provision_number_uq unique (agreement_id, number),
    constraint provision_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint provision_issue_fk foreign key (issue_id) references issue (id)
);
create index provision_issue_idx on provision (issue_id);

create table implementation_step (
    id bigint generated always as identity,
    agreement_id bigint not null,
    provision_id bigint not null,
    position int not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    status text collate "C" not null,
    summary text collate "C",
    constraint implementation_step_pk primary key (id),
    constraint implementation_step_position_uq unique (provision_id, position),
    constraint implementation_step_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint implementation_step_provision_fk foreign key (provision_id) references provision (id) on delete cascade
);
comment on table implementation_step is 'How far a provision was carried out at a date.';
create index implementation_step_agreement_idx on implementation_step (agreement_id);

-- ------------------------------------------------------------------ events and figures

create table event (
    id bigint not null,
    slug text collate "C" not null,
    title text collate "C" not null,
    kind text collate "C" not null,
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    date_sort date not null generated always as (coalesce(date_earliest, date_latest, 'infinity'::date)) stored,
    place_id bigint,
    summary text collate "C",
    alleged boolean not null,
    constraint event_pk primary key (id),
    constraint event_record_fk foreign key (id) references record (id) on delete cascade,
    constraint event_slug_uq unique (slug),
    constraint event_place_fk foreign key (place_id) references place (id)
);
create index event_date_idx on event (date_sort, slug);
create index event_range_idx on event using gist (daterange(date_earliest, date_latest, '[]'));
create index event_place_idx on event (place_id);

create table figure (
    id bigint not null,
    slug text collate "C" not null,
    measure text collate "C" not null,
    printed text collate "C" not null,
    value double precision,
    unit text collate "C" not null,
    by_id bigint,
    from_edtf text collate "C", from_reading text collate "C", from_inferred boolean, from_earliest date, from_latest date,
    to_edtf text collate "C", to_reading text collate "C", to_inferred boolean, to_earliest date, to_latest date,
    constraint figure_pk primary key (id),
    constraint figure_record_fk foreign key (id) references record (id) on delete cascade,
    constraint figure_slug_uq unique (slug),
    constraint figure_by_fk foreign key (by_id) references actor (id),
    constraint figure_from_complete check (case when from_edtf is null
        then num_nonnulls(from_reading, from_inferred, from_earliest, from_latest) = 0 else from_inferred is not null end),
    constraint figure_to_complete check (case when to_edtf is null
        then num_nonnulls(to_reading, to_inferred, to_earliest, to_latest) = 0 else to_inferred is not null end)
);
create index figure_by_idx on figure (by_id);
create index figure_measure_idx on figure (plain(measure), coalesce(from_earliest, 'infinity'::date), slug);

-- ------------------------------------------------------------------ actors and issues of records

create table involvement (
    record_id bigint not null,
    role text collate "C" not null,
    position int not null,
    actor_id bigint not null,
    constraint involvement_pk primary key (record_id, role, position),
    constraint involvement_once_a_role unique (record_id, role, actor_id),
    constraint involvement_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint involvement_actor_fk foreign key (actor_id) references actor (id)
);
comment on table involvement is 'The lists of actors of records other than meetings: authors of a source, leads of a track, speakers of a statement, parties of an agreement ...';
create index involvement_actor_idx on involvement (actor_id);

create table record_issue (
    record_id bigint not null,
    position int not null,
    issue_id bigint not null,
    constraint record_issue_pk primary key (record_id, position),
    constraint record_issue_once unique (record_id, issue_id),
    constraint record_issue_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint record_issue_issue_fk foreign key (issue_id) references issue (id)
);
create index record_issue_issue_idx on record_issue (issue_id, record_id);

create table identifier (
    record_id bigint not null,
    position int not null,
    scheme text collate "C" not null,
    value text collate "C" not null,
    url text collate "C",
    constraint identifier_pk primary key (record_id, position),
    constraint identifier_once unique (scheme, value) deferrable initially deferred,
    constraint identifier_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table identifier is 'Identifiers of the records, of any kind, in other registers.';
comment on constraint identifier_once on identifier is 'Deferred, because a load writes new records before it removes others.';
comment on column identifier.url is 'The page about the identified thing, if the scheme is not one from which the service derives it.';

-- ------------------------------------------------------------------ attestations

create table attestation (
    id bigint generated always as identity,
    record_id bigint not null,
    provision_id bigint,
    implementation_step_position int,
    source_id bigint not null,
    position int not null,
    locator text collate "C" not null,
    field text collate "C",
    value text collate "C",
    reads text collate "C",
    voice text collate "C" not null,
    fragment text collate "C",
    constraint attestation_pk primary key (id),
    constraint attestation_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint attestation_provision_fk foreign key (provision_id) references provision (id) on delete cascade,
    constraint attestation_source_fk foreign key (source_id) references source (id),
    constraint attestation_step_of_provision check (implementation_step_position is null or provision_id is not null)
);
comment on column attestation.implementation_step_position is 'The position of the step of the provision that is attested; null for the provision or the record itself.';
comment on column attestation.reads is 'The printed value in the form of the field, so that "9 November" and "November 9" are equal.';
create index attestation_record_idx on attestation (record_id, position);
create index attestation_provision_idx on attestation (provision_id);
create index attestation_field_idx on attestation (record_id, field) where field is not null and value is not null and provision_id is null;
create index attestation_source_idx on attestation (source_id, id);

create table resolution (
    record_id bigint not null,
    field text collate "C" not null,
    rule text collate "C" not null,
    note text collate "C",
    constraint resolution_pk primary key (record_id, field),
    constraint resolution_record_fk foreign key (record_id) references record (id) on delete cascade
);

create table happening (
    record_id bigint not null,
    name text collate "C" not null,
    constraint happening_pk primary key (record_id),
    constraint happening_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table happening is 'Groups the records, of any kind, of one happening under a name: a meeting, what was agreed there, and its results.';
create index happening_name_idx on happening (name, record_id);
