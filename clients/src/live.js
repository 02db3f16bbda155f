// graphql-ws: a query over the WebSocket, changes missed since a revision, and connections that are accepted and rejected.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const HEAR = 'subscription Hear($types: [RecordType!], $after: String) { changed(types: $types, after: $after) { id } }';

async function take(events, number) {
  const taken = [];
  const late = setTimeout(() => events.return(), 10_000);
  for await (const event of events) {
    taken.push(event);
    if (taken.length === number) {
      break;
    }
  }
  clearTimeout(late);
  return taken;
}

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
  await client.dispose();

  const forged = createClient({ ...connection, connectionParams: { Authorization: 'Bearer forged' } });
  const closed = await take(forged.iterate({ query: HEAR }), 1).catch((event) => event);
  check('a forged token is rejected', closed?.code === 4403, `${closed?.code} ${closed?.reason}`);
}
