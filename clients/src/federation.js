// Apollo Federation 2: the service as a subgraph, composed with one of articles about meetings, and run behind Apollo's gateway.
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import gql from 'graphql-tag';

const ARTICLES = gql`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

  type Query { articles: [Article!]! }
  type Article { title: String! meetings: [Meeting!]! }
  type Meeting @key(fields: "slug") { slug: String! articles: [Article!]! }
  type Actor @key(fields: "id") { id: ID! followers: Int! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`;

const TITLE = 'The July talks';
const articles = (slugs) => [{ title: TITLE, meetings: slugs.map((slug) => ({ __typename: 'Meeting', slug })) }];

async function ask(url, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

export default async function (url, check) {
  const { data } = await ask(url, '{ _service { sdl } meetings(first: 100) { nodes { slug title } } }');
  const composed = composeServices([
    { name: 'parley', url, typeDefs: parse(data._service.sdl) },
    { name: 'articles', url: 'http://articles.invalid', typeDefs: ARTICLES },
  ]);
  check('the subgraphs compose', !composed.errors, composed.errors?.map((error) => error.message).join('\n'));
  check('without hints', !composed.hints?.length,
    composed.hints?.map((hint) => hint.message).join('\n'));

  const meetings = data.meetings.nodes;
  const subgraph = buildSubgraphSchema({
    typeDefs: ARTICLES,
    resolvers: {
      Query: { articles: () => articles(meetings.map(({ slug }) => slug)) },
      Meeting: { articles: ({ slug }) => articles([slug]) },
      Actor: { followers: ({ id }) => id.length },
    },
  });
  const requests = [];
  const gateway = new ApolloGateway({
    supergraphSdl: composed.supergraphSdl,
    buildService: ({ name }) => (name === 'articles' ? new LocalGraphQLDataSource(subgraph)
      : new RemoteGraphQLDataSource({ url, willSendRequest: ({ request }) => requests.push(request.query) })),
    logger: { debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  const { executor, schema } = await gateway.load();
  const run = async (query) => {
    const document = parse(query);
    const request = { query };
    return executor({ request, document, operationName: null, queryHash: query, schema, context: {}, logger: console,
      cache: { get: async () => undefined, set: async () => {}, delete: async () => {} }, metrics: {} });
  };
  const joined = await run('{ articles { title meetings { slug title date { label } } } }');
  check('an article joins its meetings', JSON.stringify(joined.data?.articles[0].meetings.map(({ slug, title }) => ({ slug, title })))
    === JSON.stringify(meetings), JSON.stringify(joined.errors ?? joined.data).slice(0, 500));
  check('in one request for all of them', requests.length === 1, requests.join('\n'));
  const other = await run(`{ meeting(slug: "${meetings[0].slug}") { title articles { title } } actor(slug: "armenia") { name followers } }`);
  check('a meeting has its articles, an actor what others add', other.data?.meeting.articles[0].title === TITLE
    && other.data?.actor.followers > 0, JSON.stringify(other.errors ?? other.data).slice(0, 500));
  await gateway.stop();
}
