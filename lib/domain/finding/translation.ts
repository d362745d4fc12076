/** Translations of cited quotes: which of them hold. Rules: docs/spec/wording.md, W12. */
import type { Lang } from "../field.ts";
import { editsOf } from "../quote/published.ts";
import type { View } from "../study/rows.ts";
import type { EditRow, TranslationRow } from "./shape.ts";

/** Whether a text in this language (BCP 47) needs no translation into that one. */
export function saysIn(lang: string, to: Lang): boolean {
  return lang.toLowerCase().split("-")[0] === to;
}

/** The edits that a translation was made with, as it keeps them. */
export function madeWith(edits: readonly Pick<EditRow, "start" | "end" | "phrase">[]): string {
  return edits.map(({ start, end, phrase }) => `${start}-${end}-${phrase ?? ""}`).join(" ");
}

/** The translation into a language that holds: made of the words of this revision, with the edits that stand. */
export function translationOf(
  view: Pick<View, "related">,
  evidence: string,
  revision: string,
  lang: Lang,
): TranslationRow | undefined {
  const of = madeWith(editsOf(view, evidence, revision));
  return view
    .related("translationsOfEvidence", evidence)
    .find((one) => one.lang === lang && one.revision === revision && one.of === of);
}
