/** Everything that has a date, in lanes, on a canvas that zooms and pans. */
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { zoom, zoomIdentity, type ZoomTransform } from "d3-zoom";
import { html, nothing } from "lit";
import { pick } from "./filters";
import { askAll, gql, type Items, type Request } from "./graphql";
import { texts } from "./texts";
import { DATE, REF, View, navigate, path, rest, rows } from "./view";

const TIMELINE = gql`query Timeline($filter: TimelineFilter, $after: String) {
  timeline(first: 100, after: $after, filter: $filter) {
    nodes {
      __typename
      ... on Meeting { slug label status date ${DATE} places ${REF} track ${REF} }
      ... on Statement { slug label date ${DATE} speakers ${REF} }
      ... on Agreement { slug label date ${DATE} }
      ... on Event { slug label date ${DATE}  }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const MOST = 20_000;
const KINDS = ["MEETING", "STATEMENT", "AGREEMENT", "EVENT"];
const DAY = 86_400_000;
/** Sizes in pixels. */
const [ROW, GAP, TOP, LEFT, TEXT, ROWS] = [18, 10, 26, 130, 6, 12];

interface Mark {
  node: any;
  from: number;
  to: number;
  y: number;
  /** When the next entry in the same row begins. */
  next: number;
}

interface Lane {
  name: string;
  y: number;
  height: number;
}

class Timeline extends View<Items> {
  private marks: Mark[] = [];
  private lanes: Lane[] = [];
  private transform: ZoomTransform = zoomIdentity;
  private zoom = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.8, 2000]).on("zoom", ({ transform, sourceEvent }) => {
    this.transform = transform;
    if (sourceEvent?.type === "mousemove") {
      this.scroller!.scrollTop -= sourceEvent.movementY;
    }
    this.paint();
  });
  private laidOut?: Items;
  private active = -1;
  private frame = 0;
  private resize = new ResizeObserver(() => this.paint());
  private theme = new MutationObserver(() => this.paint());

  connectedCallback() {
    super.connectedCallback();
    this.theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  private get kinds(): string[] {
    const chosen = this.get("kinds").split(",");
    const known = KINDS.filter((kind) => chosen.includes(kind));
    return known.length ? known : KINDS;
  }

  request(): Request {
    const list = (name: string) => (this.get(name) ? [this.get(name)] : undefined);
    const types = this.kinds.length < KINDS.length ? this.kinds : undefined;
    const filter = { types, actors: list("actor"), issues: list("issue"), places: list("place"), between: this.between() && { ...this.between(), match: "OVERLAPS" } };
    return { query: TIMELINE, variables: { filter: JSON.parse(JSON.stringify(filter)), after: null }, rows: "timeline" };
  }

  protected fetch(request: Request, signal: AbortSignal) {
    return askAll(request, "timeline", MOST, signal, this.warn, (items) => {
      if (!signal.aborted) {
        this.data = items;
      }
    });
  }

  controls() {
    const chosen = this.kinds;
    const toggle = (kind: string) => {
      const kinds = KINDS.filter((each) => (each === kind) !== chosen.includes(each));
      this.set({ kinds: kinds.length === KINDS.length ? "" : kinds.join(",") });
    };
    return html`<p class="lead">${texts.timeline.lead}</p><form class="controls">
      <fieldset><legend class="hidden">${texts.fields.kind}</legend>${KINDS.map((kind) => html`<label class="check"><input type="checkbox" name=${kind} .checked=${chosen.includes(kind)}
        @change=${() => toggle(kind)}><i data-kind=${kind}></i>${texts.timeline.kinds[kind]}</label>`)}</fieldset>
      ${pick(this, "actor", texts.filter.actor, "actors")} ${pick(this, "issue", texts.filter.issue, "issues")} ${pick(this, "place", texts.filter.place, "places")}
      ${this.year("from", texts.filter.from)} ${this.year("to", texts.filter.to)}</form>`;
  }

  show(items: Items) {
    const { nodes } = items;
    if (!nodes.length) {
      return this.none();
    }
    const undated = nodes.filter((node) => !node.date.earliest || !node.date.latest).length;
    return html`<div class="timeline">
        <div class="zoom"><button @click=${() => this.scale(2)} aria-label=${texts.timeline.zoomIn}>+</button><button @click=${() => this.scale(0.5)}
          aria-label=${texts.timeline.zoomOut}>−</button><button @click=${() => this.whole()}>${texts.timeline.whole}</button></div>
        <div class="lanes" @scroll=${() => this.paint()}><canvas tabindex="0" role="application" aria-label=${texts.timeline.canvas} @keydown=${this.key} @mousemove=${this.point} @mouseleave=${() => this.activate(-1)}
          @click=${this.open}></canvas><div class="rest"></div></div>
        <p class="shown" role="status"></p></div>
      ${this.hasAttribute("aria-busy") && items.more ? html`<p class="note" role="status">${texts.timeline.reading(nodes.length)}</p>` : rest(items)}
      ${undated ? html`<p class="note">${texts.timeline.undated(undated)}</p>` : nothing}
      <details class="list"><summary>${texts.timeline.list} (${nodes.length})</summary>${rows(nodes.slice(0, 500), nodes.length)}</details>`;
  }

  updated() {
    super.updated();
    const canvas = this.querySelector("canvas");
    if (canvas && this.data && this.laidOut !== this.data) {
      this.laidOut = this.data;
      this.layOut(this.data.nodes);
      select(canvas).call(this.zoom).on("dblclick.zoom", null);
      this.resize.observe(canvas);
      this.paint();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize.disconnect();
    this.theme.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** What scrolls the lanes; the canvas shows the part in sight. */
  private get scroller() {
    return this.querySelector<HTMLElement>(".lanes");
  }

  private extent: [number, number] = [0, 1];

  /** Gives each entry a row of its lane that is free at its time; a crowded lane overlaps. */
  private layOut(nodes: any[]) {
    const dated = nodes.filter((node) => node.date.earliest && node.date.latest);
    const times = dated.map((node) => [Date.parse(node.date.earliest), Date.parse(node.date.latest) + DAY]);
    const sorted = times.map(([from]) => from).sort((one, other) => one - other);
    // A few very old or open dates must not press all others together.
    const [low, high] = [sorted[Math.floor(sorted.length * 0.03)], sorted[sorted.length - 1]];
    this.extent = [low - (high - low) * 0.03 - 30 * DAY, high + (high - low) * 0.06 + 60 * DAY];
    const least = (this.extent[1] - this.extent[0]) / 140;
    const groups = new Map<string, number[]>();
    dated.forEach((node, i) => {
      const lane = node.__typename === "Meeting" ? (node.track?.label ?? texts.timeline.others) : texts.timeline.lanes[node.__typename.toUpperCase()];
      const members = groups.get(lane);
      if (members) {
        members.push(i);
      } else {
        groups.set(lane, [i]);
      }
    });
    const rank = (name: string) => [texts.timeline.others, ...Object.values(texts.timeline.lanes)].indexOf(name);
    let y = TOP;
    this.marks = [];
    this.lanes = [...groups].sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other)).map(([name, members]) => {
      const ends: number[] = [];
      for (const i of members) {
        const [from, to] = times[i];
        let place = ends.findIndex((end) => end <= from);
        place = place >= 0 ? place : ends.length < ROWS ? ends.length : i % ROWS;
        ends[place] = Math.max(to, from + least);
        this.marks.push({ node: dated[i], from, to, y: y + place * ROW, next: Infinity });
      }
      const lane = { name, y, height: ends.length * ROW };
      y += lane.height + GAP;
      return lane;
    });
    this.marks.sort((one, other) => one.from - other.from);
    const following = new Map<number, Mark>();
    for (let i = this.marks.length - 1; i >= 0; i--) {
      const mark = this.marks[i];
      const other = following.get(mark.y);
      mark.next = other ? (other.from > mark.from ? other.from : other.next) : Infinity;
      following.set(mark.y, mark);
    }
    this.active = -1;
    const shown = Math.min(y + 4, Math.max(360, innerHeight * 0.75));
    this.querySelector("canvas")!.style.height = `${shown}px`;
    this.querySelector<HTMLElement>(".rest")!.style.height = `${y + 4 - shown}px`;
  }

  private paint() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private left(width: number) {
    return width < 600 ? 0 : LEFT;
  }

  private times(width: number) {
    return this.transform.rescaleX(scaleUtc(this.extent, [this.left(width), width]));
  }

  private draw() {
    const canvas = this.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) {
      return;
    }
    const [width, height, ratio] = [canvas.clientWidth, canvas.clientHeight, devicePixelRatio];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const css = getComputedStyle(document.documentElement);
    const [ink, soft, line, paper] = ["--ink", "--soft", "--line", "--panel"].map((name) => css.getPropertyValue(name));
    const colors = Object.fromEntries(KINDS.map((kind) => [kind, css.getPropertyValue(`--${kind.toLowerCase()}`)]));
    const scale = this.times(width);
    const left = this.left(width);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    const ticks = Math.max(2, width / 110);
    for (const tick of scale.ticks(ticks)) {
      context.fillStyle = line;
      context.fillRect(scale(tick), TOP - 6, 1, height);
    }
    const top = this.scroller!.scrollTop;
    const inSight = (y: number, size: number) => y + size > top && y < top + height;
    context.translate(0, -top);
    const covered = new Map<number, number>();
    this.marks.forEach((mark, i) => {
      if (!inSight(mark.y, ROW)) {
        return;
      }
      // Days that fall on one pixel are drawn once.
      const pixel = Math.floor(scale(mark.from));
      if (i === this.active || mark.to - mark.from > DAY || covered.get(mark.y) !== pixel) {
        covered.set(mark.y, pixel);
        this.mark(context, mark, scale, width, ink, colors[mark.node.__typename.toUpperCase()], i);
      }
    });
    for (const lane of this.lanes.filter((each) => inSight(each.y, each.height + GAP))) {
      context.fillStyle = line;
      context.fillRect(0, lane.y - GAP / 2 - 1, width, 1);
      context.fillStyle = paper;
      context.globalAlpha = left ? 1 : 0.75;
      context.fillRect(0, lane.y - 4, left ? left - 6 : context.measureText(lane.name).width + 8, left ? lane.height + GAP - 2 : 16);
      context.globalAlpha = 1;
      context.fillStyle = soft;
      context.fillText(lane.name, 2, lane.y + 5, left ? left - 10 : undefined);
    }
    context.translate(0, top);
    context.fillStyle = paper;
    context.fillRect(0, 0, width, TOP - 7);
    for (const tick of scale.ticks(ticks)) {
      const x = scale(tick);
      const start = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
      const month = tick.toLocaleDateString("en", { month: "short", timeZone: "UTC" });
      context.fillStyle = start ? ink : soft;
      context.fillText(start ? `${tick.getUTCFullYear()}` : tick.getUTCDate() === 1 ? month : scale.tickFormat(ticks)(tick), x + 3, 9);
    }
  }

  private mark(context: CanvasRenderingContext2D, mark: Mark, scale: any, width: number, ink: string, color: string, i: number) {
    const [x, end] = [scale(mark.from), scale(mark.to)];
    if (end < 0 || x > width) {
      return;
    }
    const size = ROW - 6;
    const span = Math.max(end - x, 4);
    context.fillStyle = context.strokeStyle = color;
    context.lineWidth = 1.5;
    const exact = mark.to - mark.from <= DAY;
    const { status } = mark.node;
    context.setLineDash(mark.node.date.inferred ? [3, 2] : []);
    context.globalAlpha = exact ? 1 : 0.35;
    const solid = !mark.node.date.inferred && (!status || status === "HELD");
    context[solid ? "fillRect" : "strokeRect"](x + 0.5, mark.y + 0.5, span, size);
    context.globalAlpha = 1;
    context.setLineDash([]);
    if (i === this.active) {
      context.strokeStyle = ink;
      context.lineWidth = 2;
      context.strokeRect(x - 2, mark.y - 2, span + 4, size + 4);
    }
    if (this.room(mark, scale) > 60) {
      context.fillStyle = ink;
      context.fillText(this.cut(context, mark.node.label, this.room(mark, scale) - span - TEXT), x + span + 4, mark.y + size / 2 + 1);
    }
  }

  /** Pixels until the next entry in the same row. */
  private room(mark: Mark, scale: any): number {
    if (this.marks.length > 400 && this.transform.k < 4) {
      return 0;
    }
    return (mark.next < Infinity ? scale(mark.next) : Infinity) - scale(mark.from);
  }

  private cut(context: CanvasRenderingContext2D, text: string, room: number): string {
    const most = Math.floor(Math.min(room, 340) / 6.2);
    return most < 6 ? "" : text.length > most ? `${text.slice(0, most - 1)}…` : text;
  }

  private scale(by: number) {
    const canvas = this.querySelector("canvas")!;
    this.zoom.scaleBy(select(canvas), by);
  }

  private whole() {
    this.zoom.transform(select(this.querySelector("canvas")!), zoomIdentity);
  }

  private at(event: MouseEvent): number {
    const scale = this.times((event.target as HTMLElement).clientWidth);
    const y = event.offsetY + this.scroller!.scrollTop;
    const near = (mark: Mark) => y >= mark.y - 2 && y <= mark.y + ROW - 2 && event.offsetX >= scale(mark.from) - 3 && event.offsetX <= Math.max(scale(mark.to), scale(mark.from) + 6) + 3;
    return this.marks.findIndex(near);
  }

  private point(event: MouseEvent) {
    this.activate(this.at(event));
  }

  private open(event: MouseEvent) {
    const mark = this.marks[this.at(event)];
    if (mark) {
      navigate(path(mark.node));
    }
  }

  private activate(i: number) {
    if (this.active !== i) {
      this.active = i;
      const node = this.marks[i]?.node;
      this.querySelector(".shown")!.textContent = node ? `${node.date.label}${node.date.inferred ? ` (${texts.inferred})` : ""}: ${node.label}` : "";
      this.querySelector("canvas")!.classList.toggle("over", i >= 0);
      this.paint();
    }
  }

  private key(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      this.activate(Math.min(Math.max(this.active + step, 0), this.marks.length - 1));
      this.reveal();
    } else if (event.key === "+" || event.key === "-") {
      this.scale(event.key === "+" ? 2 : 0.5);
    } else if (event.key === "Home") {
      this.whole();
    } else if (event.key === "Enter" && this.marks[this.active]) {
      navigate(path(this.marks[this.active].node));
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Moves what the keyboard chose into sight. */
  private reveal() {
    const canvas = this.querySelector("canvas")!;
    const { y, from } = this.marks[this.active];
    const x = this.times(canvas.clientWidth)(from);
    const scroller = this.scroller!;
    if (y < scroller.scrollTop + TOP || y > scroller.scrollTop + canvas.clientHeight - ROW) {
      scroller.scrollTop = y - canvas.clientHeight / 2;
    }
    if (x < this.left(canvas.clientWidth) || x > canvas.clientWidth - 40) {
      this.zoom.translateBy(select(canvas), (canvas.clientWidth / 2 - x) / this.transform.k, 0);
    }
  }
}

customElements.define("parley-timeline", Timeline);
