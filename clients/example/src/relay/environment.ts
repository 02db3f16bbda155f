import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';
import { fetchAtRevision } from '../client';

const request: FetchFunction = async ({ name, text }, variables) => {
  const response = await fetchAtRevision('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: text, operationName: name, variables }),
  });
  if (!(response.headers.get('content-type') ?? '').includes('json')) {
    throw new Error(`The service answered with status ${response.status}.`);
  }
  const answer = await response.json();
  if (answer.data == null) {
    throw new Error(answer.errors?.[0]?.message ?? 'The service gave no data.');
  }
  return answer;
};

export const environment = new Environment({ network: Network.create(request), store: new Store(new RecordSource()) });
