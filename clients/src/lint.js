// graphql-eslint: its rules for schemas, as eslint.config.js has them. They find what they should in a schema with faults.
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const config = fileURLToPath(new URL('../eslint.config.js', import.meta.url));
const FAULTS = 'enum Colour { red } type Query { getThing: Thing } type Thing { id: ID! things: ThingConnection } type ThingConnection { edges: [Thing] }';

export default async function (url, check) {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: config });
  const [schema] = await eslint.lintFiles(['schema.graphql']);
  check('schema.graphql follows the rules', schema.messages.length === 0,
    schema.messages.slice(0, 20).map(({ line, ruleId, message }) => `line ${line}: ${message} (${ruleId})`).join('\n'));
  const [faults] = await eslint.lintText(FAULTS, { filePath: 'faults/schema.graphql' });
  const found = new Set(faults.messages.map(({ ruleId }) => ruleId.replace('@graphql-eslint/', '')));
  for (const rule of ['naming-convention', 'require-description', 'relay-connection-types', 'no-unreachable-types']) {
    check(`the rule ${rule} is applied`, found.has(rule), [...found].join(' '));
  }
}
