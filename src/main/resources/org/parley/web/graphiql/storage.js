/** The browser's storage without headers: GraphiQL would keep those of each request in its history, a token among them. */

const WITH_HEADERS = ["graphiql:queries", "graphiql:favorites", "graphiql:tabState"];

function withoutHeaders(json) {
  return JSON.stringify(JSON.parse(json, (key, value) => (key === "headers" ? undefined : value)));
}

/** Null where the browser refuses storage to this page: then nothing is kept. */
export function storage() {
  let kept;
  try {
    kept = window.localStorage;
  } catch {
    return null;
  }
  return {
    getItem: (name) => kept.getItem(name),
    setItem: (name, value) => kept.setItem(name, WITH_HEADERS.includes(name) ? withoutHeaders(value) : value),
    removeItem: (name) => kept.removeItem(name),
    clear: () => kept.clear(),
    get length() {
      return kept.length;
    },
  };
}
