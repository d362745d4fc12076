/**
 * A study's state: rows by noun, with the relations between them kept as indexes.
 *
 * The browser holds a whole study in one; the server fills one with the rows that a batch of commands
 * names and evolves it while it decides. Knows nothing of the database, the network or React.
 * Rows in it are never changed in place: `put` replaces them.
 */
import { CardRow, BoardRow, ThemeRow } from "../board/shape.ts";
import { CorrectionRow } from "../correction/shape.ts";
import { AcceptanceRow, DisclosureRow } from "../disclosure/shape.ts";
import { EditRow, EvidenceRow, FindingRow, FindingThemeRow, TranslationRow } from "../finding/shape.ts";
import { GuessRow } from "../guess/shape.ts";
import { GuideQuestionRow, GuideRow, QuestionRow } from "../guide/shape.ts";
import { IdentifierRow } from "../identifier/shape.ts";
import { InsightRow } from "../insight/shape.ts";
import { MemberRow } from "../member/shape.ts";
import { CallRow, MemoRow } from "../memo/shape.ts";
import { MentionPlaceRow, MentionRow } from "../mention/shape.ts";
import { OrganisationRow } from "../organisation/shape.ts";
import { PassageRow } from "../passage/shape.ts";
import { ParticipantRow } from "../participant/shape.ts";
import { AnchorRow, QuoteRow, TaggingRow } from "../quote/shape.ts";
import { ReadThroughRow } from "../source/read-through-shape.ts";
import { SignatureRow } from "../signature/shape.ts";
import { SourceRow, SpeakerRow } from "../source/shape.ts";
import { SummaryRow } from "../summary/shape.ts";
import { TagRow, TagStepRow } from "../tag/shape.ts";
import { VoteRow, VotingRow } from "../vote/shape.ts";
import { WordingRow } from "../wording/shape.ts";
import { StudyRow } from "./shape.ts";
import type * as z from "zod";

/** Every noun whose rows commands may change, with the shape of its rows. */
export const SHAPES = {
  study: StudyRow,
  member: MemberRow,
  organisation: OrganisationRow,
  participant: ParticipantRow,
  question: QuestionRow,
  guide: GuideRow,
  guideQuestion: GuideQuestionRow,
  source: SourceRow,
  correction: CorrectionRow,
  readThrough: ReadThroughRow,
  speaker: SpeakerRow,
  passage: PassageRow,
  quote: QuoteRow,
  anchor: AnchorRow,
  tag: TagRow,
  tagStep: TagStepRow,
  tagging: TaggingRow,
  insight: InsightRow,
  memo: MemoRow,
  call: CallRow,
  board: BoardRow,
  theme: ThemeRow,
  card: CardRow,
  voting: VotingRow,
  vote: VoteRow,
  finding: FindingRow,
  findingTheme: FindingThemeRow,
  evidence: EvidenceRow,
  edit: EditRow,
  translation: TranslationRow,
  summary: SummaryRow,
  identifier: IdentifierRow,
  mention: MentionRow,
  mentionPlace: MentionPlaceRow,
  disclosure: DisclosureRow,
  acceptance: AcceptanceRow,
  signature: SignatureRow,
  guess: GuessRow,
  wording: WordingRow,
} as const;

export type Noun = keyof typeof SHAPES;
export type RowOf<N extends Noun> = z.infer<(typeof SHAPES)[N]>;
export type AnyRow = { readonly id: string; readonly gone: boolean };
/** The nouns, parents before what refers to them: the order in which rows may be written. */
export const NOUNS = Object.keys(SHAPES) as readonly Noun[]; // Object.keys loses the literal type

