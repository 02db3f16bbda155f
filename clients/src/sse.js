// graphql-sse: a query over an event stream, changes missed since a revision, and streams that are rejected. urql reads the same streams.
import { Client, fetchExchange } from '@urql/core';
import { createClient } from 'graphql-sse';
import { Rejected, changesAfter } from './resume.js';
import { take } from './take.js';

const CHANGES = 'subscription Changes($after: String) { changed(after: $after) { id } }';

// Breaks the connection in the middle of the fifth event.
function broken(response) {
  const reader = response.body.getReader();
  let text = '';
  let lost = false;
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = lost ? {} : await reader.read();
      if (lost) {
        controller.error(new TypeError('connection lost'));
      } else if (done) {
        controller.close();
      } else {
        const start = text.length;
        text += Buffer.from(value).toString('latin1');
        const fifth = text.split('event: next', 5).join('event: next').length;
        lost = fifth < text.length;
        controller.enqueue(Buffer.from(text.slice(start, fifth), 'latin1'));
        await (lost && reader.cancel());
      }
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

export default async function (url, check) {
  const client = createClient({ url, retryAttempts: 0 });
  const one = await take(client.iterate({ query: '{ dataset { revision } }' }), 5);
  check('a query is answered once', one.length === 1 && /^\d+$/.test(one[0].data?.dataset.revision), JSON.stringify(one));
  const missed = await take(client.iterate({ query: CHANGES, variables: { after: '0' } }), 20);
  const ids = missed.map((event) => event.data?.changed.id);
  check('missed changes are sent', ids.length === 20 && new Set(ids).size === 20, JSON.stringify(missed[0]));
  const [next] = await take(client.iterate({ query: CHANGES, variables: { after: ids[10] } }), 1);
  check('after any change', next.data?.changed.id === ids[11], JSON.stringify(next));
  const wrong = await take(client.iterate({ query: 'subscription { nothing }' }), 5);
  check('an invalid document is an error', wrong.length === 1 && wrong[0].errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED',
    JSON.stringify(wrong));
  client.dispose();

  let connections = 0;
  const breaking = createClient({ url, retryAttempts: 0, fetchFn: async (...request) => {
    connections += 1;
    return broken(await fetch(...request));
  } });
  const resumed = await take(changesAfter((variables) => breaking.iterate({ query: CHANGES, variables }), '0', async () => {}), 20);
  check('a subscription resumes after the last change', connections > 1 && resumed.every((change, i) => change.id === ids[i])
    && resumed.length === 20, `${connections} connections: ${resumed.map((change) => change.id)} instead of ${ids}`);
  const refused = await take(changesAfter((variables) => breaking.iterate({ query: CHANGES, variables }), 'yesterday'), 1).catch((error) => error);
  check('a rejected position ends it', refused instanceof Rejected, String(refused));
  breaking.dispose();

  const forged = createClient({ url, retryAttempts: 0, headers: { Authorization: 'Bearer forged' } });
  const rejected = await take(forged.iterate({ query: CHANGES }), 1).catch((error) => error);
  check('a forged token is rejected', rejected.response?.status === 401, String(rejected));

  const ended = await take(changesAfter((variables) => forged.iterate({ query: CHANGES, variables }), '0'), 1).catch((error) => error);
  check('a forged token ends it', ended instanceof Rejected && ended.cause.response?.status === 401, String(ended));

  const urql = new Client({ url, exchanges: [fetchExchange], fetchSubscriptions: true, preferGetMethod: false });
  const heard = await new Promise((resolve) => {
    const results = [];
    const late = setTimeout(() => resolve(results), 10_000);
    const { unsubscribe } = urql.subscription(CHANGES, { after: '0' }).subscribe((result) => {
      results.push(result);
      if (results.length === 3) {
        clearTimeout(late);
        setTimeout(() => unsubscribe());
        resolve(results);
      }
    });
  });
  check('urql subscribes by fetch', heard.length === 3 && heard.every((result, i) => result.data?.changed.id === ids[i]),
    JSON.stringify(heard.map(({ data, error }) => ({ data, error }))));
}
