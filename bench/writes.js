// Measures mutations: eight editors record meetings and amend them, with tokens of an identity provider in this process.
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

export const EDITORS = 8;
const AUDIENCE = "parley";
const base64 = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** An OpenID Connect provider that publishes one key. `token(name)` is an editor's token, valid for an hour. */
export async function identityProvider() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "bench", use: "sig", alg: "RS256" };
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url.endsWith("/keys") ? { keys: [key] } : { issuer, jwks_uri: `${issuer}/keys`,
      authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  return {
    env: { QUARKUS_OIDC_AUTH_SERVER_URL: issuer, QUARKUS_OIDC_TOKEN_AUDIENCE: AUDIENCE },
    token(name) {
      const now = Math.floor(Date.now() / 1000);
      const head = base64({ alg: "RS256", typ: "JWT", kid: "bench" });
      const claims = base64({ iss: issuer, aud: AUDIENCE, sub: name, preferred_username: name, groups: ["editor"], iat: now, exp: now + 3600 });
      return `${head}.${claims}.${createSign("RSA-SHA256").update(`${head}.${claims}`).sign(privateKey, "base64url")}`;
    },
    stop: () => server.close(),
  };
}

const RECORD = "mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision meeting { revision } } }";
const AMEND = `mutation ($slug: String!, $revision: String!, $input: MeetingAmendment!) {
  amendMeeting(slug: $slug, revision: $revision, input: $input) { revision meeting { revision } } }`;

const meeting = (slug, day) => ({
  slug, title: `Talks of ${slug}`, kind: "NEGOTIATION", level: "DEPUTY_MINISTERS", medium: "IN_PERSON", setting: "DEDICATED", status: "HELD",
  date: { edtf: `2024-0${1 + (day % 9)}-1${day % 10}` }, places: ["brussels"], summary: `The parties discuss item ${slug} of the agenda.`,
  participations: [{ actor: "charles-michel", roles: ["HOST", "MEDIATOR"], office: "President of the European Council" },
    { actor: "armenia", roles: ["PARTY"] }, { actor: "azerbaijan", roles: ["PARTY"] }],
  attestations: [{ source: "russia-stresses-its-red-lines", locator: "paragraph 3", voice: "DOCUMENT_FACT" }],
});

/** Each editor records a meeting and amends it twice, again and again. Returns how long each mutation took, in ascending milliseconds. */
export async function write(url, tokens, round, seconds) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  async function send(token, query, variables) {
    const began = performance.now();
    const response = await fetch(url, { method: "POST", body: JSON.stringify({ query, variables }),
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` } });
    const json = await response.json();
    if (json.errors) throw new Error(JSON.stringify(json.errors));
    times.push(performance.now() - began);
    return Object.values(json.data)[0].meeting.revision;
  }
  await Promise.all(tokens.map(async (token, editor) => {
    for (let i = 0; performance.now() < until; i++) {
      const slug = `bench-${round}-${editor}-${i}`;
      let revision = await send(token, RECORD, { input: meeting(slug, i) });
      for (const input of [{ summary: `Nothing is agreed on item ${i}.` }, { date: { edtf: "2024-11" }, level: "MINISTERS" }]) {
        revision = await send(token, AMEND, { slug, revision, input });
      }
    }
  }));
  return times.sort((a, b) => a - b);
}
