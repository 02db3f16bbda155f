// Measures Parley, PostGraphile and plain SQL on one database, in turn, in rounds, and prints medians and ratios as tables.
//   node run.js [--scales 100,10000] [--rounds 5] [--seconds 8] [--questions nested,kept] [--native PATH] [--fill]
// A scale of 1 has 31 meetings, like the data set. --questions also takes writes, expensive, load and start; --native measures that executable instead of
// the package; --fill only makes the databases. All servers are stopped at the end.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { CONNECTIONS, measure, median, memory, pgbench, processorTime, warmUp, wrk } from "./measure.js";
import { bodies, growth, names, text, variables } from "./questions.js";
import { ask, bare, command, create, fill, generate, here, log, measureNative, parley, postgraphile, psql, ready, run, size as bytesOnDisk, startPostgres,
  stopAll, stopServers, work } from "./servers.js";
import { EDITORS, identityProvider, write } from "./writes.js";

/** Number of starts for the first thousand requests; a warm service gets as many thousands. */
const STARTS = 3;
/** Records of the data set that is loaded. */
const LOADED = 100_000;
const { values: options } = parseArgs({
  options: { scales: { type: "string", default: "100,10000" }, rounds: { type: "string", default: "5" }, seconds: { type: "string", default: "8" },
    questions: { type: "string" }, native: { type: "string" }, fill: { type: "boolean", default: false } },
});
const scales = options.scales.split(",").map(Number);
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const asked = (name) => !options.questions || options.questions.split(",").includes(name);

// ---- comparing the answers

/** Removes the row that PostGraphile shows between a statement and its speaker. */
function flat(value) {
  if (Array.isArray(value)) return value.map(flat);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flat(key === "speakers" ? inner.map((row) => row.actor) : inner)]));
}

async function compare(name, size, ours, other) {
  const given = variables(name, 0, size);
  const answer = await ask(ours, JSON.stringify({ query: text(name), variables: given }));
  if (answer.json.errors || !answer.json.data) throw new Error(`${name}: ${JSON.stringify(answer.json.errors)}`);
  if (text(name, ".postgraphile.graphql")) {
    const theirs = (await ask(other, JSON.stringify({ query: text(name, ".postgraphile.graphql"), variables: given }))).json;
    if (!isDeepStrictEqual(flat(theirs.data), answer.json.data)) {
      writeFileSync(join(work, "answers.json"), JSON.stringify([flat(theirs.data), answer.json.data], null, 1));
      throw new Error(`${name}: PostGraphile answers differently; see ${work}/answers.json`);
    }
  }
  if (text(name, ".sql")) {
    const values = Object.entries(given).flatMap(([key, value]) => ["-v", `${key}=${typeof value === "string" ? `'${value}'` : value}`]);
    const raw = JSON.parse(psql(size.name, ...values, "-f", join(here, `questions/${name}.sql`)));
    if (!isDeepStrictEqual(raw, answer.json)) throw new Error(`${name}: SQL answers differently`);
  }
  return answer.statements;
}

/** Measures the first thousand requests after a start, and a thousand of a warm service. */
async function thousand(server, body) {
  const began = performance.now();
  let left = 1000;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (left-- > 0) await ask(server, body);
  }));
  return performance.now() - began;
}

const rows = [];
const thousands = {};

function report(size, name, contender, measured, statements) {
  const of = (key) => median(measured.map((m) => m[key] ?? NaN));
  rows.push({ scale: size.scale, question: name, contender, rate: of("rate"), p50: of("p50"), p99: of("p99"), cpu: of("cpu"), database: of("database"),
    memory: of("memory"), statements });
  log(`${size.name} ${name} ${contender}: ${of("rate").toFixed(0)}/s, p99 ${of("p99")} ms`);
}

async function measureScale(size, postmaster) {
  const nestedBody = JSON.stringify({ query: text("nested"), variables: variables("nested", 0, size) });
  const cold = [];
  for (let start = 0; asked("nested") && start < STARTS; start++) {
    cold.push(await thousand(await ready(parley("parley", size.name, 0)), nestedBody));
    await stopServers();
  }
  const ours = await ready(parley("parley", size.name, 0));
  const theirs = await ready(postgraphile(size.name));
  for (const name of names.filter(asked)) {
    const statements = await compare(name, size, ours, theirs);
    const files = { parley: join(work, `${name}.json`), postgraphile: join(work, `${name}.postgraphile.json`) };
    writeFileSync(files.parley, bodies(name, size));
    if (text(name, ".postgraphile.graphql")) writeFileSync(files.postgraphile, bodies(name, size, ".postgraphile.graphql"));
    warmUp(ours, files.parley, name);
    const measured = { parley: [], postgraphile: [], sql: [] };
    if (text(name, ".postgraphile.graphql")) wrk(theirs, files.postgraphile, 10);
    for (let round = 0; round < rounds; round++) {
      measured.parley.push(measure(ours, files.parley, seconds, postmaster));
      if (text(name, ".postgraphile.graphql")) measured.postgraphile.push(measure(theirs, files.postgraphile, seconds, postmaster));
      if (text(name, ".sql")) measured.sql.push(pgbench(name, size, seconds));
    }
    report(size, name, "Parley", measured.parley, statements);
    if (measured.postgraphile.length) report(size, name, "PostGraphile", measured.postgraphile);
    if (measured.sql.length) report(size, name, "SQL", measured.sql, 1);
  }
  if (asked("nested")) {
    const warm = [];
    for (let i = 0; i < STARTS; i++) warm.push(await thousand(ours, nestedBody));
    thousands[size.scale] = { cold: median(cold), warm: median(warm) };
    const times = (all) => all.map((took) => took.toFixed(0)).join(", ");
    log(`${size.name}: the first 1,000 nested requests took ${times(cold)} ms, 1,000 warm ones ${times(warm)} ms`);
  }
  if (!options.questions && size.scale === Math.max(...scales)) await measureGrowth(size, ours, postmaster);
  await stopServers();
  if (asked("kept")) await measureKept(size, postmaster);
}

