/**
 * What a screen that writes needs of the study: its rows as they are now, the words that they refer to, and a way to give commands.
 * Screens get it as a prop, so that they know nothing of the store, the socket or the network.
 */
import type { Plain } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Field } from "#lib/domain/wording/shape.ts";

export type Language = "en" | "cy";

/** A text slot: the phrase that it refers to, and its words (empty where there are none or they are not here yet). */
type Slot = Readonly<{ phrase: string | null; words: string }>;

export type Desk = Readonly<{
  study: string;
  /** Whoever works at it. */
  me: string;
  rows: Rows;
  /** Grows whenever rows or words have changed: `rows` itself stays the same object. */
  version: number;
  /** The interface's language, in which texts are shown where they stand in it. */
  locale: Language;
  mayChange: boolean;
  mayExport: boolean;
  /** Whether a report may be shown to whoever has its link. */
  mayPublish: boolean;
  /** Whether quotes are read as they were said, and not with what stands for names. */
  mayReadOriginals: boolean;
  /** What a text slot says. */
  slot: (subject: string, field: Field, lang: Language) => Slot;
  /** What a phrase says; undefined until it is here. */
  phrase: (id: string) => string | undefined;
  /** A quote's words with the language that they are in; undefined until they are here. */
  quote: (id: string) => Readonly<{ words: string; lang: string }> | undefined;
  /** Gives a command with the words that it refers to. Refusals are shown by the shell. */
  send: (command: Plain, made?: Readonly<{ phrases?: readonly NewPhrase[]; names?: readonly NewName[] }>) => void;
}>;

/** A text in the interface's language, else in the other; undefined where it stands in neither. */
export function best(
  desk: Desk,
  subject: string,
  field: Field,
): Readonly<{ words: string; lang: Language }> | undefined {
  const other: Language = desk.locale === "en" ? "cy" : "en";
  for (const lang of [desk.locale, other]) {
    const { words } = desk.slot(subject, field, lang);
    if (words !== "") return { words, lang };
  }
  return undefined;
}
