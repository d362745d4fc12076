/**
 * What browser and server say to each other about a search: what is asked, and what was found.
 *
 * Offsets are code points of the original, `end` exclusive, as everywhere; what this reader sees may be shorter or longer.
 * Rules: docs/spec/search.md, SR7 to SR11.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import { OrganisationKind } from "../organisation/shape.ts";
import { SourceKind } from "../source/shape.ts";
import { LONGEST } from "./query.ts";

/** How many hits come at once. */
export const PAGE = 50;
/** Counting stops here, and what is found no more often is ranked. */
export const COUNTED = 1000;

/** Who speaks: one participant, or everybody on one side of the table. */
export const Voice = z.union([z.literal(["interviewers", "respondents"]), Id]);

export const Filters = z.strictObject({
  voice: Voice.nullable(),
  organisation: OrganisationKind.nullable(),
  source: SourceKind.nullable(),
  question: Id.nullable(),
  tag: Id.nullable(),
});
export type Filters = z.infer<typeof Filters>;

export const NO_FILTERS: Filters = { voice: null, organisation: null, source: null, question: null, tag: null };

/** Where a page of hits ended. Ranked hits are told apart by their rank and then their place, others by their place alone. */
export const Cursor = z.strictObject({ rank: z.number().nullable(), place: z.int().min(0) });
export type Cursor = z.infer<typeof Cursor>;

export const Asked = z.strictObject({ words: z.string().max(LONGEST), filters: Filters, after: Cursor.nullable() });
export type Asked = z.infer<typeof Asked>;

/** A stretch of what is shown: said as it stands, what was looked for, or words in the place of a name. */
export const Piece = z.strictObject({
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(["said", "found", "replaced"]),
});
export type Piece = z.infer<typeof Piece>;

export const Hit = z.strictObject({
  place: z.int().min(0), // tells hits apart
  source: Id,
  revision: Id,
  lang: z.string(),
  turn: Id,
  speaker: Id.nullable(),
  question: Id.nullable(),
  startMs: z.int().nullable(),
  pieces: z.array(Piece),
  /** Whether the turn goes on before or behind what is shown. */ more: z.strictObject({
    before: z.boolean(),
    after: z.boolean(),
  }),
  /** The sentence that holds the first place: what would be quoted. */
  sentence: z.strictObject({ text: z.string(), start: z.int().min(0), end: z.int().min(0) }),
});
export type Hit = z.infer<typeof Hit>;

export const Found = z.strictObject({
  hits: z.array(Hit),
  next: Cursor.nullable(), // null: these were the last
  /** How many there are, or, with `more`, how many there are at least; told with the first of them only. */
  counted: z.strictObject({ count: z.int().min(0), more: z.boolean() }).nullable(),
  /** By how well they fit; otherwise in the order in which the texts came in. */ ranked: z.boolean(),
  /** What else could be looked for, where nothing was found: with words of the study that are written much alike. */ alike:
    z.array(z.string()),
});
export type Found = z.infer<typeof Found>;
