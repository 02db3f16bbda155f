-- The record: who met whom, what was said, what was agreed, and which document vouches for it.
-- Append-only: a change of shape is a new migration. The ORM only validates.
--
-- A date is kept four times: edtf (what the sources say), reading (what was worked out where they leave something out),
-- and the first and last day it may be (null: unbounded). date_sort is where it stands in an order of time.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Nothing here may depend on the database's locale: columns of text compare by code points ("C"), and case is folded by the rules of Unicode
-- that belong to no language ("und-x-icu"). In Azerbaijani the small letter of I is another.

create function plain(words text) returns text immutable strict parallel safe language sql
    return lower(unaccent('unaccent', words) collate "und-x-icu");
comment on function plain is 'Without case and accents. Declared immutable, which unaccent by itself is not: its rules change with a new PostgreSQL only, and then the indexes built on it have to be built anew.';

create function plain(words text, more text[]) returns text immutable parallel safe language sql
    return plain(coalesce(words, '') || E'\n' || coalesce(array_to_string(more, E'\n'), ''));

create function part(words text) returns text immutable strict parallel safe language sql
    return '%' || regexp_replace(plain(words), '([\\%_])', '\\\1', 'g') || '%';
comment on function part is 'The LIKE pattern of a text that stands anywhere in another, both plain.';

