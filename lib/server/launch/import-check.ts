/**
 * Looks at files as the import would, and saves nothing: a line of JSON for each.
 *
 * Rules: docs/spec/import.md, I50 and I51.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { sentenceValues } from "#lib/domain/import/sentence.ts";
import { no, yes, type Result } from "#lib/domain/result.ts";
import { factsOf } from "#lib/format/import/facts.ts";
import type { Reading } from "../reading/pool.ts";
import sources from "#messages/sources/en.json" with { type: "json" };

const NOTHING = {
  format: null,
  dialect: null,
  encoding: null,
  turns: null,
  speakers: null,
  interviewer: null,
  firstTime: null,
  lastTime: null,
  characters: null,
  warnings: null,
};

/** Every file that was named, folders walked in the order of names; what is not there stays, to be told. */
export function filesOf(named: readonly string[]): string[] {
  return named.flatMap((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isDirectory()) return [file];
    return filesOf(
      readdirSync(file)
        .toSorted()
        .map((name) => path.join(file, name)),
    );
  });
}

/** One line of JSON, `file` as it was named. */
export async function checkFile(reading: Pick<Reading, "read">, file: string): Promise<string> {
  const bytes = read(file);
  if (!bytes.ok) return JSON.stringify({ file, ...NOTHING, error: explain(bytes.fault) });
  const opened = await reading.read(bytes.value, {});
  if (!opened.ok) return JSON.stringify({ file, ...NOTHING, error: explain(opened.fault) });
  return JSON.stringify({ file, ...factsOf(opened.value), error: null });
}

type Missing = Readonly<{ code: "file.missing" }>;

function read(file: string): Result<Uint8Array, ImportFault | Missing> {
  try {
    const { size } = statSync(file);
    if (size > LIMIT.bytes) return no({ code: "file.too-large", bytes: size, limit: LIMIT.bytes });
    return yes(new Uint8Array(readFileSync(file)));
  } catch {
    return no({ code: "file.missing" });
  }
}

/** The code and the sentence that the screen shows for it. */
function explain(fault: ImportFault | Missing): string {
  if (fault.code === "file.missing") return `${fault.code}: There is no such file, or it cannot be opened.`;
  const translate = createTranslator({ locale: "en", messages: { fault: sources.fault }, namespace: "fault" });
  return `${fault.code}: ${translate(fault.code, sentenceValues(fault))}`;
}
