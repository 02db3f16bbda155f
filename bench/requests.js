// The most expensive known requests, for generated records with slugs such as `actor-1`.
import { createHash } from "node:crypto";

const numbers = (from, number) => Array.from({ length: number }, (_, i) => from + i);
const slugs = (kind, number, from = 1) => numbers(from, number).map((i) => `${kind}-${i}`);
const list = (values) => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
const aliases = (number, field) => `{${numbers(0, number).map((i) => `a${i}: ${typeof field === "function" ? field(i) : field}`).join(" ")}}`;
const words = "peace border corridor treaty talks railway prisoners mines ceasefire guarantee mandate summit delegation protocol transport"
  + " observers demarcation humanitarian recognition withdrawal";
const misspelled = "peaec bordre corridro treayt tlaks railawy prisonres minse ceasefrie guarantee mandaet summti delegtaion protocl"
  + " trnasport obsrvers demarctaion humanitraian recogniton withdrwaal";
const first = (text) => text.split(" ").slice(0, 10).join(" ");
const search = (text, more = "") => `{search(text: "${text}"${more}) {totalCount edges {score}}}`;
const states = (fields) => `{actors(first: 100, filter: {kinds: [STATE]}) {nodes {${fields}}}}`;
const wide = `between: {from: "1990-01-02", to: "2022-12-31", match: OVERLAPS}`;
const everyMeeting = "kinds: [SUMMIT, MINISTERIAL, CONSULTATION, CALL, VISIT], levels: [LEADERS, FOREIGN_MINISTERS, REPRESENTATIVES],"
  + " statuses: [HELD, PROPOSED], media: [PHONE, IN_PERSON]";

/** CRC-32, which Node has since version 22. */
function crc32(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16);
}

/** A cursor in the service's format. */
const cursor = (name, key, slug) => {
  const place = [name, key, slug].join("\n");
  return Buffer.from(`${place}\n${crc32(place)}`).toString("base64url");
};

