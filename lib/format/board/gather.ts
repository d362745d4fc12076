/**
 * Gathers what leaves of a board, or of chosen cards of it with their themes, from a study's rows and words.
 *
 * Pure: the rows, the words and the fixed sentences are handed in; names are not looked for here, `veil` does that to the
 * whole. Rules: docs/spec/board.md, B115 to B118.
 */
import { quotable } from "#lib/domain/participant/consent.ts";
import { extent } from "#lib/domain/board/arrange.ts";
import type { LaidTheme } from "#lib/domain/board/arrange.ts";
import { SIZES } from "#lib/domain/board/measure.ts";
import type { CardRow, ThemeRow } from "#lib/domain/board/shape.ts";
import { besideQuotes } from "#lib/domain/disclosure/beside.ts";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { usualAtLeast } from "#lib/domain/disclosure/threshold.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import { byOrd } from "#lib/domain/order.ts";
import { tagsOf } from "#lib/domain/tag/use.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { plain } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Words } from "#lib/format/report/material.ts";
import type { Say } from "#lib/format/report/say.ts";
import { wordingIn } from "#lib/format/report/wording.ts";
import type { Box, Paper, PaperCard, PaperTheme } from "./paper.ts";

export type Wanted = Readonly<{
  board: string;
  /** ids of the cards that are wanted, or all of them */
  cards: ReadonlySet<string> | null;
  lang: "en" | "cy";
}>;

export type Dictionary = Readonly<{
  /** phrase id → words */
  phrases: ReadonlyMap<string, Words>;
  /** quote id → its words, as they stand in the source */
  quotes: ReadonlyMap<string, Excerpt>;
  /** the day on which agreements must hold, `2026-11-27` */
  day: string;
}>;

type Node = Readonly<{ row: ThemeRow; laid: LaidTheme; cards: readonly CardRow[]; inside: readonly Node[] }>;

/** Gathers it. Cost: one pass over the rows of the study. */
export function gatherBoard(rows: Rows, wanted: Wanted, dictionary: Dictionary, say: Say): Paper {
  const { board, cards: chosen, lang } = wanted;
  const wording = wordingIn(rows, dictionary.phrases, lang);
  const own = (key: string, values?: Readonly<Record<string, string | number>>) => plain(say(key, values), lang);
  const text = (words: Words): Text => plain(words.words, words.lang);
  const write = (subject: string, field: "definition" | "include" | "exclude") => {
    const words = wording(subject, field);
    return words ? text(words) : null;
  };
  const cardOf = facesOf(rows, dictionary, lang, say, wording);

  const themes = rows.related("themesOfBoard", board);
  const known = new Set(themes.map(({ id }) => id));
  const within = new Map<string | null, CardRow[]>();
  for (const card of rows.related("cardsOfBoard", board).toSorted(byOrd)) {
    if (chosen !== null && !chosen.has(card.id)) continue;
    const theme = card.theme !== null && known.has(card.theme) ? card.theme : null;
    within.set(theme, [...(within.get(theme) ?? []), card]);
  }
  const children = new Map<string | null, ThemeRow[]>();
  for (const theme of themes.toSorted(byOrd)) {
    const parent = theme.parent !== null && known.has(theme.parent) ? theme.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), theme]);
  }
  const nodes = (parent: string | null): Node[] =>
    (children.get(parent) ?? []).flatMap((row): Node[] => {
      const inside = nodes(row.id);
      const cards = within.get(row.id) ?? [];
      if (chosen !== null && cards.length + inside.length === 0) return [];
      // Chosen cards are not hidden in a pile, and their themes are as large as they need.
      const box = chosen === null ? row : (tight(cards, inside) ?? row);
      const laid: LaidTheme = {
        id: row.id,
        x: box.x,
        y: box.y,
        w: box.w,
        h: box.h,
        locked: row.locked,
        collapsed: row.collapsed && chosen === null,
        cards,
        inside: inside.map((node) => node.laid),
      };
      return [{ row, laid, cards, inside }];
    });
  const lying = { themes: 0, quotes: 0, insights: 0 };
  const themed = ({ row, laid, cards, inside }: Node): PaperTheme => {
    lying.themes += 1;
    const name = wording(row.id, "name");
    const parts = inside.map(themed);
    const count = cards.length + parts.reduce((sum, part) => sum + part.count, 0);
    return {
      name: name ? text(name) : own("unnamed"),
      definition: write(row.id, "definition"),
      include: write(row.id, "include"),
      exclude: write(row.id, "exclude"),
      box: extent(laid),
      hue: row.hue,
      collapsed: laid.collapsed,
      locked: row.locked,
      count,
      counted: own("cards", { count }),
      cards: cards.map((card) => shown(card, row.hue)),
      themes: parts,
    };
  };
  const shown = (card: CardRow, hue: number): PaperCard => {
    lying[card.quote === null ? "insights" : "quotes"] += 1;
    return cardOf(card, hue);
  };
  const roots = nodes(null).map(themed);
  const loose = (within.get(null) ?? []).map((card) => shown(card, 0));
  const name = wording(board, "name");
  return {
    lang,
    name: name ? text(name) : own("board"),
    summary: own(chosen === null ? "summary" : "summaryChosen", lying),
    themes: roots,
    loose,
    labels: {
      unclustered: own("unclustered", { count: loose.length }),
      definition: own("definition"),
      include: own("include"),
      exclude: own("exclude"),
      tags: own("tags"),
    },
  };
}