create function words_only(words text) returns text immutable strict parallel safe language sql
    return btrim(regexp_replace(plain(words) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g'));
comment on function words_only is 'The plain words of a text, separated by spaces. The parser of text search would take other characters for letters in one locale than in another.';

create sequence record_id_seq;

create table record (
    id bigint not null default nextval('record_id_seq'),
    kind text collate "C" not null,
    slug text collate "C" not null,
    digest text collate "C",
    constraint record_pk primary key (id),
    constraint record_kind_slug_uq unique (kind, slug),
    constraint record_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table record is 'Every record of whatever kind has its row here, so that a source, a reference or an actor can point at any of them.';
comment on column record.digest is 'SHA-256 of the data file''s entry that brought this record; null where no file did. Only records with a digest are removed by a load.';

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
    part_of_id bigint,
    constraint actor_pk primary key (id),
    constraint actor_record_fk foreign key (id) references record (id) on delete cascade,
    constraint actor_slug_uq unique (slug),
    constraint actor_part_of_fk foreign key (part_of_id) references actor (id),
    constraint actor_kind_known check (kind in ('STATE', 'UNION', 'PERSON', 'OFFICE_HOLDER', 'MINISTRY', 'ORGANIZATION', 'BODY',
        'FORMAT', 'AUTHORITY', 'CONTINGENT', 'GROUP', 'OUTLET')),
    constraint actor_country_code_form check (country_code ~ '^[A-Z]{2}$'),
    constraint actor_not_part_of_itself check (part_of_id <> id)
);
create index actor_name_idx on actor (name_sort, slug);
create index actor_text_idx on actor using gin (plain(name, aliases) gin_trgm_ops);
create index actor_part_of_idx on actor (part_of_id);

create function acting_for(slugs text[]) returns setof bigint stable parallel safe language sql as $$
    with recursive part (id) as (
        select id from actor where slug = any (slugs)
        union select a.id from actor a join part on a.part_of_id = part.id
    ) select id from part
$$;
comment on function acting_for is 'The actors of these slugs and all that belong to them.';

create table office (
    id bigint generated always as identity,
    holder_id bigint not null,
    of_id bigint not null,
    title text collate "C" not null,
    rank text collate "C" not null,
    from_edtf text collate "C", from_reading text collate "C", from_inferred boolean, from_earliest date, from_latest date,
    to_edtf text collate "C", to_reading text collate "C", to_inferred boolean, to_earliest date, to_latest date,
    constraint office_pk primary key (id),
    constraint office_holder_title_uq unique (holder_id, title),
    constraint office_holder_fk foreign key (holder_id) references actor (id) on delete cascade,
    constraint office_of_fk foreign key (of_id) references actor (id),
    constraint office_rank_known check (rank in ('LEADER', 'FOREIGN_MINISTER', 'MINISTER', 'DEPUTY_MINISTER', 'AMBASSADOR',
        'SPOKESPERSON', 'LEGISLATOR', 'FORMER', 'OTHER'))
);
create index office_of_idx on office (of_id);

create table place (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    aliases text[] collate "C" not null,
    country_id bigint,
    constraint place_pk primary key (id),
    constraint place_record_fk foreign key (id) references record (id) on delete cascade,
    constraint place_slug_uq unique (slug),
    constraint place_country_fk foreign key (country_id) references actor (id)
);

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

create table track (
    id bigint not null,
    slug text collate "C" not null,
    name text collate "C" not null,
    description text collate "C",
    from_edtf text collate "C", from_reading text collate "C", from_inferred boolean, from_earliest date, from_latest date,
    to_edtf text collate "C", to_reading text collate "C", to_inferred boolean, to_earliest date, to_latest date,
    constraint track_pk primary key (id),
    constraint track_record_fk foreign key (id) references record (id) on delete cascade,
    constraint track_slug_uq unique (slug)
);

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
    date_edtf text collate "C" not null, date_reading text collate "C", date_inferred boolean not null, date_earliest date, date_latest date,
    constraint source_pk primary key (id),
    constraint source_record_fk foreign key (id) references record (id) on delete cascade,
    constraint source_slug_uq unique (slug),
    constraint source_publisher_fk foreign key (publisher_id) references actor (id),
    constraint source_kind_known check (kind in ('OPINION', 'ANALYSIS', 'NEWS', 'PAPER', 'OFFICIAL_DOCUMENT', 'DATASET', 'OTHER'))
);

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
    place_id bigint,
    place_inferred boolean not null,
    track_id bigint,
    part_of_id bigint,
    ordinal int,
    summary text collate "C",
    outcomes text[] collate "C" not null,
    constraint meeting_pk primary key (id),
    constraint meeting_record_fk foreign key (id) references record (id) on delete cascade,
    constraint meeting_slug_uq unique (slug),
    constraint meeting_place_fk foreign key (place_id) references place (id),
    constraint meeting_track_fk foreign key (track_id) references track (id),
    constraint meeting_part_of_fk foreign key (part_of_id) references meeting (id),
    constraint meeting_not_part_of_itself check (part_of_id <> id),
    constraint meeting_kind_known check (kind in ('SUMMIT', 'MINISTERIAL', 'CONSULTATION', 'NEGOTIATION', 'WORKING_GROUP', 'CALL',
        'VISIT', 'DIALOGUE', 'CONFERENCE')),
    constraint meeting_level_known check (level in ('LEADERS', 'FOREIGN_MINISTERS', 'MINISTERS', 'DEPUTY_MINISTERS', 'AMBASSADORS',
        'REPRESENTATIVES', 'UNSPECIFIED')),
    constraint meeting_medium_known check (medium in ('IN_PERSON', 'PHONE', 'VIDEO', 'WRITTEN', 'UNSPECIFIED')),
    constraint meeting_setting_known check (setting in ('DEDICATED', 'SIDELINES', 'VISIT', 'CONFERENCE', 'UNSPECIFIED')),
    constraint meeting_status_known check (status in ('HELD', 'ONGOING', 'ANNOUNCED', 'PROPOSED', 'REQUESTED', 'DECLINED', 'CANCELLED'))
);
create index meeting_date_idx on meeting (date_sort, slug);
create index meeting_range_idx on meeting using gist (daterange(date_earliest, date_latest, '[]'));
create index meeting_text_idx on meeting using gin (plain(title || E'\n' || coalesce(summary, ''), outcomes) gin_trgm_ops);
create index meeting_place_idx on meeting (place_id);
create index meeting_track_idx on meeting (track_id, date_sort, slug);
create index meeting_part_of_idx on meeting (part_of_id);

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
    constraint participation_office_fk foreign key (office_id) references office (id),
    constraint participation_role_known check (role in ('HOST', 'MEDIATOR', 'FACILITATOR', 'CO_CHAIR', 'CONVENER', 'PARTY',
        'PARTICIPANT', 'GUARANTOR', 'WITNESS', 'OBSERVER', 'INVITED'))
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
    constraint statement_meeting_fk foreign key (meeting_id) references meeting (id),
    constraint statement_form_known check (form in ('WRITTEN_STATEMENT', 'REMARKS', 'LETTER', 'INTERVIEW', 'ARTICLE', 'COMMENTARY',
        'ALLEGATION', 'APPEAL', 'DEMAND', 'OFFER', 'INSTRUCTION', 'DEBATE', 'REPORT', 'OTHER'))
);
create index statement_date_idx on statement (date_sort, slug);
create index statement_range_idx on statement using gist (daterange(date_earliest, date_latest, '[]'));
create index statement_meeting_idx on statement (meeting_id, date_sort, slug);
create index statement_text_idx on statement using gin (plain(summary || E'\n' || coalesce(quotation, '')) gin_trgm_ops);

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
    constraint statement_reference_record_fk foreign key (record_id) references record (id),
    constraint statement_reference_relation_known check (relation in ('PROPOSES', 'COMMENTS_ON', 'ARGUES_FROM', 'ANNOUNCES', 'WELCOMES'))
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
    constraint position_statement_fk foreign key (statement_id) references statement (id) on delete cascade,
    constraint position_stance_known check (stance in ('DEMANDS', 'SUPPORTS', 'PROPOSES', 'OFFERS', 'ACCEPTS', 'REJECTS', 'CRITICISES',
        'WARNS', 'REPORTS', 'SILENT')),
    constraint position_voice_known check (voice in ('DOCUMENT_FACT', 'AUTHOR_OPINION', 'QUOTED_ACTOR', 'HEARSAY'))
);
comment on column position.number is 'Its place among the points of its statement; null where no statement carries it.';
create index position_date_idx on position (date_sort, slug);
create index position_range_idx on position using gist (daterange(date_earliest, date_latest, '[]'));
create index position_actor_idx on position (actor_id, date_sort, slug);
create index position_issue_idx on position (issue_id, date_sort, slug);
create index position_statement_idx on position (statement_id, number);
create index position_text_idx on position using gin (plain(summary) gin_trgm_ops);

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
    meeting_id bigint,
    constraint agreement_pk primary key (id),
    constraint agreement_record_fk foreign key (id) references record (id) on delete cascade,
    constraint agreement_slug_uq unique (slug),
    constraint agreement_meeting_fk foreign key (meeting_id) references meeting (id),
    constraint agreement_kind_known check (kind in ('CEASEFIRE', 'JOINT_STATEMENT', 'DECLARATION', 'UNDERSTANDING', 'PROCEDURE',
        'EXCHANGE', 'TREATY', 'MONITORING', 'PROPOSAL', 'COLLECTION')),
    constraint agreement_status_known check (status in ('DRAFT', 'PROPOSED', 'AGREED', 'SIGNED', 'RATIFIED', 'CARRIED_OUT',
        'IN_PROGRESS', 'BROKEN', 'DISPUTED', 'UNKNOWN'))
);
create index agreement_date_idx on agreement (date_sort, slug);
create index agreement_range_idx on agreement using gist (daterange(date_earliest, date_latest, '[]'));
create index agreement_meeting_idx on agreement (meeting_id);
create index agreement_text_idx on agreement using gin (plain(title || E'\n' || coalesce(summary, '')) gin_trgm_ops);

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
    issue_id bigint,
    constraint provision_pk primary key (id),
    constraint provision_number_uq unique (agreement_id, number),
    constraint provision_agreement_fk foreign key (agreement_id) references agreement (id) on delete cascade,
    constraint provision_issue_fk foreign key (issue_id) references issue (id)
);
create index provision_issue_idx on provision (issue_id);
create index provision_text_idx on provision using gin (plain(summary) gin_trgm_ops);

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
    constraint event_place_fk foreign key (place_id) references place (id),
    constraint event_kind_known check (kind in ('WAR', 'CLASH', 'CEASEFIRE', 'DEPLOYMENT', 'CLOSURE', 'RALLY', 'INCIDENT', 'CAPTURE',
        'EXCHANGE', 'TRANSFER', 'APPOINTMENT', 'RATIFICATION', 'SHIFT', 'OTHER'))
);
create index event_date_idx on event (date_sort, slug);
create index event_range_idx on event using gist (daterange(date_earliest, date_latest, '[]'));
create index event_place_idx on event (place_id);
create index event_text_idx on event using gin (plain(title || E'\n' || coalesce(summary, '')) gin_trgm_ops);

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
    constraint figure_by_fk foreign key (by_id) references actor (id)
);
create index figure_by_idx on figure (by_id);
create index figure_text_idx on figure using gin (plain(measure) gin_trgm_ops);

