/** What all views share: loading their query, the states of that, the buttons above, and how values are shown. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { GRAPHIQL, ask, graphiql, gql, table, type Items, type Request } from "./graphql";
import { texts, words } from "./texts";

export interface Route {
  view: string;
  slug?: string;
  parameters: URLSearchParams;
}

/** Paths are relative to the base of the document, which may be below the path of a proxy. The service finds positions only by their ids. */
export const path = (record: { __typename: string; slug: string; id?: string }) =>
  `${record.__typename.toLowerCase()}/${record.__typename === "Position" ? encodeURIComponent(record.id!) : record.slug}`;

export function navigate(address: string, replace = false) {
  history[replace ? "replaceState" : "pushState"](null, "", new URL(address, document.baseURI));
  dispatchEvent(new Event("parley-navigate"));
}

/** The article that the service wrote into the first page, and its address. */
let served: { address: string; article: HTMLElement } | undefined;

export function serve(address: string, article: HTMLElement | null) {
  served = article ? { address, article } : undefined;
}

/** Parameters of the address that leave out records. */
const FILTERS = ["actor", "issue", "place", "kinds", "from", "to"];

/** A view in the document itself rather than a shadow tree, so that one style sheet serves all. */
export abstract class View<D = any> extends LitElement {
  static properties = { route: { attribute: false }, data: { state: true }, error: { state: true }, failure: { state: true }, warnings: { state: true } };
  declare route: Route;
  declare data: D | undefined;
  declare error: string | undefined;
  declare failure: string | undefined;
  declare warnings: string[] | undefined;
  protected abort = new AbortController();
  private asked = "";

  createRenderRoot() {
    return this;
  }

  /** What the view shows at this route; its address changes with it. */
  abstract request(): Request | undefined;

  abstract show(data: D): unknown;

  heading(): string {
    return texts.views[this.route.view] ?? texts.name;
  }

  protected fetch(request: Request, signal: AbortSignal): Promise<D> {
    return ask<D>(request, signal, this.warn);
  }

  /** Shows the warnings of an answer. */
  protected warn = (messages: string[]) => {
    this.warnings = messages;
  };

  willUpdate() {
    const request = this.request();
    const key = JSON.stringify(request);
    if (request && key !== this.asked) {
      this.asked = key;
      void this.load(request);
    }
  }

  protected updated() {
    document.title = `${this.heading()} · ${texts.name}`;
  }

