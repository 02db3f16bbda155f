/** Choices of actors, issues and places by name. */
import { html, nothing, type TemplateResult } from "lit";
import { askAll, gql } from "./graphql";
import { texts } from "./texts";
import type { View } from "./view";

const LISTS: { [list: string]: string } = {
  actors: gql`query Actors($after: String) { actors(first: 100, after: $after) { nodes { slug label } pageInfo { hasNextPage endCursor } } }`,
  issues: gql`query Issues($after: String) { issues(first: 100, after: $after) { nodes { slug label } pageInfo { hasNextPage endCursor } } }`,
  places: gql`query Places($after: String) { places(first: 100, after: $after) { nodes { slug label } pageInfo { hasNextPage endCursor } } }`,
};

const MOST = 2000;
const loaded = new Map<string, any[]>();

/** Loads the choices once, when a field is first used. */
async function load(view: View, list: string) {
  if (!loaded.has(list)) {
    loaded.set(list, []);
    loaded.set(list, await askAll<any>({ query: LISTS[list] }, list, MOST, new AbortController().signal).catch(() => []));
    view.requestUpdate();
  }
}

/** A field for the name of a record, whose slug goes into the address. */
export function pick(view: View, name: string, label: string, list: string): TemplateResult {
  const choices = loaded.get(list) ?? [];
  const slug = view.get(name);
  if (slug) {
    void load(view, list);
  }
  const change = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    view.set({ [name]: choices.find((each) => each.label.toLowerCase() === text.toLowerCase() || each.slug === text)?.slug ?? text });
  };
  return html`<label>${label}
    <input name=${name} list=${`choices-${name}`} placeholder=${texts.filter.any} autocomplete="off"
      .value=${choices.find((each) => each.slug === slug)?.label ?? slug} @focus=${() => load(view, list)} @change=${change}>
    <datalist id=${`choices-${name}`}>${choices.length ? choices.map((each) => html`<option value=${each.label}></option>`) : nothing}</datalist></label>`;
}
