/** Recording and amending: the form of an entry, its faults, and what others changed meanwhile. */
import { html, nothing } from "lit";
import { SIGN_IN, isSignedIn, signIn } from "./auth";
import { Form } from "./form";
import { ServiceError, ask, mutate, type Request } from "./graphql";
import { differences } from "./record";
import { texts } from "./texts";
import { View, navigate, path } from "./view";

const KINDS = Object.values(texts.kinds);
const typeName = (kind: string) => kind[0].toUpperCase() + kind.slice(1);
const same = (one: any, other: any) => JSON.stringify(one) === JSON.stringify(other);

/** The current entry of a record, in the form of the data set's files. */
const entryOf = (kind: string) => (kind === "position"
  ? `query Entry($slug: ID!) { record: nodes(ids: [$slug]) { ... on Position { slug label revision statement { slug label } history(first: 1) { nodes { after } } } } }`
  : `query Entry($slug: String!) { record: ${kind}(slug: $slug) { slug label revision history(first: 1) { nodes { after } } } }`);

interface Loaded {
  /** Names the draft of this entry. */
  key: string;
  form: Form;
  slug?: string;
  label?: string;
  revision?: string;
  /** What the editor saw first. */
  before: any;
}

/** An entry that is not saved, kept for the session of this tab. */
interface Draft {
  entry: any;
  why: string;
  /** What the editor read. */
  before: any;
  revision?: string;
}

class Editor extends View<Loaded> {
  static properties = { ...View.properties, entry: { state: true }, conflict: { state: true }, sending: { state: true } };
  /** The entry as edited. */
  declare entry: any;
  /** What others changed since the editor read the record. */
  declare conflict: any[] | undefined;
  declare sending: boolean;
  private why = "";
  /** Whether the form began with a draft. */
  private restored = false;

