// What the most expensive requests cost: processor time of the service and of PostgreSQL, in seconds, one request at a time.
//   node expensive.js URL SERVICE_PID DATABASE [PART_OF_NAME]    both servers run on this machine (Linux); the response cache is off (PARLEY_HTTP_RESPONSE_CACHE_BYTES=0)
// Exits with 1 if a request costs more than 1.5 s.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { requests } from "./requests.js";

const MOST = 1.5;
const [url, service, database, part = ""] = process.argv.slice(2);
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

/** Processor time of each PostgreSQL process that serves the database. */
function backends() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Map(pids.filter((pid) => read(pid, "cmdline").startsWith("postgres: ") && read(pid, "cmdline").includes(` ${database} `))
    .map((pid) => [pid, cpu(pid)]));
}

async function ask([query, variables]) {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  return { ...JSON.parse(text), bytes: text.length };
}

const asked = requests(new Date(Date.now() - 10_000).toISOString());
await ask(asked["statements with peace"]);
let expensive = 0;
console.log("| request | outcome | service | PostgreSQL | ms | kB |\n|---|---|---|---|---|---|");
for (const [name, request] of Object.entries(asked).filter(([name]) => name.includes(part))) {
  const before = [cpu(service), backends(), performance.now()];
  const { errors, bytes } = await ask(request);
  const took = performance.now() - before[2];
  await new Promise((resolve) => setTimeout(resolve, 50));
  const sql = [...backends()].reduce((sum, [pid, time]) => sum + time - (before[1].get(pid) ?? 0), 0);
  const java = cpu(service) - before[0];
  expensive += java + sql > MOST;
  const outcome = errors?.[0].extensions?.code ?? (errors ? errors[0].message : "answered");
  console.log(`| ${name} | ${outcome} | ${java.toFixed(2)} | ${sql.toFixed(2)} | ${took.toFixed(0)} | ${(bytes / 1000).toFixed(0)} |`);
}
console.log(`\n${expensive} of them took more than ${MOST} s; the service has ${/VmRSS:\s+(\d+)/.exec(read(service, "status"))?.[1] / 1024 | 0} MiB resident.`);
process.exit(expensive ? 1 : 0);
