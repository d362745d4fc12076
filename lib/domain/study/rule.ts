/**
 * What every command has: what it needs to see, and what it would change.
 *
 * `needs` may be asked again with a fuller view and then name more (a theme's board is known only once
 * the theme is); it settles after a few rounds because it only ever asks for what is not there yet.
 */
import type { Result } from "../result.ts";
import type { Change } from "./change.ts";
import type { Fault } from "./fault.ts";
import type { Noun, Relation, View } from "./rows.ts";

export type Need =
  | Readonly<{ need: "row"; noun: Noun; id: string }>
  | Readonly<{ need: "related"; relation: Relation; key: string }>
  | Readonly<{ need: "last"; board: string; theme: string | null }>
  | Readonly<{ need: "next"; board: string; theme: string | null; after: string | null }>
  | Readonly<{ need: "number"; noun: "organisation" | "source" }>
  | Readonly<{ need: "taken" }> // numbers of participants
  | Readonly<{ need: "turn"; revision: string; start: number; end: number }>;

/** The person whose command it is. */
export type Who = Readonly<{ person: string }>;

export type Rule<C> = Readonly<{
  needs: (view: View, command: C) => readonly Need[];
  decide: (view: View, command: C, who: Who) => Result<readonly Change[], Fault>;
}>;

export const row = (noun: Noun, id: string): Need => ({ need: "row", noun, id });
export const rows = (noun: Noun, ids: readonly (string | null | undefined)[]): Need[] =>
  ids.flatMap((id) => (id ? [row(noun, id)] : []));
export const related = (relation: Relation, key = ""): Need => ({ need: "related", relation, key });
