// Measures a server under load: requests a second, latencies, processor time and memory. Linux only.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "./questions.js";
import { here, log, psqlEnv, run, work } from "./servers.js";

export const CONNECTIONS = 16;
/** Seconds of a warm-up run, and the least and most runs; a JVM is warm when its compilers take less than this part of its CPU time. */
const WARMING = { seconds: 6, least: 3, most: 60, compiling: 0.01 };

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Hundredths of a second of processor time. */
const ticks = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(stat[11]) + Number(stat[12]);
};

/** Memory of a process in MiB: resident, and the anonymous part of it. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [resident, anonymous] = ["VmRSS", "RssAnon"].map((key) => Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)[1]) / 1024));
  return { resident, anonymous };
}

/** By process. PostgreSQL's processes come and go; one that ends meanwhile is not counted. */
function databaseTicks(postmaster) {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
  return new Map(children.flatMap((pid) => { try { return [[pid, ticks(pid)]]; } catch { return []; } }));
}

/** Starts to measure processor time; the result gives the milliseconds of the server and of PostgreSQL since then, for each of so many requests. */
export function processorTime(server, postmaster) {
  const before = [ticks(server.pid), databaseTicks(postmaster)];
  return (requests) => {
    const database = [...databaseTicks(postmaster)].reduce((sum, [pid, now]) => sum + now - (before[1].get(pid) ?? 0), 0);
    return { cpu: ((ticks(server.pid) - before[0]) * 10) / requests, database: (database * 10) / requests };
  };
}

export function wrk(server, file, seconds) {
  const [command, ...more] = server.pinned ? ["taskset", "-c", "0", "wrk"] : ["wrk"];
  const out = run(command, [...more, "-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", join(here, "wrk.lua"), server.url],
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
export function warmUp(server, file, name) {
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

export function measure(server, file, seconds, postmaster) {
  const used = processorTime(server, postmaster);
  const result = wrk(server, file, seconds);
  if (result.failed > 0) throw new Error(`${server.name} failed ${result.failed} of ${result.requests}`);
  return { rate: result.requests / result.seconds, p50: result.p50, p99: result.p99, ...used(result.requests), memory: memory(server.pid).resident };
}

export function pgbench(name, size, seconds) {
  const file = join(work, `${name}.pgbench.sql`);
  writeFileSync(file, sql(name, size));
  const out = run("pgbench", ["-n", "-M", "prepared", "-c", String(CONNECTIONS), "-j", "1", "-T", String(seconds), "-f", file, size.name],
    { env: psqlEnv, stdio: ["ignore", "pipe", "ignore"] });
  return { rate: Number(/tps = ([\d.]+)/.exec(out)[1]), p50: Number(/latency average = ([\d.]+)/.exec(out)[1]) };
}
