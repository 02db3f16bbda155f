-- Changes that a client may send again without making them twice.

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
comment on table mutation is 'What was done under a name that the client gave it (clientMutationId), written with it: sent again, it is answered from here.';
comment on column mutation.digest is 'SHA-256 of what was asked: the same name for something else is refused.';
comment on column mutation.revision is 'The revision that it made, or since which the record already said so.';
comment on column mutation.changed is 'False where the record already said so.';
create index mutation_at_idx on mutation (at);
