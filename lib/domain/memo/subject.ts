/**
 * What a memo is about, and whether anything may still be said of it.
 *
 * Most memos are about a row; one on a turn of a text names what is no row, and that never goes.
 */
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import type { Noun, View } from "../study/rows.ts";
import { row } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import { SUBJECTS } from "./shape.ts";

/** The rows that memos may be about, by the form of its id. */
function nounsOf(subject: string): readonly Noun[] {
  return subject.includes("/") ? ["evidence"] : SUBJECTS;
}

/** What must be seen to say whether a subject may be written about. */
export function needsOfSubject(subject: string): Need[] {
  return nounsOf(subject).map((noun) => row(noun, subject));
}

/** Why nobody writes of this any more: it is gone (Y64), or it is somebody who has withdrawn (Y69). */
export function unspoken(view: View, subject: string): Fault | null {
  const known = nounsOf(subject).filter((noun) => view.get(noun, subject));
  const [gone] = known.some((noun) => view.live(noun, subject)) ? [] : known;
  return gone ? missing(gone, subject) : withdrawn(view, subject);
}

/** That a subject is a participant who has withdrawn; null where it is anything else. */
export function withdrawn(view: View, subject: string): Fault | null {
  const left = view.live("participant", subject)?.withdrawnOn ?? null;
  return left === null ? null : { code: "participant.withdrawn", id: subject };
}
