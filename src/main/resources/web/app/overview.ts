/** Mediators by leaders: how many held meetings each brought about, by person or by state. */
import { html, nothing } from "lit";
import { ask, gql } from "./graphql";
import { texts } from "./texts";
import { DATE, MEETING_ROW, REF, View, date, link, rows } from "./view";

const MATRIX = gql`query Overview($by: ActorLevel!) {
  mediationMatrix(by: $by, first: 60) {
    totalCount
    nodes {
      mediator ${REF} leader ${REF} meetings first ${DATE} last ${DATE}
      held(first: 10) { nodes { participations { inferred actor { slug } onBehalfOf { slug partOf { slug } } } } }
    }
  }
  dataset { counts { type count } }
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

/** How many of the meetings need no inferred participation of the two; all, where not all were read. */
function certain(cell: Cell): number {
  if (cell.meetings > cell.held.nodes.length) {
    return cell.meetings;
  }
  const of = (one: any, slug: string) => [one.actor.slug, one.onBehalfOf?.slug, one.onBehalfOf?.partOf?.slug].includes(slug);
  const doubtful = ({ participations }: any) =>
    [cell.mediator.slug, cell.leader.slug].some((slug) => participations.filter((one: any) => of(one, slug)).every((one: any) => one.inferred));
  return cell.meetings - cell.held.nodes.filter(doubtful).length;
}

class Overview extends View {
  static properties = { ...View.properties, held: { state: true } };
  declare held: any;
  private opened = "";

  request() {
    return { query: MATRIX, variables: { by: this.get("by", "PERSON") }, rows: "mediationMatrix" };
  }

  heading() {
    return texts.overview.heading;
  }

  controls() {
    return html`<p class="lead">${texts.overview.lead}</p>
      <form class="controls">${this.choice("by", texts.by, Object.entries(texts.levels), this.get("by", "PERSON"))}</form>`;
  }

  willUpdate() {
    super.willUpdate();
    const variables = { by: this.get("by", "PERSON"), mediator: this.get("mediator"), leader: this.get("leader") };
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
      const cell = mediationMatrix.nodes.find((each: any) => each.mediator.slug === variables.mediator && each.leader.slug === variables.leader);
      if (key === this.opened) {
        this.held = cell?.held;
      }
    } catch (error) {
      this.error = (error as Error).message;
    }
  }

  show({ mediationMatrix, dataset }: { mediationMatrix: { nodes: Cell[] }; dataset: any }) {
    const cells = mediationMatrix.nodes;
    const distinct = (of: (cell: Cell) => any) => [...new Map(cells.map((cell) => [of(cell).slug, of(cell)])).values()];
    const [mediators, leaders] = [distinct((cell) => cell.mediator), distinct((cell) => cell.leader)];
    const most = Math.max(...cells.map((cell) => cell.meetings));
    const find = (mediator: string, leader: string) => cells.find((cell) => cell.mediator.slug === mediator && cell.leader.slug === leader);
    const open = find(this.get("mediator"), this.get("leader"));
    return html`
      ${cells.length ? html`<div class="scroll" tabindex="0" role="group" aria-label=${texts.overview.heading}><table class="matrix">
        <thead><tr><th scope="col">${texts.overview.mediator}</th>${leaders.map((leader) => html`<th scope="col">${link(leader)}</th>`)}</tr></thead>
        <tbody>${mediators.map((mediator) => html`<tr><th scope="row">${link(mediator)}</th>
          ${leaders.map((leader) => this.cell(find(mediator.slug, leader.slug), most, open))}</tr>`)}</tbody>
      </table></div>` : html`<p class="state">${texts.empty}</p>`}
      ${open ? html`<section aria-live="polite"><h2>${texts.overview.opened(open.mediator.label, open.leader.label)}</h2>
        ${this.held ? rows(this.held.nodes, this.held.totalCount) : html`<p class="state">${texts.loading}</p>`}</section>` : nothing}
      <section><h2>${texts.overview.counts}</h2><ul class="tiles">${dataset.counts.map((each: any) => html`<li><b>${each.count}</b> ${each.type.toLowerCase()}${each.count === 1 ? "" : "s"}</li>`)}</ul></section>`;
  }

  private cell(cell: Cell | undefined, most: number, open: Cell | undefined) {
    if (!cell) {
      return html`<td class="none"><span title=${texts.overview.none}>·</span></td>`;
    }
    const chosen = cell === open;
    const choose = () => this.set(chosen ? { mediator: "", leader: "" } : { mediator: cell.mediator.slug, leader: cell.leader.slug });
    return html`<td><button data-shade=${Math.ceil((cell.meetings / most) * 5)} aria-expanded=${chosen} @click=${choose} title=${texts.overview.boundsHint}>
      <b>${texts.overview.bounds(certain(cell), cell.meetings)}</b>
      <small>${cell.first.label === cell.last.label ? date(cell.first) : html`${date(cell.first)} – ${date(cell.last)}`}</small></button></td>`;
  }
}

customElements.define("parley-overview", Overview);
