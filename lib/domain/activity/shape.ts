/**
 * The log as people read it: who did what, when, and what it speaks of.
 *
 * A deed holds ids and numbers, never words: what things are called is looked up when somebody looks.
 * Rules: docs/spec/activity.md, AC1 to AC9.
 */
import * as z from "zod";
import { Id, Lang, NameId, PhraseId } from "../field.ts";
import type { Packed } from "../study/packed.ts";
import { NOUNS } from "../study/rows.ts";
import type { Noun } from "../study/rows.ts";

const AnyNoun = z.enum(NOUNS as readonly [Noun, ...Noun[]]); // there are nouns

/** Something that a deed speaks of. `up`: what it lies on or in is meant. A noun of null: whatever has this id. */
export const Ref = z.strictObject({
  noun: AnyNoun.nullable(),
  id: z.string(),
  up: z.enum(["board", "theme", "source"]).nullable(),
});
export type Ref = z.infer<typeof Ref>;

/** What was done, by one command. */
export const Deed = z.strictObject({
  /** The sentence, as the catalogue `activity.say` has it. */
  say: z.string(),
  /** What is counted, and how many there were. */
  noun: AnyNoun.nullable(),
  count: z.int().min(0),
  /** The one thing that it was done to, where it was one. */
  one: Ref.nullable(),
  /** Where to, what with, or what about. */
  place: Ref.nullable(),
  /** Others that came into it, as tags on a quote. */
  others: z.array(Ref),
  /** How many of something else came along. */
  amount: z.strictObject({ noun: AnyNoun, count: z.int().min(0) }).nullable(),
  /** What it was called before and is called since. */
  was: PhraseId.nullable(),
  now: PhraseId.nullable(),
  /** A fixed word of the sentence: a role, a status, a field. */
  word: z.string().nullable(),
});
export type Deed = z.infer<typeof Deed>;

/** One line of the log. */
export const Entry = z.strictObject({
  seq: z.int().positive(),
  at: z.string(),
  actor: Id,
  kind: z.string(),
  mode: z.enum(["do", "undo", "redo"]),
  deed: Deed,
});
export type Entry = z.infer<typeof Entry>;

/** What is known of something that deeds speak of: how it is called, where it lies, whether it is still there. */
export const Thing = z.strictObject({
  id: z.string(),
  noun: AnyNoun,
  gone: z.boolean(),
  number: z.int().nullable(),
  title: NameId.nullable(),
  says: z.partialRecord(Lang, PhraseId),
  board: Id.nullable(),
  theme: Id.nullable(),
  source: Id.nullable(),
  shows: Id.nullable(), // the quote or insight that lies on a card
});
export type Thing = z.infer<typeof Thing>;

/** A part of the log, the latest first, with the things that it speaks of. `next`: older ones come before this. */
export const Part = z.strictObject({
  entries: z.array(Entry),
  things: z.array(Thing),
  next: z.int().positive().nullable(),
});
export type Part = z.infer<typeof Part>;

/** A study as it was at a place in its log; the part tells what was done last. */
export type Moment = Readonly<{
  seq: number;
  /** where the log ends */
  head: number;
  /** the places before and after at which this reader may see that something was done */
  previous: number | null;
  next: number | null;
  part: Part;
  packed: Packed;
}>;

/** What the log can be narrowed to. */
export const ABOUT = {
  quotes: ["quote.make", "quote.remove", "quote.tag", "quote.accept", "quote.place"],
  tags: ["tag.add", "tag.set", "tag.remove", "tags.nest", "tags.remove", "tag.merge", "tag.split", "tags.bring"],
  themes: [
    "theme.make",
    "theme.set",
    "theme.shift",
    "theme.nest",
    "theme.merge",
    "theme.arrange",
    "theme.remove",
    "cards.group",
  ],
  boards: [
    "board.add",
    "board.copy",
    "board.share",
    "board.tidy",
    "board.analyse",
    "board.remove",
    "cards.add",
    "cards.group",
    "cards.place",
    "cards.set",
    "cards.remove",
    "voting.start",
    "voting.reveal",
    "voting.end",
    "vote.set",
  ],
  notes: ["insight.write", "insights.write", "memo.write", "memo.resolve", "memo.remove", "summary.make"],
  findings: [
    "finding.add",
    "finding.set",
    "finding.place",
    "finding.theme",
    "finding.cite",
    "finding.remove",
    "evidence.place",
    "evidence.edit",
    "evidence.translate",
  ],
  sources: [
    "project.bring",
    "source.publish",
    "source.set",
    "source.remove",
    "sources.read",
    "speaker.set",
    "source.revise",
    "passages.lay",
  ],
  people: [
    "organisation.add",
    "organisation.set",
    "organisation.remove",
    "participant.add",
    "participant.set",
    "participant.remove",
    "participant.withdraw",
    "participant.erased",
    "identifier.add",
    "identifier.set",
    "identifiers.add",
    "identifier.remove",
    "identifier.decide",
    "identifier.second",
    "mention.decide",
    "mention.second",
  ],
  guide: ["question.add", "question.place", "question.remove", "guide.add", "guide.set", "guide.remove", "guide.ask"],
  study: ["study.found", "study.set", "member.set", "disclosure.set", "disclosure.accept", "risk.sign", "risk.guessed"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type About = keyof typeof ABOUT;

/** Of which nouns a text that was written belongs to each of these. */
export const TEXTS_OF: Readonly<Record<About, readonly Noun[]>> = {
  quotes: [],
  tags: ["tag", "tagStep"],
  themes: ["theme"],
  boards: ["board"],
  notes: ["insight", "memo", "summary"],
  findings: ["finding"],
  sources: ["source", "correction"],
  people: ["participant", "organisation"],
  guide: ["question", "guide"],
  study: ["study"],
};

const Day = z.iso.date();

/** Which lines are wanted: whose, about what, and from which day to which, as days are counted in Wales. */
export const Narrow = z.strictObject({
  person: Id.nullable(),
  about: z.enum(Object.keys(ABOUT) as [About, ...About[]]).nullable(), // Object.keys loses the literal type
  thing: Id.nullable(), // one row, and what was written about it or linked with it
  from: Day.nullable(),
  to: Day.nullable(),
});
export type Narrow = z.infer<typeof Narrow>;

/** Narrowed by nothing. */
export const EVERYTHING: Narrow = { person: null, about: null, thing: null, from: null, to: null };
