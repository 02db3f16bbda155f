/** Mediators by leaders: how many held meetings each brought about, by person or by state. */
import { html, nothing } from "lit";
import { ask, askAll, gql, type Request } from "./graphql";
import { texts } from "./texts";
import { DATE, MEETING_ROW, REF, View, date, link, rows } from "./view";

/** What tells whether a participation is inferred, and whose it is. */
const HELD = gql`{ nodes { participations { inferred actor { slug partOf { slug partOf { slug } } } onBehalfOf { slug partOf { slug partOf { slug } } } office { of { slug partOf { slug partOf { slug } } } } } } }`;
const MATRIX = gql`query Overview($by: ActorLevel!, $after: String) {
  mediationMatrix(by: $by, first: 30, after: $after) {
    nodes {
      mediator ${REF} leader ${REF} meetings first ${DATE} last ${DATE}
      held(first: 10) ${HELD}
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const COUNTS = gql`query Counts { dataset { counts { type count } } }`;
const REST = gql`query Held($by: ActorLevel!, $mediator: String!, $leader: String!) {
  mediationMatrix(by: $by, filter: { mediators: [$mediator], leaders: [$leader] }, first: 3) {
    nodes { mediator { slug } leader { slug } held(first: 100) ${HELD} }
  }
}`;
const CELL = gql`query Cell($by: ActorLevel!, $mediator: String!, $leader: String!) {
  mediationMatrix(by: $by, filter: { mediators: [$mediator], leaders: [$leader] }, first: 10) {
    nodes { mediator { slug } leader { slug } held(first: 50) { totalCount nodes ${MEETING_ROW} } }
  }
}`;

interface Cell {
  mediator: any;
  leader: any;
  meetings: number;
  first: any;
  last: any;
  held: { nodes: any[] };
}

interface Matrix {
  cells: Cell[];
  /** Whether there are cells that were not read. */
  more: boolean;
  counts: { type: string; count: number }[];
}

/** Cells that are read, and meetings of a cell that are read with it. */
const [MOST, FEW] = [3000, 10];

/** The actor and those it is part of. */
const whole = (actor: any): string[] => (actor ? [actor.slug, ...whole(actor.partOf)] : []);

/** How many of the meetings that were read certainly belong to the cell: no participation that counts for the two is inferred. */
export function certain(cell: Cell): number {
  const of = (one: any, slug: string) => [...whole(one.actor), ...whole(one.onBehalfOf), ...whole(one.office?.of)].includes(slug);
  const stated = ({ participations }: any) =>
    participations.every((one: any) => !one.inferred) ||
    [cell.mediator.slug, cell.leader.slug].every((slug) => participations.some((one: any) => of(one, slug) && !one.inferred));
  return cell.held.nodes.filter(stated).length;
}

class Overview extends View<Matrix> {
  static properties = { ...View.properties, held: { state: true } };
  declare held: any;
  private opened = "";

  request() {
    return { query: MATRIX, variables: { by: this.level }, rows: "mediationMatrix" };
  }

  protected async fetch(request: Request, signal: AbortSignal) {
    const [matrix, { dataset }] = await Promise.all([askAll<Cell>(request, "mediationMatrix", MOST, signal, this.warn), ask<any>({ query: COUNTS }, signal)]);
    for (const cell of matrix.nodes.filter((each) => each.meetings > FEW)) {
      const variables = { ...request.variables, mediator: cell.mediator.slug, leader: cell.leader.slug };
      const found = this.same((await ask<any>({ query: REST, variables }, signal)).mediationMatrix.nodes, cell.mediator.slug, cell.leader.slug);
      cell.held = found?.held ?? cell.held;
    }
    return { cells: matrix.nodes, more: matrix.more, counts: dataset.counts };
  }

  private same(cells: Cell[], mediator: string, leader: string): Cell | undefined {
    return cells.find((cell) => cell.mediator.slug === mediator && cell.leader.slug === leader);
  }

  heading() {
    return texts.overview.heading;
  }

  controls() {
    return html`<p class="lead">${texts.overview.lead}</p>
      <form class="controls">${this.choice("by", texts.by, Object.entries(texts.levels), this.level)}</form>`;
  }

  willUpdate() {
    super.willUpdate();
    const variables = { by: this.level, mediator: this.get("mediator"), leader: this.get("leader") };
    const key = JSON.stringify(variables);
    if (key !== this.opened) {
      this.opened = key;
      this.held = undefined;
      if (variables.mediator) {
        void this.openCell(variables, key);
      }
    }
  }

  /** Loads the meetings of the chosen cell. */
  private async openCell(variables: any, key: string) {
    try {
      const { mediationMatrix } = await ask<any>({ query: CELL, variables });
      if (key === this.opened) {
        this.held = this.same(mediationMatrix.nodes, variables.mediator, variables.leader)?.held ?? { nodes: [], totalCount: 0 };
      }
    } catch (error) {
      if (key === this.opened) {
        this.held = { error: (error as Error).message };
      }
    }
  }

  show({ cells, more, counts }: Matrix) {
    const distinct = (of: (cell: Cell) => any) => [...new Map(cells.map((cell) => [of(cell).slug, of(cell)])).values()];
    const [mediators, leaders] = [distinct((cell) => cell.mediator), distinct((cell) => cell.leader)];
    const most = Math.max(...cells.map((cell) => cell.meetings));
    const key = (mediator: string, leader: string) => `${mediator} ${leader}`;
    const found = new Map(cells.map((cell) => [key(cell.mediator.slug, cell.leader.slug), cell]));
    const open = found.get(key(this.get("mediator"), this.get("leader")));
    return html`
      ${cells.length ? html`<div class="scroll" tabindex="0" role="group" aria-label=${texts.overview.heading}><table class="matrix">
        <thead><tr><th scope="col">${texts.overview.mediator}</th>${leaders.map((leader) => html`<th scope="col">${link(leader)}</th>`)}</tr></thead>
        <tbody>${mediators.map((mediator) => html`<tr><th scope="row">${link(mediator)}</th>
          ${leaders.map((leader) => this.cell(found.get(key(mediator.slug, leader.slug)), most, open, more))}</tr>`)}</tbody>
      </table></div>
      ${more ? html`<p class="note">${texts.overview.notAll(cells.length)}</p>` : nothing}
      ${cells.some((cell) => cell.meetings > cell.held.nodes.length) ? html`<p class="note">${texts.overview.unchecked}</p>` : nothing}` : this.none()}
      ${open ? html`<section aria-live="polite"><h2>${texts.overview.opened(open.mediator.label, open.leader.label)}</h2>
        ${this.held?.error ? html`<p class="state" role="alert">${texts.failed} ${this.held.error}</p>` : this.held ? rows(this.held.nodes, this.held.totalCount) : html`<p class="state">${texts.loading}</p>`}</section>` : nothing}
      <section><h2>${texts.overview.counts}</h2><ul class="tiles">${counts.map((each) => html`<li><b>${each.count}</b> ${each.type.toLowerCase()}${each.count === 1 ? "" : "s"}</li>`)}</ul></section>`;
  }

  private cell(cell: Cell | undefined, most: number, open: Cell | undefined, more: boolean) {
    if (!cell) {
      return html`<td class="none"><span title=${more ? texts.overview.unknown : texts.overview.none}>${more ? "?" : "·"}</span></td>`;
    }
    const chosen = cell === open;
    const choose = () => this.set(chosen ? { mediator: "", leader: "" } : { mediator: cell.mediator.slug, leader: cell.leader.slug });
    return html`<td><button data-shade=${Math.ceil((cell.meetings / most) * 5)} aria-expanded=${chosen} @click=${choose} title=${texts.overview.boundsHint}>
      <b>${texts.overview.bounds(certain(cell), cell.meetings)}</b>
      <small>${cell.first.label === cell.last.label ? date(cell.first) : html`${date(cell.first)} – ${date(cell.last)}`}</small></button></td>`;
  }
}

customElements.define("parley-overview", Overview);
