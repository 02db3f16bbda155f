import { Client, fetchExchange } from '@urql/core';
import { createClient } from 'graphql-ws';

/** The token of an editor; null for visitors. */
let token: string | null = null;
/** The latest revision seen. No later response is older, whichever replica answers. */
let revision: string | null = null;

export function signIn(value: string | null): void {
  token = value;
}

export async function fetchAtRevision(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  if (revision !== null) {
    headers.set('Parley-Min-Revision', revision);
  }
  if (token !== null) {
    headers.set('Authorization', `Bearer ${token}`);
  }
  const response = await fetch(input, { ...init, headers });
  const read = response.headers.get('Parley-Revision');
  if (read !== null && (revision === null || Number(read) > Number(revision))) {
    revision = read;
  }
  return response;
}

export const client = new Client({
  url: '/graphql',
  exchanges: [fetchExchange],
  fetch: fetchAtRevision,
  preferGetMethod: false,
});

/** Subscriptions; `changes.ts` connects again by itself. */
export const socket = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  retryAttempts: 0,
  connectionParams: () => (token === null ? {} : { Authorization: `Bearer ${token}` }),
});
