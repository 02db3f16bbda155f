/** The page of one record of any kind. */
import { html, nothing } from "lit";
import { isSignedIn } from "./auth";
import { DOCUMENTS } from "./documents";
import { actions, resolution } from "./editor";
import { ask, type Request } from "./graphql";
import { positions } from "./issues";
import { texts, words } from "./texts";
import { View, date, inferred, join, link, row, rows, value } from "./view";

/** Fields whose values are those of an enum. */
const ENUMS = new Set(["kind", "level", "medium", "setting", "status", "publicity", "form", "stance", "voice"]);

class RecordPage extends View {
  request() {
    const query = DOCUMENTS[this.route.view];
    return query ? { query, variables: { slug: this.route.slug, asOf: this.get("asOf") || undefined } } : undefined;
  }

  protected async fetch(request: Request, signal: AbortSignal) {
    const { record } = await ask<any>(request, signal, this.warn);
    return { record: Array.isArray(record) ? record[0] : record };
  }

  heading() {
    return this.data?.record?.label ?? texts.kinds[this.route.view[0].toUpperCase() + this.route.view.slice(1)] ?? texts.name;
  }

  controls() {
    const asOf = this.get("asOf");
    return html`<form class="controls"><label title=${texts.record.asOfHint}>${texts.record.asOf}
      <input type="datetime-local" name="asOf" .value=${asOf ? asOf.slice(0, 16) : ""}
        @change=${(event: Event) => this.at((event.target as HTMLInputElement).value)}></label>
      ${asOf ? html`<button type="button" @click=${() => this.set({ asOf: "" })}>${texts.record.now}</button>` : nothing}</form>
      ${isSignedIn() && this.data?.record && !asOf ? html`<div class="tools">${actions(this.data.record, this.did)}</div>` : nothing}`;
  }

  /** Shows what an editor did, or why it failed. */
  private did = (error?: string) => {
    this.failure = error;
    void (error ?? this.load());
  };

  private at(moment: string) {
    this.set({ asOf: moment ? `${moment}:00Z` : "" });
  }

  show(data: any) {
    const record = data?.record;
    if (!record) {
      return html`<p class="state" role="status">${texts.notFound}</p>`;
    }
    const summary = record.summary ?? record.description;
    return html`<article>
      <p class="kind">${texts.kinds[record.__typename]}${record.date ? html` · ${date(record.date)}` : nothing}</p>
      ${summary ? html`<p class="summary">${summary}</p>` : nothing}
      ${record.quotation ? html`<blockquote>${record.quotation}</blockquote>` : nothing}
      <dl class="facts">${Object.keys(texts.fields).map((field) => this.fact(field, record[field]))}</dl>
      ${this.participants(record)} ${this.provisions(record)} ${this.thread(record)}
      ${this.section(texts.record.points, record.points, (points) => rows(points))}
      ${this.section(texts.record.references, record.references, (all) => html`<ul class="rows">${all.map((each) => html`<li>${value(each)}</li>`)}</ul>`)}
      ${record.__typename === "Issue" ? positions(record.positions.nodes, record.positions.totalCount) : this.list(texts.record.positions, record.positions)}
      ${this.list(texts.record.meetings, record.meetings ?? record.attended)} ${this.list(texts.record.statements, record.statements ?? record.said)}
      ${this.section(texts.record.agreements, record.agreements, (all) => rows(all))} ${this.list(texts.record.agreements, record.signed)}
      ${this.list(texts.record.events, record.events)} ${this.list(texts.record.referredTo, record.referredToIn)}
      ${this.section(texts.record.proposedIn, record.proposedIn, (all) => rows(all))}
      ${this.section(texts.record.offices, record.offices, (all) => this.offices(all, "of"))}
      ${this.section(texts.record.holders, record.officeHolders, (all) => this.offices(all, "holder"))}
      ${this.section(texts.record.parts, record.parts, (all) => value(all))}
      ${this.section(texts.record.counterparts, record.counterparts?.nodes, (all) => join(all.map((each) => html`${link(each.counterpart)} (${each.meetings})`)), record.counterparts?.totalCount)}
      ${this.section(texts.record.discrepancies, record.discrepancies, (all) => all.map((each) => discrepancy(each, (value) => isSignedIn() && !this.get("asOf") && resolution(record, each, value, this.did) || nothing)))}
      ${record.__typename === "Source"
        ? this.section(texts.record.vouches, record.attestations.nodes, (all) => attestations(all, record.attestations.totalCount), record.attestations.totalCount)
        : this.section(texts.record.attestations, record.attestations, (all) => attestations(all))}
      ${this.section(texts.record.history, record.history.nodes, (all) => all.map((each) => this.change(each)), record.history.totalCount)}
      <p class="note">${texts.record.revision(record.revision)}</p></article>`;
  }