  async load(request = this.request()) {
    if (!request) {
      return;
    }
    this.abort.abort();
    const { signal } = (this.abort = new AbortController());
    this.error = undefined;
    this.warnings = undefined;
    this.setAttribute("aria-busy", "true");
    try {
      const data = await this.fetch(request, signal);
      if (!signal.aborted) {
        this.data = data;
        served = undefined;
      }
    } catch (error) {
      if (!signal.aborted) {
        this.error = (error as Error).message;
        this.data = undefined;
      }
    } finally {
      if (this.abort.signal === signal) {
        this.removeAttribute("aria-busy");
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.abort.abort();
  }

  /** Changes parameters of the address; blank ones are removed. */
  set(changes: Record<string, string>, replace = false) {
    const parameters = new URLSearchParams(this.route.parameters);
    Object.entries(changes).forEach(([name, value]) => (value ? parameters.set(name, value) : parameters.delete(name)));
    const query = parameters.toString();
    navigate(location.pathname + (query ? `?${query}` : ""), replace);
  }

  get(name: string, otherwise = ""): string {
    return this.route.parameters.get(name) ?? otherwise;
  }

  render() {
    const request = this.request();
    const article = this.data === undefined && !this.route.parameters.has("edit") && served?.address === location.pathname + location.search ? served.article : undefined;
    if (article) {
      return html`${this.error === undefined ? nothing : this.problem()}${article}`;
    }
    return html`<div class="top"><h1>${this.heading()}</h1>${request ? this.tools(request) : nothing}</div>
      ${this.controls()}
      ${this.warnings?.length ? html`<ul class="warnings" role="status">${this.warnings.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
      ${this.error !== undefined
        ? this.problem()
        : this.data === undefined && request
          ? html`<p class="state" role="status">${texts.loading}</p>`
          : this.show(this.data as D)}`;
  }

  /** That the data could not be loaded. */
  private problem(): TemplateResult {
    return html`<div class="state" role="alert"><p>${texts.failed} ${this.error}</p><button @click=${() => this.load()}>${texts.again}</button></div>`;
  }

  /** What is chosen, above the data. */
  controls(): unknown {
    return nothing;
  }

  protected tools(request: Request): unknown {
    return html`<div class="tools">
      ${this.failure ? html`<span role="alert">${this.failure}</span>` : nothing}
      ${GRAPHIQL ? html`<a class="button" href=${graphiql(request)} title=${texts.graphqlHint}>${texts.graphql}</a>` : nothing}
      <button @click=${() => this.save(request)} title=${texts.csvHint}>${texts.csv}</button>
    </div>`;
  }

  private async save(request: Request) {
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await table(request));
      link.download = `${this.route.view}${this.route.slug ? `-${this.route.slug}` : ""}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
      this.failure = undefined;
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  /** The chosen level of actors. */
  get level(): string {
    return Object.hasOwn(texts.levels, this.get("by")) ? this.get("by") : "PERSON";
  }

  /** That nothing is shown: because of a filter, or because nothing is recorded. */
  none(): TemplateResult {
    const filtered = FILTERS.some((name) => this.get(name));
    return html`<p class="state" role="status">${filtered ? texts.noMatch : texts.empty}</p>`;
  }

  choice(name: string, label: string, options: [string, string][], chosen: string): TemplateResult {
    return html`<label>${label}
      <select name=${name} @change=${(event: Event) => this.set({ [name]: (event.target as HTMLSelectElement).value })}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select></label>`;
  }

  year(name: string, label: string): TemplateResult {
    return html`<label>${label}
      <input class="year" inputmode="numeric" pattern="\d{4}" name=${name} .value=${this.get(name)}
        @change=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).value.replace(/^(?!\d{4}$).*$/, "") })}></label>`;
  }

  /** The range of the chosen years. */
  between(): object | undefined {
    const [from, to] = ["from", "to"].map((name) => (/^\d{4}$/.test(this.get(name)) ? this.get(name) : ""));
    return from || to ? { ...(from && { from: `${from}-01-01` }), ...(to && { to: `${to}-12-31` }) } : undefined;
  }
}

// ---- Parts of documents, and how what they select is shown

export const REF = gql`{ __typename slug label }`;
export const ANY = gql`{ __typename ... on Attested { id slug label } }`;
export const DATE = gql`{ label edtf earliest latest inferred reading }`;
export const ATTESTATION = gql`{ locator fragment voice field reads value url source ${REF} }`;
export const MEETING = gql`__typename slug label status date ${DATE} places ${REF} placeInferred mediators ${REF} hosts ${REF}`;
export const MEETING_ROW = gql`{ ${MEETING} }`;
export const STATEMENT_ROW = gql`{ __typename slug label summary form date ${DATE} speakers ${REF} }`;

export const inferred = () => html` <span class="inferred" title=${texts.inferredHint}>${texts.inferred}</span>`;

export function date(value: any): unknown {
  return value ? html`<time title=${value.reading ?? value.edtf ?? nothing}>${value.label}</time>${value.inferred ? inferred() : nothing}` : nothing;
}

export const link = (record: any, text?: unknown) =>
  html`<a class="ref" data-kind=${record.__typename} href=${path(record)}>${text ?? record.label}</a>`;

export const join = (items: unknown[], separator: unknown = ", ") => items.map((item, i) => [i ? separator : nothing, item]);

/** Shows a value of a field by what it is. */
export function value(it: any): unknown {
  if (it === null || it === undefined || it === "" || it === "UNSPECIFIED" || (Array.isArray(it) && !it.length)) {
    return nothing;
  }
  if (Array.isArray(it)) {
    return typeof it[0] === "string" && it[0].length > 40 ? html`<ul>${it.map((each) => html`<li>${each}</li>`)}</ul>` : join(it.map(value));
  }
  if (typeof it === "string") {
    return /^https?:/.test(it) ? html`<a href=${it} rel="noreferrer">${it}</a>` : it;
  }
  if (typeof it !== "object") {
    return typeof it === "boolean" ? (it ? texts.yes : nothing) : String(it);
  }
  if (it.slug) {
    return link(it);
  }
  if ("edtf" in it) {
    return date(it);
  }
  if (it.relation) {
    return html`${words(it.relation)} ${link(it.agreement ?? it.record)}`;
  }
  if (it.scheme) {
    return html`${it.scheme} ${it.url ? html`<a href=${it.url} rel="noreferrer">${it.value}</a>` : it.value}`;
  }
  if ("from" in it) {
    return html`${it.from ? date(it.from) : "…"} – ${it.to ? date(it.to) : "…"}`;
  }
  if ("latitude" in it) {
    return `${it.latitude.toFixed(2)}, ${it.longitude.toFixed(2)}`;
  }
  if (it.actor) {
    return html`${link(it.actor)}${it.office ? `, ${it.office.title}` : nothing}${it.onBehalfOf ? html` (${link(it.onBehalfOf)})` : nothing}${it.inferred ? inferred() : nothing}`;
  }
  return it.printed ?? nothing;
}

/** Records as a list: date, name, and what else is known in a line. */
export function rows(records: any[], total = records.length): unknown {
  return records.length
    ? html`<ul class="rows">${records.map((record) => row(record))}</ul>${total > records.length ? html`<p class="note">${texts.more(total - records.length)}</p>` : nothing}`
    : html`<p class="state">${texts.empty}</p>`;
}

/** What of a list is not shown, and why. */
export const rest = ({ nodes, more, error }: Items) =>
  more ? html`<p class="note" role=${error ? "alert" : nothing}>${error ? texts.interrupted(nodes.length, error) : texts.onlyFirst(nodes.length)}</p>` : nothing;

/** A record in a list; `depth` indents it. */
export function row(record: any, depth?: number, here = false): unknown {
  const more = [
    record.status && record.status !== "HELD" ? words(record.status) : nothing,
    record.places?.length ? html`${value(record.places)}${record.placeInferred ? inferred() : nothing}` : nothing,
    record.hosts?.length ? html`${texts.hostedBy} ${value(record.hosts)}` : nothing,
    record.mediators?.length ? html`${texts.mediatedBy} ${value(record.mediators)}` : nothing,
    record.speakers?.length ? value(record.speakers) : nothing,
    record.stance ? html`${value(record.actor)} ${words(record.stance)}: ${value(record.issue)}` : nothing,
  ].filter((each) => each !== nothing);
  return html`<li data-kind=${record.__typename} data-depth=${depth ?? nothing} class=${here ? "here" : nothing}>
    <span class="when">${date(record.date)}</span>
    <span class="what">${link(record, record.summary ?? record.label)}${more.length ? html`<small>${join(more, " · ")}</small>` : nothing}</span></li>`;
}
