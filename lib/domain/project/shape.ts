/** Projects of other software on their way in: what of them cannot be carried, and how their positions were counted. */
import * as z from "zod";

/** What of a project does not come in. */
export const UNCARRIED = [
  "media", // pictures and recordings
  "textless", // documents of which no text is in the file
  "areas", // selections of a part of a page, a picture or a recording
  "selections", // in documents without a text
  "outside", // selections whose positions give no words
  "codes", // codes that cannot be tags
  "doubles", // codes that are called as another beside them: both are one tag
  "codings", // of codes that cannot be tags
  "wholes", // codes on whole documents, or on notes and cases
  "sets",
  "themes", // of a file of ours: on no board of it
  "shared", // documents that several cases have: whose each is cannot be told
  "caseQuotes", // selections that a case has, apart from whole documents
  "values", // variables of cases that have no document, and of documents that do not come in
  "moreValues", // of a variable that the document has a value of already, or that the file does not know
  "names", // longer than any name
  "noteTexts", // notes without words, or with more than fit; what is described where that does not come in
  "noteQuotes", // selections within notes
  "links", // between things neither of which is a note that comes in
  "vertices", // things on graphs that no card shows
  "edges", // lines between things on graphs
  "graphs", // on which nothing is left
  "users",
] as const;
export type Uncarried = (typeof UNCARRIED)[number];

/** More than none of each. */
export const Lost = z.partialRecord(z.enum(UNCARRIED), z.int().min(1));
export type Lost = z.infer<typeof Lost>;

const Score = { fit: z.int().min(0), of: z.int().min(0) };

/** How positions in the file are counted, and by what that was found out (docs/spec/refi.md, RF27). */
export const Counting = z.strictObject({
  unit: z.enum(["points", "units"]),
  ends: z.union([z.literal(1), z.literal(2)]),
  mark: z.boolean(),
  last: z.boolean(),
  by: z.enum(["words", "origin", "standard"]),
  ...Score,
  cut: z.int().min(0), // how many that hold words begin or end elsewhere
  standard: z.int().min(0), // how many would fit by the standard
});
export type Counting = z.infer<typeof Counting>;

/** How many documents a preview shows. */
export const SHOWN_SOURCES = 200;

/** What a project would bring in. */
export const ProjectSeen = z.strictObject({
  origin: z.string().nullable(),
  /** written here, by this or another installation */
  own: z.boolean(),
  /** written from this very study */
  here: z.boolean(),
  counts: z.strictObject({
    sources: z.int(),
    quotes: z.int(),
    merged: z.int(), // selections of the same words as an earlier one, whose codes are on that quote
    tags: z.int(),
    cases: z.int(),
    memos: z.int(),
    insights: z.int(),
    boards: z.int(),
    themes: z.int(),
  }),
  counting: Counting,
  sources: z.array(
    z.strictObject({
      name: z.string(),
      medium: z.enum(["text", "pdf", "picture", "audio", "video"]),
      characters: z.int().nullable(), // null: it does not come in
      quotes: z.int(),
      ...Score,
    }),
  ),
  lost: Lost,
});
export type ProjectSeen = z.infer<typeof ProjectSeen>;

/** What cases are in this study. */
export const CasesAs = z.enum(["participants", "organisations", "none"]);
export type CasesAs = z.infer<typeof CasesAs>;
