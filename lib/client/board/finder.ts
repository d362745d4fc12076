/** Looks through all cards of a board: one pass, with the folded words of quotes and insights kept. */
import type { Rows } from "#lib/domain/study/rows.ts";
import type { BoardModel } from "./model.ts";
import { fold, matcher } from "./query.ts";
import type { Query } from "./query.ts";
import { originOf } from "./rows.ts";
import { treeOf } from "./tree.ts";

const nothingShut: ReadonlySet<string> = new Set();

export class Finder {
  private readonly model: BoardModel;
  private readonly rows: () => Rows;
  private readonly wordsOf: (card: Readonly<{ quote: string | null; insight: string | null }>) => string;
  private readonly folded = new Map<string, Readonly<{ words: string; folded: string }>>(); // by quote or insight

  constructor(model: BoardModel, rows: () => Rows, wordsOf: Finder["wordsOf"]) {
    this.model = model;
    this.rows = rows;
    this.wordsOf = wordsOf;
  }

  /** The slots of what is looked for, in the order of the outline. */
  find(query: Query): number[] {
    const rows = this.rows();
    const matches = matcher(query);
    const byOrigin = query.source !== null || query.participant !== null || query.kind !== null;
    const found: number[] = [];
    for (const row of treeOf(this.model, nothingShut)) {
      if (row.kind !== "card") continue;
      const card = rows.live("card", row.id);
      if (!card) continue;
      const origin = byOrigin && card.quote !== null ? originOf(rows, card.quote) : null;
      const tagged = query.tag !== null && card.quote !== null ? rows.related("taggingsOfQuote", card.quote) : [];
      const is = matches({
        folded: query.text === "" ? "" : this.foldedOf(card),
        source: origin?.source?.id ?? null,
        participant: origin?.participant?.id ?? null,
        kind: origin?.organisation?.kind ?? null,
        tags: tagged.map(({ tag }) => tag),
        clustered: row.theme !== null,
      });
      if (is) found.push(row.slot);
    }
    return found;
  }

  private foldedOf(card: Readonly<{ quote: string | null; insight: string | null }>): string {
    const id = card.quote ?? card.insight ?? "";
    const words = this.wordsOf(card);
    const known = this.folded.get(id);
    if (known?.words === words) return known.folded;
    const folded = fold(words);
    this.folded.set(id, { words, folded });
    return folded;
  }
}
