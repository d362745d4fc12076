/**
 * The ways in which people write a name: "Siân Llewelyn", "Siân", "Ms Llewelyn", "S. Llewelyn";
 * "Cyngor Sir Aberwen", "Aberwen", "CSA".
 *
 * Knows nothing of rows. Widens what is looked for and nothing else: a person decides what happens to it.
 * Rules: docs/spec/identifier.md, I10 to I14.
 */
import { EVERYDAY } from "./everyday.ts";
import { findable } from "./find.ts";
import { bare } from "./fold.ts";

/** One generated way of writing. `flagged`: so common or short that it may mean something else. */
export type Alias = Readonly<{
  words: string;
  kind: "full" | "first" | "last" | "part" | "initials" | "title" | "bare" | "acronym" | "other";
  cased: boolean;
  flagged: boolean;
}>;

const TITLES =
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend cllr councillor cyng cynghorydd athro parch syr".split(
    " ",
  );
const ADDRESS = [
  "Mr",
  "Mrs",
  "Ms",
  "Miss",
  "Mx",
  "Dr",
  "Prof",
  "Professor",
  "Sir",
  "Dame",
  "Cllr",
  "Councillor",
  "Cyng",
  "Cynghorydd",
];
const PARTICLES = new Set("ap ab ferch de da di van von der den le la mac st".split(" "));

const SMALL = new Set("of and the for in on at to y yr a ac i o ar ym yn yng dros &".split(" "));

/** What stands before or after an organisation's own name; the longest first. */
const AFTER = [
  "city and county council",
  "county borough council",
  "metropolitan borough council",
  "county council",
  "borough council",
  "district council",
  "city council",
  "town council",
  "community council",
  "parish council",
  "council",
  "university health board",
  "teaching health board",
  "health board",
  "nhs foundation trust",
  "nhs trust",
  "fire and rescue service",
  "national park authority",
  "housing association",
  "housing group",
  "housing",
  "public limited company",
  "community interest company",
  "limited",
  "ltd",
  "plc",
  "llp",
  "cic",
  "cyf",
  "cyfyngedig",
  "group",
  "trust",
  "city",
  "county",
];
const BEFORE = [
  "cyngor bwrdeistref sirol",
  "cyngor dinas a sir",
  "cyngor dinas",
  "cyngor sir",
  "cyngor tref",
  "cyngor cymuned",
  "cyngor bwrdeistref",
  "cyngor",
  "bwrdd iechyd prifysgol",
  "bwrdd iechyd addysgu",
  "bwrdd iechyd",
  "awdurdod parc cenedlaethol",
  "gwasanaeth tan ac achub",
  "cymdeithas tai",
  "grwp tai",
  "tai",
  "city and county of",
  "city of",
  "county of",
  "county borough of",
  "isle of",
  "vale of",
  "the",
  "ynys",
  "bro",
  "dinas",
  "sir",
  "y",
  "yr",
];
/** Words too general to stand for one body. */
const GENERAL = new Set(
  (
    "natural national public digital social local central services service resources transport careers revenue health care community regional county city north " +
    "south east west mid welsh wales cymru cenedlaethol gwasanaethau iechyd gofal adnoddau naturiol trafnidiaeth gyrfa cyhoeddus sirol lleol gogledd de dwyrain " +
    "gorllewin canolbarth group united first new park parc authority awdurdod council cyngor college coleg association cymdeithas"
  ).split(" "),
);
const KNOWN_LETTERS = new Set(
  "API CEO CIO CTO CFO FAQ PDF USA GDP NHS BBC GOV ICT CSV URL DVD ATM SME THE AND FOR".split(" "),
);

/**
 * The ways of writing a person's name.
 *
 * @param full - the name as it was entered, "Dr Siân Haf Llewelyn-Jones" or "Llewelyn, Siân"
 * @param others - further names given by hand, one a line
 */
