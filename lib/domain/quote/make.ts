/** What a new quote is made of: itself, its place, and the tags that it carries. */
import { pair } from "../field.ts";
import { make } from "../study/change.ts";
import type { Put } from "../study/change.ts";

/** @param tags - each once */
export function makeQuote(
  { id, source, by }: Readonly<{ id: string; source: string; by: string }>,
  place: Readonly<{
    revision: string;
    start: number;
    end: number;
    turn: string;
    speaker: string | null;
    question: string | null;
  }>,
  tags: readonly string[],
): Put[] {
  const { revision, start, end, turn, speaker, question } = place;
  const anchor = { id: pair(id, revision), quote: id, revision, start, end, turn, speaker, question } as const;
  return [
    make("quote", { id, source, by, gone: false }),
    make("anchor", { ...anchor, state: "sound", gone: false }),
    ...tags.map((tag) => make("tagging", { id: pair(id, tag), quote: id, tag, gone: false })),
  ];
}
