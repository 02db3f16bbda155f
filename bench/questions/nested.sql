select json_build_object('data', json_build_object('meetings', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'slug', m.slug, 'title', m.title, 'kind', m.kind,
    'track', (select json_build_object('slug', t.slug, 'name', t.name) from track t where t.id = m.track_id),
    'participations', (
        select coalesce(json_agg(json_build_object('role', p.role, 'actor', json_build_object('slug', a.slug, 'name', a.name))
            order by p.position), '[]') from participation p join actor a on a.id = p.actor_id where p.meeting_id = m.id),
    'statements', (
        select json_build_object('nodes', coalesce(json_agg(json_build_object('slug', s.slug, 'summary', s.summary, 'speakers', (
            select coalesce(json_agg(json_build_object('slug', a.slug, 'name', a.name) order by i.position), '[]')
            from involvement i join actor a on a.id = i.actor_id where i.record_id = s.id and i.role = 'SPEAKER'))
            order by s.date_sort, s.slug), '[]'))
        from (select * from statement s where s.meeting_id = m.id order by s.date_sort, s.slug limit 3) s)
    ) order by m.date_sort desc, m.slug desc), '[]'))))
from (select * from meeting order by date_sort desc, slug desc limit :first) m
