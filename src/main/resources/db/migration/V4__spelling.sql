-- A search compares what is typed with how names are spelled, whatever their case and accents. That is worked out once, when the names are
-- written, and not anew for each row that a search weighs.

drop index search_entry_names_idx;
drop index history.search_entry_names_idx;

alter table search_entry add column spelling text not null generated always as (plain(names)) stored;
comment on column search_entry.spelling is 'The names without case and accents, one a line.';
create index search_entry_spelling_idx on search_entry using gin (spelling gin_trgm_ops);

-- How the names were spelled before is asked as well, of rows that were put away without it.
select history.keep('search_entry');
update history.search_entry set spelling = plain(names);