/** Measures larger pages and more levels, for Parley alone. */
async function measureGrowth(size, ours, postmaster) {
  for (const { name, query, variables: given } of growth()) {
    const file = join(work, "growth.json");
    const body = JSON.stringify({ query, variables: given });
    writeFileSync(file, body + "\n");
    const answer = await ask(ours, body);
    if (answer.json.errors) throw new Error(`${name}: ${JSON.stringify(answer.json.errors)}`);
    wrk(ours, file, seconds);
    report(size, name, "Parley", Array.from({ length: rounds }, () => measure(ours, file, seconds, postmaster)), answer.statements);
  }
}

/** From now on server and client have a core each; otherwise the contention of their threads would be measured. */
function pin(server) {
  run("taskset", ["-a", "-p", "-c", "1", String(server.pid)]);
  server.pinned = true;
}

/** Measures the same request repeatedly: cached responses, and a server that only sends the same bytes. */
async function measureKept(size, postmaster) {
  const ours = await ready(parley("kept", size.name, 32_000_000));
  const file = join(work, "kept.json");
  const body = JSON.stringify({ query: text("nested"), variables: variables("nested", 0, size) });
  writeFileSync(file, body + "\n");
  writeFileSync(join(work, "answer.json"), JSON.stringify((await ask(ours, body)).json));
  const plain = await ready(bare(join(work, "answer.json")));
  for (const server of [ours, plain]) {
    warmUp(server, file, "kept");
    pin(server);
  }
  const measured = { kept: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    measured.kept.push(measure(ours, file, seconds, postmaster));
    measured.bare.push(measure(plain, file, seconds, postmaster));
  }
  report(size, "nested, kept", "Parley", measured.kept, 0);
  report(size, "nested, kept", "bare Vert.x", measured.bare, 0);
  await stopServers();
}

/** Measures mutations in a database with the data set, made anew: after a warm-up of as many rounds as are measured. */
async function measureWrites(postmaster) {
  create("writes");
  command("writes", "load", join(here, "../seeds"));
  const provider = await identityProvider();
  try {
    const ours = await ready(parley("parley", "writes", 0, provider.env));
    const tokens = Array.from({ length: EDITORS }, (_, i) => provider.token(`editor-${i}`));
    const measured = [];
    for (let round = 0; round < 2 * rounds; round++) {
      const used = processorTime(ours, postmaster);
      const times = await write(ours.url, tokens, round, seconds);
      const of = (part) => times[Math.floor(times.length * part)];
      if (round >= rounds) {
        measured.push({ rate: times.length / seconds, p50: of(0.5), p99: of(0.99), ...used(times.length), memory: memory(ours.pid).resident });
      }
    }
    report({ name: "writes", scale: 1 }, `mutations of ${EDITORS} editors`, "Parley", measured);
  } finally {
    provider.stop();
    await stopServers();
  }
}

/** Measures the most expensive requests, one at a time, and the statements of searches. */
async function measureExpensive(size) {
  const ours = await ready(parley("parley", size.name, 0));
  try {
    console.log(`\nThe most expensive requests at ${size.scale}x, in seconds of processor time:\n`);
    spawnSync(process.execPath, [join(here, "expensive.js"), ours.url, String(ours.pid), size.name], { stdio: "inherit" });
    console.log(`\nSearches in PostgreSQL at ${size.scale}x, in milliseconds:\n`);
    console.log(psql(size.name, "-f", join(here, "search.sql")));
  } finally {
    await stopServers();
  }
}

/** Measures the commands for a large data set. */
function measureLoad() {
  const directory = generate(LOADED);
  create("loaded");
  const commands = [["check", "check"], ["load into an empty database", "load"], ["load with nothing changed", "load"]];
  console.log(`\n| command, with ${LOADED} records | processor time, s | peak of memory, MiB |\n|---|---|---|`);
  for (const [name, ...args] of commands) {
    const { cpu, memory: peak } = command("loaded", ...args, directory);
    console.log(`| ${name} | ${cpu.toFixed(1)} | ${peak} |`);
  }
}

