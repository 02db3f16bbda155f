import { print } from 'graphql';
import { socket } from './client';
import { graphql } from './gql';
import type { ChangesSubscription, ChangesSubscriptionVariables } from './gql/graphql';

const CHANGES = print(graphql(`
  subscription Changes($after: String!) {
    changed(types: [MEETING], after: $after) { id act slug revision }
  }
`));

export type Change = ChangesSubscription['changed'];

/** Yields the changes after a revision, each once and in order, also after a lost connection. Ends when it is aborted. */
export async function* changesAfter(after: string, signal: AbortSignal): AsyncGenerator<Change> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const variables: ChangesSubscriptionVariables = { after };
    try {
      for await (const { data } of socket.iterate<ChangesSubscription>({ query: CHANGES, variables })) {
        if (data != null && !signal.aborted) {
          after = data.changed.id;
          failures = -1;
          yield data.changed;
        }
      }
    } catch (error) {
      // The service rejects the subscription itself. Otherwise the connection was lost: continue after the last change received.
      if (Array.isArray(error)) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * Math.min(30_000, 2_000 * 2 ** Math.max(0, failures))));
  }
}