/** Where a field of a noun refers to a row of another. `null` values refer to nothing. */
export const REFERENCES: { readonly [N in Noun]?: Readonly<Record<string, Noun>> } = {
  participant: { organisation: "organisation" },
  guideQuestion: { guide: "guide", question: "question" },
  source: { organisation: "organisation", participant: "participant", guide: "guide" },
  correction: { source: "source" },
  readThrough: { id: "source" },
  speaker: { source: "source", participant: "participant" },
  passage: { source: "source", question: "question" },
  quote: { source: "source" },
  anchor: { quote: "quote", speaker: "speaker", question: "question" },
  tag: { parent: "tag" },
  tagStep: { into: "tag" },
  tagging: { quote: "quote", tag: "tag" },
  memo: { parent: "memo" },
  call: { memo: "memo" },
  theme: { board: "board", parent: "theme" },
  card: { board: "board", quote: "quote", insight: "insight", theme: "theme" },
  voting: { board: "board" },
  vote: { voting: "voting", card: "card" },
  findingTheme: { finding: "finding", theme: "theme" },
  evidence: { finding: "finding", quote: "quote" },
  edit: { evidence: "evidence" },
  translation: { evidence: "evidence" },
  mention: { source: "source" },
  mentionPlace: { mention: "mention" },
  summary: { theme: "theme", participant: "participant", organisation: "organisation" },
  disclosure: { id: "study" },
};

/** Named ways from one row to others: the noun reached, and its field that must equal the key (`null`: all of them). */
export const RELATIONS = {
  members: { noun: "member", field: null },
  questions: { noun: "question", field: null },
  guides: { noun: "guide", field: null },
  tags: { noun: "tag", field: null },
  boards: { noun: "board", field: null },
  findings: { noun: "finding", field: null },
  participantsOfOrganisation: { noun: "participant", field: "organisation" },
  sourcesOfOrganisation: { noun: "source", field: "organisation" },
  sourcesOfParticipant: { noun: "source", field: "participant" },
  sourcesOfGuide: { noun: "source", field: "guide" },
  asksOfGuide: { noun: "guideQuestion", field: "guide" },
  asksOfQuestion: { noun: "guideQuestion", field: "question" },
  correctionsOfSource: { noun: "correction", field: "source" },
  speakersOfSource: { noun: "speaker", field: "source" },
  speakersOfParticipant: { noun: "speaker", field: "participant" },
  passagesOfSource: { noun: "passage", field: "source" },
  passagesOfQuestion: { noun: "passage", field: "question" },
  quotesOfSource: { noun: "quote", field: "source" },
  anchorsOfQuote: { noun: "anchor", field: "quote" },
  anchorsOfSpeaker: { noun: "anchor", field: "speaker" },
  anchorsOfQuestion: { noun: "anchor", field: "question" },
  taggingsOfQuote: { noun: "tagging", field: "quote" },
  taggingsOfTag: { noun: "tagging", field: "tag" },
  tagsOfParent: { noun: "tag", field: "parent" },
  stepsOfTag: { noun: "tagStep", field: "into" },
  memosOf: { noun: "memo", field: "subject" },
  memosOfParent: { noun: "memo", field: "parent" },
  callsOfMemo: { noun: "call", field: "memo" },
  callsOfPerson: { noun: "call", field: "person" },
  themesOfBoard: { noun: "theme", field: "board" },
  themesOfParent: { noun: "theme", field: "parent" },
  cardsOfBoard: { noun: "card", field: "board" },
  cardsOfTheme: { noun: "card", field: "theme" },
  cardsOfQuote: { noun: "card", field: "quote" },
  cardsOfInsight: { noun: "card", field: "insight" },
  votingsOfBoard: { noun: "voting", field: "board" },
  votesOfVoting: { noun: "vote", field: "voting" },
  themesOfFinding: { noun: "findingTheme", field: "finding" },
  findingsOfTheme: { noun: "findingTheme", field: "theme" },
  evidenceOfFinding: { noun: "evidence", field: "finding" },
  evidenceOfQuote: { noun: "evidence", field: "quote" },
  summariesOfTheme: { noun: "summary", field: "theme" },
  summariesOfParticipant: { noun: "summary", field: "participant" },
  summariesOfOrganisation: { noun: "summary", field: "organisation" },
  editsOfEvidence: { noun: "edit", field: "evidence" },
  translationsOfEvidence: { noun: "translation", field: "evidence" },
  mentionsOfSource: { noun: "mention", field: "source" },
  mentionsOfIdentifier: { noun: "mention", field: "identifier" },
  placesOfMention: { noun: "mentionPlace", field: "mention" },
  wordingsOf: { noun: "wording", field: "subject" },
} as const satisfies Record<string, { noun: Noun; field: string | null }>;

