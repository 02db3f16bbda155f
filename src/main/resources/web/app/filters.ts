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
const loading = new Map<string, Promise<unknown>>();

/** Loads the choices once, when a field is first used. */
function load(view: View, list: string): Promise<unknown> {
  if (!loading.has(list)) {
    loading.set(list, askAll({ query: LISTS[list] }, list, MOST).then(({ nodes, error }) => {
      loaded.set(list, nodes);
      if (error) {
        loading.delete(list);
      }
      view.requestUpdate();
    }, () => loading.delete(list)));
  }
  return loading.get(list)!;
}

/** A field for the name of a record, whose slug goes into the address. */
export function pick(view: View, name: string, label: string, list: string): TemplateResult {
  const choices = loaded.get(list) ?? [];
  const slug = view.get(name);
  if (slug && !loaded.has(list)) {
    void load(view, list);
  }
  const change = async (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    await load(view, list);
    view.set({ [name]: (loaded.get(list) ?? []).find((each) => each.label.toLowerCase() === text.toLowerCase() || each.slug === text)?.slug ?? text });
  };
  return html`<label>${label}
    <input name=${name} list=${`choices-${name}`} placeholder=${texts.filter.any} autocomplete="off"
      .value=${choices.find((each) => each.slug === slug)?.label ?? slug} @focus=${() => load(view, list)} @change=${change}>
    <datalist id=${`choices-${name}`}>${choices.length ? choices.map((each) => html`<option value=${each.label}></option>`) : nothing}</datalist></label>`;
}