  private fact(field: string, of: any) {
    const shown = field === "date" ? nothing : ENUMS.has(field) && of && of !== "UNSPECIFIED" ? words(of) : value(of);
    if (field === "previous" && of && this.data.record.daysSincePrevious) {
      const { lowest, highest } = this.data.record.daysSincePrevious;
      return html`<dt>${texts.fields[field]}</dt><dd>${shown}, ${texts.record.days(lowest === highest ? `${lowest}` : `${lowest ?? "?"}–${highest ?? "?"}`)}</dd>`;
    }
    return shown === nothing ? nothing : html`<dt>${texts.fields[field]}</dt><dd>${shown}${field === "places" && this.data.record.placeInferred ? inferred() : nothing}</dd>`;
  }

  private section(heading: string, items: any[] | undefined, show: (items: any[]) => unknown, total = items?.length ?? 0) {
    return items?.length ? html`<section><h2>${heading} <small>${texts.of(items.length, total)}</small></h2>${show(items)}</section>` : nothing;
  }

  private list(heading: string, list: any) {
    return list?.nodes.length ? html`<section><h2>${heading} <small>${texts.of(list.nodes.length, list.totalCount)}</small></h2>${rows(list.nodes, list.totalCount)}</section>` : nothing;
  }

  private participants(record: any) {
    const roles = new Map<string, any[]>();
    for (const each of record.participations ?? []) {
      roles.set(each.role, [...(roles.get(each.role) ?? []), each]);
    }
    return this.section(texts.record.participants, record.participations, () => html`<dl class="roles">${[...roles].map(([role, all]) => html`
      <dt>${words(role)}</dt><dd><ul>${all.map((each) => html`<li>${value(each)}</li>`)}</ul></dd>`)}</dl>`);
  }

  private provisions(record: any) {
    return this.section(texts.record.provisions, record.provisions, (all) => html`<ol class="provisions">${all.map((each) => html`<li value=${each.number}>
      <p>${each.summary}</p>${each.text ? html`<blockquote>${each.text}</blockquote>` : nothing}
      <p class="note">${join([each.issue && link(each.issue), ...each.attestations.map(where)].filter(Boolean), " · ")}</p>
      ${each.steps.length ? html`<details open><summary>${texts.record.steps}</summary><ul class="rows">${each.steps.map((step: any) => html`<li>
        <span class="when">${date(step.date)}</span><span class="what"><b>${words(step.status)}</b> ${step.summary}
        <small>${join(step.attestations.map(where), " · ")}</small></span></li>`)}</ul></details>` : nothing}</li>`)}</ol>`);
  }

  /** A statement among those it replies to and those that reply, indented by depth. */
  private thread(record: any) {
    const thread: any[] = record.thread ?? [];
    const depth = (one: any): number => Math.max(0, ...one.inReplyTo.map((to: any) => thread.find((each) => each.slug === to.slug)).filter(Boolean).map((each: any) => depth(each) + 1));
    return thread.length > 1 ? html`<section><h2>${texts.record.thread} <small>${thread.length}</small></h2><ul class="rows thread">
      ${thread.map((one) => row(one, Math.min(depth(one), 4), one.slug === record.slug))}</ul></section>` : nothing;
  }

