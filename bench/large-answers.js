// Requests the largest possible answers, many at once, from several clients; the service must stay up.
//   node large-answers.js URL [CLIENTS] [ROUNDS]     as for overload.js
const [url, clients = "4", rounds = "5"] = process.argv.slice(2);
const AT_ONCE = 8;
const names = (number, field) => Array.from({ length: number }, (_, i) => `${field[0]}${i}: ${field}`).join(" ");
const documents = [
  // Many objects: the largest nested pages.
  "{issues(first: 20) {nodes {standings(first: 100) {nodes {slug summary attestations {locator source {slug title}}}}}}}",
  "{actors(first: 100) {nodes {attended(first: 20) {nodes {slug title participations {role actor {slug name}}}}}}}",
  // Few rows under many aliases.
  `{meetings(first: 100) {nodes {${names(90, "summary")}}}}`,
  `{a: statements(first: 100) {nodes {${names(45, "quotation")} ${names(45, "summary")}}}}`,
  // Below the weight from which an operation counts as expensive.
  `{meetings(first: 20) {nodes {${names(80, "summary")}}}}`,
];
const outcomes = {};
let bytes = 0;
await Promise.all(Array.from({ length: Number(clients) * AT_ONCE }, async (_, i) => {
  for (let round = 0; round < Number(rounds); round++) {
    const response = await fetch(url, { method: "POST", body: JSON.stringify({ query: documents[(i + round) % documents.length] }),
      headers: { "content-type": "application/json", "x-forwarded-for": `203.0.113.${i % Number(clients)}` } });
    const text = await response.text();
    bytes += text.length;
    const outcome = JSON.parse(text).errors?.[0].extensions?.code ?? response.status;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
}));
console.log(outcomes, `${(bytes / 1e6).toFixed(0)} MB`);
