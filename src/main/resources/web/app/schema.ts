/** Generated from schema.graphql by ExplorerSchemaTest. */

export interface Actor { addressed: StatementConnection; aliases: string[]; attended: MeetingConnection; attestations: Attestation[]; counterparts: EncounterConnection; countryCode: string | null; description: string | null; discrepancies: Discrepancy[]; history: ChangeConnection; hosted: MeetingConnection; id: string; identifiers: Identifier[]; images: string[]; kind: ActorKind; label: string; mediated: MeetingConnection; mentionedIn: StatementConnection; name: string; officeHolders: Office[]; offices: Office[]; partOf: Actor | null; parts: Actor[]; positions: PositionConnection; revision: string; said: StatementConnection; signed: AgreementConnection; slug: string; websites: string[] }
export interface ActorConnection { edges: ActorEdge[]; nodes: Actor[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface ActorEdge { cursor: string; node: Actor }
export type ActorKind = "ARMED_GROUP" | "AUTHORITY" | "BODY" | "COMPANY" | "CONTINGENT" | "FORMAT" | "GROUP" | "MINISTRY" | "MOVEMENT" | "OFFICE_HOLDER" | "ORGANIZATION" | "OUTLET" | "PERSON" | "POLITICAL_PARTY" | "STATE" | "UNION";
export type ActorLevel = "PERSON" | "PRINCIPAL";
export type ActorOrder = "NAME_ASC" | "NAME_DESC";
export interface Agreement { aliases: string[]; attestations: Attestation[]; date: PartialDate; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; kind: AgreementKind; label: string; linkedFrom: AgreementLink[]; links: AgreementLink[]; mediators: Actor[]; meeting: Meeting | null; participations: AgreementParticipation[]; parties: Actor[]; provisions: Provision[]; referredToIn: StatementConnection; revision: string; sameHappening: AnyRecord[]; signatories: Signature[]; slug: string; status: AgreementStatus; summary: string | null; title: string }
export interface AgreementConnection { edges: AgreementEdge[]; nodes: Agreement[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export type AgreementDimension = "ISSUE" | "KIND" | "MEDIATOR" | "MONTH" | "NUMBER_OF_SOURCES" | "PARTY" | "QUARTER" | "SOURCE" | "STATUS" | "YEAR";
export interface AgreementEdge { cursor: string; node: Agreement }
export type AgreementKind = "ANNEX" | "CEASEFIRE" | "COLLECTION" | "DECLARATION" | "EXCHANGE" | "FRAMEWORK" | "JOINT_STATEMENT" | "MEMORANDUM" | "MONITORING" | "PEACE_ACCORD" | "PROCEDURE" | "PROPOSAL" | "PROTOCOL" | "RESOLUTION" | "ROADMAP" | "TREATY" | "UNDERSTANDING";
export interface AgreementLink { agreement: Agreement; relation: AgreementRelation }
export interface AgreementParticipation { actor: Actor; inferred: boolean; office: Office | null; onBehalfOf: Actor | null; role: ParticipationRole }
export type AgreementRelation = "AMENDS" | "ANNEXED_TO" | "IMPLEMENTS" | "REAFFIRMS" | "RENEWS" | "SUPERSEDES" | "WITHDRAWS_FROM";
export type AgreementStatus = "AGREED" | "BROKEN" | "CARRIED_OUT" | "DISPUTED" | "DRAFT" | "EXPIRED" | "IN_FORCE" | "IN_PROGRESS" | "PROPOSED" | "RATIFIED" | "REJECTED" | "SIGNED" | "SUPERSEDED" | "UNKNOWN" | "WITHDRAWN";
export type AnyRecord = Actor | Agreement | Event | Figure | Issue | Meeting | Place | Position | Statement | Track;
export interface AnyRecordConnection { edges: AnyRecordEdge[]; nodes: AnyRecord[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface AnyRecordEdge { cursor: string; node: AnyRecord }
export interface Attendance { highest: number | null; lowest: number | null; printed: string }
export interface Attestation { field: string | null; fragment: string | null; locator: string; reads: string | null; record: AnyRecord; source: Source; url: string | null; value: string | null; voice: Voice }
export interface AttestationConnection { edges: AttestationEdge[]; nodes: Attestation[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface AttestationEdge { cursor: string; node: Attestation }
export interface Attested { attestations: Attestation[]; discrepancies: Discrepancy[]; id: string; identifiers: Identifier[]; label: string; revision: string; slug: string }
export interface AttestedValue { attestations: Attestation[]; value: string }
export interface Change { act: ChangeAct; after: unknown | null; at: string; before: unknown | null; editor: string; editorId: string | null; fields: FieldChange[]; id: string; record: Node | null; recordType: RecordType; revision: string; slug: string; why: string | null }
export type ChangeAct = "AMENDED" | "ATTESTED" | "RECORDED" | "RESOLVED" | "RETRACTED";
export interface ChangeConnection { edges: ChangeEdge[]; nodes: Change[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface ChangeEdge { cursor: string; node: Change }
export interface Coordinates { latitude: number; longitude: number }
export interface Dataset { counts: RecordCount[]; loadedAt: string; revision: string }
export type DateMatch = "OVERLAPS" | "WITHIN";
export type DateOrder = "DATE_ASC" | "DATE_DESC";
export type DatePrecision = "DAY" | "INTERVAL" | "MONTH" | "UNKNOWN" | "YEAR";
export interface Dated { date: PartialDate }
export interface DayCount { highest: number | null; inferred: boolean; lowest: number | null }
export interface Discrepancy { field: string; note: string | null; record: AnyRecord; rule: ResolutionRule; shown: string; values: AttestedValue[] }
export interface DiscrepancyConnection { edges: DiscrepancyEdge[]; nodes: Discrepancy[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface DiscrepancyEdge { cursor: string; node: Discrepancy }
export interface Encounter { actor: Actor; counterpart: Actor; first: PartialDate; held: MeetingConnection; last: PartialDate; meetings: number }
export interface EncounterConnection { edges: EncounterEdge[]; nodes: Encounter[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface EncounterEdge { cursor: string; node: Encounter }
export interface Event { actors: Actor[]; alleged: boolean; attestations: Attestation[]; date: PartialDate; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; issues: Issue[]; kind: EventKind; label: string; place: Place | null; revision: string; sameHappening: AnyRecord[]; slug: string; summary: string | null; title: string }
export interface EventConnection { edges: EventEdge[]; nodes: Event[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export type EventDimension = "ACTOR" | "COUNTRY" | "ISSUE" | "KIND" | "MONTH" | "NUMBER_OF_SOURCES" | "PLACE" | "QUARTER" | "SOURCE" | "YEAR";
export interface EventEdge { cursor: string; node: Event }
export type EventKind = "APPOINTMENT" | "ATTACK" | "CAPTURE" | "CEASEFIRE" | "CLASH" | "CLOSURE" | "DEPLOYMENT" | "ELECTION" | "EXCHANGE" | "INCIDENT" | "LEGISLATION" | "OTHER" | "RALLY" | "RATIFICATION" | "RECOGNITION" | "REFERENDUM" | "RELEASE" | "SANCTION" | "SHIFT" | "TRANSFER" | "WAR";
export interface FieldChange { after: unknown | null; before: unknown | null; field: string }
export interface Figure { attestations: Attestation[]; by: Actor | null; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; label: string; measure: string; of: Actor[]; period: Period | null; printed: string; reportedBy: Actor[]; revision: string; sameHappening: AnyRecord[]; slug: string; unit: string; value: number | null }
export interface FigureConnection { edges: FigureEdge[]; nodes: Figure[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface FigureEdge { cursor: string; node: Figure }
export interface Hosting { leader: Actor; leaderOffice: Office | null; mediator: Actor; meeting: Meeting; onBehalfOf: Actor | null; role: ParticipationRole; roles: ParticipationRole[] }
export interface HostingConnection { edges: HostingEdge[]; nodes: Hosting[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface HostingEdge { cursor: string; node: Hosting }
export interface Identifier { scheme: string; url: string | null; value: string }
export type ImplementationStatus = "BEGUN" | "DISPUTED" | "DONE" | "NOT_BEGUN" | "PARTLY_DONE" | "REVERSED";
export interface ImplementationStep { attestations: Attestation[]; date: PartialDate; status: ImplementationStatus; summary: string | null }
export interface Issue { aliases: string[]; attestations: Attestation[]; broader: Issue | null; description: string | null; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; label: string; meetings: MeetingConnection; name: string; positions: PositionConnection; revision: string; slug: string; standings: PositionConnection; statements: StatementConnection }
export interface IssueConnection { edges: IssueEdge[]; nodes: Issue[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface IssueEdge { cursor: string; node: Issue }
export interface MediationCell { first: PartialDate; held: MeetingConnection; last: PartialDate; leader: Actor; mediator: Actor; meetings: number }
export interface MediationCellConnection { edges: MediationCellEdge[]; nodes: MediationCell[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface MediationCellEdge { cursor: string; node: MediationCell }
export type Medium = "IN_PERSON" | "PHONE" | "UNSPECIFIED" | "VIDEO" | "WRITTEN";
export interface Meeting { agreements: Agreement[]; attendance: Attendance | null; attestations: Attestation[]; date: PartialDate; daysSincePrevious: DayCount | null; discrepancies: Discrepancy[]; history: ChangeConnection; hosts: Actor[]; id: string; identifiers: Identifier[]; issues: Issue[]; kind: MeetingKind; label: string; leaders: Actor[]; level: MeetingLevel; mediators: Actor[]; medium: Medium; ordinal: number | null; outcomes: string[]; partOf: Meeting | null; participations: Participation[]; place: Place | null; placeInferred: boolean; places: Place[]; previous: Meeting | null; proposedIn: Statement[]; publicity: Publicity; referredToIn: StatementConnection; revision: string; sameHappening: AnyRecord[]; setting: MeetingSetting; slug: string; statements: StatementConnection; statementsAfter: StatementConnection; status: MeetingStatus; summary: string | null; title: string; track: Track | null }
export interface MeetingConnection { edges: MeetingEdge[]; nodes: Meeting[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export type MeetingDimension = "COUNTRY" | "HOST" | "HOST_PRINCIPAL" | "ISSUE" | "KIND" | "LEVEL" | "MEDIATOR" | "MEDIATOR_PRINCIPAL" | "MEDIUM" | "MONTH" | "NUMBER_OF_SOURCES" | "PARTICIPANT" | "PLACE" | "PRINCIPAL" | "QUARTER" | "SOURCE" | "STATUS" | "TRACK" | "YEAR";
export interface MeetingEdge { cursor: string; node: Meeting }
export type MeetingKind = "CALL" | "CONFERENCE" | "CONSULTATION" | "DIALOGUE" | "MINISTERIAL" | "NEGOTIATION" | "SUMMIT" | "VISIT" | "WORKING_GROUP";
export type MeetingLevel = "AMBASSADORS" | "DEPUTY_MINISTERS" | "FOREIGN_MINISTERS" | "LEADERS" | "MINISTERS" | "REPRESENTATIVES" | "UNSPECIFIED";
export type MeetingSetting = "CONFERENCE" | "DEDICATED" | "SIDELINES" | "UNSPECIFIED" | "VISIT";
export type MeetingStatus = "ANNOUNCED" | "CANCELLED" | "DECLINED" | "HELD" | "ONGOING" | "PROPOSED" | "REQUESTED";
export interface Node { id: string }
export interface Office { holder: Actor; of: Actor; period: Period; rank: OfficeRank; title: string }
export type OfficeRank = "AMBASSADOR" | "DEPUTY_MINISTER" | "FOREIGN_MINISTER" | "FORMER" | "LEADER" | "LEGISLATOR" | "MINISTER" | "NEGOTIATOR" | "OTHER" | "SPOKESPERSON";
export interface PageInfo { endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null }
export interface PartialDate { earliest: string | null; edtf: string; inferred: boolean; label: string; latest: string | null; precision: DatePrecision; reading: string | null }
export interface Participation { actor: Actor; inferred: boolean; meeting: Meeting; office: Office | null; onBehalfOf: Actor | null; role: ParticipationRole }
export type ParticipationRole = "CONVENER" | "CO_CHAIR" | "DEPOSITARY" | "FACILITATOR" | "GUARANTOR" | "HOST" | "INVITED" | "MEDIATOR" | "OBSERVER" | "PARTICIPANT" | "PARTY" | "SUPPORTER" | "VERIFIER" | "WITNESS";
export interface Period { from: PartialDate | null; to: PartialDate | null }
export interface Place { aliases: string[]; attestations: Attestation[]; coordinates: Coordinates | null; country: Actor | null; discrepancies: Discrepancy[]; events: EventConnection; history: ChangeConnection; id: string; identifiers: Identifier[]; label: string; meetings: MeetingConnection; name: string; revision: string; slug: string }
export interface PlaceConnection { edges: PlaceEdge[]; nodes: Place[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface PlaceEdge { cursor: string; node: Place }
export interface Position { actor: Actor; attestations: Attestation[]; date: PartialDate; daysSincePrevious: DayCount | null; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; issue: Issue; label: string; previous: Position | null; revision: string; slug: string; stance: Stance; statement: Statement | null; summary: string | null; voice: Voice }
export interface PositionConnection { edges: PositionEdge[]; nodes: Position[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export type PositionDimension = "ACTOR" | "ISSUE" | "MONTH" | "NUMBER_OF_SOURCES" | "PRINCIPAL" | "QUARTER" | "SOURCE" | "STANCE" | "VOICE" | "YEAR";
export interface PositionEdge { cursor: string; node: Position }
export interface Provision { attestations: Attestation[]; issue: Issue | null; number: number; steps: ImplementationStep[]; summary: string; text: string | null }
export type Publicity = "CONFIDENTIAL" | "PUBLIC" | "UNSPECIFIED";
export interface RecordCount { count: number; type: RecordType }
export type RecordType = "ACTOR" | "AGREEMENT" | "EVENT" | "FIGURE" | "ISSUE" | "MEETING" | "PLACE" | "POSITION" | "SOURCE" | "STATEMENT" | "TRACK";
export interface Reference { record: AnyRecord; relation: ReferenceRelation }
export type ReferenceRelation = "ANNOUNCES" | "ARGUES_FROM" | "COMMENTS_ON" | "PROPOSES" | "WELCOMES";
export type ResolutionRule = "EDITOR" | "MOST_PRECISE" | "MOST_SOURCES" | "PRIMARY_WORDING";
export interface SearchConnection { edges: SearchEdge[]; nodes: SearchHit[]; pageInfo: PageInfo; suggestion: string | null; totalCount: number; totalCountIsExact: boolean }
export interface SearchEdge { cursor: string; highlight: string | null; matchedField: string | null; node: SearchHit; score: number }
export type SearchHit = Actor | Agreement | Event | Figure | Issue | Meeting | Place | Position | Source | Statement | Track;
export interface Signature { actor: Actor; inferred: boolean; office: Office | null; onBehalfOf: Actor | null }
export interface Source { archivedAt: string | null; archivedSha256: string | null; archivedUrl: string | null; attestations: AttestationConnection; authors: Actor[]; editionOf: Source | null; editions: Source[]; history: ChangeConnection; id: string; identifiers: Identifier[]; kind: SourceKind; label: string; language: string; license: string | null; linkPatterns: string[]; note: string | null; published: PartialDate; publisher: Actor | null; revision: string; slug: string; title: string; url: string | null }
export interface SourceConnection { edges: SourceEdge[]; nodes: Source[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface SourceEdge { cursor: string; node: Source }
export type SourceKind = "ANALYSIS" | "DATASET" | "NEWS" | "OFFICIAL_DOCUMENT" | "OPINION" | "OTHER" | "PAPER";
export type Stance = "ACCEPTS" | "CRITICISES" | "DEMANDS" | "OFFERS" | "PROPOSES" | "REJECTS" | "REPORTS" | "SILENT" | "SUPPORTS" | "WARNS";
export interface Statement { addressees: Actor[]; attestations: Attestation[]; date: PartialDate; discrepancies: Discrepancy[]; form: StatementForm; history: ChangeConnection; id: string; identifiers: Identifier[]; inReplyTo: Statement[]; issues: Issue[]; label: string; meeting: Meeting | null; onBehalfOf: Actor[]; points: Position[]; quotation: string | null; references: Reference[]; referredToIn: StatementConnection; replies: StatementConnection; revision: string; sameHappening: AnyRecord[]; slug: string; speakers: Actor[]; summary: string | null; thread: Statement[]; venue: string | null }
export interface StatementConnection { edges: StatementEdge[]; nodes: Statement[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export type StatementDimension = "ADDRESSEE" | "ANSWERED" | "FORM" | "IN_REPLY_TO" | "ISSUE" | "MONTH" | "NUMBER_OF_SOURCES" | "PRINCIPAL" | "QUARTER" | "SOURCE" | "SPEAKER" | "STANCE" | "YEAR";
export interface StatementEdge { cursor: string; node: Statement }
export type StatementForm = "ALLEGATION" | "APPEAL" | "ARTICLE" | "COMMENTARY" | "DEBATE" | "DEMAND" | "INSTRUCTION" | "INTERVIEW" | "LETTER" | "OFFER" | "OTHER" | "REMARKS" | "REPORT" | "WRITTEN_STATEMENT";
export interface StatsConnection { edges: StatsEdge[]; nodes: StatsGroup[]; pageInfo: PageInfo; records: number; totalCount: number; totalCountIsExact: boolean }
export interface StatsEdge { cursor: string; node: StatsGroup }
export interface StatsGroup { certain: number; count: number; keys: StatsKey[]; possible: number; records: AnyRecordConnection }
export interface StatsKey { dimension: string; label: string; record: AnyRecord | null; value: string | null }
export type StatsOrder = "COUNT_DESC" | "KEY_ASC" | "KEY_DESC";
export interface TimelineConnection { edges: TimelineEdge[]; nodes: TimelineEntry[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface TimelineEdge { cursor: string; node: TimelineEntry }
export type TimelineEntry = Agreement | Event | Meeting | Statement;
export interface Track { attestations: Attestation[]; description: string | null; discrepancies: Discrepancy[]; history: ChangeConnection; id: string; identifiers: Identifier[]; label: string; leads: Actor[]; meetings: MeetingConnection; name: string; period: Period | null; revision: string; slug: string }
export interface TrackConnection { edges: TrackEdge[]; nodes: Track[]; pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean }
export interface TrackEdge { cursor: string; node: Track }
export type Voice = "AUTHOR_OPINION" | "DOCUMENT_FACT" | "HEARSAY" | "QUOTED_ACTOR";

/** The dimensions of the statistics of each kind. */
export const DIMENSIONS: { [kind: string]: string[] } = {
  Agreement: ["ISSUE", "KIND", "MEDIATOR", "MONTH", "NUMBER_OF_SOURCES", "PARTY", "QUARTER", "SOURCE", "STATUS", "YEAR"],
  Event: ["ACTOR", "COUNTRY", "ISSUE", "KIND", "MONTH", "NUMBER_OF_SOURCES", "PLACE", "QUARTER", "SOURCE", "YEAR"],
  Meeting: ["COUNTRY", "HOST", "HOST_PRINCIPAL", "ISSUE", "KIND", "LEVEL", "MEDIATOR", "MEDIATOR_PRINCIPAL", "MEDIUM", "MONTH", "NUMBER_OF_SOURCES", "PARTICIPANT", "PLACE", "PRINCIPAL", "QUARTER", "SOURCE", "STATUS", "TRACK", "YEAR"],
  Position: ["ACTOR", "ISSUE", "MONTH", "NUMBER_OF_SOURCES", "PRINCIPAL", "QUARTER", "SOURCE", "STANCE", "VOICE", "YEAR"],
  Statement: ["ADDRESSEE", "ANSWERED", "FORM", "IN_REPLY_TO", "ISSUE", "MONTH", "NUMBER_OF_SOURCES", "PRINCIPAL", "QUARTER", "SOURCE", "SPEAKER", "STANCE", "YEAR"],
};
