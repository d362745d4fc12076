/**
 * Reads what earlier versions of Carthen wrote into the log. The log is never rewritten: an event keeps the version in
 * which it was written, and is brought forward step by step whenever it is read, for the line, for undo and for history.
 *
 * Whoever changes the shape of a change that is in the log already raises `EVENT_VERSION` and adds the step from the
 * former one here. Rules: docs/spec/sync.md, Y51.
 */
import type { Change } from "./change.ts";

/** The version in which events are written now. */
export const EVENT_VERSION = 3;

/** Brings the changes of one event from a version to the next. */
export type Step = (kind: string, changes: readonly unknown[]) => readonly unknown[];

/** By the version from which they lead. */
const STEPS: ReadonlyMap<number, Step> = new Map([
  [1, together],
  [2, told],
]);

/**
 * Version 2: a participant's agreement has days, and may be withdrawn; a second person agrees to what is kept; others write in a memo,
 * and call from it later. Whoever and whatever was made or came back before had none of that.
 */
function together(_: string, changes: readonly unknown[]): readonly unknown[] {
  return (changes as readonly Change[]).map((change) => {
    if (change.op !== "put") return change;
    if (change.noun === "participant" && "number" in change.after)
      return { ...change, after: { ...NO_DAYS, ...change.after } };
    if (change.noun === "identifier" && "kind" in change.after)
      return { ...change, after: { second: null, ...change.after } };
    if (change.noun === "memo" && "subject" in change.after && "by" in change.after)
      return { ...change, after: { also: null, ...change.after } };
    if (change.noun === "call" && "person" in change.after)
      return { ...change, after: { after: null, ...change.after } };
    return change;
  });
}
/**
 * Version 3: it is said of a term what it names, and of a study until when its originals are kept. Of those that were made or came
 * back before, nobody has said it.
 */
function told(_: string, changes: readonly unknown[]): readonly unknown[] {
  return (changes as readonly Change[]).map((change) => {
    if (change.op !== "put") return change;
    if (change.noun === "identifier" && "kind" in change.after)
      return { ...change, after: { thing: null, ...change.after } };
    if (change.noun === "study" && "lang" in change.after && "archived" in change.after)
      return { ...change, after: { keptUntil: null, ...change.after } };
    return change;
  });
}
const NO_DAYS = { agreedOn: null, agreedUntil: null, withdrawnOn: null, erased: false };

/**
 * The changes of an event as they would be written now.
 *
 * Throws for a version that has no step, also for one that is newer than ours: an event that is half understood would
 * be shown, and undone, as something that it is not.
 */
export function upcast(
  event: Readonly<{ version: number; kind: string; changes: readonly unknown[] }>,
  to: Readonly<{ version: number; steps: ReadonlyMap<number, Step> }> = { version: EVENT_VERSION, steps: STEPS },
): readonly Change[] {
  let { changes } = event;
  for (let version = event.version; version !== to.version; version++) {
    const step = to.steps.get(version);
    if (!step || version > to.version) throw new Error(`an event of version ${event.version} cannot be read`);
    changes = step(event.kind, changes);
  }
  return changes as readonly Change[]; // written by us, in the version of now
}
