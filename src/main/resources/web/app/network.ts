/** Who took part in held meetings with whom, as a graph and as a table. */
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { html, nothing, svg } from "lit";
import { askAll, gql, type Items, type Request } from "./graphql";
import { texts } from "./texts";
import { DATE, REF, View, date, link, rest } from "./view";

const NETWORK = gql`query Network($by: ActorLevel!, $filter: MeetingFilter, $after: String) {
  encounters(by: $by, filter: $filter, first: 100, after: $after) { nodes { actor ${REF} counterpart ${REF} meetings first ${DATE} last ${DATE} } pageInfo { hasNextPage endCursor } }
}`;
const [WIDTH, HEIGHT] = [960, 600];
/** Pairs that are read, and of these, those that are drawn. */
const [MOST, DRAWN] = [2000, 100];

class Network extends View<Items> {
  request() {
    const filter = this.between() ? { between: this.between() } : null;
    return { query: NETWORK, variables: { by: this.level, filter }, rows: "encounters" };
  }

  protected fetch(request: Request, signal: AbortSignal) {
    return askAll(request, "encounters", MOST, signal, this.warn);
  }

  heading() {
    return texts.network.heading;
  }

  controls() {
    return html`<p class="lead">${texts.network.lead}</p><form class="controls">${this.choice("by", texts.by, Object.entries(texts.levels), this.level)}
      ${this.year("from", texts.filter.from)} ${this.year("to", texts.filter.to)}
      ${this.get("actor") ? html`<button type="button" @click=${() => this.set({ actor: "" })}>${texts.network.all}</button>` : nothing}</form>`;
  }

  show(encounters: Items) {
    const chosen = this.get("actor");
    const pairs = encounters.nodes.filter((each: any) => !chosen || each.actor.slug === chosen || each.counterpart.slug === chosen);
    if (!pairs.length) {
      return this.none();
    }
    const drawn = encounters.nodes.length > DRAWN;
    return html`${this.picture(encounters.nodes, chosen)}
      ${drawn ? html`<p class="note">${texts.network.drawn(DRAWN)}</p>` : nothing}
      <div class="scroll" tabindex="0" role="group" aria-label=${texts.network.heading}><table><thead><tr>${[texts.network.one, texts.network.other, texts.network.meetings, texts.network.first, texts.network.last]
        .map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>${pairs.map((each: any) => html`<tr><td>${link(each.actor)}</td><td>${link(each.counterpart)}</td><td>${each.meetings}</td><td>${date(each.first)}</td><td>${date(each.last)}</td></tr>`)}</tbody></table></div>
      ${rest(encounters)}`;
  }

  private laidOut?: { of: any; chosen: string; nodes: any[]; links: any[] };

  /** Places the actors once for each answer; the same answer gives the same picture. */
  private layOut(all: any[], chosen: string) {
    if (this.laidOut?.of !== all || (all.length > DRAWN && this.laidOut.chosen !== chosen)) {
      const pairs = all.filter((each, i) => i < DRAWN || each.actor.slug === chosen || each.counterpart.slug === chosen);
      const nodes = [...new Map(pairs.flatMap((each) => [each.actor, each.counterpart]).map((actor) => [actor.slug, { id: actor.slug, label: actor.label, degree: 0 }])).values()] as any[];
      const links = pairs.map((each) => ({ source: each.actor.slug, target: each.counterpart.slug, meetings: each.meetings }));
      const byId = new Map(nodes.map((node) => [node.id, node]));
      links.forEach((each) => [each.source, each.target].forEach((id) => (byId.get(id).degree += 1)));
      forceSimulation(nodes).force("link", forceLink(links).id((node: any) => node.id).distance(120)).force("charge", forceManyBody().strength(-420))
        .force("center", forceCenter(WIDTH / 2, HEIGHT / 2)).force("x", forceX(WIDTH / 2).strength(0.06)).force("y", forceY(HEIGHT / 2).strength(0.11))
        .force("apart", forceCollide(38)).stop().tick(300);
      nodes.forEach((node) => {
        node.x = Math.min(Math.max(node.x, 60), WIDTH - 60);
        node.y = Math.min(Math.max(node.y, 24), HEIGHT - 30);
      });
      this.laidOut = { of: all, chosen, nodes, links };
    }
    return this.laidOut!;
  }

  private picture(pairs: any[], chosen: string) {
    const { nodes, links } = this.layOut(pairs, chosen);
    const near = new Set([chosen, ...links.filter((each) => each.source.id === chosen || each.target.id === chosen).flatMap((each) => [each.source.id, each.target.id])]);
    const fade = (...ids: string[]) => (chosen && !ids.every((id) => near.has(id)) ? "faded" : "");
    const choose = (id: string) => this.set({ actor: id === chosen ? "" : id });
    return html`<svg class="network" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label=${texts.network.heading}>
      ${links.map((each) => svg`<line class=${chosen && each.source.id !== chosen && each.target.id !== chosen ? "faded" : ""} x1=${each.source.x} y1=${each.source.y} x2=${each.target.x} y2=${each.target.y} stroke-width=${1 + each.meetings * 1.5}></line>`)}
      ${nodes.map((node) => svg`<g class=${`actor ${fade(node.id)}`} role="button" tabindex="0" aria-pressed=${node.id === chosen} aria-label=${`${node.label}: ${texts.network.met(node.degree)}`}
        @click=${() => choose(node.id)} @keydown=${(event: KeyboardEvent) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), choose(node.id))}>
        <circle cx=${node.x} cy=${node.y} r=${6 + Math.sqrt(node.degree) * 2.5}></circle>
        <text x=${node.x} y=${node.y + 20 + Math.sqrt(node.degree) * 2.5} text-anchor="middle">${node.label}</text></g>`)}</svg>`;
  }
}

customElements.define("parley-network", Network);
