// One client sends the most expensive requests in a loop, fifteen at once; measures another client's cheap queries meanwhile.
//   node overload.js URL [SECONDS]     the service trusts the header X-Forwarded-For of this machine and has no response cache
//   (PARLEY_CLIENTS_TRUSTED_PROXIES=127.0.0.0/8, PARLEY_HTTP_RESPONSE_CACHE_BYTES=0). Exits with 1 if a cheap query fails or their median is 300 ms or more.
import { requests } from "./requests.js";

const [url, seconds = "30"] = process.argv.slice(2);
const LOADERS = 15;
const MOST_MEDIAN = 300;
const until = performance.now() + Number(seconds) * 1000;

/** The status, or the code of the first error. */
async function ask([query, variables], client) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify({ query, variables }),
    headers: { "content-type": "application/json", "x-forwarded-for": client } });
  return (await response.json()).errors?.[0].extensions?.code ?? response.status;
}

const expensive = Object.values(requests(new Date(Date.now() - 10_000).toISOString()));
const outcomes = {};
let next = 0;
const load = Array.from({ length: LOADERS }, async () => {
  while (performance.now() < until) {
    const outcome = await ask(expensive[next++ % expensive.length], "203.0.113.7");
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
});
const times = [];
let failed = 0;
for (let i = 0; performance.now() < until; i++) {
  const began = performance.now();
  failed += (await ask([`{actor(slug: "actor-${601 + i}") {name attended(first: 5) {nodes {slug title}}}}`], "198.51.100.20")) !== 200;
  times.push(performance.now() - began);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await Promise.all(load);
times.sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)];
console.log(`${times.length} cheap queries: median ${median.toFixed(0)} ms, p99 ${times[Math.floor(times.length * 0.99)].toFixed(0)} ms, ${failed} failed; expensive ones:`,
  outcomes);
process.exit(failed || median >= MOST_MEDIAN ? 1 : 0);
