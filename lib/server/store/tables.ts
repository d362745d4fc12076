/**
 * Which table holds the rows of which noun, and which column holds which field.
 *
 * Everything that reads or writes rows goes by this table, so that a new field is one line here,
 * one in the shape and one in a migration. Table and column names reach SQL from here only.
 */
import type { Noun, RowOf } from "#lib/domain/study/rows.ts";

type Columns<N extends Noun> = { readonly [F in Exclude<keyof RowOf<N>, "id" | "gone">]: `${string} ${SqlType}` };
type SqlType = "uuid" | "text" | "int" | "boolean" | "date";
export type Table = Readonly<{
  name: string;
  id: "uuid" | "text";
  columns: Readonly<Record<string, string>>;
  /** A column that the database fills from the others, whenever the row is written. */
  filled?: string;
}>;

const table = <N extends Noun>(name: string, id: "uuid" | "text", columns: Columns<N>): Table => ({
  name,
  id,
  columns,
});

export const TABLES: Readonly<Record<Noun, Table>> = {
  study: table<"study">("study", "uuid", {
    lang: "lang text",
    archived: "archived boolean",
    trashed: "trashed boolean",
    keptUntil: "kept_until date",
  }),
  member: table<"member">("membership", "uuid", { role: "role text" }),
  organisation: table<"organisation">("organisation", "uuid", {
    number: "number int",
    kind: "kind text",
    region: "region text",
    named: "named boolean",
    namedOn: "named_on date",
    name: "name_id uuid",
    aliases: "aliases_id uuid",
  }),
  participant: table<"participant">("participant", "uuid", {
    number: "number int",
    organisation: "organisation_id uuid",
    seniority: "seniority text",
    consent: "consent text",
    agreedOn: "agreed_on date",
    agreedUntil: "agreed_until date",
    withdrawnOn: "withdrawn_on date",
    erased: "erased boolean",
    name: "name_id uuid",
    contact: "contact_id uuid",
  }),
  question: table<"question">("question", "uuid", { ord: "ord text" }),
  guide: table<"guide">("guide", "uuid", { kind: "kind text", minutes: "minutes int", ord: "ord text" }),
  guideQuestion: table<"guideQuestion">("guide_question", "text", {
    guide: "guide_id uuid",
    question: "question_id uuid",
  }),
  source: table<"source">("source", "uuid", {
    number: "number int",
    kind: "kind text",
    revision: "revision_id uuid",
    title: "title_id uuid",
    organisation: "organisation_id uuid",
    participant: "participant_id uuid",
    guide: "guide_id uuid",
    heldOn: "held_on date",
    minutes: "minutes int",
    lang: "lang text",
    original: "original_id uuid",
  }),
  correction: table<"correction">("correction", "uuid", {
    source: "source_id uuid",
    n: "n int",
    was: "was_id uuid",
    revision: "revision_id uuid",
    by: "by_id uuid",
  }),
  readThrough: table<"readThrough">("read_through", "uuid", { revision: "revision_id uuid", by: "by_id uuid" }),
  speaker: table<"speaker">("speaker", "uuid", {
    source: "source_id uuid",
    number: "number int",
    label: "label_id uuid",
    participant: "participant_id uuid",
    interviewer: "interviewer boolean",
  }),
  passage: table<"passage">("passage", "uuid", {
    source: "source_id uuid",
    revision: "revision_id uuid",
    start: "start_at int",
    end: "end_at int",
    question: "question_id uuid",
  }),
  quote: table<"quote">("quote", "uuid", { source: "source_id uuid", by: "by_id uuid" }),
  anchor: {
    ...table<"anchor">("anchor", "text", {
      quote: "quote_id uuid",
      revision: "revision_id uuid",
      start: "start_at int",
      end: "end_at int",
      turn: "turn_id uuid",
      speaker: "speaker_id uuid",
      question: "question_id uuid",
      state: "state text",
    }),
    filled: "exact",
  },
  tag: table<"tag">("tag", "uuid", {
    parent: "parent_id uuid",
    hue: "hue int",
    ord: "ord text",
    example: "example_id uuid",
  }),
  tagStep: table<"tagStep">("tag_step", "uuid", {
    kind: "kind text",
    into: "into_id uuid",
    from: "from_id uuid",
    quotes: "quotes int",
    by: "by_id uuid",
  }),
  tagging: table<"tagging">("tagging", "text", { quote: "quote_id uuid", tag: "tag_id uuid" }),
  insight: table<"insight">("insight", "uuid", { by: "by_id uuid" }),
  memo: table<"memo">("memo", "uuid", {
    subject: "subject text",
    parent: "parent_id uuid",
    by: "by_id uuid",
    resolved: "resolved boolean",
    also: "also_id uuid",
  }),
  call: table<"call">("memo_call", "text", { memo: "memo_id uuid", person: "person_id uuid", after: "after_id uuid" }),
  board: table<"board">("board", "uuid", {
    analysis: "analysis boolean",
    owner: "owner_id uuid",
    origin: "origin_id uuid",
    ord: "ord text",
  }),
  theme: table<"theme">("theme", "uuid", {
    board: "board_id uuid",
    parent: "parent_id uuid",
    ord: "ord text",
    x: "x int",
    y: "y int",
    w: "w int",
    h: "h int",
    hue: "hue int",
    status: "status text",
    locked: "locked boolean",
    collapsed: "collapsed boolean",
  }),
  card: table<"card">("card", "uuid", {
    board: "board_id uuid",
    quote: "quote_id uuid",
    insight: "insight_id uuid",
    theme: "theme_id uuid",
    x: "x int",
    y: "y int",
    size: "size text",
    ord: "ord text",
  }),
  voting: table<"voting">("voting", "uuid", {
    board: "board_id uuid",
    dots: "dots int",
    revealed: "revealed boolean",
    by: "by_id uuid",
  }),
  vote: table<"vote">("vote", "text", {
    voting: "voting_id uuid",
    card: "card_id uuid",
    person: "person_id uuid",
    dots: "dots int",
  }),
  finding: table<"finding">("finding", "uuid", { status: "status text", ord: "ord text" }),
  findingTheme: table<"findingTheme">("finding_theme", "text", { finding: "finding_id uuid", theme: "theme_id uuid" }),
  evidence: table<"evidence">("evidence", "text", {
    finding: "finding_id uuid",
    quote: "quote_id uuid",
    stance: "stance text",
    ord: "ord text",
  }),
  edit: table<"edit">("edit", "text", {
    evidence: "evidence_id text",
    revision: "revision_id uuid",
    start: "start_at int",
    end: "end_at int",
    phrase: "phrase_id uuid",
  }),
  translation: table<"translation">("translation", "text", {
    evidence: "evidence_id text",
    revision: "revision_id uuid",
    of: "made_with text",
    lang: "lang text",
    phrase: "phrase_id uuid",
  }),
  summary: table<"summary">("summary", "uuid", {
    theme: "theme_id uuid",
    participant: "participant_id uuid",
    organisation: "organisation_id uuid",
    by: "by_id uuid",
    also: "also_id uuid",
  }),
  identifier: table<"identifier">("identifier", "uuid", {
    kind: "kind text",
    term: "term_id uuid",
    thing: "thing text",
    decision: "decision text",
    replacement: "replacement_id uuid",
    replacementCy: "replacement_cy_id uuid",
    reason: "reason_id uuid",
    by: "by_id uuid",
    second: "second_id uuid",
  }),
  mention: table<"mention">("mention", "uuid", {
    source: "source_id uuid",
    identifier: "identifier_id uuid",
    of: "of text",
    decision: "decision text",
    replacement: "replacement_id uuid",
    replacementCy: "replacement_cy_id uuid",
    reason: "reason_id uuid",
    by: "by_id uuid",
    second: "second_id uuid",
  }),
  mentionPlace: table<"mentionPlace">("mention_place", "text", {
    mention: "mention_id uuid",
    revision: "revision_id uuid",
    start: "start_at int",
    end: "end_at int",
  }),
  disclosure: table<"disclosure">("disclosure", "uuid", {
    organisations: "organisations int",
    people: "people int",
    base: "base int",
    listed: "listed int",
    reason: "reason_id uuid",
    by: "by_id uuid",
    on: "set_on date",
  }),
  acceptance: table<"acceptance">("acceptance", "text", {
    reason: "reason_id uuid",
    by: "by_id uuid",
    on: "set_on date",
  }),
  signature: table<"signature">("signature", "text", {
    judgement: "judgement_id uuid",
    digest: "digest text",
    parts: "parts text",
    quotes: "quotes int",
    marks: "marks text",
    by: "by_id uuid",
    on: "set_on date",
  }),
  guess: table<"guess">("guess", "uuid", {
    shown: "shown int",
    named: "named int",
    people: "people int",
    bodies: "bodies int",
    peopleChance: "people_chance int",
    bodiesChance: "bodies_chance int",
    peopleRight: "people_right text",
    bodiesRight: "bodies_right text",
    by: "by_id uuid",
    on: "played_on date",
  }),
  wording: table<"wording">("wording", "text", {
    subject: "subject uuid",
    field: "field text",
    lang: "lang text",
    phrase: "phrase_id uuid",
  }),
};

/** The column of a noun's field, with its type. Throws for a field that has none: that is a bug. */
export function columnOf(noun: Noun, field: string): { readonly name: string; readonly type: string } {
  const [name, type] = TABLES[noun].columns[field]?.split(" ") ?? [];
  if (!name || !type) throw new Error(`no column for ${noun}.${field}`);
  return { name, type };
}
