/** The sources, and the fields on which they disagree. */
import { html } from "lit";
import { DISCREPANCY } from "./documents";
import { gql } from "./graphql";
import { discrepancy } from "./record";
import { texts, words } from "./texts";
import { ANY, DATE, REF, View, date, link, value } from "./view";

const SOURCES = gql`query Sources {
  sources(first: 100) { totalCount nodes { __typename slug label kind published ${DATE} authors ${REF} publisher ${REF} attestations { totalCount } } }
  discrepancies(first: 100) { totalCount nodes { ${DISCREPANCY} record ${ANY} } }
}`;

class Sources extends View {
  request() {
    return { query: SOURCES, rows: "sources" };
  }

  show({ sources, discrepancies }: any) {
    return html`<p class="lead">${texts.sources.lead}</p><ul class="cards">${sources.nodes.map((source: any) => html`<li><h2>${link(source)}</h2>
        <p>${words(source.kind)}, ${date(source.published)}. ${value(source.authors)} ${source.publisher ? html`(${value(source.publisher)})` : ""}</p>
        <p class="note">${texts.sources.attested(source.attestations.totalCount)}</p></li>`)}</ul>
      <section><h2>${texts.sources.disagreements} <small>${discrepancies.totalCount}</small></h2>${discrepancies.nodes.map(discrepancy)}</section>`;
  }
}

customElements.define("parley-sources", Sources);
