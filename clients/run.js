// Runs every client against the service, prints the results, and fails if a check fails.
import apollo from './src/apollo.js';
import audit from './src/audit.js';
import federation from './src/federation.js';
import lint from './src/lint.js';
import live from './src/live.js';
import relay from './src/relay.js';
import retries from './src/retries.js';
import sse from './src/sse.js';
import urql from './src/urql.js';
import validation from './src/validation.js';

const url = process.argv[2] ?? process.env.PARLEY_URL ?? 'http://localhost:8080/graphql';
let failed = 0;
for (const [name, run] of Object.entries({ audit, validation, lint, apollo, urql, relay, live, sse, retries, federation })) {
  const checks = [];
  try {
    await run(url, (what, ok, detail) => checks.push({ what, ok, detail }));
  } catch (error) {
    checks.push({ what: 'runs', ok: false, detail: error.stack });
  }
  const wrong = checks.filter((check) => !check.ok);
  wrong.forEach((check) => console.log(`${name}: ${check.what}: ${check.detail ?? 'failed'}`));
  console.log(`${name}: ${checks.length - wrong.length} of ${checks.length} ok`);
  failed += checks.length === 0 ? 1 : wrong.length;
}
process.exit(failed === 0 ? 0 : 1);
