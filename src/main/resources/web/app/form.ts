/** Forms for entries, made from the JSON Schemas of the data set. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { ask, gql } from "./graphql";
import { texts, words } from "./texts";

type Schema = any;

const SIMILAR = gql`query Names($text: String!) { search(text: $text, first: 8) { nodes { __typename ... on Attested { slug label } ... on Source { slug label } } } }`;
/** Characters from which a text has several lines. */
const LONG = 1000;

/** The schemas by file; they are loaded once. */
const files = new Map<string, Promise<any>>();

const load = (name: string) => {
  if (!files.has(name)) {
    files.set(name, fetch(`schema/${name}.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(texts.noAnswer)))));
    files.get(name)!.catch(() => files.delete(name));
  }
  return files.get(name)!;
};

/** The form of one kind of record. */
export class Form {
  faults: Record<string, string> = {};
  /** Paths of the fields that were drawn; faults elsewhere are shown above. */
  private drawn = new Set<string>();
  private names: any[] = [];

  private constructor(private kind: string, private file: Schema, private common: Schema, private changed: () => void) {}

  static async of(kind: string, changed: () => void): Promise<Form> {
    const [file, common] = await Promise.all([load(`${kind}s`), load("common")]);
    return new Form(kind, file, common, changed);
  }

  get fields(): Record<string, Schema> {
    const { resolutions, ...fields } = this.file.$defs[this.kind].properties;
    return fields;
  }

  /** The schema that a reference leads to, with what is said beside the reference. */
  private resolve(schema: Schema): Schema {
    if (!schema.$ref) {
      return schema;
    }
    const name = schema.$ref.split("/").pop();
    const found = schema.$ref.startsWith("common") ? this.common.$defs[name] : (this.file.$defs[name] ?? this.common.$defs[name]);
    return { ...this.resolve(found), ref: name, ...(schema.description && { description: schema.description }) };
  }

  /** A date in an entry may be EDTF alone; in an input it is always an object. */
  input(value: any, schema: Schema = { properties: this.fields, type: "object" }): any {
    const of = this.resolve(schema);
    if (value === undefined || value === null || value === "" || value === false) {
      return undefined;
    }
    if (of.ref === "date") {
      return typeof value === "object" ? nonEmpty(value) : { edtf: String(value) };
    }
    if (Array.isArray(value)) {
      const items = value.map((each) => this.input(each, of.items)).filter((each) => each !== undefined);
      return items.length ? items : undefined;
    }
    if (of.properties && typeof value === "object") {
      return nonEmpty(Object.fromEntries(Object.entries(of.properties).map(([name, each]) => [name, this.input(value[name], each)])));
    }
    if ((of.type === "integer" || of.type === "number") && typeof value === "string") {
      return Number.isFinite(Number(value)) ? Number(value) : value;
    }
    return value;
  }

  /** Marks required fields that are empty and numbers that are none, which GraphQL itself would reject without naming the field. */
  check(value: any, schema: Schema = this.file.$defs[this.kind], path = "input"): void {
    const of = this.resolve(schema);
    for (const [i, each] of Array.isArray(value) ? value.entries() : []) {
      this.check(each, of.items, `${path}[${i}]`);
    }
    if (typeof value === "string" && (of.type === "integer" || of.type === "number")) {
      this.faults[path] = texts.edit.number;
    }
    if (of.properties && value && typeof value === "object" && !Array.isArray(value)) {
      for (const name of of.required ?? []) {
        if (value[name] === undefined) {
          this.faults[`${path}.${name}`] = texts.edit.required;
        }
      }
      Object.entries(value).forEach(([name, each]) => of.properties[name] && this.check(each, of.properties[name], `${path}.${name}`));
    }
  }

  /** The fields of an entry: the attestations first, then as in the schema. `fixed` fields cannot be changed. */
  render(entry: any, fixed: string[]): TemplateResult {
    this.drawn = new Set(["input"]);
    const names = Object.keys(this.fields).sort((one, other) => Number(other === "attestations") - Number(one === "attestations"));
    const required: string[] = this.file.$defs[this.kind].required;
    const fields = names.filter((name) => !fixed.includes(name)).map((name) => this.property(entry, name, this.fields[name], "input", required));
    const others = Object.entries(this.faults).filter(([path]) => !this.drawn.has(path));
    return html`${others.length ? html`<ul class="faults" role="alert">${others.map(([path, fault]) => html`<li>${path}: ${fault}</li>`)}</ul>` : nothing}
      ${fields}<datalist id="names">${this.names.map((each) => html`<option value=${each.slug} label=${`${each.label} (${texts.kinds[each.__typename]})`}></option>`)}</datalist>`;
  }

  private property(owner: any, name: string, schema: Schema, path: string, required: string[] = []): TemplateResult {
    return this.field(this.resolve(schema), owner[name], (value) => (owner[name] = value), `${path}.${name}`, labelOf(name), required.includes(name), name === "slug");
  }

  private field(schema: Schema, value: any, set: (value: any) => void, path: string, label: string, required = false, own = false): TemplateResult {
    const change = (next: any) => {
      set(next);
      delete this.faults[path];
      this.changed();
    };
    if (schema.ref === "date") {
      const date = typeof value === "object" && value ? value : { edtf: value === undefined ? "" : String(value) };
      const { edtf, reading, inferred } = this.common.$defs.date.properties;
      const into = (name: string) => (next: any) => change({ ...date, [name]: next });
      return this.group(path, label, required, schema.description, html`${this.control(this.resolve(edtf), date.edtf, into("edtf"), `${path}.edtf`, texts.edit.edtf, required)}
        ${this.control(this.resolve(reading), date.reading, into("reading"), `${path}.reading`, texts.edit.reading)}
        ${this.control(inferred, date.inferred, into("inferred"), `${path}.inferred`, texts.inferred)}`);
    }
    if (schema.type === "array") {
      const items = this.resolve(schema.items);
      if (required && !value?.length && !items.enum) {
        set((value = [items.properties ? {} : ""]));
      }
      return this.list(schema, value ?? [], change, path, label, required);
    }
    if (schema.properties) {
      const object = value ?? {};
      set(object);
      return this.group(path, label, required, schema.description, html`${Object.entries(schema.properties).map(([name, each]) => this.property(object, name, each, path, schema.required))}`);
    }
    return this.control(schema, value, change, path, label, required, own);
  }

  private list(schema: Schema, value: any[], change: (value: any) => void, path: string, label: string, required: boolean): TemplateResult {
    const items = this.resolve(schema.items);
    if (items.enum) {
      return this.group(path, label, required, schema.description, html`${items.enum.map((each: string) => html`<label class="check"><input type="checkbox" .checked=${live(value.includes(each))}
        @change=${() => change(items.enum.filter((one: string) => (one === each) !== value.includes(one)))}>${words(each)}</label>`)}`);
    }
    const without = (i: number) => {
      this.faults = {};
      change(value.filter((_, other) => other !== i));
    };
    const one = items.title && items.properties ? items.title : label;
    return this.group(path, label, required, schema.description, html`<ol>${value.map((each, i) => html`<li>
        ${this.field(items, each, (next) => (value[i] = next), `${path}[${i}]`, `${one} ${i + 1}`, false)}
        <button type="button" class="small" aria-label=${texts.edit.remove(`${one} ${i + 1}`)} @click=${() => without(i)}>−</button></li>`)}</ol>
      <button type="button" class="small" @click=${() => change([...value, items.properties ? {} : ""])}>${texts.edit.add(one)}</button>`);
  }

  private group(path: string, label: string, required: boolean, description: string, content: unknown): TemplateResult {
    this.drawn.add(path);
    return html`<fieldset class="group" id=${path} aria-describedby=${`${path}-hint`}><legend>${label}${required ? " *" : ""}</legend>${this.hint(path, description)}${content}</fieldset>`;
  }

  private hint(path: string, description?: string) {
    const fault = this.faults[path];
    return html`<small id=${`${path}-hint`}>${fault ? html`<strong class="fault">${fault}</strong> ` : nothing}${description ? first(description) : nothing}</small>`;
  }

  private control(schema: Schema, value: any, change: (value: any) => void, path: string, label: string, required = false, own = false): TemplateResult {
    this.drawn.add(path);
    const invalid = this.faults[path] ? "true" : nothing;
    const take = (event: Event) => change((event.target as HTMLInputElement).value);
    const shared = `${path}-hint`;
    if (schema.const === true) {
      return html`<div class="field"><label class="check"><input type="checkbox" id=${path} .checked=${live(value === true)} aria-describedby=${shared}
        @change=${() => change(value !== true)}>${label}</label>${this.hint(path, schema.description)}</div>`;
    }
    const text = value === undefined || value === null ? "" : String(value);
    const star = required ? " *" : "";
    const names = schema.ref === "slug" && !own;
    const control = schema.enum
      ? html`<select id=${path} aria-invalid=${invalid} aria-describedby=${shared} @change=${take}><option value="" .selected=${!text}></option>
          ${schema.enum.map((each: string) => html`<option value=${each} .selected=${each === text}>${words(each)}</option>`)}</select>`
      : schema.maxLength >= LONG && schema.ref !== "url"
        ? html`<textarea id=${path} rows="3" aria-invalid=${invalid} aria-describedby=${shared} .value=${live(text)} @input=${take}></textarea>`
        : html`<input id=${path} aria-invalid=${invalid} aria-describedby=${shared} autocomplete="off" list=${names ? "names" : nothing} .value=${live(text)}
            @input=${(event: Event) => (take(event), names && this.suggest((event.target as HTMLInputElement).value))}>`;
    return html`<div class="field"><label for=${path}>${label}${star}</label>${control}${this.hint(path, schema.description)}</div>`;
  }

  private timer = 0;

  /** Offers the slugs of records with such a name. */
  private suggest(text: string) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(async () => {
      if (text.length > 1) {
        const { search } = await ask<any>({ query: SIMILAR, variables: { text: text.replaceAll("-", " ") } }).catch(() => ({ search: { nodes: [] } }));
        this.names = search.nodes;
        this.changed();
      }
    }, 200);
  }
}

const labelOf = (name: string) => {
  const known = texts.edit.fields[name] ?? texts.fields[name] ?? words(name.replace(/[A-Z]/g, " $&"));
  return known[0].toUpperCase() + known.slice(1);
};

/** The first sentence of a description; documentation has the others. */
const first = (description: string) => (description.match(/^[^]*?\.(?=\s|$)/)?.[0] ?? description).replaceAll("`", "");

function nonEmpty(object: any): any {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