  connectedCallback() {
    super.connectedCallback();
    addEventListener("parley-session", this.again);
    addEventListener("beforeunload", this.guard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("parley-session", this.again);
    removeEventListener("beforeunload", this.guard);
  }

  private again = () => this.requestUpdate();

  /** Asks before the page is left with changes; without a session, the editor leaves to sign in, and the draft is restored. */
  private guard = (event: Event) => {
    if (isSignedIn() && this.dirty) {
      event.preventDefault();
    }
  };

  private get dirty() {
    const { form, before } = this.data ?? {};
    return form !== undefined && !same(form.input(this.entry), form.input(before));
  }

  private get key() {
    return `parley:draft:${this.kind}/${this.route.view === "new" ? "" : this.route.slug}`;
  }

  private draft(): Draft | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps what is not saved. Without storage, the form has it as long as it is open. */
  private keep() {
    try {
      if (this.dirty) {
        const { before, revision, key } = this.data!;
        sessionStorage.setItem(key, JSON.stringify({ entry: this.entry, why: this.why, before, revision }));
      } else if (this.data) {
        sessionStorage.removeItem(this.data.key);
      }
    } catch {
      // The browser refuses storage.
    }
  }

  /** Loading again keeps what is not saved. */
  async load(request = this.request()) {
    if (this.data?.key !== this.key || !this.dirty) {
      await super.load(request);
    }
  }

  private discard() {
    this.entry = structuredClone(this.data!.before);
    this.why = "";
    this.restored = false;
    this.keep();
    void this.load();
  }

  updated() {
    super.updated();
    if (!this.hasAttribute("aria-busy")) {
      this.keep();
    }
  }

  private get kind() {
    const kind = this.route.view === "new" ? this.get("kind") : this.route.view;
    return KINDS.includes(kind) ? kind : "meeting";
  }

  request(): Request | undefined {
    return isSignedIn() ? { query: entryOf(this.kind), variables: { slug: this.route.slug ?? "" } } : undefined;
  }

  tools() {
    return nothing;
  }

  heading() {
    return this.route.view === "new" ? texts.edit.record(this.kind) : texts.edit.amend(this.data?.label ?? texts.kinds[typeName(this.kind)]);
  }

  protected async fetch(request: Request, signal: AbortSignal): Promise<Loaded> {
    const { key } = this;
    const form = await Form.of(this.kind, () => this.requestUpdate());
    this.conflict = undefined;
    const draft = this.draft();
    this.restored = draft !== undefined;
    this.why = draft?.why ?? "";
    if (this.route.view === "new") {
      this.entry = draft?.entry ?? {};
      return { key, form, before: {} };
    }
    const record = await this.read(request, signal);
    if (record.statement) {
      navigate(`statement/${record.statement.slug}?edit=1`, true);
    }
    this.entry = draft?.entry ?? structuredClone(record.before);
    return { key, form, ...record, ...(draft && { before: draft.before, revision: draft.revision }) };
  }

  private async read(request: Request, signal?: AbortSignal) {
    const { record } = await ask<any>(request, signal);
    const one = Array.isArray(record) ? record[0] : record;
    if (!one) {
      throw new Error(texts.notFound);
    }
    return { ...one, before: one.history.nodes[0]?.after ?? {} };
  }

  controls() {
    return this.route.view !== "new" ? nothing : html`<form class="controls">${this.choice("kind", texts.fields.kind, KINDS.map((kind) => [kind, kind]), this.kind)}</form>`;
  }

  show(data: Loaded | undefined) {
    const prompt = isSignedIn() ? nothing
      : html`<p class="state">${texts.edit.signInFirst} ${SIGN_IN ? html`<button @click=${signIn}>${texts.signIn}</button>` : nothing}</p>`;
    if (!data) {
      return prompt;
    }
    return html`${prompt}${this.restored ? html`<p class="state" role="status">${texts.edit.restored} <button @click=${() => this.discard()}>${texts.edit.discard}</button></p>` : nothing}<form class="entry" novalidate @submit=${(event: Event) => (event.preventDefault(), this.send())}>
      ${this.conflict ? this.conflicts() : nothing}
      ${data.form.render(this.entry, this.route.view === "new" ? [] : ["slug"])}
      <div class="field"><label for="why">${texts.edit.why}</label><input id="why" maxlength="500" .value=${this.why} @input=${(event: Event) => ((this.why = (event.target as HTMLInputElement).value), this.keep())}>
        <small>${texts.edit.whyHint}</small></div>
      <p class="send" aria-live="polite"><button class="main" ?disabled=${this.sending}>${this.sending ? texts.edit.sending : texts.edit.save}</button>
        ${this.failure ? html`<strong class="fault" role="alert">${this.failure}</strong>` : nothing}</p></form>`;
  }

  private conflicts() {
    return html`<section class="state" role="alert"><h2>${texts.edit.conflict}</h2><p>${texts.edit.conflictHint}</p>
      ${differences(this.conflict!, texts.edit.read, texts.edit.theirs, texts.edit.yours)}</section>`;
  }

  /** The changed fields of an amendment; a removed one is null. */
  private changes(form: Form, before: any): Record<string, any> {
    const [was, is] = [form.input(before) ?? {}, form.input(this.entry) ?? {}];
    return Object.fromEntries(Object.keys(form.fields).filter((name) => name !== "slug" && !same(was[name], is[name])).map((name) => [name, is[name] ?? null]));
  }

  private async send() {
    const { form, slug, revision, before } = this.data!;
    const type = typeName(this.kind);
    const input = slug ? this.changes(form, before) : (form.input(this.entry) ?? {});
    form.faults = {};
    form.check(slug ? { ...form.input(this.entry), slug } : input);
    this.failure = undefined;
    if (Object.keys(form.faults).length) {
      this.refuse(texts.edit.faults(Object.keys(form.faults).length));
      return;
    }
    if (slug && !Object.keys(input).length) {
      this.failure = texts.edit.unchanged;
      return;
    }
    this.sending = true;
    try {
      const why = this.why.trim() || null;
      const field = `${this.kind} { slug ${this.kind === "position" ? "id " : ""}}`;
      const { done } = await mutate<any>(slug
        ? { query: `mutation Amend($slug: String!, $revision: String!, $input: ${type}Amendment!, $why: String) { done: amend${type}(slug: $slug, revision: $revision, input: $input, why: $why) { revision ${field} } }`,
            variables: { slug, revision, input, why } }
        : { query: `mutation Record($input: ${type}Input!, $why: String) { done: record${type}(input: $input, why: $why) { revision ${field} } }`, variables: { input, why } });
      this.data = { ...this.data!, before: structuredClone(this.entry) };
      this.keep();
      navigate(`${this.kind}/${this.kind === "position" ? encodeURIComponent(done.position.id) : done[this.kind].slug}`);
    } catch (error) {
      await this.explain(error as ServiceError);
    } finally {
      this.sending = false;
    }
  }

  /** Shows faults at their fields, and what others changed. */
  private async explain(error: ServiceError) {
    const form = this.data!.form;
    form.faults = Object.fromEntries((error.faults ?? []).map(({ path, message }) => [path, message]));
    if (error.code === "CONFLICT") {
      const now = await this.read(this.request()!).catch(() => undefined);
      if (now) {
        const [was, is, mine] = [this.data!.before, now.before, this.entry].map((each) => form.input(each) ?? {});
        this.conflict = Object.keys(form.fields).filter((name) => !same(was[name], is[name]))
          .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null, third: mine[field] ?? null }));
        // What the editor did not change takes the value of the others.
        this.conflict.filter(({ field }) => same(was[field], mine[field])).forEach(({ field }) => (this.entry[field] = structuredClone(now.before[field])));
        this.data = { ...this.data!, revision: now.revision, before: now.before };
      }
    }
    this.refuse(error.faults?.length ? texts.edit.faults(error.faults.length) : error.message);
  }

  private refuse(message: string) {
    this.failure = message;
    void this.updateComplete.then(() => (this.querySelector<HTMLElement>("[aria-invalid=true], .fault, [role=alert]")?.scrollIntoView({ block: "center" }), this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()));
  }
}