export type Relation = keyof typeof RELATIONS;
type Related<R extends Relation> = RowOf<(typeof RELATIONS)[R]["noun"]>;

const RELATION_NAMES = Object.keys(RELATIONS) as readonly Relation[]; // Object.keys loses the literal type
const BY_NOUN = new Map<Noun, readonly Relation[]>(
  NOUNS.map((noun) => [noun, RELATION_NAMES.filter((name) => RELATIONS[name].noun === noun)]),
);

/** The turn in which most of a span stands, as far as a quote needs it. */
export type TurnAt = Readonly<{ turn: string; speaker: string | null; question: string | null; revisionEnd: number }>;

/** What a decision may read. */
export type View = {
  /** The row, also one that is gone. */
  get<N extends Noun>(noun: N, id: string): RowOf<N> | undefined;
  /** The row, unless it is gone. */
  live<N extends Noun>(noun: N, id: string): RowOf<N> | undefined;
  /** The live rows at the far end of a relation. Key `""` for relations that need none. */
  related<R extends Relation>(relation: R, key: string): readonly Related<R>[];
  /** The greatest order key among the cards of a theme, or among a board's cards without one. */
  lastOrd(board: string, theme: string | null): string | null;
  /** The least order key that is greater than `after` there; `null` for `after` asks for the first. */
  nextOrd(board: string, theme: string | null, after: string | null): string | null;
  /** The number that the next row of this noun gets; numbers of rows that are gone are not used again. */
  nextNumber(noun: "organisation" | "source"): number;
  /** The numbers that participants have or had. */
  numbersTaken(): ReadonlySet<number>;
  /** The turn at a span of a revision; `undefined` where this view does not know the text. */
  turnAt(revision: string, start: number, end: number): TurnAt | undefined;
};

const MANY = 256; // rows that one key leads to

const cell = (board: string, theme: string | null) => `${board}/${theme ?? ""}`;
const cellOf = ({ board, theme }: CardRow) => cell(board, theme);

/** Ids by key. Most keys have one id (a quote has one anchor): then it stands there alone. */
type Index = Map<string, string | Set<string>>;

function file(index: Index, key: string | null, id: string): void {
  if (key === null) return;
  const ids = index.get(key);
  if (ids === undefined) index.set(key, id);
  else if (typeof ids !== "string") ids.add(id);
  else if (ids !== id) index.set(key, new Set([ids, id]));
}

function refile(index: Index, from: string | null, to: string | null, id: string): void {
  if (from === to) return;
  unfile(index, from, id);
  file(index, to, id);
}

function unfile(index: Index | null | undefined, key: string | null, id: string): void {
  const ids = key === null ? undefined : index?.get(key);
  if (key === null || ids === undefined) return;
  if (typeof ids !== "string") ids.delete(id);
  else if (ids === id) index?.delete(key);
}

export class Rows implements View {
  private readonly tables = new Map<Noun, Map<string, AnyRow>>(NOUNS.map((noun) => [noun, new Map()]));
  // Each index is made when it is first asked for, and kept up from then on: a screen asks for a few of them.
  private readonly indexes = new Map<Relation, Index>();
  private cells: Index | null = null; // card ids by board and theme
  private readonly lists = new Map<string, Readonly<{ edition: number; rows: readonly AnyRow[] }>>(); // what was related, where it is much
  private readonly editions = new Map<Noun, number>();
  private readonly edges = new Map<string, string | null>(); // order keys known from outside
  private readonly numbers = new Map<string, number>();
  private taken: readonly number[] = [];
  private readonly turns = new Map<string, TurnAt>();

