import { LitElement, type TemplateResult, css, html } from 'lit';
import { changesAfter } from './changes';
import { client, signIn } from './client';
import { graphql } from './gql';
import type { MeetingItemFragment } from './gql/graphql';
import { type Item, meetingOf, renderItem } from './items';

const PAGE = graphql(`
  query Timeline($after: String) {
    dataset { revision }
    timeline(first: 20, after: $after, orderBy: DATE_DESC) {
      totalCount
      nodes {
        __typename
        ...MeetingItem
        ...StatementItem
        ...AgreementItem
        ...EventItem
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const MEETING = graphql(`
  query OneMeeting($slug: String!) { meeting(slug: $slug) { __typename ...MeetingItem } }
`);

const AMEND = graphql(`
  mutation AmendTitle($slug: String!, $revision: String!, $title: String!, $id: ID!) {
    amendMeeting(slug: $slug, revision: $revision, input: { title: $title }, clientMutationId: $id) {
      revision
      meeting { __typename ...MeetingItem }
    }
  }
`);

/** The timeline, newest first: further pages as the visitor scrolls, and meetings as they change. */
export class TimelineList extends LitElement {
  static override properties = { items: { state: true }, titles: { state: true }, message: { state: true }, failed: { state: true } };
  static override styles = css`li { margin: 0.5rem 0 } [role='alert'] { color: #b00 }`;

  private items: Item[] = [];
  /** Titles that were sent and not yet confirmed, by slug. */
  private titles: ReadonlyMap<string, string> = new Map();
  private message = '';
  private cursor: string | null = null;
  private loading = false;
  /** Whether the last page could not be read. Only the visitor's wish repeats it. */
  private failed = false;
  private complete = false;
  private readonly end = new AbortController();
  private readonly observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void this.loadMore());

  override firstUpdated(): void {
    this.observeBottom();
  }

  /** The observer reports at once if the bottom is visible, and so again after a page that does not fill the window. */
  private observeBottom(): void {
    const bottom = this.renderRoot.querySelector('#bottom');
    if (bottom !== null) {
      this.observer.disconnect();
      this.observer.observe(bottom);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.end.abort();
  }

  private async loadMore(): Promise<void> {
    if (this.loading || this.complete) {
      return;
    }
    this.loading = true;
    const first = this.cursor === null;
    const { data, error } = await client.query(PAGE, { after: this.cursor }).toPromise();
    this.loading = false;
    this.failed = data === undefined;
    if (data === undefined) {
      this.message = error?.message ?? 'No answer.';
      return;
    }
    this.message = '';
    this.items = [...this.items, ...data.timeline.nodes];
    this.cursor = data.timeline.pageInfo.endCursor ?? null;
    this.complete = !data.timeline.pageInfo.hasNextPage;
    await this.updateComplete;
    this.observeBottom();
    if (first) {
      void this.follow(data.dataset.revision);
    }
  }

  /** Reads each meeting that changes after the revision of the first page. */
  private async follow(revision: string): Promise<void> {
    for await (const change of changesAfter(revision, this.end.signal)) {
      const { data } = await client.query(MEETING, { slug: change.slug }).toPromise();
      const meeting = data?.meeting;
      this.items = this.items.flatMap((item) =>
        meetingOf(item)?.slug !== change.slug ? [item] : meeting == null ? [] : [meeting]);
    }
  }

  /** Shows the new title at once, and the old one again if the service rejects it. */
  private async rename(meeting: MeetingItemFragment, title: string): Promise<void> {
    const { slug, revision } = meeting;
    this.titles = new Map(this.titles).set(slug, title);
    const { data, error } = await client.mutation(AMEND, { slug, revision, title, id: crypto.randomUUID() }).toPromise();
    const titles = new Map(this.titles);
    titles.delete(slug);
    this.titles = titles;
    const amended = data?.amendMeeting?.meeting;
    if (amended != null) {
      this.items = this.items.map((item) => (meetingOf(item)?.slug === slug ? amended : item));
      this.message = '';
    } else {
      const conflict = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'CONFLICT') ?? false;
      this.message = conflict ? 'Somebody else has changed this meeting. Read it and try again.' : error?.message ?? 'No answer.';
    }
  }

  private renderMeeting(meeting: MeetingItemFragment): TemplateResult {
    const edit = (): void => {
      const title = prompt('Title', meeting.title);
      if (title !== null && title !== meeting.title) {
        void this.rename(meeting, title);
      }
    };
    const places = meeting.places.map(({ name }) => name).join(', ');
    return html`<b>${meeting.date?.label}</b> ${this.titles.get(meeting.slug) ?? meeting.title} ${places && html`(${places})`}
      <button aria-label="Edit ${meeting.title}" @click=${edit}>Edit</button>`;
  }

  override render(): TemplateResult {
    const useToken = (event: Event): void => signIn((event.target as HTMLInputElement).value || null);
    return html`
      <label>Token of an editor <input type="password" autocomplete="off" @change=${useToken}></label>
      <p role="alert">${this.message}</p>
      <ol>${this.items.map((item) => html`<li>${renderItem(item, (meeting) => this.renderMeeting(meeting))}</li>`)}</ol>
      <p id="bottom">${this.complete ? 'That is all.'
        : this.failed ? html`<button @click=${(): unknown => this.loadMore()}>Try again</button>` : 'Loading ...'}</p>`;
  }
}

customElements.define('timeline-list', TimelineList);
