/** The frame of the explorer: header, navigation, and the view of the address. */
import { LitElement, html, nothing } from "lit";
import { SIGN_IN, complete, isSignedIn, name, signIn, signOut } from "./auth";
import "./changes";
import "./editor";
import "./issues";
import "./map";
import "./network";
import "./overview";
import "./record";
import "./search";
import "./sources";
import "./statistics";
import "./timeline";
import { texts } from "./texts";
import { GRAPHIQL } from "./graphql";
import { navigate, serve, type Route } from "./view";

const VIEWS = ["overview", "timeline", "map", "network", "statistics", "issues", "sources", "changes"];
const KINDS = Object.values(texts.kinds);
const THEME = "parley:theme";

/** The route of the address, relative to the base. */
function route(): Route {
  const base = new URL(document.baseURI).pathname;
  const [view = "", slug] = location.pathname.slice(base.length).split("/").map(decodeURIComponent);
  return { view: view || "overview", slug, parameters: new URLSearchParams(location.search) };
}

/** The chosen theme. A browser may refuse to keep it. */
function kept(): string | null {
  try {
    return localStorage.getItem(THEME);
  } catch {
    return null;
  }
}

function keep(theme: string) {
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // It is then chosen anew for each page.
  }
}

class App extends LitElement {
  static properties = { route: { state: true }, theme: { state: true }, problem: { state: true } };
  declare route: Route;
  declare theme: string;
  declare problem: string | undefined;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    // What the service wrote for readers without scripts is shown until there are newer data.
    serve(location.pathname + location.search, this.querySelector<HTMLElement>("main > article"));
    this.replaceChildren();
    // The base of the document stays that of the first page.
    const base = document.querySelector("base")!;
    base.href = base.href;
    this.theme = kept() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    this.route = route();
    addEventListener("parley-session", () => this.requestUpdate());
    addEventListener("parley-problem", (event) => (this.problem = (event as CustomEvent).detail));
    if (this.route.view === "signed-in") {
      this.signedIn();
    }
    addEventListener("popstate", () => (this.route = route()));
    addEventListener("parley-navigate", () => this.move());
    document.addEventListener("click", (event) => this.follow(event));
  }

  /** The provider led back here. */
  private signedIn() {
    complete(this.route.parameters).then((back) => navigate(back, true), (error) => (this.problem = error.message || texts.signInFailed));
  }

  /** Shows another view; a new page starts at its top. */
  private move() {
    const before = this.route;
    this.problem = undefined;
    this.route = route();
    if (before.view !== this.route.view || before.slug !== this.route.slug) {
      scrollTo(0, 0);
      void this.updateComplete.then(() => this.querySelector("main")?.focus());
    }
  }

  /** Links between views do not load the page again. */
  private follow(event: MouseEvent) {
    const link = (event.target as Element).closest?.("a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.getAttribute("target")) {
      return;
    }
    const address = new URL(link.getAttribute("href") ?? "", document.baseURI);
    const base = new URL(document.baseURI);
    const first = address.origin === base.origin && address.pathname.startsWith(base.pathname) ? address.pathname.slice(base.pathname.length).split("/")[0] : "no";
    if (first === "" || first === "search" || first === "new" || VIEWS.includes(first) || KINDS.includes(first)) {
      event.preventDefault();
      navigate(address.href);
    }
  }

  updated() {
    document.documentElement.dataset.theme = this.theme;
  }

  private toggle() {
    this.theme = this.theme === "dark" ? "light" : "dark";
    keep(this.theme);
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${(event: Event) => (event.preventDefault(), this.querySelector("main")?.focus())}>${texts.skip}</a>
      <header>
        <a class="logo" href="./"><svg viewBox="0 0 32 32" aria-hidden="true">
          <path class="one" d="M4 3h16a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-9l-5 5v-5H4a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z"/>
          <path class="two" d="M25 11h3a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-1v5l-5-5h-8a3 3 0 0 1-3-3v-1h11a4 4 0 0 0 4-4z"/></svg>${texts.name}</a>
        <parley-find></parley-find>
        <button class="theme" @click=${this.toggle} aria-label=${this.theme === "dark" ? texts.theme.light : texts.theme.dark}
          title=${this.theme === "dark" ? texts.theme.light : texts.theme.dark}>${this.theme === "dark" ? "☀" : "☾"}</button>
        ${SIGN_IN ? this.editor() : nothing}
        <nav aria-label=${texts.navigation}>${VIEWS.map((view) => html`<a href=${view === "overview" ? "./" : view}
            aria-current=${view === this.route.view ? "page" : nothing}>${texts.views[view]}</a>`)}${GRAPHIQL ? html`<a href="graphiql/">${texts.api}</a>` : nothing}</nav>
      </header>
      <parley-live></parley-live>
      <main id="main" tabindex="-1">${this.problem ? html`<p class="state" role="alert">${this.problem}</p>` : nothing}${this.view()}</main>`;
  }

  private editor() {
    return html`<div class="editor">${isSignedIn()
      ? html`<a class="button" href=${`new?kind=${KINDS.includes(this.route.view) ? this.route.view : "meeting"}`}>${texts.edit.new}</a> <span>${name()}</span> <button @click=${signOut}>${texts.signOut}</button>`
      : html`<button @click=${signIn}>${texts.signIn}</button>`}</div>`;
  }

  private view() {
    const { route } = this;
    if (route.view === "signed-in") {
      return html`<h1>${texts.signIn}</h1>${this.problem ? nothing : html`<p class="state" role="status">${texts.loading}</p>`}`;
    }
    if (route.view === "new" || route.parameters.has("edit")) {
      return html`<parley-editor .route=${route}></parley-editor>`;
    }
    switch (route.view) {
      case "overview":
        return html`<parley-overview .route=${route}></parley-overview>`;
      case "timeline":
        return html`<parley-timeline .route=${route}></parley-timeline>`;
      case "map":
        return html`<parley-map .route=${route}></parley-map>`;
      case "network":
        return html`<parley-network .route=${route}></parley-network>`;
      case "statistics":
        return html`<parley-statistics .route=${route}></parley-statistics>`;
      case "issues":
        return html`<parley-issues .route=${route}></parley-issues>`;
      case "sources":
        return html`<parley-sources .route=${route}></parley-sources>`;
      case "changes":
        return html`<parley-changes .route=${route}></parley-changes>`;
      case "search":
        return html`<parley-search .route=${route}></parley-search>`;
      default:
        return html`<parley-record .route=${route}></parley-record>`;
    }
  }
}

customElements.define("parley-app", App);
