// The committed schema is valid and equals the introspected one, as graphql-js prints it, as Apollo reads it, and by GraphQL Inspector.
// Every golden query is valid against it.
import { readdirSync, readFileSync } from 'node:fs';
import internals from '@apollo/federation-internals';
import { diff } from '@graphql-inspector/core';
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
  const told = buildSchema(printSchema(buildClientSchema((await response.json()).data)));
  const [committed, introspected] = [schema, told].map((each) => printSchema(lexicographicSortSchema(each)).split('\n'));
  const different = introspected.findIndex((line, number) => line !== committed[number]);
  check('introspection equals schema.graphql', different < 0 && introspected.length === committed.length,
    `${introspected[different]} instead of ${committed[different]}`);
  const changes = await diff(schema, told);
  check('GraphQL Inspector finds no difference', changes.length === 0, changes.map(({ message }) => message).join('\n'));
  const [committedByApollo, toldByApollo] = [committed, introspected].map((lines) => internals.printSchema(internals.buildSchema(lines.join('\n'))));
  check('Apollo reads both alike', committedByApollo === toldByApollo, 'printed schemas differ');
  for (const file of readdirSync(GOLDEN).filter((name) => name.endsWith('.graphql'))) {
    const errors = validate(schema, parse(readFileSync(new URL(file, GOLDEN), 'utf8')));
    check(file, errors.length === 0, errors.join('\n'));
  }
}
