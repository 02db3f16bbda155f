// A typical front-end component: the meetings of a track, with more on demand.
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';

export function MeetingList({ track }) {
  const { data, loadNext } = usePaginationFragment(
    graphql`
      fragment MeetingList_track on Track
      @refetchable(queryName: "MeetingListPaginationQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, cursor: { type: "String" }) {
        name
        meetings(first: $count, after: $cursor, orderBy: DATE_DESC) @connection(key: "MeetingList_meetings") {
          edges {
            node {
              id
              title
              date {
                label
              }
              hosts {
                name
              }
            }
          }
        }
      }
    `,
    track,
  );
  return { data, loadNext };
}

export function TrackPage({ slug }) {
  const { track } = useLazyLoadQuery(
    graphql`
      query MeetingListQuery($slug: String!, $count: Int!) {
        track(slug: $slug) {
          ...MeetingList_track @arguments(count: $count)
        }
      }
    `,
    { slug, count: 3 },
  );
  return MeetingList({ track });
}
