/**
 * Shows somebody one original and keeps that it was shown, in one transaction: no original without its entry, and no entry without its
 * reason. Rules: docs/spec/reveal.md, RV2 to RV6.
 */
import { randomUUID } from "node:crypto";
import { may } from "#lib/domain/member/shape.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { LONGEST_MENTION, MINUTES } from "#lib/domain/reveal/shape.ts";
import type { Look, RevealAsked, Shown } from "#lib/domain/reveal/shape.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { roleOf } from "./found.ts";
import type { PrismaClient } from "./generated/client.ts";
import { readText } from "./reading.ts";
import type { Db } from "./rows.ts";

type RevealFault = Readonly<{ code: "role.refused" | "row.missing" | "source.revised" | "quote.span" }>;

/**
 * Shows it.
 *
 * Faults: `role.refused`, the person may reveal nothing, or not any more; `row.missing`, no such source or quote;
 * `source.revised`, the text was corrected since; `quote.span`, there is no such place in it, or it is no single one, or not the whole text.
 *
 * That a mention is one, load/reveal.ts asks: only the overlay knows.
 */
export async function reveal(
  prisma: PrismaClient,
  study: string,
  person: string,
  { what, source, revision, start, end, reason }: RevealAsked,
): Promise<Result<Shown, RevealFault>> {
  return prisma.$transaction(async (db) => {
    if (!may(await roleOf(db, study, person), "reveal")) return no({ code: "role.refused" as const });
    const text = await readText(db, study, source);
    if (!text) return no({ code: "row.missing" as const });
    if (text.revision !== revision) return no({ code: "source.revised" as const });
    const length = lengthOf(text.text);
    if (end > length || (what === "source" && end - start < length)) return no({ code: "quote.span" as const });
    if (what === "mention" && end - start > LONGEST_MENTION) return no({ code: "quote.span" as const });
    if (what === "quote" && !(await isQuote(db, study, revision, start, end)))
      return no({ code: "row.missing" as const });
    const [id, phrase] = [randomUUID(), randomUUID()];
    await db.$executeRaw`
      INSERT INTO "phrase" ("study_id", "id", "lang", "words", "by_id")
      VALUES (${study}::uuid, ${phrase}::uuid, ${reason.lang}, ${reason.words}, ${person}::uuid)`;
    await db.$executeRaw`
      INSERT INTO "reveal" ("study_id", "id", "person_id", "what", "source_id", "revision_id", "start_at", "end_at", "reason_id")
      VALUES (${study}::uuid, ${id}::uuid, ${person}::uuid, ${what}, ${source}::uuid, ${revision}::uuid, ${start}, ${end}, ${phrase}::uuid)`;
    return yes({ words: slicePoints(text.text, astralOf(text.text), start, end), minutes: MINUTES });
  });
}

async function isQuote(db: Db, study: string, revision: string, start: number, end: number): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "anchor" a WHERE a."study_id" = ${study}::uuid AND a."revision_id" = ${revision}::uuid
      AND a."start_at" = ${start} AND a."end_at" = ${end} AND NOT a."gone" LIMIT 1`;
  return found.length > 0;
}

/** Who has looked at which originals and why, the latest first; not all where there are very many. */
export async function looksAt(db: Db, study: string, most: number): Promise<readonly Look[]> {
  const found = await db.$queryRaw<(Omit<Look, "at" | "reason"> & { at: Date; reason: string })[]>`
    SELECT r."id", r."at", r."person_id" AS person, r."what", r."source_id" AS source, r."revision_id" AS revision,
      r."start_at" AS start, r."end_at" AS "end", p."words" AS reason
    FROM "reveal" r JOIN "phrase" p ON p."study_id" = r."study_id" AND p."id" = r."reason_id"
    WHERE r."study_id" = ${study}::uuid ORDER BY r."at" DESC, r."id" LIMIT ${most}`;
  return found.map(({ at, reason, ...look }) => ({
    ...look,
    at: at.toISOString(),
    reason: /^█*$/u.test(reason) ? null : reason,
  }));
}
