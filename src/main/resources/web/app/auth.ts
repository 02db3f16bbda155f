/**
 * Signing in at the identity provider, by the authorization code flow with PKCE (RFC 7636). The tokens are kept in the session of this tab
 * only, which the browser discards with it.
 */
import { texts } from "./texts";

const { issuer, client, scope } = document.documentElement.dataset;

/** Whether the service names a provider. */
export const SIGN_IN = Boolean(issuer && client);

const [SESSION, FLOW] = ["parley:session", "parley:flow"];
/** Milliseconds before a token expires, from which it is renewed. */
const EARLY = 20_000;

interface Session {
  access: string;
  refresh?: string;
  id?: string;
  until: number;
}

let session: Session | undefined = read(SESSION);
let renewing: Promise<void> | undefined;

function read(key: string): any {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value?: object) {
  try {
    value ? sessionStorage.setItem(key, JSON.stringify(value)) : sessionStorage.removeItem(key);
  } catch {
    // A browser that refuses storage keeps the session as long as the page.
  }
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const random = () => base64(crypto.getRandomValues(new Uint8Array(32)));
const redirect = () => new URL("signed-in", document.baseURI).href;

async function provider(): Promise<any> {
  return (await fetch(`${issuer!.replace(/\/$/, "")}/.well-known/openid-configuration`)).json();
}

/** The provider ended the session. */
class Refusal extends Error {}

/** Leaves for the provider, which leads back to `signed-in`. If that fails, the page shows why. */
export async function signIn() {
  // A browser has it only on pages that came by TLS or from this machine.
  const problem = crypto.subtle ? await leave().catch(() => texts.signInFailed) : texts.signInInsecure;
  if (problem) {
    dispatchEvent(new CustomEvent("parley-problem", { detail: problem }));
  }
}

/** The address to which the editor returns: after a failed attempt, that of the attempt. */
function back(): string {
  const root = new URL("./", document.baseURI).href;
  return location.href.split(/[?#]/)[0] === redirect() ? (read(FLOW)?.back ?? root) : location.href;
}

async function leave() {
  const [verifier, state] = [random(), random()];
  const { authorization_endpoint } = await provider();
  const challenge = base64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
  write(FLOW, { verifier, state, back: back() });
  location.assign(`${authorization_endpoint}?${new URLSearchParams({
    response_type: "code", client_id: client!, redirect_uri: redirect(), scope: scope ?? "openid", state, code_challenge: challenge, code_challenge_method: "S256",
  })}`);
}

/** Exchanges the code that the provider sent for tokens. Returns the address from which the editor came. */
export async function complete(parameters: URLSearchParams): Promise<string> {
  const flow = read(FLOW);
  write(FLOW, flow && { back: flow.back });
  if (parameters.get("error")) {
    throw new Error(parameters.get("error_description") ?? parameters.get("error")!);
  }
  if (!flow || !parameters.get("code") || !flow.state || parameters.get("state") !== flow.state) {
    throw new Error();
  }
  await exchange({ grant_type: "authorization_code", code: parameters.get("code")!, redirect_uri: redirect(), code_verifier: flow.verifier });
  write(FLOW);
  return flow.back;
}

async function exchange(grant: Record<string, string>) {
  const { token_endpoint } = await provider();
  const answer = await fetch(token_endpoint, { method: "POST", body: new URLSearchParams({ ...grant, client_id: client! }) });
  const tokens = await answer.json();
  if (!answer.ok) {
    const refused = tokens.error && answer.status < 500 && answer.status !== 429;
    throw new (refused ? Refusal : Error)(tokens.error_description ?? tokens.error);
  }
  keep({ access: tokens.access_token, refresh: tokens.refresh_token, id: tokens.id_token ?? session?.id, until: Date.now() + (tokens.expires_in ?? 60) * 1000 });
}

function keep(next?: Session) {
  session = next;
  write(SESSION, next);
  dispatchEvent(new Event("parley-session"));
}

/**
 * The access token; undefined for visitors. A token that is about to expire is renewed first. The session is over if
 * the provider refuses that, but not if the provider cannot be reached. Throws an error if there is no valid token then.
 */
export async function token(): Promise<string | undefined> {
  if (session && session.until - EARLY < Date.now()) {
    const { refresh } = session;
    const valid = () => session !== undefined && session.until > Date.now();
    renewing ??= (refresh ? exchange({ grant_type: "refresh_token", refresh_token: refresh }) : Promise.reject(new Refusal()))
      .catch((error) => {
        if (error instanceof Refusal && !(valid() && !refresh)) {
          keep();
        } else if (!valid()) {
          throw error;
        }
      })
      .finally(() => (renewing = undefined));
    await renewing;
  }
  return session?.access;
}

export const isSignedIn = () => session !== undefined;

/** The name that the provider gives the editor; the service itself decides by the signed token. */
export function name(): string {
  try {
    const part = (session!.id ?? session!.access).split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (each) => each.charCodeAt(0))));
    return claims.preferred_username ?? claims.name ?? claims.sub ?? "";
  } catch {
    return "";
  }
}

/** Forgets the tokens, and ends the session at the provider. */
export async function signOut() {
  const id = session?.id;
  keep();
  const { end_session_endpoint } = await provider().catch(() => ({}));
  if (end_session_endpoint && id) {
    location.assign(`${end_session_endpoint}?${new URLSearchParams({ id_token_hint: id, post_logout_redirect_uri: new URL("./", document.baseURI).href })}`);
  }
}
