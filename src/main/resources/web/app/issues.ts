/** The issues, and the positions on one, actor by actor over time. */
import { html, nothing } from "lit";
import { askAll, gql, type Items, type Request } from "./graphql";
import { texts, words } from "./texts";
import { REF, View, date, link, rest } from "./view";

const ISSUES = gql`query Issues($after: String) { issues(first: 100, after: $after) { nodes { __typename slug label description broader ${REF} positions { totalCount } } pageInfo { hasNextPage endCursor } } }`;

/** Items of a list that are read. */
export const MOST = 2000;

class Issues extends View<Items> {
  request() {
    return { query: ISSUES, rows: "issues" };
  }

  protected fetch(request: Request, signal: AbortSignal) {
    return askAll(request, "issues", MOST, signal, this.warn);
  }

  show(issues: Items) {
    return html`<p class="lead">${texts.issues.lead}</p><ul class="cards">${issues.nodes.map((issue: any) => html`<li><h2>${link(issue)}</h2>
      <p>${issue.description}</p><p class="note">${texts.record.positions}: ${issue.positions.totalCount}</p></li>`)}</ul>${rest(issues)}`;
  }
}

/** A table with a column for each actor, most positions first, and a row for each date. */
export function positions(all: any[], total: number) {
  if (!all.length) {
    return nothing;
  }
  const actors = [...new Map(all.map((each) => [each.actor.slug, each.actor])).values()];
  const held = (slug: string) => all.filter((each) => each.actor.slug === slug).length;
  actors.sort((one, other) => held(other.slug) - held(one.slug));
  const dates = [...new Map(all.map((each) => [each.date.edtf, each.date])).values()];
  return html`<section><h2>${texts.positions.heading} <small>${texts.of(all.length, total)}</small></h2>
    <div class="scroll" tabindex="0" role="group" aria-label=${texts.positions.heading}><table class="positions">
      <thead><tr><th scope="col">${texts.positions.date}</th>${actors.map((actor) => html`<th scope="col">${link(actor)}</th>`)}</tr></thead>
      <tbody>${dates.map((day) => html`<tr><th scope="row">${date(day)}</th>${actors.map((actor) => html`<td>${all
        .filter((each) => each.actor.slug === actor.slug && each.date.edtf === day.edtf).map(position)}</td>`)}</tr>`)}</tbody></table></div></section>`;
}

const position = (each: any) => html`<div class="position" data-stance=${each.stance}><b>${words(each.stance)}</b> ${link(each, each.summary)}
  <small>${texts.positions.says[each.voice]} ${each.attestations.map((by: any) => html`${link(by.source)}, ${by.locator} `)}</small></div>`;

customElements.define("parley-issues", Issues);
