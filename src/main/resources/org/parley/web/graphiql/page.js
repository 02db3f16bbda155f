/*
 * GraphiQL for this service. A link may bring a query and its variables in its address; headers are neither read from the address nor
 * written to it.
 */
import { fetcher } from "./fetcher.js";
import { storage } from "./storage.js";

const h = React.createElement;

/** The questions of a file: each begins with its comment, after an empty line. */
function questions(text) {
  return text.trim().split(/\n{2,}(?=#)/);
}

/** The query and the variables that a link to this page brings, if any: behind `?`, or behind `#`, which is not sent to the service. */
function linked() {
  const parameters = [location.hash.slice(1), location.search].map((part) => new URLSearchParams(part)).find((each) => each.get("query"));
  return parameters ? { query: parameters.get("query"), variables: pretty(parameters.get("variables")) } : null;
}

function pretty(json) {
  try {
    return json ? JSON.stringify(JSON.parse(json), null, 2) : undefined;
  } catch {
    return json;
  }
}

/** The address of this page with that query, of any length. */
function link({ query, variables }) {
  const parameters = new URLSearchParams({ query: query ?? "" });
  if (variables?.trim()) {
    parameters.set("variables", variables);
  }
  return `${location.href.split(/[?#]/)[0]}#${parameters}`;
}

/** Whether the text is in the clipboard: browsers have one over HTTPS alone, and may refuse it. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads the editors: GraphiQL does not report the tab that it restores. */
function CopyLink() {
  const { queryEditor, variableEditor } = GraphiQL.React.useEditorContext({ nonNull: true });
  const [done, setDone] = React.useState(null);
  const copy = async () => {
    const address = link({ query: queryEditor?.getValue(), variables: variableEditor?.getValue() });
    history.replaceState(null, "", address);
    setDone((await copied(address)) ? "The link is copied" : "The link is in the address bar");
    setTimeout(() => setDone(null), 4000);
  };
  const label = done ?? "Copy a link to this query (without headers)";
  return h(
    "button",
    { type: "button", className: "graphiql-un-styled graphiql-toolbar-button", "aria-label": label, title: label, onClick: copy },
    h(
      "svg",
      { className: "graphiql-toolbar-icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, "aria-hidden": true },
      h("path", { d: done ? "M5 13l4 4L19 7" : "M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1" }),
    ),
  );
}

function Page({ examples }) {
  const start = linked();
  const tabs = [...(start ? [start] : []), ...examples.map((query) => ({ query }))];
  return h(
    GraphiQL,
    {
      fetcher,
      storage: storage(),
      shouldPersistHeaders: false,
      defaultTabs: tabs,
      query: start?.query,
      variables: start?.variables,
      defaultEditorToolsVisibility: matchMedia("(min-width: 701px)").matches,
      isHeadersEditorEnabled: true,
      toolbar: { additionalContent: h(CopyLink) },
    },
    h(
      GraphiQL.Logo,
      null,
      h("div", { className: "parley-logo" }, h("img", { src: "icon.svg", alt: "" }), h("span", null, "Parley")),
    ),
  );
}

// A link that is opened where this page is open already changes only what is behind `#`.
addEventListener("hashchange", () => location.reload());

fetch("examples.graphql")
  .then((response) => (response.ok ? response.text() : ""))
  .catch(() => "")
  .then((text) => ReactDOM.createRoot(document.getElementById("graphiql")).render(h(Page, { examples: questions(text) })));