export function personAliases(full: string, others = ""): readonly Alias[] {
  const made: Alias[] = [];
  for (const [index, line] of [full, ...others.split(/\r?\n/)].entries()) {
    const turned = /^([^,]+),\s*([^,]+)$/.exec(line.trim());
    const words = turned ? `${turned[2] ?? ""} ${turned[1] ?? ""}` : line;
    let parts = words
      .normalize("NFC")
      .trim()
      .split(/\s+/u)
      .filter((part) => part !== "");
    while (parts.length > 1 && TITLES.includes(plainly(parts[0] ?? ""))) parts = parts.slice(1);
    if (parts.length === 0) continue;
    made.push(alias(parts.join(" "), index === 0 ? "full" : "other", parts.length === 1));
    if (parts.length === 1) continue;

    const from = surnameAt(parts);
    const first = parts[0] ?? "";
    const last = parts.slice(from).join(" ");
    const core = parts.at(-1) ?? "";
    const given = parts.slice(0, from);
    made.push(
      alias(first, "first", true),
      alias(last, "last", true),
      alias(`${last}, ${given.join(" ")}`, "full", false),
    );
    if (core !== last) made.push(alias(core, "last", true));
    if (given.length > 1)
      made.push(
        alias(`${first} ${last}`, "full", false),
        ...given.slice(1).map((part) => alias(part, "part", true, true)),
      );
    for (const piece of core.split("-")) if (piece !== core) made.push(alias(piece, "part", true, true));
    const letters = given.flatMap((part) => part.split("-").map((piece) => Array.from(piece)[0] ?? ""));
    made.push(alias(`${letters[0] ?? ""} ${last}`, "initials", false));
    if (letters.length > 1)
      made.push(
        alias(`${letters.join(" ")} ${last}`, "initials", false),
        alias(`${letters.join("")} ${last}`, "initials", false),
      );
    for (const title of ADDRESS) made.push(alias(`${title} ${last}`, "title", false));
  }
  return distinct(made);
}

/**
 * The ways of writing an organisation's name.
 *
 * @param full - the name as it was entered
 * @param others - further names given by hand, in English or Welsh, one a line
 */
export function organisationAliases(full: string, others = ""): readonly Alias[] {
  const made: Alias[] = [];
  for (const [index, line] of [full, ...others.split(/\r?\n/)].entries()) {
    const words = line.normalize("NFC").trim().replace(/\s+/gu, " ");
    if (words === "") continue;
    const brief = /^[\p{Lu}\p{N}&]{2,6}$/u.test(words); // CDPS, DVLA: letters, not a word
    made.push(
      brief
        ? { words, kind: "acronym", cased: true, flagged: words.length < 3 }
        : alias(words, index === 0 ? "full" : "other", !words.includes(" ")),
    );
    if (brief) continue;
    for (const stripped of strip(words)) made.push(alias(stripped, "bare", !stripped.includes(" ")));
    for (const letters of acronyms(words)) made.push({ words: letters, kind: "acronym", cased: true, flagged: false });
  }
  return distinct(made);
}

function alias(words: string, kind: Alias["kind"], single: boolean, cautious = false): Alias {
  const folded = plainly(words);
  const common = single && (EVERYDAY.has(folded) || GENERAL.has(folded) || folded.length <= 3);
  return { words, kind, cased: common || cautious, flagged: common };
}

function plainly(words: string): string {
  return bare(words).replace(/[^\p{L}\p{N} ]/gu, "");
}

/** Where the surname starts: a particle goes with what follows it ("ap Dafydd", "van der Berg"). */
function surnameAt(parts: readonly string[]): number {
  let from = parts.length - 1;
  while (from > 1 && PARTICLES.has(plainly(parts[from - 1] ?? ""))) from -= 1;
  return from;
}

function strip(words: string): readonly string[] {
  const found: string[] = [];
  let rest = words;
  for (let round = 0; round < 4; round += 1) {
    const folded = bare(rest);
    const after = AFTER.find((end) => folded.endsWith(` ${end}`) && rest.length === folded.length);
    const before =
      after === undefined
        ? BEFORE.find((start) => folded.startsWith(`${start} `) && rest.length === folded.length)
        : undefined;
    if (after !== undefined) rest = rest.slice(0, rest.length - after.length - 1).replace(/[\s,]+$/u, "");
    else if (before !== undefined) rest = rest.slice(before.length + 1);
    else break;
    if (distinctive(rest)) found.push(rest);
  }
  return found;
}

function distinctive(words: string): boolean {
  const parts = plainly(words)
    .split(" ")
    .filter((part) => part !== "" && !SMALL.has(part));
  if (parts.every((part) => GENERAL.has(part))) return false;
  return parts.length > 1 || (parts[0]?.length ?? 0) >= 3;
}

function acronyms(words: string): readonly string[] {
  const parts = words.split(/[\s-]+/u).filter((part) => /^\p{L}/u.test(part));
  const letter = (part: string) => (Array.from(part)[0] ?? "").normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const large = parts.filter((part) => !SMALL.has(plainly(part)));
  return [...new Set([large.map(letter).join(""), parts.map(letter).join("")])].filter(
    (letters) => letters.length >= 3 && large.length >= 3 && !KNOWN_LETTERS.has(letters),
  );
}

/** Each way of writing once; of two alike the one that finds more. */
function distinct(aliases: readonly Alias[]): readonly Alias[] {
  const byWords = new Map<string, Alias>();
  for (const one of aliases) {
    if (!findable(one.words)) continue;
    const key = one.words.normalize("NFC");
    const old = byWords.get(key);
    if (old === undefined || (old.cased && !one.cased)) byWords.set(key, one);
  }
  return [...byWords.values()];
}
