/**
 * Which kinds of organisation may be named beside a quote.
 *
 * What stands beside a quote leads to its speaker more surely than any number: it says of one person what class they are of. So the class
 * must hold enough organisations of the study, and enough people in them. Rules: docs/spec/disclosure.md, DC19.
 */
import type { Thresholds } from "./threshold.ts";

/** The kinds that enough organisations share, with enough participants among them. */
export function besideQuotes(
  organisations: Iterable<Readonly<{ id: string; kind: string }>>,
  participants: Iterable<Readonly<{ organisation: string | null }>>,
  thresholds: Thresholds,
): ReadonlySet<string> {
  const found = new Map<string, { organisations: number; people: number }>();
  const kinds = new Map<string, string>();
  for (const { id, kind } of organisations) {
    kinds.set(id, kind);
    const one = found.get(kind) ?? { organisations: 0, people: 0 };
    found.set(kind, { ...one, organisations: one.organisations + 1 });
  }
  for (const { organisation } of participants) {
    const one = found.get(kinds.get(organisation ?? "") ?? "");
    if (one) one.people += 1;
  }
  return new Set(
    [...found].flatMap(([kind, held]) =>
      held.organisations >= thresholds.organisations && held.people >= thresholds.people ? kind : [],
    ),
  );
}
