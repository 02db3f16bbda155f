// The clients' query: a list of meetings, page by page.
export const MEETINGS = `
  query Meetings($first: Int!, $after: String, $filter: MeetingFilter) {
    meetings(first: $first, after: $after, filter: $filter) {
      totalCount
      edges { cursor node { id slug title date { edtf } hosts { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

export const HELD = { statuses: ['HELD'] };

/** Two pages are consecutive if no meeting is in both. */
export function follow(one, two) {
  const slugs = [...one.edges, ...two.edges].map((edge) => edge.node.slug);
  return slugs.length > one.edges.length && new Set(slugs).size === slugs.length;
}