/** Measures several starts on the data set: time to the first right answer, and memory before and after load. */
async function measureStart() {
  create("started");
  command("started", "load", join(here, "../seeds"));
  const file = join(work, "start.json");
  const body = JSON.stringify({ query: text("nested"), variables: { first: 20 } });
  writeFileSync(file, body + "\n");
  const times = [];
  let idle;
  let loaded;
  for (let start = 0; start < STARTS; start++) {
    const began = performance.now();
    const ours = await ready(parley("parley", "started", 0), 2);
    const { json } = await ask(ours, body);
    if (json.errors || !json.data.meetings.nodes.length) throw new Error(JSON.stringify(json));
    times.push(performance.now() - began);
    if (start === STARTS - 1) {
      idle = memory(ours.pid);
      wrk(ours, file, 60);
      loaded = memory(ours.pid);
    }
    await stopServers();
  }
  console.log("\n| start and memory | |\n|---|---|");
  console.log(`| start to the first right answer, median of ${STARTS}, ms | ${median(times).toFixed(0)} |`);
  console.log(`| memory after the first answer, resident and anonymous, MiB | ${idle.resident}, ${idle.anonymous} |`);
  console.log(`| after 60 s of load | ${loaded.resident}, ${loaded.anonymous} |`);
  console.log(`| on disk, MB | ${(bytesOnDisk() / 1e6).toFixed(1)} |`);
}

function table() {
  const number = (value, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : "");
  const brief = (value) => number(value, value < 0.1 ? 4 : 2);
  console.log("| scale | question | server | requests/s | of PostGraphile | of SQL | p50 ms | p99 ms | CPU ms | database CPU ms | SQL statements | MiB |");
  console.log("|---|---|---|---|---|---|---|---|---|---|---|---|");
  for (const row of rows) {
    const rate = (who) => rows.find((r) => r.scale === row.scale && r.question === row.question.split(",")[0] && r.contender === who)?.rate;
    console.log("| " + [row.scale, row.question, row.contender, number(row.rate), number(row.rate / rate("PostGraphile"), 2), number(row.rate / rate("SQL"), 2),
      number(row.p50, 1), number(row.p99, 1), brief(row.cpu), brief(row.database), row.statements ?? "", number(row.memory)].join(" | ") + " |");
  }
}

/** Prints each ratio of medians on a line. */
function ratios() {
  const row = (scale, question, contender = "Parley") => rows.find((r) => r.scale === scale && r.question === question && r.contender === contender);
  const tell = (what, one, other) => Number.isFinite(one / other) && console.log(`- ${what}: ${(one / other).toFixed(2)}`);
  for (const scale of scales) {
    const nested = row(scale, "nested");
    const kept = row(scale, "nested, kept");
    tell(`${scale}x, nested, requests/s of Parley to PostGraphile`, nested?.rate, row(scale, "nested", "PostGraphile")?.rate);
    tell(`${scale}x, nested, requests/s of Parley to SQL`, nested?.rate, row(scale, "nested", "SQL")?.rate);
    tell(`${scale}x, nested, time of the first 1,000 requests to 1,000 warm ones`, thousands[scale]?.cold, thousands[scale]?.warm);
    tell(`${scale}x, nested and kept, requests/s of Parley to PostGraphile`, kept?.rate, row(scale, "nested", "PostGraphile")?.rate);
    tell(`${scale}x, nested and kept, requests/s of Parley to a bare Vert.x handler`, kept?.rate, row(scale, "nested, kept", "bare Vert.x")?.rate);
  }
  const [least, most] = [Math.min(...scales), Math.max(...scales)];
  for (const name of least < most ? names.filter(asked) : []) {
    tell(`${name}, p99 at ${most}x to that at ${least}x`, row(most, name).p99, row(least, name).p99);
    // A search sends one statement for each kind of record on the page.
    if (name !== "search" && row(most, name).statements !== row(least, name).statements) throw new Error(`${name}: the number of SQL statements depends on the scale`);
  }
}

const questionsOfScales = options.fill || asked("kept") || asked("expensive") || names.some(asked);
if (options.native) measureNative(options.native);
mkdirSync(work, { recursive: true });
try {
  run("taskset", ["-c", "0,1", "true"]);
  log(`${cpus().length} cores, ${cpus()[0].model}; ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections`);
  const postmaster = startPostgres();
  const sizes = questionsOfScales ? scales.map(fill) : [];
  if (!options.fill) {
    for (const size of asked("kept") || names.some(asked) ? sizes : []) await measureScale(size, postmaster);
    if (asked("writes")) await measureWrites(postmaster);
    table();
    ratios();
    for (const size of asked("expensive") ? sizes : []) await measureExpensive(size);
    if (asked("load")) measureLoad();
    if (asked("start")) await measureStart();
  }
} finally {
  stopAll();
}
