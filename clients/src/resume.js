// A subscription without gaps: after a lost connection it continues after the last change received. Copy it into your code.

// Codes of errors after which the subscription is sent again.
const RETRYABLE_CODES = new Set(['RATE_LIMITED', 'UNAVAILABLE', 'TIMEOUT']);
// Statuses of rejected event streams, likewise.
const RETRYABLE_STATUSES = new Set([408, 429]);
// Close codes of a WebSocket after which a new one would be closed, too: an invalid token, or an error of the client.
const REJECTING_CODES = new Set([4400, 4401, 4403, 4406, 4409, 4429]);

/**
 * Yields the changes of `changed`, from the position `after` on. Throws Rejected if the service does not accept the subscription. A field of
 * a change that cannot be read is null.
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
        if (!data?.changed) {
          throw errors ?? [{ message: 'The result has no field `changed` with its `id`.' }];
        }
        after = data.changed.id;
        failures = -1;
        yield data.changed;
      }
    } catch (error) {
      const errors = rejection(error);
      if (errors) {
        throw new Rejected(errors, { cause: error });
      }
    }
    await wait(Math.max(0, failures));
  }
}

/** The service does not accept the subscription: sending it again would not help. */
export class Rejected extends Error {
  constructor(errors, options) {
    super(errors.map((error) => error.message).join('\n'), options);
    this.errors = errors;
  }
}

/** Returns the errors of a rejection; null if the subscription can be sent again, for example because the connection was lost. */
function rejection(error) {
  if (Array.isArray(error)) {
    return error.some(({ extensions }) => RETRYABLE_CODES.has(extensions?.code)) ? null : error;
  }
  const { code, reason } = error ?? {};
  if (REJECTING_CODES.has(code)) {
    return [{ message: reason || `The WebSocket was closed with code ${code}.` }];
  }
  const status = error?.response?.status;
  return status >= 400 && status < 500 && !RETRYABLE_STATUSES.has(status) ? [{ message: error.message }] : null;
}

/** Waits for one to thirty seconds, at random, so that not all clients return at once. */
function backoff(failures) {
  const most = Math.min(30_000, 2_000 * 2 ** failures);
  return new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * (most - 1_000)));
}
