// What the most expensive requests cost: processor time of the service and of PostgreSQL, in seconds, one request at a time.
//   node expensive.js URL SERVICE_PID DATABASE     both servers run on this machine (Linux); kept answers are off (PARLEY_HTTP_KEPT_BYTES=0)
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const [url, service, database] = process.argv.slice(2);
const ticks = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const read = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
};

/** Processor time of a process so far. */
function cpu(pid) {
  const fields = read(pid, "stat").split(") ").pop().split(" ");
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / ticks : 0;
}

/** That of each process of PostgreSQL that serves the database. */
function backends() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Map(pids.filter((pid) => read(pid, "cmdline").startsWith("postgres: ") && read(pid, "cmdline").includes(` ${database} `))
    .map((pid) => [pid, cpu(pid)]));
}

const asOf = new Date(Date.now() - 10_000).toISOString();
const names = (number) => Array.from({ length: number }, (_, i) => `name-${i}`);
const aliases = (number, field) => `{${Array.from({ length: number }, (_, i) => `a${i}: ${field}`).join(" ")}}`;
const words = "peace border corridor treaty talks railway prisoners mines ceasefire guarantee mandate summit delegation protocol transport"
  + " observers demarcation humanitarian recognition withdrawal";
const search = (text, types = "") => `{search(text: "${text}"${types}) {totalCount edges {score}}}`;
const states = (fields) => `{actors(first: 100, filter: {kinds: [STATE]}) {nodes {${fields}}}}`;
const REQUESTS = {
  "search, a word that no track has": [search("peace", ", types: [TRACK]")],
  "search, one letter": [search("p")],
  "search, twenty letters": [search("a b c d e f g h i k l m n o p r s t u w")],
  "search, twenty words": [search(words)],
  "search, two misspelled words": [search("delegtaion obsrvers")],
  "hostings as of a moment, counted": [`{hostings(first: 100, asOf: "${asOf}") {totalCount nodes {meeting {slug}}}}`],
  "hostings, counted": ["{hostings(first: 100) {totalCount nodes {meeting {slug}}}}"],
  "matrix as of a moment": [`{mediationMatrix(first: 100, asOf: "${asOf}") {nodes {meetings}}}`],
  "matrix, counted": ["{mediationMatrix(first: 100) {totalCount nodes {meetings}}}"],
  "hostings, counted 50 times": [aliases(50, "hostings {totalCount}")],
  "meetings, counted 50 times": [aliases(50, "meetings {totalCount}")],
  "meetings at 1,000 places": ["query($p: [String!]) {meetings(filter: {places: $p}) {totalCount nodes {slug}}}", { p: names(1_000) }],
  "meetings at 40,000 places": ["query($p: [String!]) {meetings(filter: {places: $p}) {totalCount nodes {slug}}}", { p: names(40_000) }],
  "statements with p": [`{statements(filter: {text: "p"}) {totalCount nodes {slug}}}`],
  "statements with peace": [`{statements(filter: {text: "peace"}) {totalCount nodes {slug}}}`],
  "seven counts of 100 states": [states("attended {totalCount} hosted {totalCount} mediated {totalCount} said {totalCount}"
    + " addressed {totalCount} positions {totalCount} signed {totalCount}")],
  "100 counterparts of 100 states": [states("counterparts(first: 100) {nodes {meetings}}")],
  "discrepancies, counted": ["{discrepancies {totalCount nodes {field}}}"],
  "timeline, counted": ["{timeline {totalCount nodes {__typename}}}"],
  "100 standings of 100 issues": ["{issues(first: 100) {nodes {standings(first: 100) {nodes {slug summary actor {name}}}}}}"],
};

async function ask([query, variables]) {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables }) });
  return response.json();
}

await ask(REQUESTS["statements with peace"]);
console.log("| request | outcome | service | PostgreSQL |\n|---|---|---|---|");
for (const [name, request] of Object.entries(REQUESTS)) {
  const before = [cpu(service), backends()];
  const { errors } = await ask(request);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const sql = [...backends()].reduce((sum, [pid, time]) => sum + time - (before[1].get(pid) ?? 0), 0);
  console.log(`| ${name} | ${errors?.[0].extensions?.code ?? "answered"} | ${(cpu(service) - before[0]).toFixed(2)} | ${sql.toFixed(2)} |`);
}
