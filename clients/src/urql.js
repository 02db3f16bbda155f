// urql: by POST, by GET, and with an error that it understands.
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { HELD, MEETINGS, follow } from './meetings.js';

export default async function (url, check) {
  for (const preferGetMethod of [false, 'force']) {
    const methods = new Set();
    const client = new Client({
      url,
      preferGetMethod,
      exchanges: [cacheExchange, fetchExchange],
      fetch: (address, options) => {
        methods.add(options.method);
        return fetch(address, options);
      },
    });
    const one = await client.query(gql(MEETINGS), { first: 5, filter: HELD });
    check(`a page, by ${[...methods]}`, one.data?.meetings.edges.length === 5 && !one.error
      && [...methods].join() === (preferGetMethod ? 'GET' : 'POST'), `${one.error}`);
    const two = await client.query(gql(MEETINGS), { first: 5, filter: HELD, after: one.data.meetings.pageInfo.endCursor });
    check('the next page', follow(one.data.meetings, two.data.meetings), `${two.error}`);
    const refused = await client.query(gql(MEETINGS), { first: 0 });
    check('a refusal is an error with a code', refused.error?.graphQLErrors[0].extensions.code === 'BAD_USER_INPUT',
      `${refused.error}`);
    const wrong = await client.query(gql('query Wrong { nothing }'), {});
    check('a document that does not fit is one too',
      wrong.error?.graphQLErrors[0]?.extensions.code === 'GRAPHQL_VALIDATION_FAILED', `${wrong.error}`);
  }
}
