import { StrictMode, Suspense, useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider, graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { trackMeetings_track$key } from './__generated__/trackMeetings_track.graphql';
import type { trackMeetingsQuery } from './__generated__/trackMeetingsQuery.graphql';
import type { trackQuery } from './__generated__/trackQuery.graphql';
import { environment } from './environment';

/** The meetings of a track, latest first: further pages as the visitor scrolls. */
function Meetings(props: { track: trackMeetings_track$key }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<trackMeetingsQuery, trackMeetings_track$key>(
    graphql`
      fragment trackMeetings_track on Track
      @refetchable(queryName: "trackMeetingsQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
        name
        meetings(first: $count, after: $cursor, orderBy: DATE_DESC) @connection(key: "trackMeetings_meetings") {
          totalCount
          edges {
            node {
              id
              title
              date { label }
              hosts { name }
            }
          }
        }
      }
    `,
    props.track,
  );
  const bottom = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const end = bottom.current;
    if (end === null || !hasNext || isLoadingNext) {
      return undefined;
    }
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadNext(5));
    observer.observe(end);
    return () => observer.disconnect();
  }, [hasNext, isLoadingNext, loadNext]);
  return (
    <>
      <h1>{data.name}</h1>
      <p>{data.meetings.totalCount} meetings</p>
      <ol>
        {data.meetings.edges.map(({ node }) => (
          <li key={node.id}>
            <b>{node.date?.label}</b> {node.title} {node.hosts.length > 0 && `(host: ${node.hosts.map(({ name }) => name).join(', ')})`}
          </li>
        ))}
      </ol>
      <p ref={bottom}>{hasNext ? 'Loading ...' : 'That is all.'}</p>
    </>
  );
}

function Track({ slug }: { slug: string }) {
  const { track } = useLazyLoadQuery<trackQuery>(
    graphql`
      query trackQuery($slug: String!) {
        track(slug: $slug) { ...trackMeetings_track }
      }
    `,
    { slug },
  );
  return track == null ? <p role="alert">There is no track {slug}.</p> : <Meetings track={track} />;
}

const slug = new URLSearchParams(location.search).get('slug') ?? 'moscow-track';
createRoot(document.getElementById('track') ?? document.body).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Suspense fallback={<p>Loading ...</p>}>
        <Track slug={slug} />
      </Suspense>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
