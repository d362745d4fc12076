/** Who says how much in a text, and who goes with whom when it is said who they are. Rules: docs/spec/correct.md, K22 and K23. */
import { lineOf, shown } from "./reading.ts";
import type { Turn } from "./reading.ts";
import type { SpeakerRow } from "./shape.ts";

/** What somebody says in a text. `first`: the line of their first turn, and how it begins. */
export type Said = Readonly<{ turns: number; words: number; first: Readonly<{ line: string; words: string }> }>;

const BEGINNING = 240; // UTF-16 units

/** What each speaker says, by id, in the order in which they begin; turns of nobody under null. */
export function saidBy(turns: readonly Turn[]): ReadonlyMap<string | null, Said> {
  const said = new Map<string | null, Said>();
  for (const turn of turns) {
    const words = shown(turn);
    const before = said.get(turn.speaker);
    said.set(turn.speaker, {
      turns: (before?.turns ?? 0) + 1,
      words: (before?.words ?? 0) + words.split(/\s+/).filter(Boolean).length,
      first: before?.first ?? { line: lineOf(turn), words: words.slice(0, BEGINNING).toWellFormed() },
    });
  }
  return said;
}

/**
 * Those who say nothing in the text any more and are the same participant as this speaker: whoever the speaker is said to be
 * from now on, they are too, for their words still stand in earlier revisions.
 */
export function followers(
  speakers: readonly SpeakerRow[],
  said: ReadonlyMap<string | null, unknown>,
  { id, participant }: SpeakerRow,
): SpeakerRow[] {
  if (participant === null) return [];
  return speakers.filter((other) => other.id !== id && other.participant === participant && !said.has(other.id));
}
