/** What a withdrawal would take away, for whoever is about to do it. Rules: docs/spec/consent.md, CO5 and CO6. */
import type { SourceRow } from "../source/shape.ts";
import type { Rows } from "../study/rows.ts";
import { theirs } from "./withdraw.ts";

/** A finding that loses quotes: how many, and how many are left, for it and against it. */
export type Loss = Readonly<{ finding: string; lost: number; left: number }>;
export type Effect = Readonly<{
  whole: readonly SourceRow[];
  shared: readonly SourceRow[];
  quotes: number;
  cards: number;
  findings: readonly Loss[];
}>;

/** What would go with a participant. Cost: their quotes. */
export function effectOf(rows: Rows, participant: string): Effect {
  const { whole, shared, quotes } = theirs(rows, participant);
  const going = new Set([
    ...quotes.map(({ id }) => id),
    ...whole.flatMap(({ id }) => rows.related("quotesOfSource", id).map((quote) => quote.id)),
  ]);
  let cards = 0;
  const lost = new Map<string, number>();
  for (const quote of going) {
    cards += rows.related("cardsOfQuote", quote).length;
    for (const { finding } of rows.related("evidenceOfQuote", quote)) lost.set(finding, (lost.get(finding) ?? 0) + 1);
  }
  const findings = [...lost].map(([finding, n]) => ({
    finding,
    lost: n,
    left: rows.related("evidenceOfFinding", finding).length - n,
  }));
  return { whole, shared, quotes: going.size, cards, findings: findings.toSorted((a, b) => a.left - b.left) };
}
