// graphql-js: the committed schema is valid and equals the introspected one, and every golden query is valid against it.
import { readdirSync, readFileSync } from 'node:fs';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  validateSchema,
} from 'graphql';

const GOLDEN = new URL('../../src/test/resources/golden/', import.meta.url);

export default async function (url, check) {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  check('schema.graphql', validateSchema(schema).length === 0, validateSchema(schema).join('\n'));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true }) }),
  });
  const told = buildClientSchema((await response.json()).data);
  const [committed, introspected] = [schema, told].map((each) => printSchema(lexicographicSortSchema(each)).split('\n'));
  const different = introspected.findIndex((line, number) => line !== committed[number]);
  check('introspection equals schema.graphql', different < 0 && introspected.length === committed.length,
    `${introspected[different]} instead of ${committed[different]}`);
  for (const file of readdirSync(GOLDEN).filter((name) => name.endsWith('.graphql'))) {
    const errors = validate(schema, parse(readFileSync(new URL(file, GOLDEN), 'utf8')));
    check(file, errors.length === 0, errors.join('\n'));
  }
}
