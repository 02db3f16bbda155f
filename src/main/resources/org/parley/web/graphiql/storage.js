/** The browser's storage without headers: GraphiQL would keep those of each request in its history, a token among them. */

const PREFIX = "graphiql:";
const WITH_HEADERS = ["graphiql:queries", "graphiql:favorites", "graphiql:tabState"];

/** Null, not left out: GraphiQL refuses to restore tabs that lack a key. */
function withoutHeaders(json) {
  return JSON.stringify(JSON.parse(json, (key, value) => (key === "headers" ? null : value)));
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
    /** Other pages of this origin keep theirs. */
    clear: () => Object.keys(kept).filter((name) => name.startsWith(PREFIX)).forEach((name) => kept.removeItem(name)),
    get length() {
      return kept.length;
    },
  };
}