  get<N extends Noun>(noun: N, id: string): RowOf<N> | undefined {
    return this.table(noun).get(id) as RowOf<N> | undefined; // the table of N holds rows of N only
  }

  live<N extends Noun>(noun: N, id: string): RowOf<N> | undefined {
    const row = this.get(noun, id);
    return row === undefined || row.gone ? undefined : row;
  }

  related<R extends Relation>(relation: R, key: string): readonly Related<R>[] {
    const ids = this.index(relation).get(key);
    if (ids === undefined || typeof ids === "string" || ids.size < MANY) return this.reached(relation, key, false);
    // Of many, several ask for the same list after each change.
    const edition = this.edition(RELATIONS[relation].noun);
    const name = `${relation}/${key}`;
    const known = this.lists.get(name);
    if (known?.edition === edition) return known.rows as readonly Related<R>[]; // was put there under this relation's name
    const rows = this.reached(relation, key, false);
    this.lists.set(name, { edition, rows });
    return rows;
  }

  /** Like `related`, with the rows that are gone. */
  ever<R extends Relation>(relation: R, key: string): readonly Related<R>[] {
    return this.reached(relation, key, true);
  }

  private reached<R extends Relation>(relation: R, key: string, gone: boolean): Related<R>[] {
    const ids = this.index(relation).get(key);
    if (ids === undefined) return [];
    const table = this.table(RELATIONS[relation].noun);
    const found: Related<R>[] = [];
    for (const id of typeof ids === "string" ? [ids] : ids) {
      const row = table.get(id);
      if (row && (gone || !row.gone)) found.push(row as Related<R>); // the index of R holds rows of its noun only
    }
    return found;
  }

  /** All live rows of a noun, in no order that may be relied on. */
  *all<N extends Noun>(noun: N): IterableIterator<RowOf<N>> {
    for (const row of this.table(noun).values()) if (!row.gone) yield row as RowOf<N>; // as in get
  }

  /** All rows of a noun, gone ones too. */
  *every<N extends Noun>(noun: N): IterableIterator<RowOf<N>> {
    yield* this.table(noun).values() as IterableIterator<RowOf<N>>; // as in get
  }

  lastOrd(board: string, theme: string | null): string | null {
    let last = this.edges.get(`last/${cell(board, theme)}`) ?? null;
    for (const ord of this.ords(board, theme)) if (last === null || ord > last) last = ord;
    return last;
  }

  nextOrd(board: string, theme: string | null, after: string | null): string | null {
    let next = this.edges.get(`next/${cell(board, theme)}/${after ?? ""}`) ?? null;
    for (const ord of this.ords(board, theme)) {
      if ((after === null || ord > after) && (next === null || ord < next)) next = ord;
    }
    return next;
  }

  nextNumber(noun: "organisation" | "source"): number {
    let greatest = this.numbers.get(noun) ?? 0;
    for (const row of this.every(noun)) if (row.number > greatest) greatest = row.number;
    return greatest + 1;
  }

  numbersTaken(): ReadonlySet<number> {
    return new Set([...this.taken, ...[...this.every("participant")].map(({ number }) => number)]);
  }

  turnAt(revision: string, start: number, end: number): TurnAt | undefined {
    return this.turns.get(`${revision}/${start}/${end}`);
  }

  /** A number that grows with every change to the rows of a noun. */
  edition(noun: Noun): number {
    return this.editions.get(noun) ?? 0;
  }

