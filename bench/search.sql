-- Measures searches in PostgreSQL: 40 times each, after one to warm up; milliseconds. The processor time is that of the server process on
-- Linux, on average; it depends less on what else the machine does.
-- psql -f bench/search.sql, in a database filled by generate.sql.

create temp table asked (place int, question text, terms text[], kinds text[]);
insert into asked values
    (1, 'a common word', '{peace}', null),
    (2, 'two common words', '{peace,border}', null),
    (3, 'a common and a rare word', '{peace,7d9}', null),
    (4, 'a single letter', '{p}', null),
    (5, 'two single letters', '{p,t}', null),
    (6, 'five single letters', '{a,b,c,d,e}', null),
    (7, 'a rare word', '{7d9}', null),
    (8, 'a common word in a rare kind', '{peace}', '{TRACK}'),
    (9, 'common words in two rare kinds', '{border,mines}', '{ISSUE,FIGURE}'),
    (10, 'a phrase of common words', '{"\"peace border"}', null),
    (11, 'a common word without another', '{peace,-border}', null),
    (12, 'two misspelled words', '{bordr,coridor}', null),
    (13, 'an unknown word', '{xylophone}', null),
    (14, 'ten common words', '{peace,border,corridor,treaty,talks,railway,prisoners,mines,ceasefire,mandate}', null);
create temp table took (place int, ms double precision);
create temp table worked (place int, ms double precision);
create function pg_temp.processor() returns double precision language sql volatile as
    $$ select split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::float / 1e6 $$;

do $$
declare
    a asked;
    began timestamptz;
    worked double precision;
begin
    for a in select * from asked order by place loop
        for i in 0..40 loop
            began := clock_timestamp();
            perform * from search_worded(a.terms, a.kinds, 100);
            if i = 0 then
                perform pg_sleep(0.01);
                worked := pg_temp.processor();
            else
                insert into took values (a.place, extract(epoch from clock_timestamp() - began) * 1000);
            end if;
        end loop;
        perform pg_sleep(0.01);
        insert into worked values (a.place, (pg_temp.processor() - worked) / 40);
    end loop;
end $$;

select a.question, round(percentile_cont(0.5) within group (order by t.ms)::numeric, 1) as p50,
    round(percentile_cont(0.99) within group (order by t.ms)::numeric, 1) as p99,
    round(min(w.ms)::numeric, 1) as processor
from asked a join took t using (place) join worked w using (place) group by a.place, a.question order by a.place;
