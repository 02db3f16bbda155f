// Apollo Client: its cache, automatic persisted queries by GET, and an error in its format.
import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { HELD, MEETINGS, follow } from './meetings.js';

export default async function (url, check) {
  const sent = [];
  const watched = (address, options) => {
    const full = options.method === 'GET' ? new URL(address).searchParams.has('query') : 'query' in JSON.parse(options.body);
    sent.push({ method: options.method, full });
    return fetch(address, options);
  };
  const persisted = new PersistedQueryLink({
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: true,
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: persisted.concat(new HttpLink({ uri: url, fetch: watched })),
  });
  // A text that no earlier run registered.
  const query = gql(MEETINGS.replace('totalCount', `totalCount run${Date.now()}: totalCount`));
  const one = (await client.query({ query, variables: { first: 5, filter: HELD } })).data.meetings;
  check('a page', one.edges.length === 5 && one.edges.every((edge) => edge.node.__typename === 'Meeting'));
  check('an unknown hash is sent again with the document', sent.length === 2 && !sent[0].full && sent[1].full, JSON.stringify(sent));
  const two = (await client.query({ query, variables: { first: 5, filter: HELD, after: one.pageInfo.endCursor } })).data.meetings;
  check('the next page', follow(one, two));
  check('a known hash suffices, by GET', sent.length === 3 && !sent[2].full && sent[2].method === 'GET', JSON.stringify(sent));
  await client.query({ query, variables: { first: 5, filter: HELD } });
  check('the same page again comes from the cache', sent.length === 3, JSON.stringify(sent));
  const rejected = await client.query({ query, variables: { first: 101 }, errorPolicy: 'all' });
  check('a rejected request is an error with a code', CombinedGraphQLErrors.is(rejected.error)
    && rejected.error.errors[0].extensions.code === 'BAD_USER_INPUT', `${rejected.error}`);
  const wrong = await client.query({ query: gql('query Wrong { nothing }'), errorPolicy: 'all' });
  check('an invalid document is one, too', CombinedGraphQLErrors.is(wrong.error)
    && wrong.error.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED', `${wrong.error}`);
}