-- ------------------------------------------------------------------ who and what a record is about

create table involvement (
    record_id bigint not null,
    role text collate "C" not null,
    position int not null,
    actor_id bigint not null,
    constraint involvement_pk primary key (record_id, role, position),
    constraint involvement_once_a_role unique (record_id, role, actor_id),
    constraint involvement_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint involvement_actor_fk foreign key (actor_id) references actor (id),
    constraint involvement_role_known check (role in ('AUTHOR', 'LEAD', 'SPEAKER', 'ON_BEHALF_OF', 'ADDRESSEE', 'PARTY', 'MEDIATOR',
        'INVOLVED', 'OF', 'REPORTED_BY'))
);
comment on table involvement is 'The lists of actors of a record that is no meeting: authors of a source, leads of a track, speakers of a statement, parties of an agreement ...';
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

-- ------------------------------------------------------------------ which document vouches for it

create table attestation (
    id bigint generated always as identity,
    record_id bigint not null,
    provision_id bigint,
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
    constraint attestation_voice_known check (voice in ('DOCUMENT_FACT', 'AUTHOR_OPINION', 'QUOTED_ACTOR', 'HEARSAY'))
);
comment on column attestation.reads is 'The printed value in the record''s own form, so that "9 November" and "November 9" are one value.';
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
    constraint resolution_record_fk foreign key (record_id) references record (id) on delete cascade,
    constraint resolution_rule_known check (rule in ('MOST_PRECISE', 'MOST_SOURCES', 'PRIMARY_WORDING', 'EDITOR'))
);

