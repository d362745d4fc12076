/**
 * A study's rows as a board scene, and what each card says.
 *
 * Knows the rows and their words; knows nothing of cameras, the DOM or React.
 */
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import type { AnchorRow } from "#lib/domain/quote/shape.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import type { CardRow, ThemeRow } from "#lib/domain/board/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { dotsOn } from "./ballot.ts";
import type { BoardScene, SceneCard, SceneTheme } from "./scene.ts";

/** The nouns whose rows make a scene. */
export const SCENE_NOUNS: readonly Noun[] = ["board", "theme", "card", "quote", "anchor", "memo", "voting", "vote"];
/** The nouns whose rows stand in a caption. */
export const CAPTION_NOUNS: readonly Noun[] = [
  "quote",
  "anchor",
  "source",
  "speaker",
  "participant",
  "organisation",
  "tag",
  "tagging",
  "wording",
];

/** The board to open: the one asked for, else the one that findings read, else the first. */
export function boardToOpen(rows: Rows, asked: string | null): string | null {
  if (asked !== null && rows.live("board", asked)) return asked;
  const boards = rows.related("boards", "").toSorted(byOrd);
  return (boards.find((board) => board.analysis) ?? boards[0])?.id ?? null;
}

/** What a card of a scene was made of, to see whether it would be made the same again. */
type Made = Readonly<{ row: CardRow; hue: number; length: number; memos: number; votes: number; card: SceneCard }>;

/**
 * Makes scenes of a board, one after another, of the same cards and themes wherever nothing about them has changed:
 * so that a colleague's change of one card among ten thousand is one card's work for everything that follows.
 */
export class Scenes {
  private readonly board: string;
  private cards = new Map<string, Made>();
  private themes = new Map<string, Readonly<{ row: ThemeRow; theme: SceneTheme }>>();
  private last: BoardScene = { cards: [], themes: [] };
  private rows: Rows | null = null;
  private quotesAt = -1;
  private memosAt = -1;

  constructor(board: string) {
    this.board = board;
  }

  /** The scene as it is now; the last one itself where nothing differs. Cost: one short pass over the cards. */
  of(rows: Rows): BoardScene {
    const quotesAt = rows.edition("anchor") + rows.edition("quote") + rows.edition("source");
    const memosAt = rows.edition("memo");
    const quotesHold = rows === this.rows && quotesAt === this.quotesAt;
    const memosHold = rows === this.rows && memosAt === this.memosAt;
    this.rows = rows;
    this.quotesAt = quotesAt;
    this.memosAt = memosAt;

    const themes = rows.related("themesOfBoard", this.board).map((row) => this.themeOf(row));
    const hues = new Map(themes.map(({ id, hue }) => [id, hue]));
    const dots = dotsOn(rows, this.board);
    const cards = rows.related("cardsOfBoard", this.board).map((row) => {
      const hue = row.theme === null ? undefined : hues.get(row.theme);
      const old = this.cards.get(row.id);
      const length = old && quotesHold ? old.length : lengthOf(rows, row.quote);
      const memos = old && memosHold ? old.memos : openMemos(rows, row.quote ?? row.insight);
      const votes = dots.get(row.id) ?? 0;
      if (
        old?.row === row &&
        old.hue === (hue ?? 0) &&
        old.length === length &&
        old.memos === memos &&
        old.votes === votes
      )
        return old.card; // of nearly all, each time: nothing is made for it
      const made = { row, hue: hue ?? 0, length, memos, votes };
      const card = cardOf(made, hue === undefined ? null : row.theme);
      this.cards.set(row.id, { ...made, card });
      return card;
    });
    if (this.cards.size > cards.length) this.cards = kept(this.cards, cards);
    if (this.themes.size > themes.length) this.themes = kept(this.themes, themes);
    const same = { cards: alike(cards, this.last.cards), themes: alike(themes, this.last.themes) };
    if (!same.cards || !same.themes)
      this.last = { cards: same.cards ? this.last.cards : cards, themes: same.themes ? this.last.themes : themes };
    return this.last;
  }

  private themeOf(row: ThemeRow): SceneTheme {
    const old = this.themes.get(row.id);
    if (old?.row === row) return old.theme;
    const { id, parent, ord, x, y, w, h, hue, locked, collapsed, status } = row;
    const theme = { id, parent, ord, x, y, w, h, hue, locked, collapsed, status };
    this.themes.set(id, { row, theme });
    return theme;
  }
}

function cardOf({ row, hue, length, memos, votes }: Omit<Made, "card">, theme: string | null): SceneCard {
  return {
    id: row.id,
    x: row.x,
    y: row.y,
    w: SIZES[row.size].w,
    h: SIZES[row.size].h,
    size: row.size,
    theme,
    kind: row.quote === null ? "insight" : "quote",
    hue,
    memos,
    votes,
    length,
    ord: row.ord,
  };
}

function kept<T>(known: ReadonlyMap<string, T>, now: readonly { readonly id: string }[]): Map<string, T> {
  const left = new Map<string, T>();
  for (const { id } of now) {
    const each = known.get(id);
    if (each !== undefined) left.set(id, each);
  }
  return left;
}

function alike<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

/** How long the words of a card are: those of its quote, else as long as a note usually is. */
function lengthOf(rows: Rows, quote: string | null): number {
  const anchor = quote === null ? undefined : anchorOf(rows, quote);
  return anchor ? anchor.end - anchor.start : 80;
}

/** How many talks about a quote or an insight are not settled. */
function openMemos(rows: Rows, subject: string | null): number {
  let open = 0;
  for (const { parent, resolved } of rows.related("memosOf", subject ?? "")) if (parent === null && !resolved) open++;
  return open;
}

/** Where a quote stands in the text of its source that is read now. */
export function anchorOf(rows: Rows, quote: string): AnchorRow | undefined {
  const anchors = rows.related("anchorsOfQuote", quote);
  if (anchors.length === 1) return anchors[0];
  const source = rows.get("quote", quote)?.source;
  const revision = source === undefined ? undefined : rows.get("source", source)?.revision;
  return anchors.find((anchor) => anchor.revision === revision) ?? anchors[0];
}

/** Where a quote comes from, as rows. */
export type Origin = Readonly<{
  source: SourceRow | undefined;
  participant: ParticipantRow | undefined;
  organisation: OrganisationRow | undefined;
}>;

export function originOf(rows: Rows, quote: string): Origin {
  const anchor = anchorOf(rows, quote);
  const source = rows.live("source", rows.get("quote", quote)?.source ?? "");
  const speaker = anchor?.speaker ? rows.live("speaker", anchor.speaker) : undefined;
  const participant = rows.live("participant", speaker?.participant ?? source?.participant ?? "");
  const organisation = rows.live("organisation", participant?.organisation ?? source?.organisation ?? "");
  return { source, participant, organisation };
}

/** Who said a quote, as far as a caption may tell: never a name. */
export type Voice = Readonly<{
  pseudonym: string | null;
  organisation: string | null;
  kind: OrganisationRow["kind"] | null;
  source: SourceRow["kind"] | null;
  tags: readonly string[];
}>;

export function voiceOf(rows: Rows, quote: string): Voice {
  const { organisation, participant, source } = originOf(rows, quote);
  return {
    pseudonym: participant ? pseudonym(participant) : null,
    organisation: organisation ? bodyCode(organisation) : null,
    kind: organisation?.kind ?? null,
    source: source?.kind ?? null,
    tags: rows.related("taggingsOfQuote", quote).map(({ tag }) => tag),
  };
}
