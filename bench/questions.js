// The benchmark queries. Each is a document in questions/, with variables that differ from request to request.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const number = (i, most) => 1 + ((i * 7919) % most);
const person = (i, size) => `actor-${600 + number(i, size.persons)}`;

/** A word in about one record of five thousand; it begins with letters. */
const rare = (i) => {
  const word = createHash("md5").update(`rare${i % 5000}`).digest("hex").slice(0, 6);
  return /^[a-f]{2}/.test(word) ? word : rare(i + 1);
};

/** How many different requests are sent in turn. */
const DIFFERENT = 500;

const QUESTIONS = {
  slug: (i, size) => ({ slug: person(i, size) }),
  nested: () => ({ first: 20 }),
  headline: (i, size) => ({ slugs: [person(i, size)] }),
  deep: (i, size) => ({ slug: person(i, size) }),
  timeline: (i, size) => ({ slugs: [person(i, size)] }),
  search: (i) => ({ text: rare(number(i, 5000)) }),
};

export const names = Object.keys(QUESTIONS);

export function text(name, suffix = ".graphql") {
  try {
    return readFileSync(new URL(`questions/${name}${suffix}`, import.meta.url), "utf8");
  } catch {
    return null;
  }
}

export function variables(name, i, size) {
  return QUESTIONS[name](i, size);
}

/** The bodies of the requests, one a line, in Parley's names or PostGraphile's. */
export function bodies(name, size, suffix = ".graphql") {
  const query = text(name, suffix);
  const all = Array.from({ length: DIFFERENT }, (_, i) => JSON.stringify({ query, variables: variables(name, i, size) }));
  return [...new Set(all)].join("\n") + "\n";
}

/** The SQL with its variables as pgbench has them. */
export function sql(name, size) {
  const statement = text(name, ".sql");
  if (name === "slug") {
    return `\\set i random(601, ${600 + size.persons})\n${statement.replace(":slug", "('actor-' || :i)").trim()};\n`;
  }
  return `${statement.replace(":first", "20").trim()};\n`;
}

const LEVELS = ["participations { role actor { slug name LEVEL } }", "said(first: 3) { nodes { slug summary LEVEL } }", "replies(first: 3) { nodes { slug summary LEVEL } }",
  "speakers { slug name LEVEL }", "hosted(first: 3) { nodes { slug title LEVEL } }"];

/** The latest meetings with several page sizes and depths, to show how the cost of an answer grows. */
export function growth() {
  const deep = (levels) => `query($first: Int!) { meetings(first: $first, orderBy: DATE_DESC) { nodes { slug title LEVEL } } }`
    .replace("LEVEL", LEVELS.slice(0, levels).reduceRight((inner, level) => level.replace("LEVEL", inner), ""));
  return [...[1, 5, 20, 50].map((first) => ({ name: `nested, pages of ${first}`, query: text("nested"), variables: { first } })),
    ...[0, 1, 2, 3, 4, 5].map((levels) => ({ name: `5 meetings, ${levels} levels below them`, query: deep(levels), variables: { first: 5 } }))];
}
