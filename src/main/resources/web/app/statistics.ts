/** Counts by dimensions, as bars with bounds. */
import { html, nothing } from "lit";
import { ask, gql } from "./graphql";
import { DIMENSIONS } from "./schema";
import { texts, words } from "./texts";
import { DATE, View, rows } from "./view";

/** The query for meetings; those for other kinds have other names. */
const STATS = gql`query Statistics($by: [MeetingDimension!]!, $filter: MeetingFilter) {
  stats: meetingStats(by: $by, filter: $filter, first: 100) {
    records totalCount edges { cursor node { keys { label value } count certain possible } }
  }
}`;
const GROUP = gql`query Group($by: [MeetingDimension!]!, $filter: MeetingFilter, $after: String) {
  stats: meetingStats(by: $by, filter: $filter, first: 1, after: $after) {
    nodes { records(first: 50) { totalCount nodes { __typename ... on Attested { id slug label } ... on Dated { date ${DATE} } } } }
  }
}`;

const of = (query: string, kind: string) => query.replaceAll("Meeting", kind).replace("meetingStats", `${kind.toLowerCase()}Stats`);

class Statistics extends View {
  static properties = { ...View.properties, open: { state: true }, opened: { state: true } };
  declare open: string;
  declare opened: any;
  /** The request whose bar is open. */
  private openedFor = "";

  private get kind() {
    const kind = this.get("of", "Meeting");
    return Object.hasOwn(texts.statistics.kinds, kind) ? kind : "Meeting";
  }

  private get by(): string[] {
    const dimensions: readonly string[] = DIMENSIONS[this.kind];
    const known = [this.get("by"), this.get("then")].filter((each, i, all) => dimensions.includes(each) && all.indexOf(each) === i);
    return known.length ? known : ["YEAR"];
  }

  private get variables() {
    return { by: this.by, filter: this.between() ? { between: this.between() } : null };
  }

  request() {
    return { query: of(STATS, this.kind), variables: this.variables, rows: "stats" };
  }

  controls() {
    const options = DIMENSIONS[this.kind].map((each: string): [string, string] => [each, words(each)]);
    return html`<p class="lead">${texts.statistics.lead}</p><form class="controls">
      ${this.choice("of", texts.statistics.what, Object.entries(texts.statistics.kinds), this.kind)}
      ${this.choice("by", texts.statistics.by, options, this.by[0])}
      ${this.choice("then", texts.statistics.then, [["", texts.statistics.nothing], ...options.filter(([each]) => each !== this.by[0])], this.by[1] ?? "")}
      ${this.year("from", texts.filter.from)} ${this.year("to", texts.filter.to)}</form>`;
  }

  willUpdate() {
    super.willUpdate();
    if (this.open && this.openedFor !== JSON.stringify(this.request())) {
      this.open = "";
      this.opened = undefined;
    }
  }

  show({ stats }: any) {
    const most = Math.max(1, ...stats.edges.map((each: any) => each.node.possible));
    const order = (edge: any) => edge.node.keys[0].value ?? "~";
    const periods = ["YEAR", "QUARTER", "MONTH"].includes(this.by[0]);
    const edges = periods ? [...stats.edges].sort((one: any, other: any) => order(one).localeCompare(order(other))) : stats.edges;
    return html`<p role="status">${texts.statistics.records(stats.records)}${stats.totalCount > edges.length ? texts.more(stats.totalCount - edges.length) : nothing}</p>
      ${edges.length ? html`<ul class="bars">${edges.map((edge: any) => this.bar(edge, most, stats.edges))}</ul>` : this.none()}`;
  }

  private bar({ cursor, node }: any, most: number, edges: any[]) {
    const share = (count: number) => `${(count / most) * 100}%`;
    const text = texts.statistics.bounds(node.certain, node.count, node.possible);
    return html`<li><button aria-expanded=${this.open === cursor} title=${texts.statistics.open} @click=${() => this.toggle(cursor, edges)}>
        <span class="key">${node.keys.map((key: any) => key.label).join(" · ")}</span>
        <svg class="bar" aria-hidden="true" width="100%" height="18"><rect class="possible" width=${share(node.possible)} height="18"></rect><rect class="count" width=${share(node.count)} height="18"></rect>
          <rect class="certain" width=${share(node.certain)} height="18"></rect></svg>
        <span class="number">${node.certain === node.count && node.count === node.possible ? node.count : text}</span></button>
      ${this.open === cursor ? (this.opened?.error ? html`<p class="state" role="alert">${texts.failed} ${this.opened.error}</p>` : this.opened ? rows(this.opened.nodes, this.opened.totalCount) : html`<p class="state" role="status">${texts.loading}</p>`) : nothing}</li>`;
  }

  private async toggle(cursor: string, edges: any[]) {
    this.opened = undefined;
    this.open = this.open === cursor ? "" : cursor;
    if (!this.open) {
      return;
    }
    const asked = (this.openedFor = JSON.stringify(this.request()));
    const current = () => this.open === cursor && this.openedFor === asked;
    const after = edges[edges.findIndex((edge) => edge.cursor === cursor) - 1]?.cursor ?? null;
    try {
      const { stats } = await ask<any>({ query: of(GROUP, this.kind), variables: { ...this.variables, after } });
      if (current()) {
        this.opened = stats.nodes[0]?.records ?? { nodes: [], totalCount: 0 };
      }
    } catch (error) {
      if (current()) {
        this.opened = { error: (error as Error).message };
      }
    }
  }
}

customElements.define("parley-statistics", Statistics);
