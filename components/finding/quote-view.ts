/** A quote as findings show it. */
import type { Translated } from "#lib/client/finding/edits.ts";
import type { Edit } from "#lib/domain/quote/published.ts";

export type Stance = "supports" | "contradicts";
/** A quote as the screen shows it; `who` is a code or a kind of organisation, never a name. */
export type QuoteView = Readonly<{
  id: string;
  words: string | undefined;
  lang: string;
  who: string;
  /** What is changed of it as it is published here. */
  edits?: readonly Edit[];
  /** Whether it can be edited: what it says and what its edits say has come. */
  isEditable?: boolean;
  /** What it says in other languages here, also what holds no more. */
  translations?: readonly Translated[];
}>;

/** The quotes whose words hold what is looked for, in whatever case; all of them where nothing is. */
export function sought<Q extends QuoteView>(quotes: readonly Q[], wanted: string): readonly Q[] {
  const words = wanted.trim().toLocaleLowerCase();
  return words === "" ? quotes : quotes.filter((quote) => quote.words?.toLocaleLowerCase().includes(words));
}
