/** The changes of the record, and the notice of those that are made while the page is open. */
import { LitElement, html, nothing } from "lit";
import { isSignedIn, token } from "./auth";
import { gql } from "./graphql";
import { differences, moment } from "./record";
import { texts, words } from "./texts";
import { View, link } from "./view";

const CHANGES = gql`query Changes { changes(last: 50) { pageInfo { hasPreviousPage } nodes { at act editor why recordType slug record { __typename ... on Attested { id slug label } ... on Source { slug label } } fields { field before after } } } }`;
const CHANGED = gql`subscription Changed($after: String) { changed(after: $after) { id act editor why slug recordType record { __typename ... on Attested { id slug label } ... on Source { slug label } } } }`;

/** Milliseconds between a change and the load that shows it. */
const PAUSE = 300;

class Changes extends View<{ changes: { nodes: any[]; pageInfo: { hasPreviousPage: boolean } } }> {
  request() {
    return { query: CHANGES, rows: "changes" };
  }

  show({ changes }: { changes: { nodes: any[]; pageInfo: { hasPreviousPage: boolean } } }) {
    const { nodes, pageInfo } = changes;
    return html`<p class="lead">${texts.changes.lead}</p>${[...nodes].reverse().map((each) => html`<details class="change"><summary><time>${moment(each.at)}</time> ${name(each)}: ${words(each.act)}
      ${texts.changes.by(each.editor)}${each.why ? ` – ${each.why}` : ""}</summary>${each.record ? html`<p>${link(each.record)}</p>` : nothing}${each.fields.length ? differences(each.fields) : nothing}</details>`)}
      ${pageInfo.hasPreviousPage ? html`<p class="note">${texts.changes.latest(nodes.length)}</p>` : nothing}`;
  }

  private timer = 0;

  /** Loads once for changes that come together. */
  private heard = () => {
    this.timer ||= window.setTimeout(() => {
      this.timer = 0;
      void this.load();
    }, PAUSE);
  };

  connectedCallback() {
    super.connectedCallback();
    addEventListener("parley-changed", this.heard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("parley-changed", this.heard);
    clearTimeout(this.timer);
    this.timer = 0;
  }
}

const name = (change: any) => change.record?.label ?? change.slug;

/** Milliseconds until the connection is tried again: at first, and at most. */
const [RETRY, LONGEST] = [2_000, 300_000];

class Live extends LitElement {
  static properties = { change: { state: true } };
  declare change: any;
  private socket?: WebSocket;
  private timer = 0;
  private failures = 0;
  /** Whether the editor had signed in when the connection was opened. */
  private signedIn = false;
  /** The id of the last change that was received. */
  private last: string | undefined;
  /** Whether there was a connection before, so that changes may have been missed. */
  private reopened = false;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.follow);
    addEventListener("parley-session", this.reopen);
    this.follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.follow);
    removeEventListener("parley-session", this.reopen);
    this.close();
  }

  /** The connection has the rights of the token with which it began. */
  private reopen = () => {
    if (this.signedIn !== isSignedIn()) {
      this.close();
      this.follow();
    }
  };

  /** Only a page that is visible has a connection. */
  private follow = () => {
    if (document.hidden) {
      this.close();
    } else if (!this.socket && !this.timer) {
      this.open();
    }
  };

  private close() {
    clearTimeout(this.timer);
    this.timer = 0;
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
  }

  /** Tries again later: each time after about twice as long, and not at the same moment as all other pages. */
  private retry() {
    const pause = Math.min(RETRY * 2 ** this.failures++, LONGEST);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      this.open();
    }, pause * (0.5 + Math.random() / 2));
  }

  /** The messages of the protocol graphql-transport-ws that a single subscription needs. */
  private open() {
    this.signedIn = isSignedIn();
    const address = new URL("graphql", document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = (this.socket = new WebSocket(address, "graphql-transport-ws"));
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.onopen = async () => {
      const bearer = await token().catch(() => undefined);
      if (this.socket !== socket || socket.readyState !== WebSocket.OPEN) {
        return;
      }
      say({ type: "connection_init", ...(bearer && { payload: { Authorization: `Bearer ${bearer}` } }) });
    };
    socket.onclose = () => {
      if (this.socket === socket) {
        this.socket = undefined;
        this.retry();
      }
    };
    socket.onmessage = ({ data }) => {
      if (this.socket !== socket) {
        return;
      }
      const { type, payload } = JSON.parse(data);
      if (type === "connection_ack") {
        say({ type: "subscribe", id: "changes", payload: { query: CHANGED, variables: { after: this.last } } });
        if (this.reopened && !this.last) {
          dispatchEvent(new Event("parley-changed"));
        }
        this.reopened = true;
      } else if (type === "ping") {
        say({ type: "pong" });
      } else if (type === "next" && payload.data?.changed) {
        this.failures = 0;
        this.last = payload.data.changed.id;
        this.change = payload.data.changed;
        dispatchEvent(new Event("parley-changed"));
      } else if (type === "error" || type === "next") {
        // The service may no longer know the change after which to go on.
        this.last = undefined;
        socket.close();
      } else if (type === "complete") {
        socket.close();
      }
    };
  }

  render() {
    const { change } = this;
    return html`<div role="status" class=${change ? "live" : ""}>${change ? html`${texts.changes.live(name(change), words(change.act), change.editor, change.why ?? "")}
      ${change.record ? link(change.record, texts.changes.show) : nothing}
      <button @click=${() => document.querySelectorAll<View>("main > *").forEach((view) => ((this.change = undefined), view.load?.()))}>${texts.changes.reload}</button>` : nothing}</div>`;
  }
}

customElements.define("parley-changes", Changes);
customElements.define("parley-live", Live);
