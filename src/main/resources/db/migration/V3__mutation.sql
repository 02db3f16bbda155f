-- Changes that a client may send again without making them twice.

create table mutation (
    editor text collate "C" not null,
    id text collate "C" not null,
    digest text collate "C" not null,
    revision bigint not null,
    kind text collate "C" not null,
    slug text collate "C" not null,
    at timestamptz not null,
    constraint mutation_pk primary key (editor, id)
);
comment on table mutation is 'What was done under a name that the client gave it (clientMutationId), written with it: sent again, it is answered from here.';
comment on column mutation.digest is 'SHA-256 of what was asked: the same name for something else is refused.';
comment on column mutation.revision is 'The revision that it made.';
create index mutation_at_idx on mutation (at);
