/** Places with the number of meetings and events, on an outline of the land. */
import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { html, svg } from "lit";
import { askAll, gql, type Items, type Request } from "./graphql";
import { land } from "./land";
import { texts } from "./texts";
import { View, link, path, rest } from "./view";

const GROUPS = gql`{ nodes { keys { label record { ... on Place { __typename slug label coordinates { latitude longitude } } } } count certain possible } pageInfo { hasNextPage endCursor } }`;
const MEETINGS = gql`query Map($filter: MeetingFilter, $after: String) { places: meetingStats(by: [PLACE], filter: $filter, first: 100, after: $after) ${GROUPS} }`;
const EVENTS = gql`query Map($filter: EventFilter, $after: String) { places: eventStats(by: [PLACE], filter: $filter, first: 100, after: $after) ${GROUPS} }`;
/** Places that are drawn. */
const MOST_PLACES = 2000;

const outline: any = {
  type: "MultiPolygon",
  coordinates: land.map((polygon) => polygon.map((ring) => {
    let [x, y] = [0, 0];
    return Array.from({ length: ring.length / 2 }, (_, i) => [(x += ring[2 * i]) / 10, (y += ring[2 * i + 1]) / 10]);
  })),
};
const [WIDTH, HEIGHT] = [960, 520];
/** Scales: of the whole world, around one place, and the largest. */
const [WORLD, ONE, MOST] = [170, 700, 2600];

class Places extends View<Items> {
  request() {
    const filter = this.between() ? { between: this.between() } : {};
    return { query: this.layer === "events" ? EVENTS : MEETINGS, variables: { filter }, rows: "places" };
  }

  protected fetch(request: Request, signal: AbortSignal) {
    return askAll(request, "places", MOST_PLACES, signal, this.warn);
  }

  private get layer() {
    return this.get("show") === "events" ? "events" : "meetings";
  }

  heading() {
    return texts.map.heading;
  }

  controls() {
    return html`<p class="lead">${texts.map.lead}</p><form class="controls">
      ${this.choice("show", texts.by, [["meetings", texts.map.meetings], ["events", texts.map.events]], this.layer)}
      ${this.year("from", texts.filter.from)} ${this.year("to", texts.filter.to)}</form>`;
  }

  show(data: Items) {
    const groups = data.nodes.filter((each: any) => each.keys[0].record);
    const elsewhere = data.nodes.find((each: any) => !each.keys[0].record)?.count ?? 0;
    const located = groups.filter((each: any) => each.keys[0].record.coordinates);
    const lost = groups.filter((each: any) => !each.keys[0].record.coordinates).map((each: any) => each.keys[0].label);
    return html`${groups.length ? html`<div class="map">${this.picture(located)}</div>
      <table class="places"><thead><tr><th scope="col">${texts.map.place}</th><th scope="col">${texts.map.count}</th><th scope="col">${texts.map.certain}</th><th scope="col">${texts.map.possible}</th></tr></thead>
        <tbody>${groups.map((each: any) => html`<tr><th scope="row">${link(each.keys[0].record)}</th><td>${each.count}</td><td>${each.certain}</td><td>${each.possible}</td></tr>`)}</tbody></table>`
      : this.none()}
      ${rest(data)}<p class="note">${elsewhere ? texts.map.elsewhere(elsewhere) : ""} ${lost.length ? texts.map.unlocated(lost.join(", ")) : ""} ${texts.map.attribution}</p>`;
  }

  private picture(located: any[]) {
    const point = ({ coordinates }: any): [number, number] => [coordinates.longitude, coordinates.latitude];
    const points = located.map((each) => point(each.keys[0].record));
    const projection = geoNaturalEarth1().scale(points.length ? ONE : WORLD);
    if (points.length > 1) {
      projection.fitExtent([[70, 50], [WIDTH - 110, HEIGHT - 50]], { type: "MultiPoint", coordinates: points });
      projection.scale(Math.min(projection.scale(), MOST));
    }
    projection.center(middle(points)).translate([WIDTH / 2, HEIGHT / 2]).clipExtent([[0, 0], [WIDTH, HEIGHT]]);
    const draw = geoPath(projection);
    const most = Math.max(...located.map((each) => each.possible));
    const radius = (count: number) => 5 + 25 * Math.sqrt(count / most);
    const sorted = [...located].sort((one, other) => other.possible - one.possible);
    const taken: [number, number][] = [];
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label=${texts.map.heading}>
      <path class="graticule" d=${draw(geoGraticule10())}></path><path class="land" d=${draw(outline)}></path>
      ${sorted.map((each) => {
        const [x, y] = projection(point(each.keys[0].record))!;
        return svg`<circle class="possible" cx=${x} cy=${y} r=${radius(each.possible)}></circle>
          <circle class="certain" cx=${x} cy=${y} r=${each.certain ? radius(each.certain) : 0}></circle>`;
      })}
      ${sorted.map((each) => {
        const { record } = each.keys[0];
        const [x, y] = projection(point(record))!;
        let shift = 4;
        while (taken.some(([a, b]) => Math.abs(a - x) < 110 && Math.abs(b - y - shift) < 15)) {
          shift += 15;
        }
        taken.push([x, y + shift]);
        return svg`<a class="place" href=${path(record)} aria-label=${`${record.label}: ${each.count}`}>
          <circle class="area" cx=${x} cy=${y} r=${radius(each.possible)}></circle><text x=${x + radius(each.possible) + 4} y=${y + shift}>${record.label} <tspan>${each.count}</tspan></text></a>`;
      })}</svg>`;
  }
}

/** The middle of what the points span, in degrees. */
function middle(points: [number, number][]): [number, number] {
  const mean = (of: number[]) => (of.length ? (Math.min(...of) + Math.max(...of)) / 2 : 0);
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}

customElements.define("parley-map", Places);
