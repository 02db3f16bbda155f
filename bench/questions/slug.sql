select json_build_object('data', json_build_object('actor', (
    select json_build_object('slug', a.slug, 'name', a.name, 'kind', a.kind, 'aliases', a.aliases) from actor a where a.slug = :slug)))
