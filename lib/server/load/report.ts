/** What the report is made of, put together: rows and words as `carthen_export`, names from the identity module, sentences from the catalogue. */
import { createTranslator } from "next-intl";
import cy from "#messages/report/cy.json" with { type: "json" };
import en from "#messages/report/en.json" with { type: "json" };
import type { Say } from "#lib/format/report/compose.ts";
import type { Desk } from "#lib/server/handle/report.ts";
import { readExport, recordExport } from "#lib/server/store/export.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { namedOf } from "./named.ts";

/** The desk that the report is written at. */
export function reportDesk(db: PrismaClient, vault: Seal): Desk {
  return {
    read: (study) => readExport(db, study),
    names: (study, rows) => namedOf(db, vault, study, rows),
    record: (entry) => recordExport(db, { id: crypto.randomUUID(), ...entry }),
    say: (lang) => {
      const translate = createTranslator({ locale: lang, messages: lang === "en" ? en : cy, namespace: "document" });
      // Keys of the report are put together at run time (kind.local_authority), so the compiler cannot know them.
      return translate as unknown as Say;
    },
  };
}
