/** Requests to the service, and links that show them elsewhere. */
import { token } from "./auth";
import { texts } from "./texts";

/** Marks GraphQL documents, which a test of the service checks against its schema. */
export const gql = String.raw;

export interface Request {
  query: string;
  variables?: Record<string, unknown>;
  /** The list whose items are the rows of the table. */
  rows?: string;
}

const ENDPOINT = "graphql";

/** Whether the service has GraphiQL. */
export const GRAPHIQL = document.documentElement.dataset.graphiql === "true";

/** Receives the warnings of an answer, such as that a filter names an unknown record. */
export type Warn = (messages: string[]) => void;

/** What the service says went wrong; the faults have the paths of the fields in the input. */
export class ServiceError extends Error {
  constructor(message: string, readonly code?: string, readonly faults?: { path: string; message: string }[]) {
    super(message);
  }
}

/** The greatest revision that a mutation made, so that later answers show it. */
let seen = "";

/** Executes a mutation, which is sent once. */
export async function mutate<D>(request: Request): Promise<D> {
  const data = await ask<any>(request);
  const made = Object.values<any>(data)[0]?.revision;
  seen = Number(made) > Number(seen) ? made : seen;
  return data;
}

/** The data of the answer. Throws an error with the messages of the service. */
export async function ask<D>({ query, variables }: Request, signal?: AbortSignal, warn?: Warn): Promise<D> {
  const answer = await (await send(ENDPOINT, { query, variables }, signal)).json().catch(() => null);
  if (answer?.errors?.length) {
    const { code, faults } = answer.errors[0].extensions ?? {};
    throw new ServiceError(answer.errors.map((error: { message: string }) => error.message).join(" "), code, faults);
  }
  if (!answer?.data) {
    throw new Error(texts.noAnswer);
  }
  warn?.((answer.extensions?.warnings ?? []).map((warning: { message: string }) => warning.message));
  return answer.data;
}

async function send(address: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    const bearer = await token();
    const headers = {
      "Content-Type": "application/json", Accept: "application/json",
      ...(bearer && { Authorization: `Bearer ${bearer}` }), ...(seen && { "Parley-Min-Revision": seen }),
    };
    return await fetch(address, { method: "POST", headers, body: JSON.stringify(body), signal });
  } catch (error) {
    throw (error as Error).name === "AbortError" ? error : new Error(texts.unreachable);
  }
}

/** The items of a list that were read. */
export interface Items<N = any> {
  nodes: N[];
  /** Whether the list has further items. */
  more: boolean;
  /** Why the further items could not be read. */
  error?: string;
}

/**
 * The items of a list, page by page, at most `most`. If a later page fails, the result has the items before it. `show` is called with
 * the items read so far: after the first page, and whenever their number has doubled.
 */
export async function askAll<N = any>(request: Request, list: string, most: number, signal?: AbortSignal, warn?: Warn, show?: (items: Items<N>) => void): Promise<Items<N>> {
  const nodes: N[] = [];
  let shown = 0;
  for (let after: string | null = null; ; ) {
    let page: any;
    try {
      page = (await ask<any>({ ...request, variables: { ...request.variables, after } }, signal, warn))[list];
    } catch (error) {
      if (signal?.aborted || !nodes.length) {
        throw error;
      }
      return { nodes, more: true, error: (error as Error).message };
    }
    nodes.push(...page.nodes);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || nodes.length >= most) {
      return { nodes, more: page.pageInfo.hasNextPage };
    }
    if (show && nodes.length >= 2 * shown) {
      shown = nodes.length;
      show({ nodes: [...nodes], more: true });
    }
  }
}

/** Opens GraphiQL with the request. */
export function graphiql({ query, variables }: Request): string {
  const parameters = new URLSearchParams({ query: layOut(query) });
  const sent = Object.entries(variables ?? {}).filter(([, value]) => value !== undefined);
  if (sent.length) {
    parameters.set("variables", JSON.stringify(Object.fromEntries(sent)));
  }
  return `graphiql/#${parameters}`;
}

/** The answer to the request as a table, to be saved. */
export async function table({ query, variables, rows }: Request): Promise<Blob> {
  const response = await send(`${ENDPOINT}?format=csv${rows ? `&rows=${rows}` : ""}`, { query, variables });
  if (!response.ok) {
    throw new Error((await response.json().catch(() => null))?.errors?.[0]?.message ?? texts.noAnswer);
  }
  return response.blob();
}

/** A document with a line for each level of its selections. */
export function layOut(query: string): string {
  let depth = 0;
  let parentheses = 0;
  let text = "";
  for (const token of query.replace(/\s+/g, " ").trim().match(/ ?[{}] ?|[()]|[^{}() ]+| /g) ?? []) {
    const mark = token.trim();
    parentheses += mark === "(" ? 1 : mark === ")" ? -1 : 0;
    if (!parentheses && (mark === "{" || mark === "}")) {
      depth += mark === "{" ? 1 : -1;
      text = text.trimEnd() + (mark === "{" ? " {" : `\n${"  ".repeat(depth)}}`) + `\n${"  ".repeat(depth)}`;
    } else {
      text += token;
    }
  }
  return text.trim();
}
