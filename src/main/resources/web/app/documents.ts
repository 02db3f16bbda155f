/** The query of the page of each kind of record. */
import { gql } from "./graphql";
import { ANY, ATTESTATION, DATE, MEETING_ROW, REF, STATEMENT_ROW } from "./view";

const HISTORY = gql`revision history(first: 10) { totalCount nodes { at act editor why fields { field before after } } }`;
export const DISCREPANCY = gql`field note shown rule values { value attestations { locator url source ${REF} } }`;
const COMMON = gql`__typename slug label identifiers { scheme value url } attestations ${ATTESTATION} discrepancies { ${DISCREPANCY} } ${HISTORY}`;
const PARTICIPANT = gql`{ role inferred actor ${REF} office { title } onBehalfOf ${REF} }`;
export const POSITION_ROW = gql`{ __typename id slug label summary stance voice date ${DATE} actor ${REF} issue ${REF} statement ${REF} attestations { locator url source ${REF} } }`;
const PERIOD = gql`period { from ${DATE} to ${DATE} }`;
const EVENT_ROW = gql`{ __typename slug label date ${DATE} }`;

export const DOCUMENTS: { [kind: string]: string } = {
  meeting: gql`query Meeting($slug: String!, $asOf: DateTime) { record: meeting(slug: $slug, asOf: $asOf) {
    ${COMMON} summary date ${DATE} kind level medium setting status publicity ordinal outcomes places ${REF} placeInferred track ${REF} issues ${REF}
    attendance { printed } sameHappening ${ANY} previous ${REF} daysSincePrevious { lowest highest } participations ${PARTICIPANT}
    agreements { __typename slug label date ${DATE} } proposedIn ${STATEMENT_ROW}
    statements(first: 50) { totalCount nodes ${STATEMENT_ROW} } referredToIn(first: 50) { totalCount nodes ${STATEMENT_ROW} } } }`,
  statement: gql`query Statement($slug: String!, $asOf: DateTime) { record: statement(slug: $slug, asOf: $asOf) {
    ${COMMON} summary quotation date ${DATE} form venue speakers ${REF} onBehalfOf ${REF} addressees ${REF} issues ${REF} meeting ${REF} inReplyTo ${REF}
    sameHappening ${ANY} points ${POSITION_ROW} references { relation record ${ANY} }
    thread { __typename slug label summary date ${DATE} speakers ${REF} inReplyTo { slug } }
    referredToIn(first: 20) { totalCount nodes ${STATEMENT_ROW} } } }`,
  agreement: gql`query Agreement($slug: String!, $asOf: DateTime) { record: agreement(slug: $slug, asOf: $asOf) {
    ${COMMON} summary date ${DATE} kind status aliases parties ${REF} mediators ${REF} meeting ${REF} sameHappening ${ANY}
    signatories { inferred actor ${REF} office { title } onBehalfOf ${REF} } links { relation agreement ${REF} } linkedFrom { relation agreement ${REF} }
    participations ${PARTICIPANT} provisions { number summary text issue ${REF} attestations { locator url source ${REF} }
      steps { status summary date ${DATE} attestations { locator url source ${REF} } } }
    referredToIn(first: 50) { totalCount nodes ${STATEMENT_ROW} } } }`,
  event: gql`query Event($slug: String!, $asOf: DateTime) { record: event(slug: $slug, asOf: $asOf) {
    ${COMMON} summary date ${DATE} kind alleged place ${REF} actors ${REF} issues ${REF} sameHappening ${ANY} } }`,
  figure: gql`query Figure($slug: String!, $asOf: DateTime) { record: figure(slug: $slug, asOf: $asOf) {
    ${COMMON} measure printed value unit of ${REF} by ${REF} reportedBy ${REF} ${PERIOD} sameHappening ${ANY} } }`,
  position: gql`query Position($slug: ID!, $asOf: DateTime) { record: nodes(ids: [$slug], asOf: $asOf) { ... on Position {
    ${COMMON} summary date ${DATE} stance voice actor ${REF} issue ${REF} statement ${REF} } } }`,
  actor: gql`query Actor($slug: String!, $asOf: DateTime) { record: actor(slug: $slug, asOf: $asOf) {
    ${COMMON} description kind countryCode aliases partOf ${REF} parts ${REF} offices { title of ${REF} ${PERIOD} }
    officeHolders { title holder ${REF} ${PERIOD} } attended(first: 30) { totalCount nodes ${MEETING_ROW} } said(first: 30) { totalCount nodes ${STATEMENT_ROW} }
    counterparts(first: 20) { totalCount nodes { meetings counterpart ${REF} } } signed(first: 20) { totalCount nodes { __typename slug label date ${DATE} } }
    positions(first: 30) { totalCount nodes ${POSITION_ROW} } } }`,
  place: gql`query Place($slug: String!, $asOf: DateTime) { record: place(slug: $slug, asOf: $asOf) {
    ${COMMON} aliases country ${REF} coordinates { latitude longitude } meetings(first: 50) { totalCount nodes ${MEETING_ROW} }
    events(first: 50) { totalCount nodes ${EVENT_ROW} } } }`,
  issue: gql`query Issue($slug: String!, $asOf: DateTime) { record: issue(slug: $slug, asOf: $asOf) {
    ${COMMON} description aliases broader ${REF} positions(first: 100) { totalCount nodes ${POSITION_ROW} }
    meetings(first: 30) { totalCount nodes ${MEETING_ROW} } statements(first: 30) { totalCount nodes ${STATEMENT_ROW} } } }`,
  track: gql`query Track($slug: String!, $asOf: DateTime) { record: track(slug: $slug, asOf: $asOf) {
    ${COMMON} description leads ${REF} ${PERIOD} meetings(first: 100) { totalCount nodes ${MEETING_ROW} } } }`,
  source: gql`query Source($slug: String!, $asOf: DateTime) { record: source(slug: $slug, asOf: $asOf) {
    __typename slug label kind language license note url archivedUrl published ${DATE} authors ${REF} publisher ${REF} editionOf ${REF} editions ${REF}
    identifiers { scheme value url } attestations(first: 100) { totalCount nodes { locator fragment voice field reads value url record ${ANY} } } ${HISTORY} } }`,
};
