/** A desk over the small study, with its names, and decisions on them, for tests of what leaves. */
import { createHash } from "node:crypto";
import { pair } from "#lib/domain/field.ts";
import { madeWith } from "#lib/domain/finding/translation.ts";
import { editsOf } from "#lib/domain/quote/published.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import type { Around } from "#lib/domain/quote/around.ts";
import { yes } from "#lib/domain/result.ts";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide as ruled } from "#lib/domain/study/command.ts";
import type { Desk } from "#lib/server/handle/desk.ts";
import { letters } from "#lib/server/load/letters.ts";
import { sayArchive, sayBoard, sayCodebook, sayNumbers, sayProject, sayReport } from "#lib/server/load/say.ts";
import { id, study } from "./study.ts";
import type { Told } from "./study.ts";
import { textsOf } from "./whole.ts";

const names: readonly Named[] = [
  { id: id("A"), kind: "organisation", full: "Aberwen  Council", others: "" },
  { id: id("B"), kind: "organisation", full: "Cyngor Sir Hesgen", others: "" },
  { id: id("C"), kind: "organisation", full: "Tai Cynefin", others: "" },
  { id: id("pa"), kind: "participant", full: "Siân Llewelyn", others: "" },
];

/** @param signs - whether an owner signs whatever is judged, so that what leaves waits for no signature */
export function desk(told: Told, more: readonly Named[] = [], signs = true): Desk {
  const around = (quote: string): Around => {
    const [anchor] = told.rows.related("anchorsOfQuote", quote);
    const where = anchor && { revision: anchor.revision, start: anchor.start };
    return { before: "", after: "", ...(where && { where }) };
  };
  const excerpts = () => new Map([...told.quotes].map(([quote, words]) => [quote, { words, around: around(quote) }]));
  const read = () => ({
    rows: told.rows,
    phrases: told.phrases,
    quotes: excerpts(),
    seq: 7n,
    day: "2026-11-27",
    spoken: new Map(),
  });
  return {
    read: () => Promise.resolve(read()),
    readWhole: () => Promise.resolve({ ...read(), texts: textsOf(told), attributes: 1 }),
    names: () => Promise.resolve([...names, ...more]),
    settled: () => Promise.resolve(true),
    tell: () => Promise.resolve(yes(undefined)),
    mark: (words) => createHash("sha256").update(words).digest("hex"),
    remember: async (_, __, of, make) => {
      const seal = await make();
      if (signs) sign(told, of, seal);
      return seal;
    },
    say: sayReport,
    sayBoard,
    sayCodebook,
    sayProject,
    sayNumbers,
    coverage: () => Promise.resolve({ sources: [{ source: id("ia"), words: 200, quoted: 50 }] }),
    sayArchive,
    letters,
  };
}

/** Signs what was judged, by the command of the house. */
export function sign({ rows, phrases }: Told, of: SignableId, seal: Seal): void {
  phrases.set(id("fit"), { lang: "en", words: "It may leave." });
  const command = { kind: "risk.sign", of, signed: { judgement: id("fit"), ...seal }, on: "2026-11-27" } as const;
  const decided = ruled(rows, command, { person: id("me") });
  if (!decided.ok) throw new Error(decided.fault.code);
  for (const change of decided.value) evolve(rows, change);
}

/** Has nobody read a source through, as it stands. */
export function unread({ rows }: Told, source: string): void {
  rows.put("readThrough", { id: id(source), revision: id("an earlier text"), by: id("me"), gone: false });
}

export function decide(
  told: Told,
  of: string,
  decision: "replace" | "keep",
  words: string,
  kind: "organisation" | "participant" | "term" = "organisation",
  agreed = true,
): void {
  const phrase = id(`d${of}`);
  told.phrases.set(phrase, { lang: "en", words });
  const replaced = decision === "replace";
  told.rows.put("identifier", {
    id: id(of),
    kind,
    term: null,
    thing: null,
    decision,
    replacement: replaced ? phrase : null,
    replacementCy: null,
    reason: replaced ? null : phrase,
    by: id("me"),
    second: replaced || !agreed ? null : id("you"),
    gone: false,
  });
}

/** The small study with its names replaced; `landlord` stands for Tai Cynefin. */
export function decidedStudy(landlord = "an association"): Told {
  const told = study();
  decide(told, "A", "replace", "a council");
  decide(told, "C", "replace", landlord);
  decide(told, "pa", "replace", "a manager", "participant");
  return told;
}

/** Has somebody add the term “term” by hand, of which nothing is decided; answers it for a desk. */
export function undecided(told: Told, full: string): Named {
  const term = id("term");
  told.rows.put("identifier", {
    id: term,
    kind: "term",
    term,
    thing: null,
    decision: null,
    replacement: null,
    replacementCy: null,
    reason: null,
    by: id("me"),
    second: null,
    gone: false,
  });
  return { id: term, kind: "term", full, others: "" };
}

/** Decides one mention of Siân Llewelyn otherwise: the one in the first quote of the first interview. */
export function judge(told: Told, decision: "replace" | "keep" | "ordinary", words: string, agreed = true): void {
  const phrase = id("judged");
  told.phrases.set(phrase, { lang: "en", words });
  const replaced = decision === "replace";
  const [anchor] = told.rows.related("anchorsOfQuote", id("q1"));
  if (!anchor) throw new Error("the quote stands nowhere");
  const at = anchor.start + (told.quotes.get(id("q1")) ?? "").indexOf("Siân");
  const { revision } = anchor;
  told.rows.put("mention", {
    id: id("mention"),
    source: id("ia"),
    identifier: id("pa"),
    of: "participant",
    decision,
    replacement: replaced ? phrase : null,
    replacementCy: null,
    reason: replaced ? null : phrase,
    by: id("me"),
    second: replaced || !agreed ? null : id("you"),
    gone: false,
  });
  const place = { mention: id("mention"), revision, start: at, end: at + "Siân Llewelyn".length };
  told.rows.put("mentionPlace", { id: `${id("mention")}/${revision}`, ...place, gone: false });
}

/** Publishes a quote of a finding otherwise than it was said: cut where `words` is null. Code points of the quote. */
export function edit(
  told: Told,
  finding: string,
  quote: string,
  start: number,
  end: number,
  words: string | null,
): void {
  const evidence = pair(id(finding), id(quote));
  const [anchor] = told.rows.related("anchorsOfQuote", id(quote));
  if (!anchor) throw new Error("the quote stands nowhere");
  const phrase = words === null ? null : id(`e${start}${quote}${finding}`);
  if (phrase !== null) told.phrases.set(phrase, { lang: "en", words: words ?? "" });
  const row = { evidence, revision: anchor.revision, start, end, phrase, gone: false };
  told.rows.put("edit", { id: `${evidence}/${start}`, ...row });
}

/** Says what a quote of a finding says in another language, as it is published there now. */
export function translate(told: Told, finding: string, quote: string, lang: "en" | "cy", words: string): void {
  const evidence = pair(id(finding), id(quote));
  const [anchor] = told.rows.related("anchorsOfQuote", id(quote));
  if (!anchor) throw new Error("the quote stands nowhere");
  const { revision } = anchor;
  const phrase = id(`${lang}${quote}${finding}`);
  told.phrases.set(phrase, { lang, words });
  const of = madeWith(editsOf(told.rows, evidence, revision));
  told.rows.put("translation", { id: `${evidence}/${lang}`, evidence, revision, of, lang, phrase, gone: false });
}
