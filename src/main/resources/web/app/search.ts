/** Search while typing, in the header; and its page with all results. */
import { LitElement, html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { ask, gql } from "./graphql";
import { texts } from "./texts";
import { View, link, navigate, path } from "./view";

const SEARCH = gql`query Search($text: String!, $first: Int!) {
  search(text: $text, first: $first) { totalCount totalCountIsExact edges { highlight matchedField node { __typename ... on Attested { id slug label } ... on Source { slug label } } } }
}`;

const LEAST = 2;
/** Milliseconds between the last key and the request. */
const PAUSE = 150;

/** The service escapes everything in a highlight but its marks. */
const highlight = (edge: any) => (edge.highlight && edge.highlight !== edge.node.label ? html`<small>${edge.matchedField ? html`${texts.search.matched(texts.fields[edge.matchedField] ?? edge.matchedField)}: ` : nothing}${unsafeHTML(edge.highlight)}</small>` : nothing);

class Find extends LitElement {
  static properties = { edges: { state: true }, active: { state: true }, message: { state: true } };
  declare edges: any[];
  declare active: number;
  declare message: string;
  private abort?: AbortController;
  private timer = 0;

  constructor() {
    super();
    this.edges = [];
    this.active = -1;
    this.message = "";
  }

  createRenderRoot() {
    return this;
  }

  private get input() {
    return this.querySelector("input")!;
  }

  private type() {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.timer = window.setTimeout(() => this.find(this.input.value.trim()), PAUSE);
  }

  private async find(text: string) {
    const { signal } = (this.abort = new AbortController());
    this.active = -1;
    if (text.length < LEAST) {
      this.close();
      return;
    }
    try {
      const { search } = await ask<any>({ query: SEARCH, variables: { text, first: 8 } }, signal);
      this.edges = search.edges;
      this.message = search.totalCount ? texts.search.results(search.totalCount, search.totalCountIsExact, text) : texts.search.nothing(text);
    } catch (error) {
      if (!signal.aborted) {
        this.edges = [];
        this.message = (error as Error).message;
      }
    }
  }

  private close() {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.edges = [];
    this.message = "";
    this.active = -1;
  }

  private key(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.edges.length) {
      event.preventDefault();
      this.active = (this.active + step + this.edges.length + (this.active < 0 && step < 0 ? 1 : 0)) % this.edges.length;
    } else if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && this.input.value.trim()) {
      event.preventDefault();
      const chosen = this.edges[this.active]?.node;
      this.open(chosen ? path(chosen) : `search?q=${encodeURIComponent(this.input.value.trim())}`);
    }
  }

  private open(address: string) {
    this.close();
    this.input.value = "";
    navigate(address);
  }

  render() {
    return html`<div class="find" role="search" @focusout=${(event: FocusEvent) => this.contains(event.relatedTarget as Node) || this.close()}>
      <input type="search" role="combobox" aria-label=${texts.search.label} placeholder=${texts.search.placeholder} autocomplete="off" spellcheck="false"
        aria-expanded=${this.edges.length > 0} aria-controls="found" aria-autocomplete="list"
        aria-activedescendant=${this.active < 0 ? nothing : `found-${this.active}`} @input=${this.type} @keydown=${this.key}>
      <div class="found" ?hidden=${!this.message}>
        <ul id="found" role="listbox" aria-label=${texts.search.all} ?hidden=${!this.edges.length}>${this.edges.map((edge, i) => html`
          <li role="option" id=${`found-${i}`} aria-selected=${i === this.active} @mousedown=${(event: Event) => event.preventDefault()}
            @click=${() => this.open(path(edge.node))}><b>${edge.node.label}</b> <i>${texts.kinds[edge.node.__typename]}</i>${highlight(edge)}</li>`)}</ul>
        <p role="status">${this.message}</p>
      </div></div>`;
  }
}

class Search extends View {
  request() {
    const text = this.get("q").trim();
    return text.length < LEAST ? undefined : { query: SEARCH, variables: { text, first: 50 }, rows: "search" };
  }

  show(data: any) {
    if (!data || !this.request()) {
      return html`<p class="state">${texts.search.hint}</p>`;
    }
    const { edges, totalCount, totalCountIsExact } = data.search;
    return html`<p role="status">${edges.length ? texts.search.results(totalCount, totalCountIsExact, this.get("q")) : texts.search.nothing(this.get("q"))}</p>
      <ol class="results">${edges.map((edge: any) => html`<li data-kind=${edge.node.__typename}>${link(edge.node)}
        <i>${texts.kinds[edge.node.__typename]}</i>${highlight(edge)}</li>`)}</ol>${totalCount > edges.length ? html`<p class="note">${texts.onlyFirst(edges.length)}</p>` : nothing}`;
  }
}

customElements.define("parley-find", Find);
customElements.define("parley-search", Search);
