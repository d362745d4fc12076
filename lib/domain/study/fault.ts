/** Why a command may be refused. Codes are `noun.state`; the catalogue `faults` says each in words. */
import type { Noun } from "./rows.ts";

export type Fault =
  | { readonly code: "row.missing"; readonly noun: Noun; readonly id: string }
  | { readonly code: "row.taken"; readonly noun: Noun; readonly id: string }
  | { readonly code: "row.used"; readonly noun: Noun; readonly id: string; readonly by: Noun }
  | { readonly code: "theme.cycle"; readonly id: string }
  | { readonly code: "theme.deep"; readonly id: string }
  | { readonly code: "theme.elsewhere"; readonly id: string }
  | { readonly code: "theme.locked"; readonly id: string }
  | { readonly code: "tag.cycle"; readonly id: string }
  | { readonly code: "tag.deep"; readonly id: string }
  | { readonly code: "tag.same"; readonly id: string }
  | { readonly code: "board.analysis"; readonly id: string }
  | { readonly code: "board.hidden"; readonly id: string }
  | { readonly code: "voting.open"; readonly id: string }
  | { readonly code: "voting.revealed"; readonly id: string }
  | { readonly code: "voting.spent"; readonly id: string; readonly dots: number }
  | { readonly code: "source.revised"; readonly id: string }
  | { readonly code: "passage.text"; readonly id: string }
  | { readonly code: "quote.span"; readonly id: string }
  | { readonly code: "quote.consent"; readonly id: string }
  | { readonly code: "participant.withdrawn"; readonly id: string }
  | { readonly code: "decision.bare"; readonly id: string }
  | { readonly code: "decision.own"; readonly id: string }
  | { readonly code: "decision.changed"; readonly id: string }
  | { readonly code: "decision.yours"; readonly id: string }
  | { readonly code: "memo.theirs"; readonly id: string }
  | { readonly code: "disclosure.bare"; readonly id: string }
  | { readonly code: "disclosure.changed"; readonly id: string }
  | { readonly code: "wording.changed"; readonly id: string }
  | { readonly code: "member.last"; readonly id: string }
  | { readonly code: "undo.none" }
  | { readonly code: "undo.changed"; readonly noun: Noun; readonly id: string };
export type FaultCode = Fault["code"];

export function missing(noun: Noun, id: string): Fault {
  return { code: "row.missing", noun, id };
}
