import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';
import { fetchAtRevision } from '../client';

const request: FetchFunction = async ({ name, text }, variables) => {
  const response = await fetchAtRevision('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: text, operationName: name, variables }),
  });
  return response.json();
};

export const environment = new Environment({ network: Network.create(request), store: new Store(new RecordSource()) });