  /** Sets a row, new or in place of the one with its id. */
  put<N extends Noun>(noun: N, row: RowOf<N>): void {
    const table = this.table(noun);
    const old = table.get(row.id);
    table.set(row.id, row);
    this.renew(noun);
    for (const relation of BY_NOUN.get(noun) ?? []) {
      const index = this.indexes.get(relation);
      if (index) refile(index, old ? keyOf(relation, old) : null, keyOf(relation, row), row.id);
    }
    if (noun === "card" && this.cells) {
      refile(this.cells, old ? cellOf(old as CardRow) : null, cellOf(row as CardRow), row.id); // the noun says so
    }
  }

  /** Sets all rows of a noun that has none yet, at once. */
  fill<N extends Noun>(noun: N, rows: readonly RowOf<N>[]): void {
    const table = this.table(noun);
    if (table.size > 0) throw new Error(`${noun} has rows already`);
    for (const row of rows) table.set(row.id, row);
    this.renew(noun);
    for (const relation of BY_NOUN.get(noun) ?? []) this.indexes.delete(relation);
    if (noun === "card") this.cells = null;
  }

  /** Takes a row out altogether, as if it had never been made. */
  drop(noun: Noun, id: string): void {
    const table = this.table(noun);
    const old = table.get(id);
    if (!old) return;
    table.delete(id);
    this.renew(noun);
    for (const relation of BY_NOUN.get(noun) ?? []) unfile(this.indexes.get(relation), keyOf(relation, old), id);
    if (noun === "card") unfile(this.cells, cellOf(old as CardRow), id); // the noun says so
  }

  /** Tells a partial view what lies beyond the rows that it holds. */
  learn(fact: Fact): void {
    if (fact.kind === "last") this.edges.set(`last/${cell(fact.board, fact.theme)}`, fact.ord);
    else if (fact.kind === "next") this.edges.set(`next/${cell(fact.board, fact.theme)}/${fact.after ?? ""}`, fact.ord);
    else if (fact.kind === "number") this.numbers.set(fact.noun, fact.greatest);
    else if (fact.kind === "taken") this.taken = fact.numbers;
    else this.turns.set(`${fact.revision}/${fact.start}/${fact.end}`, fact.at);
  }

  private table(noun: Noun): Map<string, AnyRow> {
    const table = this.tables.get(noun);
    if (!table) throw new Error(`no table for ${noun}`);
    return table;
  }

  private renew(noun: Noun): void {
    this.editions.set(noun, this.edition(noun) + 1);
  }

  private index(relation: Relation): Index {
    const known = this.indexes.get(relation);
    if (known) return known;
    const index: Index = new Map();
    for (const row of this.table(RELATIONS[relation].noun).values()) file(index, keyOf(relation, row), row.id);
    this.indexes.set(relation, index);
    return index;
  }

  private *ords(board: string, theme: string | null): IterableIterator<string> {
    if (!this.cells) {
      this.cells = new Map();
      for (const card of this.every("card")) file(this.cells, cellOf(card), card.id);
    }
    const ids = this.cells.get(cell(board, theme)) ?? [];
    for (const id of typeof ids === "string" ? [ids] : ids) {
      const card = this.get("card", id);
      if (card && !card.gone) yield card.ord;
    }
  }
}

/** Something that a partial view is told about rows it does not hold. */
export type Fact =
  | Readonly<{ kind: "last"; board: string; theme: string | null; ord: string | null }>
  | Readonly<{ kind: "next"; board: string; theme: string | null; after: string | null; ord: string | null }>
  | Readonly<{ kind: "number"; noun: "organisation" | "source"; greatest: number }>
  | Readonly<{ kind: "taken"; numbers: readonly number[] }> // by participants
  | Readonly<{ kind: "turn"; revision: string; start: number; end: number; at: TurnAt }>;

function keyOf(relation: Relation, row: AnyRow): string | null {
  const { field } = RELATIONS[relation];
  if (field === null) return "";
  const value = (row as Readonly<Record<string, unknown>>)[field]; // rows are flat objects
  return typeof value === "string" ? value : null;
}
