/** The sources, and the fields on which they disagree. */
import { html } from "lit";
import { DISCREPANCY } from "./documents";
import { askAll, gql, type Items, type Request } from "./graphql";
import { MOST } from "./issues";
import { discrepancy } from "./record";
import { texts, words } from "./texts";
import { ANY, DATE, REF, View, date, link, rest, value } from "./view";

const SOURCES = gql`query Sources($after: String) {
  sources(first: 100, after: $after) { nodes { __typename slug label kind published ${DATE} authors ${REF} publisher ${REF} attestations { totalCount } } pageInfo { hasNextPage endCursor } }
}`;
const DISCREPANCIES = gql`query Discrepancies($after: String) {
  discrepancies(first: 100, after: $after) { nodes { ${DISCREPANCY} record ${ANY} } pageInfo { hasNextPage endCursor } }
}`;

class Sources extends View<{ sources: Items; discrepancies: Items }> {
  request() {
    return { query: SOURCES, rows: "sources" };
  }

  protected async fetch(request: Request, signal: AbortSignal) {
    const [sources, discrepancies] = await Promise.all([askAll(request, "sources", MOST, signal, this.warn),
      askAll({ query: DISCREPANCIES }, "discrepancies", MOST, signal)]);
    return { sources, discrepancies };
  }

  show({ sources, discrepancies }: { sources: Items; discrepancies: Items }) {
    return html`<p class="lead">${texts.sources.lead}</p><ul class="cards">${sources.nodes.map((source: any) => html`<li><h2>${link(source)}</h2>
        <p>${words(source.kind)}, ${date(source.published)}. ${value(source.authors)} ${source.publisher ? html`(${value(source.publisher)})` : ""}</p>
        <p class="note">${texts.sources.attested(source.attestations.totalCount)}</p></li>`)}</ul>${rest(sources)}
      <section><h2>${texts.sources.disagreements} <small>${discrepancies.nodes.length}${discrepancies.more ? "+" : ""}</small></h2>${discrepancies.nodes.map((each: any) => discrepancy(each))}${rest(discrepancies)}</section>`;
  }
}

customElements.define("parley-sources", Sources);
