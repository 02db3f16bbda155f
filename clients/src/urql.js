// urql: by POST, by GET, and with an error in its format.
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { HELD, MEETINGS, follow } from './meetings.js';
import { revisionFetch } from './revision.js';

export default async function (url, check) {
  for (const preferGetMethod of [false, 'force']) {
    const methods = new Set();
    const responses = [];
    const fetch = revisionFetch();
    const client = new Client({
      url,
      preferGetMethod,
      exchanges: [cacheExchange, fetchExchange],
      fetch: async (address, options) => {
        methods.add(options.method);
        responses.push(await fetch(address, options));
        return responses.at(-1);
      },
    });
    const one = await client.query(gql(MEETINGS), { first: 5, filter: HELD });
    check(`a page, by ${[...methods]}`, one.data?.meetings.edges.length === 5 && !one.error
      && [...methods].join() === (preferGetMethod ? 'GET' : 'POST'), `${one.error}`);
    const two = await client.query(gql(MEETINGS), { first: 5, filter: HELD, after: one.data.meetings.pageInfo.endCursor });
    check('the next page', follow(one.data.meetings, two.data.meetings), `${two.error}`);
    check('revisions never decrease', responses[0].asked === null
      && /^\d+$/.test(responses[0].read) && responses[1].asked === responses[0].read
      && Number(responses[1].read) >= Number(responses[0].read), `${responses.map(({ asked, read }) => `${asked} ${read}`)}`);
    const rejected = await client.query(gql(MEETINGS), { first: 0 });
    check('a rejected request is an error with a code', rejected.error?.graphQLErrors[0].extensions.code === 'BAD_USER_INPUT',
      `${rejected.error}`);
    const wrong = await client.query(gql('query Wrong { nothing }'), {});
    check('an invalid document is one, too',
      wrong.error?.graphQLErrors[0]?.extensions.code === 'GRAPHQL_VALIDATION_FAILED', `${wrong.error}`);
  }
}
