// graphql-ws: a query over the WebSocket, changes missed since a revision, and connections that are accepted and rejected.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Rejected, changesAfter } from './resume.js';
import { take } from './take.js';

const HEAR = 'subscription Hear($types: [RecordType!], $after: String) { changed(types: $types, after: $after) { id } }';

export default async function (url, check) {
  const connection = { url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 };
  const client = createClient({ ...connection, lazyCloseTimeout: 1000, keepAlive: 500 });
  const subscribed = new Promise((resolve) => client.on('pong', (received, payload) => payload?.subscribed && resolve(true)));
  const [one] = await take(client.iterate({ query: '{ dataset { revision } }' }), 5);
  check('a query is answered once', /^\d+$/.test(one.data?.dataset.revision), JSON.stringify(one));
  const missed = await take(client.iterate({ query: HEAR, variables: { after: '0' } }), 20);
  const ids = missed.map((event) => event.data?.changed.id);
  check('missed changes are sent', ids.length === 20 && new Set(ids).size === 20, JSON.stringify(missed[0]));
  check('the service confirms the subscription', await subscribed);
  const [next] = await take(client.iterate({ query: HEAR, variables: { after: ids[10] } }), 1);
  check('after any change', next.data?.changed.id === ids[11], JSON.stringify(next));
  const wrong = await take(client.iterate({ query: 'subscription { nothing }' }), 1).catch((errors) => errors);
  check('an invalid document is an error', wrong[0]?.extensions.code === 'GRAPHQL_VALIDATION_FAILED', JSON.stringify(wrong));

  const heard = (variables) => client.iterate({ query: HEAR, variables });
  const refused = await take(changesAfter(heard, 'yesterday'), 1).catch((error) => error);
  check('a rejected position ends it', refused instanceof Rejected && refused.errors[0].extensions.code === 'BAD_USER_INPUT',
    String(refused));
  let losses = 0;
  const losing = async function* (variables) {
    for await (const event of heard(variables)) {
      yield event;
      losses += 1;
      if (losses % 5 === 0) {
        client.terminate();
      }
    }
  };
  const resumed = await take(changesAfter(losing, '0', async () => {}), 20);
  check('a subscription resumes after the last change', losses >= 15 && resumed.length === 20
    && resumed.every((change, i) => change.id === ids[i]), `${resumed.map((change) => change.id)} instead of ${ids}`);
  await client.dispose();

  const forged = createClient({ ...connection, connectionParams: { Authorization: 'Bearer forged' } });
  const closed = await take(forged.iterate({ query: HEAR }), 1).catch((event) => event);
  check('a forged token is rejected', closed?.code === 4403, `${closed?.code} ${closed?.reason}`);
  const ended = await take(changesAfter((variables) => forged.iterate({ query: HEAR, variables }), '0'), 1).catch((error) => error);
  check('a forged token ends it', ended instanceof Rejected && ended.cause.code === 4403, String(ended));
}
