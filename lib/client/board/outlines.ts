/** Whose selection is to be outlined on a board. Knows neither canvas nor camera. */
import type { Peer } from "#lib/domain/study/live.ts";

/** A person and the cards that they have selected. */
export type Outlined = Readonly<{ person: string; name: string; cards: readonly string[] }>;

/** What the others have selected on this board; those without a selection are left out. */
export function outlinesOf(people: readonly Peer[], board: string): readonly Outlined[] {
  return people.flatMap(({ person, name, at }) =>
    at?.page === "board" && at.board === board && at.selected.length > 0 ? [{ person, name, cards: at.selected }] : [],
  );
}