/** Requests by name: document, and variables or none. `asOf` is a past moment. */
export function requests(asOf) {
  const at = `asOf: "${asOf}"`;
  const late = (name) => cursor(name, "2022-11-01", "z");
  const early = (name) => cursor(name, "1990-01-10", "a");
  return {
    "search, a word that no track has": [search("peace", ", types: [TRACK]")],
    "search, one letter": [search("p")],
    "search, twenty letters": [search("a b c d e f g h i k l m n o p r s t u w")],
    "search, five letters": [search("p r t c m")],
    "search, twenty words": [search(words)],
    "search, ten words": [search(first(words))],
    "search, ten words as of a moment": [search(first(words), `, ${at}`)],
    "search, two misspelled words": [search("delegtaion obsrvers")],
    "search, ten misspelled words": [search(first(misspelled))],
    "search, ten misspelled words with a suggestion": [search(first(misspelled)).replace("totalCount", "suggestion")],
    "search, phrases without a word": [search('\\"peace border\\" \\"treaty talks\\" -mines')],
    "search, names in other scripts": [search("Алиев Փաշինյան ალიევი Əliyev")],
    "text filters of five kinds": [`{${["actors", "meetings", "statements", "agreements", "events"].map((list) =>
      `${list}(first: 100, filter: {text: "p t"}) {totalCount nodes {slug}}`).join(" ")}}`],
    "search, two words of every title": [search("meeting on", `, first: 100`)],
    "search, two words that never stand together, of one kind": [search("state withdrawal", ", types: [FIGURE]")],
    "45 searches": [aliases(45, (i) => `search(text: "${words.split(" ")[i % 20]} ${words.split(" ")[(i * 7 + 3) % 20]}") {totalCount}`)],
    "45 searches for misspelled words": [aliases(45, (i) => `search(text: "${misspelled.split(" ")[i % 20]} ${i}") {totalCount}`)],
    "hostings as of a moment, counted": [`{hostings(first: 100, ${at}) {totalCount nodes {meeting {slug}}}}`],
    "hostings, counted": ["{hostings(first: 100) {totalCount nodes {meeting {slug}}}}"],
    "hostings of every state, deep page": [`{hostings(first: 100, after: "${cursor("hostings by date", "2022-11-01", "z/z/z")}", filter: {mediators: ${
      list(slugs("actor", 200))}, leaders: ${list(slugs("actor", 200))}, ${wide}}) {totalCount nodes {meeting {slug}}}}`],
    "matrix as of a moment": [`{mediationMatrix(first: 100, ${at}) {totalCount nodes {meetings}}}`],
    "matrix, counted": ["{mediationMatrix(first: 100) {totalCount nodes {meetings first {edtf} last {edtf}}}}"],
    "matrix with filters that most meetings match": [`{mediationMatrix(first: 100, filter: {${wide}, statuses: [HELD, PROPOSED], tracks: ${
      list(slugs("track", 100))}}) {totalCount nodes {meetings}}}`],
    "matrix of every state, as of a moment": [`{mediationMatrix(first: 100, ${at}, filter: {mediators: ${list(slugs("actor", 200))}, leaders: ${
      list(slugs("actor", 200))}}) {totalCount nodes {meetings}}}`],
    "matrix, 40 times": [aliases(40, (i) => `mediationMatrix(first: 1, filter: {between: {from: "19${50 + i}-01-01"}}) {nodes {meetings}}`)],
    "hostings, counted 50 times": [aliases(50, "hostings {totalCount}")],
    "meetings, counted 50 times": [aliases(50, "meetings {totalCount}")],
    "meetings, filtered and counted 45 times": [aliases(45, (i) => `meetings(first: 1, filter: {${everyMeeting}, between: {from: "1990-01-01",`
      + ` to: "20${10 + i % 12}-0${1 + i % 9}-01"}}) {totalCount}`)],
    "meetings at 1,000 places": ["query($p: [String!]) {meetings(filter: {places: $p}) {totalCount nodes {slug}}}", { p: slugs("name", 1_000) }],
    "meetings at 40,000 places": ["query($p: [String!]) {meetings(filter: {places: $p}) {totalCount nodes {slug}}}", { p: slugs("name", 40_000) }],
    "meetings by every filter, of every state": ["query($a: [String!], $i: [String!], $s: [String!]) {meetings(first: 100, filter: {participants: $a, "
      + `hosts: $a, issues: $i, sources: $s, ${everyMeeting}, ${wide}}) {totalCount nodes {slug}}}`,
    { a: slugs("actor", 200), i: slugs("issue", 200), s: slugs("source", 1_000) }],
    "meetings by every filter that none match": ["query($a: [String!], $i: [String!]) {meetings(first: 100, filter: {participants: $a, together: $a, "
      + `issues: $i, ${everyMeeting}, ${wide}}) {totalCount nodes {slug}}}`, { a: slugs("actor", 200), i: slugs("issue", 200) }],
    "meetings of two states together, as of a moment": [`{meetings(first: 100, ${at}, filter: {together: ["actor-1", "actor-2"]}) {totalCount nodes {slug}}}`],
    "meetings with a frequent word and no such host": [`{meetings(first: 100, filter: {text: "peace", hosts: ["actor-601"], tracks: ["track-1"]}) `
      + "{totalCount nodes {slug}}}"],
    "meetings, deep pages, 40 times": [aliases(40, (i) => `meetings(first: 100, orderBy: ${i % 2 ? "DATE_DESC" : "DATE_ASC"}, after: "${
      i % 2 ? early("meetings by date") : late("meetings by date")}") {nodes {slug}}`)],
    "meetings, last before a late one, filtered": [`{meetings(last: 100, before: "${late("meetings by date")}", filter: {${everyMeeting}, ${wide},`
      + ` participants: ${list(slugs("actor", 200))}}) {totalCount nodes {slug}}}`],
    "statements with p": [`{statements(filter: {text: "p"}) {totalCount nodes {slug}}}`],
    "statements with peace": [`{statements(filter: {text: "peace"}) {totalCount nodes {slug}}}`],
    "statements with peace as of a moment": [`{statements(${at}, filter: {text: "peace"}) {totalCount nodes {slug}}}`],
    "statements with three letters that all have": [`{statements(first: 100, filter: {text: "ing", isReply: true, stances: [DEMANDS]}) {totalCount nodes {slug}}}`],
    "statements with stances on every issue": ["query($i: [String!]) {statements(first: 100, filter: {stances: [DEMANDS, SUPPORTS], issues: $i, isReply: false})"
      + " {totalCount nodes {slug}}}", { i: slugs("issue", 200) }],
    "texts of every kind, 5 times": [aliases(5, (i) => `meetings(filter: {text: "${words.split(" ")[i]}"}) {totalCount} b${i}: statements(filter: {text: "${
      words.split(" ")[i]}"}) {totalCount} c${i}: agreements(filter: {text: "${words.split(" ")[i]}"}) {totalCount} d${i}: events(filter: {text: "${
      words.split(" ")[i]}"}) {totalCount}`)],
    "positions of every state on every issue": ["query($a: [String!], $i: [String!]) {positions(first: 100, filter: {actors: $a, issues: $i, "
      + `stances: [DEMANDS], ${wide}}) {totalCount nodes {slug}}}`, { a: slugs("actor", 200), i: slugs("issue", 200) }],
    "every list as of a moment, counted": [`{${["actors", "meetings", "statements", "positions", "agreements", "events", "figures", "issues", "tracks",
      "sources", "timeline", "discrepancies", "changes"].map((field) => `${field}(first: 100, ${at}) {totalCount nodes {__typename}}`).join(" ")}}`],
    "every list as of a moment, filtered and counted": [`{meetings(first: 100, ${at}, filter: {${everyMeeting}, ${wide}}) {totalCount nodes {slug}} `
      + `statements(first: 100, ${at}, filter: {forms: [REMARKS, INTERVIEW], ${wide}}) {totalCount nodes {slug}} `
      + `positions(first: 100, ${at}, filter: {stances: [DEMANDS], ${wide}}) {totalCount nodes {slug}} `
      + `timeline(first: 100, ${at}, filter: {${wide}}) {totalCount nodes {__typename}}}`],
    "seven counts of 100 states": [states("attended {totalCount} hosted {totalCount} mediated {totalCount} said {totalCount}"
      + " addressed {totalCount} positions {totalCount} signed {totalCount}")],
    "meetings of 100 states that none match, counted": [states(`attended(first: 1, filter: {${wide}, kinds: [CONFERENCE]}) {totalCount nodes {slug}}`)],
    "four lists of 100 states": [states("attended(first: 20) {nodes {slug title}} said(first: 20) {nodes {slug summary}} addressed(first: 20) {nodes"
      + " {slug}} positions(first: 20) {nodes {slug stance}}")],
    "10 counterparts of 10 states": ["{actors(first: 10, filter: {kinds: [STATE]}) {nodes {counterparts(first: 10) {nodes {meetings}}}}}"],
    "statistic of all meetings by year": ["{meetingStats(by: [YEAR], orderBy: KEY_ASC) {totalCount records nodes {count certain possible}}}"],
    "statistic of all meetings by month and host": ["{meetingStats(by: [MONTH, HOST], first: 100) {totalCount nodes {keys {label} count certain possible}}}"],
    "statistic of all meetings by principal": ["{meetingStats(by: [PRINCIPAL], first: 100) {totalCount nodes {keys {label} count}}}"],
    "statistic of all statements by speaker and issue": ["{statementStats(by: [SPEAKER, ISSUE], first: 100) {totalCount nodes {keys {label} count}}}"],
    "statistic of filtered meetings, with their records": [`{meetingStats(filter: {participants: ["actor-1"], ${wide}}, by: [YEAR, HOST]) {totalCount nodes`
      + " {keys {label} count records(first: 20) {nodes {__typename}}}}}"],
    "statistic of all meetings by level, as of a moment": [`{meetingStats(by: [LEVEL], ${at}) {nodes {count}}}`],
    "gaps of 100 meetings, of a track and of two states": ["{meetings(first: 100) {nodes {daysSincePrevious {lowest} previous(together: [\"actor-1\","
      + " \"actor-2\"]) {slug}}}}"],
    "statements within a year after 100 meetings": ["{meetings(first: 100) {nodes {statementsAfter(days: 366, first: 5) {totalCount nodes {slug}}}}}"],
    "encounters, counted": ["{encounters(first: 100) {totalCount nodes {meetings first {edtf} last {edtf}}}}"],
    "encounters of principals, counted": ["{encounters(first: 100, by: PRINCIPAL) {totalCount nodes {meetings}}}"],
    "encounters with filters that most meetings match": [`{encounters(first: 100, filter: {${everyMeeting}, ${wide}}) {totalCount nodes {meetings}}}`],
    "encounters as of a moment": [`{encounters(first: 100, ${at}) {totalCount nodes {meetings}}}`],
    "encounters with their meetings": ["{encounters(first: 100) {nodes {held(first: 20) {totalCount nodes {slug}}}}}"],
    "encounters of two states": [`{encounters(first: 100, filter: {together: ["actor-1", "actor-2"]}) {totalCount nodes {meetings}}}`],
    "matrix of principals with their meetings": ["{mediationMatrix(first: 100, by: PRINCIPAL) {totalCount nodes {held(first: 20) {totalCount nodes {slug}}}}}"],
    "counterparts of 10 states with their meetings": ["{actors(first: 10, filter: {kinds: [STATE]}) {nodes {counterparts(first: 10) {totalCount nodes"
      + " {held(first: 5) {totalCount nodes {slug}}}}}}}"],
    "counterparts of a state by principal": [`{actor(slug: "actor-1") {counterparts(first: 100, by: PRINCIPAL) {totalCount nodes {meetings}}}}`],
    "timeline of every state, combined": [`{timeline(first: 100, filter: {actors: ${list(slugs("actor", 200))}, not: {issues: ["issue-1"]}, or: [{${wide}}]})`
      + " {totalCount nodes {__typename}}}"],
    "100 counterparts of 100 states": [states("counterparts(first: 100) {nodes {meetings}}")],
    "counterparts of 100 states, counted, as of a moment": [`{actors(first: 100, ${at}, filter: {kinds: [STATE]}) {nodes {counterparts(first: 1) {totalCount}}}}`],
    "counterparts of a state, 40 times": [aliases(40, (i) => `actor(slug: "actor-${i + 1}") {counterparts(first: 1, filter: {${wide}}) {nodes {meetings}}}`)],
    "parts and office-holders of 20 states": ["{actors(first: 20, filter: {kinds: [STATE]}) {nodes {parts {slug parts {slug}} officeHolders {title holder {slug}}}}}"],
    "actors within every state, by rank and role": ["query($p: [String!]) {actors(last: 100, filter: {partOf: $p, ranks: [LEADER], roles: [HOST, MEDIATOR, PARTY]})"
      + " {totalCount nodes {slug}}}", { p: slugs("actor", 200) }],
    "discrepancies, counted": ["{discrepancies(first: 100) {totalCount nodes {field values {value attestations {locator source {slug}}}}}}"],
    "discrepancies of 100 meetings and their statements": ["{meetings(first: 100) {nodes {discrepancies {field} statements(first: 5) {nodes {discrepancies {field}}}}}}"],
    "timeline, counted": ["{timeline {totalCount nodes {__typename}}}"],
    "timeline of every state on every issue, wide": [`{timeline(first: 100, filter: {actors: ${list(slugs("actor", 200))}, issues: ${list(slugs("issue", 200))},`
      + ` ${wide}}) {totalCount nodes {__typename}}}`],
    "timeline of every issue, deep page": [`{timeline(first: 100, after: "${cursor("timeline by date", "2022-11-01", "z/MEETING")}", filter: {issues: ${
      list(slugs("issue", 200))}}) {totalCount nodes {__typename}}}`],
    "timeline in a wide range, 40 times": [aliases(40, (i) => `timeline(first: 20, filter: {between: {from: "199${i % 10}-01-01", to: "2022-0${1 + i % 9}-01",`
      + " match: OVERLAPS}}) {totalCount}")],
    "100 standings of 100 issues": ["{issues(first: 100) {nodes {standings(first: 100) {nodes {slug summary actor {name}}}}}}"],
    "standings of 100 issues, counted": ["{issues(first: 100) {nodes {standings(first: 1) {totalCount}}}}"],
    "standings of 5 issues with their sources": ["{issues(first: 5) {nodes {standings(first: 100) {nodes {slug summary actor {name} attestations {locator"
      + " source {title}}}}}}}"],
    "standings of issues, 40 times": [aliases(40, (i) => `issue(slug: "issue-${i + 1}") {standings(first: 20, on: "2020-01-0${1 + i % 9}") {totalCount nodes {slug}}}`)],
    "attestations of 100 sources, counted": ["{sources(first: 100) {nodes {attestations(first: 20) {totalCount nodes {locator}}}}}"],
    "changes by somebody unknown": [`{changes(first: 100, filter: {editorIds: ["${createHash("md5").update("x").digest("hex")}"], acts: [RECORDED]})`
      + " {totalCount nodes {slug}}}"],
    "changes of no such name or editor": [`{changes(first: 100, filter: {slugs: ["none"], editors: ["nobody"], types: [MEETING]}) {totalCount nodes {slug}}}`],
    "changes, each with what it changed": ["{changes(first: 100, filter: {types: [POSITION]}) {totalCount nodes {slug fields {field before after} record {id}}}}"],
    "history of 100 meetings": ["{meetings(first: 100) {nodes {history(first: 20) {totalCount nodes {slug editor fields {field}}}}}}"],
    "threads of 10 statements": ["{statements(first: 10) {nodes {thread {slug speakers {name}}}}}"],
    "a thousand meetings with all about them": [aliases(10, (i) => `meetings(first: 100, after: "${cursor("meetings by date", `20${10 + i}-01-01`, "a")}") `
      + "{nodes {slug title summary outcomes participations {role actor {slug name}} issues {name} attestations {locator source {title}}}}")],
    "the same texts in a hundred aliases": [`{meetings(first: 100) {nodes {${numbers(0, 90).map((i) => `t${i}: summary`).join(" ")}}}}`],
  };
}
