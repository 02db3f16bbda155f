// Relay: its compiler reads the schema and a component with a paged list; its runtime requests the list and the next page.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compiler from 'relay-compiler';
import runtime from 'relay-runtime';

const HERE = dirname(fileURLToPath(import.meta.url));

function compile(folder) {
  cpSync(join(HERE, '..', '..', 'schema.graphql'), join(folder, 'schema.graphql'));
  cpSync(join(HERE, 'relay'), join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({
    src: './src',
    schema: './schema.graphql',
    language: 'javascript',
    eagerEsModules: false,
  }));
  return spawnSync(compiler, ['relay.config.json'], { cwd: folder, encoding: 'utf8' });
}

export default async function (url, check) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-relay-'));
  try {
    const compiled = compile(folder);
    check('the compiler accepts schema and component', compiled.status === 0, compiled.stdout + compiled.stderr);
    const artifact = (name) => createRequire(join(folder, 'src', 'any.js'))(`./__generated__/${name}.graphql.js`);
    await read(url, check, artifact('MeetingListQuery'), artifact('MeetingListPaginationQuery'), artifact('MeetingList_track'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function read(url, check, query, nextPage, component) {
  const environment = new runtime.Environment({
    network: runtime.Network.create(async (operation, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
      });
      return response.json();
    }),
    store: new runtime.Store(new runtime.RecordSource()),
  });
  const shown = () => {
    const root = environment.lookup(runtime.createOperationDescriptor(query, { slug: 'moscow-track', count: 3 }).fragment).data;
    const list = environment.lookup(runtime.getSelector(component, root.track)).data;
    return { id: list.id, meetings: list.meetings };
  };
  const all = (operation, variables) => runtime.fetchQuery(environment, operation, variables).toPromise();
  environment.retain(runtime.createOperationDescriptor(query, { slug: 'moscow-track', count: 3 }));
  await all(query, { slug: 'moscow-track', count: 3 });
  const first = shown();
  check('the list shows its first page', first.meetings.edges.length === 3 && first.meetings.pageInfo.hasNextPage,
    JSON.stringify(first));
  await all(nextPage, { id: first.id, count: 3, cursor: first.meetings.pageInfo.endCursor });
  const more = shown().meetings.edges.map((edge) => edge.node.id);
  check('the next page is added to it', more.length > 3 && new Set(more).size === more.length, JSON.stringify(more));
}
