/** Sends what GraphiQL asks: queries and mutations over HTTP, subscriptions over graphql-transport-ws, both with the headers of its pane. */

const service = new URL("../graphql", location.href);
const socket = new URL(service);
socket.protocol = service.protocol.replace("http", "ws");

/** GraphiQL shows this as an error of the service; an Error would be shown with its stack. */
const failure = (message) => ({ message });

async function fetchJson(...request) {
  const response = await fetch(...request).catch(() => {
    throw failure("The service cannot be reached. Try again.");
  });
  if (!/\bjson\b/.test(response.headers.get("content-type") ?? "")) {
    throw failure(`The answer is not JSON: HTTP ${response.status} ${response.statusText}`.trim());
  }
  return response;
}

const overHttp = GraphiQL.createFetcher({ url: service.href, fetch: fetchJson, enableIncrementalDelivery: false });

/**
 * Opens a connection for this subscription, with the headers as its parameters. It is not opened again by itself: a refused token and a gap
 * in what is heard are shown at once.
 */
function overSocket(request, headers) {
  const client = graphqlWs.createClient({ url: socket.href, connectionParams: headers, retryAttempts: 0 });
  const shown = (error) => (Array.isArray(error)
    ? error
    : failure(error.reason || error.message || `The connection was closed (code ${error.code ?? 1006}). Press play to subscribe again.`));
  return {
    subscribe: (sink) => ({
      unsubscribe: client.subscribe(request, { ...sink, error: (error) => sink.error(shown(error)) }),
    }),
  };
}

function isSubscription({ operationName }, document) {
  return document?.definitions.some(
    ({ operation, name }) => operation === "subscription" && (!operationName || name?.value === operationName),
  );
}

export function fetcher(request, options) {
  return isSubscription(request, options?.documentAST) ? overSocket(request, options.headers) : overHttp(request, options);
}
