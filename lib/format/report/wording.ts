/** What a text of the study says in a document's language; in the other one where it does not stand in that. */
import type { Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { Words } from "./material.ts";

/** Gives a way to ask for wordings. Those that are empty count as not there. */
export function wordingIn(
  rows: Rows,
  phrases: ReadonlyMap<string, Words>,
  lang: "en" | "cy",
): (subject: string, field: Field) => Words | undefined {
  const other = lang === "en" ? "cy" : "en";
  return (subject, field) => {
    for (const one of [lang, other] as const) {
      const phrase = rows.live("wording", slot(subject, field, one))?.phrase;
      const words = phrase ? phrases.get(phrase) : undefined;
      if (words && words.words.trim() !== "") return { lang: one, words: words.words };
    }
    return undefined;
  };
}
