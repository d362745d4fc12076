/** The fixed words of a report from the real catalogues, as the server hands them in. */
import { createTranslator } from "next-intl";
import cy from "#messages/report/cy.json" with { type: "json" };
import en from "#messages/report/en.json" with { type: "json" };
import type { Say } from "#lib/format/report/compose.ts";

export function say(lang: "en" | "cy"): Say {
  const translate = createTranslator({ locale: lang, messages: lang === "en" ? en : cy, namespace: "document" });
  // Keys of the report are put together at run time (kind.local_authority), so the compiler cannot know them.
  return translate as unknown as Say;
}
