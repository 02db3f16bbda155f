import { html, type TemplateResult } from 'lit';
import { type FragmentType, getFragmentData, graphql } from './gql';
import type { MeetingItemFragment } from './gql/graphql';

const MEETING = graphql(`
  fragment MeetingItem on Meeting { slug revision title date { label } places { name } }
`);
const STATEMENT = graphql(`
  fragment StatementItem on Statement { date { label } summary speakers { name } }
`);
const AGREEMENT = graphql(`
  fragment AgreementItem on Agreement { title status date { label } }
`);
const EVENT = graphql(`
  fragment EventItem on Event { title date { label } }
`);

/** What a member of the union has to select. */
export type Item =
  | ({ __typename: 'Meeting' } & FragmentType<typeof MEETING>)
  | ({ __typename: 'Statement' } & FragmentType<typeof STATEMENT>)
  | ({ __typename: 'Agreement' } & FragmentType<typeof AGREEMENT>)
  | ({ __typename: 'Event' } & FragmentType<typeof EVENT>);

export function meetingOf(item: Item): MeetingItemFragment | null {
  return item.__typename === 'Meeting' ? getFragmentData(MEETING, item) : null;
}

/** Renders an item. The compiler reports a type of the union that is not handled. */
export function renderItem(item: Item, renderMeeting: (meeting: MeetingItemFragment) => TemplateResult): TemplateResult {
  switch (item.__typename) {
    case 'Meeting':
      return renderMeeting(getFragmentData(MEETING, item));
    case 'Statement': {
      const { date, summary, speakers } = getFragmentData(STATEMENT, item);
      return html`<b>${date.label}</b> ${speakers.map(({ name }) => name).join(', ')}: ${summary}`;
    }
    case 'Agreement': {
      const { date, title, status } = getFragmentData(AGREEMENT, item);
      return html`<b>${date.label}</b> ${title} (${status.toLowerCase()})`;
    }
    case 'Event': {
      const { date, title } = getFragmentData(EVENT, item);
      return html`<b>${date.label}</b> ${title}`;
    }
  }
}
