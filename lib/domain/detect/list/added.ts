/** Names that an operator added to the lists of the product. */
export type Added = Readonly<{ places: readonly string[]; given: readonly string[]; surnames: readonly string[] }>;

export const NOTHING_ADDED: Added = { places: [], given: [], surnames: [] };

/** Puts several lists together. */
export function addUp(lists: readonly Added[]): Added {
  return {
    places: lists.flatMap(({ places }) => places),
    given: lists.flatMap(({ given }) => given),
    surnames: lists.flatMap(({ surnames }) => surnames),
  };
}

/** Whether they add no name at all. */
export function addNothing({ places, given, surnames }: Added): boolean {
  return places.length + given.length + surnames.length === 0;
}
