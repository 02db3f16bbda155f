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

function CopyLink({ shown }) {
  const [done, setDone] = React.useState(false);
  const copy = async () => {
    const address = link(shown());
    history.replaceState(null, "", address);
    await navigator.clipboard?.writeText(address).catch(() => {});
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  const label = done ? "The link is copied, and in the address" : "Copy a link to this query (without headers)";
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
  const shown = React.useRef(tabs[0]);
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
      onTabChange: ({ tabs, activeTabIndex }) => (shown.current = tabs[activeTabIndex]),
      toolbar: { additionalContent: h(CopyLink, { shown: () => shown.current }) },
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