/** What editors do with a record, beside its heading: amend, or retract with a reason. */
export function actions(record: any, done: (error?: string) => void) {
  const retract = async (event: Event) => {
    event.preventDefault();
    const why = new FormData(event.target as HTMLFormElement).get("why");
    const type = record.__typename;
    try {
      await mutate({ query: `mutation Retract($slug: String!, $revision: String!, $why: String!) { retract${type}(slug: $slug, revision: $revision, why: $why) { revision } }`,
        variables: { slug: record.slug, revision: record.revision, why } });
      navigate("changes");
    } catch (error) {
      done((error as Error).message);
    }
  };
  return html`<a class="button" href=${`${path(record)}?edit=1`}>${texts.edit.button}</a>
    <details class="menu"><summary class="button">${texts.edit.retract}</summary><form @submit=${retract}>
      <label>${texts.edit.retractWhy}<input name="why" required maxlength="500"></label><button>${texts.edit.retract}</button></form></details>`;
}

/** Chooses one of the values on which sources disagree. */
export function resolution(record: any, discrepancy: any, value: string, done: (error?: string) => void) {
  const resolve = async (event: Event) => {
    event.preventDefault();
    const note = new FormData(event.target as HTMLFormElement).get("note");
    try {
      await mutate({ query: "mutation Resolve($type: RecordType!, $slug: String!, $field: String!, $value: String!, $note: String!, $revision: String) { resolve(type: $type, slug: $slug, field: $field, value: $value, note: $note, revision: $revision) { revision } }",
        variables: { type: record.__typename.toUpperCase(), slug: record.slug, field: discrepancy.field, value, note, revision: record.revision } });
      done();
    } catch (error) {
      done((error as Error).message);
    }
  };
  return html`<details class="menu"><summary>${texts.edit.choose}</summary><form @submit=${resolve}>
    <label>${texts.edit.note}<input name="note" required maxlength="500"></label><button>${texts.edit.choose}</button></form></details>`;
}

customElements.define("parley-editor", Editor);