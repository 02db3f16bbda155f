/** The changes of the record, and the notice of those that are made while the page is open. */
import { LitElement, html, nothing } from "lit";
import { gql } from "./graphql";
import { differences, moment } from "./record";
import { texts, words } from "./texts";
import { View, link } from "./view";

const CHANGES = gql`query Changes { changes(first: 50) { nodes { at act editor why recordType slug record { __typename ... on Attested { id slug label } ... on Source { slug label } } fields { field before after } } } }`;
const CHANGED = gql`subscription Changed { changed { act editor why slug recordType record { __typename ... on Attested { id slug label } ... on Source { slug label } } } }`;

class Changes extends View {
  request() {
    return { query: CHANGES, rows: "changes" };
  }

  show({ changes }: any) {
    return html`<p class="lead">${texts.changes.lead}</p>${changes.nodes.map((each: any) => html`<details class="change"><summary><time>${moment(each.at)}</time> ${name(each)}: ${words(each.act)}
      ${texts.changes.by(each.editor)}${each.why ? ` – ${each.why}` : ""}</summary>${each.record ? html`<p>${link(each.record)}</p>` : nothing}${each.fields.length ? differences(each.fields) : nothing}</details>`)}`;
  }

  private heard = () => void this.load();

  connectedCallback() {
    super.connectedCallback();
    addEventListener("parley-changed", this.heard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("parley-changed", this.heard);
  }
}

const name = (change: any) => change.record?.label ?? change.slug;

/** Seconds until the connection is tried again. */
const RETRY = 15;

class Live extends LitElement {
  static properties = { change: { state: true } };
  declare change: any;
  private socket?: WebSocket;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.open();
  }

  /** The messages of the protocol graphql-transport-ws that a single subscription needs. */
  private open() {
    const address = new URL("graphql", document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(address, "graphql-transport-ws"));
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.onopen = () => say({ type: "connection_init" });
    socket.onclose = () => setTimeout(() => this.isConnected && this.open(), RETRY * 1000);
    socket.onmessage = ({ data }) => {
      const { type, payload } = JSON.parse(data);
      if (type === "connection_ack") {
        say({ type: "subscribe", id: "changes", payload: { query: CHANGED } });
      } else if (type === "ping") {
        say({ type: "pong" });
      } else if (type === "next" && payload.data?.changed) {
        this.change = payload.data.changed;
        dispatchEvent(new Event("parley-changed"));
      }
    };
  }

  render() {
    const { change } = this;
    return html`<div role="status" class=${change ? "live" : ""}>${change ? html`${texts.changes.live(name(change), words(change.act), change.editor, change.why ?? "")}
      ${change.record ? link(change.record, texts.changes.show) : nothing}
      <button @click=${() => document.querySelectorAll<View>("main > *").forEach((view) => ((this.change = undefined), view.load()))}>${texts.changes.reload}</button>` : nothing}</div>`;
  }
}

customElements.define("parley-changes", Changes);
customElements.define("parley-live", Live);
