// A subscription without gaps: after a lost connection it continues after the last change received. Copy it into your code.

/**
 * Yields the changes of `changed`, from the position `after` on.
 *
 * @param subscribe starts a subscription with these variables: an async iterable of results, such as `client.iterate` of graphql-ws or
 *   graphql-sse, with `retryAttempts: 0`
 * @param after a revision or the id of a change
 * @param wait waits before the next connection; gets the number of failures in a row
 */
export async function* changesAfter(subscribe, after, wait = backoff) {
  for (let failures = 0; ; failures += 1) {
    try {
      for await (const { data, errors } of subscribe({ after })) {
        if (errors) {
          throw new Rejected(errors);
        }
        after = data.changed.id;
        failures = -1;
        yield data.changed;
      }
    } catch (error) {
      if (error instanceof Rejected) {
        throw error;
      }
    }
    await wait(Math.max(0, failures));
  }
}

/** The service does not accept the subscription: sending it again would not help. */
export class Rejected extends Error {
  constructor(errors) {
    super(errors.map((error) => error.message).join('\n'));
    this.errors = errors;
  }
}

/** Waits for one to thirty seconds, at random, so that not all clients return at once. */
function backoff(failures) {
  const most = Math.min(30_000, 2_000 * 2 ** failures);
  return new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * (most - 1_000)));
}