create table happening (
    record_id bigint not null,
    name text collate "C" not null,
    constraint happening_pk primary key (record_id),
    constraint happening_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table happening is 'Records of several kinds that are of one happening have its name: a meeting, what was agreed there, what came of it.';
create index happening_name_idx on happening (name, record_id);

-- ------------------------------------------------------------------ whom a record counts for

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
comment on table actor_record is
    'Derived by derive_actor_records: the dated records that count for an actor, in each role: it acted itself, somebody acted on its behalf, or a part of it did. Role ANY: in whatever role. In the order of time, so that a page of them is one index range.';
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
comment on table issue_record is 'Derived by derive_issue_records: record_issue with the dates of the records, in the order of time.';
create index issue_record_record_idx on issue_record (record_id);

create view dated_record (id, kind, date_sort, slug) as
    select id, 'MEETING', date_sort, slug from meeting
    union all select id, 'STATEMENT', date_sort, slug from statement
    union all select id, 'POSITION', date_sort, slug from position
    union all select id, 'AGREEMENT', date_sort, slug from agreement
    union all select id, 'EVENT', date_sort, slug from event;

create function derive_actor_records() returns void language sql as $$
    delete from actor_record;
    with recursive belonging (actor_id, whole_id) as (
        select id, id from actor
        union
        select b.actor_id, a.part_of_id from belonging b join actor a on a.id = b.whole_id where a.part_of_id is not null
    ), acted (actor_id, role, record_id) as (
        select actor_id, role, meeting_id from participation
        union select on_behalf_of_id, role, meeting_id from participation where on_behalf_of_id is not null
        union select actor_id, case role when 'ON_BEHALF_OF' then 'SPEAKER' else role end, record_id from involvement
        union select actor_id, 'SIGNATORY', agreement_id from signature
        union select on_behalf_of_id, 'SIGNATORY', agreement_id from signature where on_behalf_of_id is not null
        union select actor_id, 'HOLDER', id from position
        union select i.actor_id, 'HOLDER', p.id from position p join involvement i on i.record_id = p.statement_id
            join involvement s on s.record_id = p.statement_id and s.role = 'SPEAKER' and s.actor_id = p.actor_id
            where i.role = 'ON_BEHALF_OF'
    ), counted (actor_id, role, record_id) as (
        select b.whole_id, x.role, x.record_id from acted x join belonging b on b.actor_id = x.actor_id
    )
    insert into actor_record (actor_id, role, kind, date_sort, slug, record_id)
    select c.actor_id, r.role, d.kind, d.date_sort, d.slug, c.record_id
    from counted c cross join lateral (values (c.role), ('ANY')) r (role) join dated_record d on d.id = c.record_id
    on conflict do nothing
$$;

create function derive_issue_records() returns void language sql as $$
    delete from issue_record;
    insert into issue_record (issue_id, kind, date_sort, slug, record_id)
    select i.issue_id, d.kind, d.date_sort, d.slug, i.record_id from record_issue i join dated_record d on d.id = i.record_id
$$;

-- ------------------------------------------------------------------ full text

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
    constraint search_entry_pk primary key (record_id),
    constraint search_entry_record_fk foreign key (record_id) references record (id) on delete cascade
);
comment on table search_entry is 'Derived by derive_search_entries: what a record is called (names, titles, aliases) and what it says.';
create index search_entry_document_idx on search_entry using gin (document);
create index search_entry_names_idx on search_entry using gin (plain(names) gin_trgm_ops);

create function derive_search_entries() returns void language sql as $$
    delete from search_entry;
    insert into search_entry (record_id, kind, slug, names, body)
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
    union all select id, 'FIGURE', slug, measure, concat_ws(' ', printed, unit) from figure
$$;

create function derive() returns void language sql as $$
    select derive_actor_records();
    select derive_issue_records();
    select derive_search_entries();
$$;
comment on function derive is 'Works out anew all that is derived from the records. Called with every write, in its transaction.';
