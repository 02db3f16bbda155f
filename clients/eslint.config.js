// graphql-eslint's rules for schemas: all of "recommended" and "relay". Each option and each rule that is off has its reason.
import { fileURLToPath } from 'node:url';
import graphql from '@graphql-eslint/eslint-plugin';

export default [{
  files: ['**/schema.graphql'],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: fileURLToPath(new URL('../schema.graphql', import.meta.url)) } },
  },
  plugins: { '@graphql-eslint': graphql },
  rules: {
    ...graphql.configs['flat/schema-recommended'].rules,
    ...graphql.configs['flat/schema-relay'].rules,
    // The printer writes descriptions in one line.
    '@graphql-eslint/description-style': ['error', { style: 'inline' }],
    // Records have an id: the interface Node requires it. All other types are pages, results or parts of a record.
    '@graphql-eslint/strict-id-in-types': 'off',
    // Also statistics and changes are read in pages, without an id. Lists that belong to one record and are short have no pages.
    '@graphql-eslint/relay-edge-types': ['error', { shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
  },
}];
