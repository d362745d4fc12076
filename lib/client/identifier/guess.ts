/** What words seem to name. The lists that it takes are large, and are fetched when somebody first adds a term. */
import type { Kind } from "#lib/domain/detect/hit.ts";

/** Where the lists cannot be had, as without a line, they count as a name. */
export async function guess(words: string): Promise<Kind> {
  const { guessOf } = await import("#lib/domain/identifier/guess.ts").catch(() => ({ guessOf: null }));
  return guessOf?.(words) ?? "other";
}