/** What each card says. Words of people who did not agree to be quoted word for word are not among them. */
function facesOf(
  rows: Rows,
  dictionary: Dictionary,
  lang: "en" | "cy",
  say: Say,
  wording: ReturnType<typeof wordingIn>,
): (card: CardRow, hue: number) => PaperCard {
  const heard = voicesIn(rows);
  // A board prints no reasons, so limits lower than usual do not hold in it (DC19).
  const { thresholds } = settingsOf(rows, dictionary.phrases);
  const tellable = besideQuotes(rows.all("organisation"), rows.all("participant"), usualAtLeast(thresholds));
  return (card, hue) => {
    const { w, h } = SIZES[card.size];
    const around = { box: { x: card.x, y: card.y, w, h }, hue };
    if (card.quote === null) {
      const words = wording(card.insight ?? "", "body");
      return {
        ...around,
        kind: "insight",
        words: words ? plain(words.words, words.lang) : plain("", lang),
        withheld: false,
        caption: plain(say("insight"), lang),
        tags: null,
      };
    }
    const voice = heard.get(card.quote);
    const participant = rows.live("participant", voice?.participant ?? "");
    const organisation = rows.live("organisation", voice?.organisation ?? "");
    const source = rows.live("source", rows.live("quote", card.quote)?.source ?? "");
    const excerpt = dictionary.quotes.get(card.quote);
    const withheld = excerpt === undefined || (participant !== undefined && !quotable(participant, dictionary.day));
    const caption = [
      participant ? pseudonym(participant) : null,
      organisation && tellable.has(organisation.kind) ? say(`kind.${organisation.kind}`) : null,
      source ? say(`source.${source.kind}`) : null,
    ];
    const tags = tagsOf(rows, card.quote).flatMap((id) => wording(id, "name") ?? []);
    return {
      ...around,
      kind: "quote",
      words: withheld ? plain(say("withheld"), lang) : plain(excerpt.words, source?.lang ?? lang, excerpt.around),
      withheld,
      caption: plain(caption.filter((part) => part !== null).join(" · "), lang),
      tags: tags.length === 0 ? null : plain(tags.map((tag) => tag.words).join(" · "), tags[0]?.lang ?? lang),
    };
  };
}

/** The box of the first thing in a theme, for its extent to grow from; null where nothing is in it. */
function tight(cards: readonly CardRow[], inside: readonly Node[]): Box | null {
  const [card] = cards;
  if (card) return { x: card.x, y: card.y, ...SIZES[card.size] };
  const [node] = inside;
  return node ? extent(node.laid) : null;
}
