/** What the list of studies needs: each of a person's studies with its title as that person may read it. */
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { shelf } from "#lib/server/store/shelf.ts";
import type { Shelved } from "#lib/server/store/shelf.ts";
import { maskOf } from "./mask.ts";

/** @param lang - which of two titles to read where a study has both */
export async function studiesOf(
  db: PrismaClient,
  vault: Seal,
  person: string,
  lang: "en" | "cy",
): Promise<readonly Shelved[]> {
  const found = await shelf(db).of(person, lang);
  return Promise.all(
    found.map(async (study) =>
      may(study.role, "readOriginals")
        ? study
        : { ...study, title: (await maskOf(db, vault, study.id)).text(study.title, study.titleLang) },
    ),
  );
}

/** The title of one study as somebody with this role may read it; null where it has none. */
export async function titleFor(
  db: PrismaClient,
  vault: Seal,
  study: string,
  role: Role,
  lang: "en" | "cy",
): Promise<Readonly<{ title: string; lang: "en" | "cy" }> | null> {
  const found = await shelf(db).title(study, lang);
  if (!found || may(role, "readOriginals")) return found;
  return { ...found, title: (await maskOf(db, vault, study)).text(found.title, found.lang) };
}
