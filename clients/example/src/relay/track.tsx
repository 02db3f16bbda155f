import { Component, type ReactNode, StrictMode, Suspense, useEffect, useRef, useState } from 'react';
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
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const end = bottom.current;
    if (end === null || !hasNext || isLoadingNext || failure !== null) {
      return undefined;
    }
    const more = (): void => {
      loadNext(5, { onComplete: (error) => setFailure(error?.message ?? null) });
    };
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more());
    observer.observe(end);
    return () => observer.disconnect();
  }, [failure, hasNext, isLoadingNext, loadNext]);
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
      {failure !== null && <p role="alert">{failure} <button onClick={() => setFailure(null)}>Try again</button></p>}
      <p ref={bottom}>{hasNext ? failure === null && 'Loading ...' : 'That is all.'}</p>
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

/** Shows why the first page cannot be read. */
class Failure extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <p role="alert">{this.state.message}</p>;
  }
}

const slug = new URLSearchParams(location.search).get('slug') ?? 'moscow-track';
createRoot(document.getElementById('track') ?? document.body).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Failure>
        <Suspense fallback={<p>Loading ...</p>}>
          <Track slug={slug} />
        </Suspense>
      </Failure>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
