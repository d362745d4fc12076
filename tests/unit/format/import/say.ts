/** For tests of imports: opens text or bytes and gives back what a reader would see. */
import type { Draft, DraftOptions } from "#lib/domain/import/draft.ts";
import type { As } from "#lib/domain/import/plan.ts";
import type { Sheet } from "#lib/domain/import/sheet.ts";
import { open } from "#lib/format/import/open.ts";

const bytesOf = (input: string | Uint8Array) => (typeof input === "string" ? new TextEncoder().encode(input) : input);

export async function draftOf(input: string | Uint8Array, options: DraftOptions & { as?: As } = {}): Promise<Draft> {
  const opened = await open(bytesOf(input), options);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.fault)}`);
  if (opened.value.kind !== "transcript") throw new Error("this is a survey");
  return opened.value.draft;
}

export async function sheetOf(input: string | Uint8Array, as?: As): Promise<Sheet> {
  const opened = await open(bytesOf(input), { as });
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.fault)}`);
  if (opened.value.kind !== "survey") throw new Error("this is a transcript");
  return opened.value.sheet;
}

/** The turns as "Speaker: words"; nobody is "-". */
export function spoken(draft: Draft): string[] {
  const letters = Array.from(draft.text);
  return draft.turns.map(
    (turn) =>
      `${turn.speaker === null ? "-" : draft.speakers[turn.speaker]?.label}: ${letters.slice(turn.start, turn.end).join("")}`,
  );
}

/** Rule and count of what was left out. */
export function left(draft: Draft): Record<string, number> {
  return Object.fromEntries(draft.dropped.map(({ rule, count }) => [rule, count]));
}
