/**
 * The anonymisation log: every place in the sources at which something was decided, with the original words and what stands
 * for them. It names people beside their replacements and is kept apart from everything that is published.
 *
 * Source: UK Data Service, anonymising qualitative data: a log of all replacements, stored securely and apart.
 * Rules: docs/spec/identifier.md, I85.
 */
import { createHash } from "node:crypto";
import type { Lang } from "#lib/domain/field.ts";
import { decidedOf } from "#lib/domain/identifier/decided.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { saidOf } from "#lib/domain/mention/meet.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import { csv } from "#lib/format/report/csv.ts";
import type { File } from "#lib/server/handle/desk.ts";
import { searchedTexts } from "../store/detection.ts";
import { clockOf } from "../store/events.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { readNames } from "../store/identity.ts";
import { members } from "../store/member.ts";
import { studyRows } from "../store/rows.ts";
import type { Seal } from "../store/seal.ts";
import { decisionWords, NAMED, namedOf } from "./named.ts";
import { sayLog } from "./say.ts";

const COLUMNS = [
  "source",
  "title",
  "from",
  "to",
  "original",
  "replacement",
  "decision",
  "reason",
  "by",
  "second",
] as const;

/** Makes the file. For people who may read originals only; its name says that it is not for publishing. */
export async function takeLog(
  db: PrismaClient,
  vault: Seal,
  { study, lang }: Readonly<{ study: string; lang: Lang }>,
): Promise<File> {
  const seq = BigInt((await clockOf(db, study))?.seq ?? 0);
  const bytes = await anonymisationLog(db, vault, study, lang);
  const sha256 = createHash("sha256").update(bytes).digest();
  const name = `CONFIDENTIAL-anonymisation-log-${lang}.csv`;
  return { name, type: "text/csv; charset=utf-8", format: "csv", lang, size: bytes.length, sha256, seq, bytes };
}

/** Writes it as .csv; offsets are Unicode code points, `to` exclusive. */
export async function anonymisationLog(db: PrismaClient, vault: Seal, study: string, lang: Lang): Promise<Uint8Array> {
  const rows = await studyRows(db, study, [...NAMED, "source"]);
  const words = await decisionWords(db, study, rows);
  const titles = await readNames(
    db,
    vault,
    study,
    [...rows.all("source")].flatMap(({ title }) => title ?? []),
  );
  const people = new Map((await members(db).named(study)).map(({ id, name }) => [id, name]));
  const { find, choose, settled } = plan(
    await namedOf(db, vault, study, rows),
    decidedOf(rows.all("identifier"), words),
    saidOf(rows, words),
  );

  const say = sayLog(lang);
  const lines: string[][] = [COLUMNS.map((column) => say(`columns.${column}`))];
  for await (const { source, revision, text, lang: spoken } of searchedTexts(db, study)) {
    const row = rows.live("source", source);
    if (!row) continue;
    const astral = astralOf(text);
    for (const occurrence of find(text, { revision, start: 0 })) {
      if (!settled(occurrence)) continue;
      const { start, end, term, also, said = [] } = occurrence;
      const replacement = choose(occurrence, spoken);
      // What was said of this place before what holds everywhere; of several that are meant (a shared surname) the one whose words stand there.
      const decided = [
        ...said.flatMap(({ mention }) => rows.live("mention", mention) ?? []),
        ...[term, ...also].flatMap((id) => rows.live("identifier", id) ?? []),
      ];
      const decision = decided.find((one) => (one.decision === "replace") === (replacement !== null)) ?? decided[0];
      const way = replacement !== null ? "replace" : decision?.decision === "ordinary" ? "ordinary" : "keep";
      lines.push([
        sourceCode(row),
        titles.get(row.title ?? "") ?? "",
        String(start),
        String(end),
        slicePoints(text, astral, start, end),
        replacement === null ? "" : `[${replacement}]`,
        say(`decision.${way}`),
        words(decision?.reason) ?? "",
        people.get(decision?.by ?? "") ?? "",
        people.get(decision?.second ?? "") ?? "",
      ]);
    }
  }
  return csv(lines);
}
