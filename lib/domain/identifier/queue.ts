/** The queue of what may identify somebody, as the server answers it. Rules: docs/spec/identifier.md, I72 to I80. */
import * as z from "zod";
import { KINDS } from "../detect/hit.ts";
import type { Kind, Layer } from "../detect/hit.ts";
import type { Candidate, Spread } from "./candidate.ts";
import type { Level } from "./ladder/rung.ts";
import { waits } from "./shape.ts";
import type { Decision, IdentifierKind } from "./shape.ts";

/** Which entries are wanted. */
export const QueueAsked = z.strictObject({
  show: z.enum(["open", "decided"]),
  kind: z.enum(KINDS).optional(),
  layer: z.enum(["sure", "wide"]).optional(),
});
export type QueueAsked = z.infer<typeof QueueAsked>;

/** One thing to decide, or decided: a name that the study knows, or what detection found. */
export type Entry = Spread &
  Readonly<{
    /** of the identifier; null for what was found and has no row yet */
    id: string | null;
    /** what tells it from every other entry */
    key: string;
    of: IdentifierKind;
    words: string;
    /** what it names: of a term what people said, or what detection takes it for */
    kind: Kind;
    layer: Layer;
    why: Candidate["why"];
    decision: Decision | null;
    replacement: string | null;
    replacementCy: string | null;
    reason: string | null;
    /** whose decision it is, and who else agreed to keep it */
    by: string | null;
    second: string | null;
    /** at how many of its places something else is decided, and how many of those wait for whoever asks */
    otherwise: Readonly<{ count: number; waiting: number }>;
    /** what could stand in its place */
    levels: readonly Level[];
  }>;

export type Queue = Readonly<{
  /** texts looked through, of all; `settled`: with the names that the study has now */
  progress: Readonly<{ done: number; total: number; settled: boolean }>;
  /** what is open, by layer and by kind */
  open: Readonly<{ sure: number; wide: number; kinds: Readonly<Record<Kind, number>> }>;
  decided: number;
  /** how many of them are to be kept, or are to be kept at a place, and wait for whoever asks; and of what is open, at a place */
  waiting: number;
  waitingOpen: number;
  /** confirmed as identifying, and how many of these people had to add because detection had not found them */
  estimate: Readonly<{ confirmed: number; added: number }>;
  /** riskiest first, of what is decided what waits for a second person; not all of them where there are very many */
  entries: readonly Entry[];
  /** how many there are of those that were asked for */
  matching: number;
}>;

/** What holds and what waits is said of rows; an entry is told as one. */
export function rowOf<E extends Pick<Entry, "of" | "kind">>({ of, kind, ...rest }: E) {
  return { ...rest, kind: of, thing: kind };
}

/** Whether it is to be kept and waits for a second person. */
export function entryWaits(entry: Pick<Entry, "of" | "kind" | "decision" | "second">): boolean {
  return waits(rowOf(entry));
}
