-- An editor is identified by the identity provider and the provider's identifier of the account: names are neither unique nor stable.

alter table change add issuer text collate "C", add subject text collate "C",
    add constraint change_identity_whole check ((issuer is null) = (subject is null));
comment on column change.editor is 'The name of the editor at that time, to show.';
comment on column change.issuer is 'The identity provider of the editor; null for a load, and for changes older than this column.';
comment on column change.subject is 'The identifier of the editor at that provider; null as the issuer is.';
create or replace view as_of.change as select * from public.change where revision <= current_setting('parley.as_of')::bigint;

-- Names of mutations were bound to names of editors, which several may have.
delete from mutation;
comment on column mutation.editor is 'The editor''s id: the first 32 hexadecimal digits of the SHA-256 of issuer, line feed and subject.';