  private offices(all: any[], other: "of" | "holder") {
    return html`<ul class="rows">${all.map((each) => html`<li><span class="when">${value(each.period)}</span>
      <span class="what">${each.title}: ${link(each[other])}</span></li>`)}</ul>`;
  }

  private change(change: any) {
    return html`<details class="change"><summary><time>${moment(change.at)}</time> ${words(change.act)} ${texts.changes.by(change.editor)}${change.why ? ` – ${change.why}` : ""}</summary>
      <button @click=${() => this.set({ asOf: change.at })}>${texts.record.asOfAt(moment(change.at))}</button>
      ${change.fields.length ? differences(change.fields) : nothing}</details>`;
  }
}

export const moment = (at: string) => `${at.slice(0, 16).replace("T", " ")} UTC`;

/** Values of fields as a table; a third column is what the editor wrote. */
export function differences(fields: any[], before = texts.record.before, after = texts.record.after, third?: string) {
  const text = (json: any) => (json === null ? "–" : typeof json === "string" ? json : JSON.stringify(json));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${texts.record.history}><table><thead><tr><th>${texts.record.field}</th><th>${before}</th><th>${after}</th>${third ? html`<th>${third}</th>` : nothing}</tr></thead>
    <tbody>${fields.map((each) => html`<tr><th scope="row">${each.field}</th><td><del>${text(each.before)}</del></td><td><ins>${text(each.after)}</ins></td>${third ? html`<td>${text(each.third)}</td>` : nothing}</tr>`)}</tbody></table></div>`;
}

const where = (attestation: any) => html`${link(attestation.source)}, ${attestation.url ? html`<a href=${attestation.url} rel="noreferrer">${attestation.locator}</a>` : attestation.locator}`;

export function attestations(all: any[], total = all.length) {
  const ofRecord = all[0].record;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${texts.record.attestations}><table class="attestations">
    <thead><tr><th>${ofRecord ? texts.record.field : texts.record.source}</th><th>${texts.record.where}</th><th>${texts.record.voice}</th><th>${texts.record.field}</th></tr></thead>
    <tbody>${all.map((each) => html`<tr><td>${ofRecord ? link(each.record) : link(each.source)}</td>
      <td>${each.url ? html`<a href=${each.url} rel="noreferrer">${each.locator}</a>` : each.locator}${each.fragment ? html`<br><q>${each.fragment}</q>` : nothing}</td>
      <td>${words(each.voice)}</td><td>${each.field ?? texts.record.whole}${each.value ? html`: <q>${each.value}</q>` : nothing}${each.reads ? html` (${each.reads})` : nothing}</td></tr>`)}</tbody></table></div>
    ${total > all.length ? html`<p class="note">${texts.more(total - all.length)}</p>` : nothing}`;
}

/** The values of a field on which sources disagree, side by side. */
export function discrepancy(one: any, choose?: (value: string) => unknown) {
  return html`<div class="discrepancy"><h3>${one.record ? html`${link(one.record)}: ` : nothing}${one.field}</h3>
    <div class="sides">${one.values.map((each: any) => html`<div class=${each.value === one.shown ? "shown" : ""}><b>${each.value}</b>
      ${each.value === one.shown ? html`<span class="tag">${texts.record.shown}</span>` : nothing}
      <ul>${each.attestations.map((by: any) => html`<li>${where(by)}</li>`)}</ul>${choose?.(each.value) ?? nothing}</div>`)}</div>
    <p class="note">${texts.record.rule(words(one.rule))}${one.note ? `. ${one.note}` : ""}</p></div>`;
}

customElements.define("parley-record", RecordPage);
