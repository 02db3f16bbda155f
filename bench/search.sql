-- Measures searches in PostgreSQL: 40 times each, after one to warm up; milliseconds, elapsed and of the server process's processor time
-- (Linux), which depends less on what else the machine does.
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
create temp table took (place int, ms double precision, worked double precision);
-- Linux adds to the processor time when the process waits.
create function pg_temp.processor() returns double precision language plpgsql volatile as $$
begin
    perform pg_sleep(0.001);
    return split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::float / 1e6;
end $$;

do $$
declare
    a asked;
    began timestamptz;
    ended timestamptz;
    worked double precision;
begin
    for a in select * from asked order by place loop
        for i in 0..40 loop
            worked := pg_temp.processor();
            began := clock_timestamp();
            perform * from search_worded(a.terms, a.kinds, 100);
            ended := clock_timestamp();
            if i > 0 then
                insert into took values (a.place, extract(epoch from ended - began) * 1000, pg_temp.processor() - worked);
            end if;
        end loop;
    end loop;
end $$;

select a.question, round(percentile_cont(0.5) within group (order by t.ms)::numeric, 1) as p50,
    round(percentile_cont(0.99) within group (order by t.ms)::numeric, 1) as p99,
    round(percentile_cont(0.5) within group (order by t.worked)::numeric, 1) as processor_p50,
    round(percentile_cont(0.99) within group (order by t.worked)::numeric, 1) as processor_p99
from asked a join took t using (place) group by a.place, a.question order by a.place;
