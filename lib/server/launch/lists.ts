/**
 * The operator's own lists of places and names: every .csv file of one folder, read once at start.
 *
 * A list that cannot be read is a reason not to start: without it names would be passed over that somebody expects to be found.
 * Rules: docs/spec/identifier.md, I63 and I120.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { addNothing, addUp } from "#lib/domain/detect/list/added.ts";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { readGazetteer } from "#lib/format/gazetteer/read.ts";
import { decode } from "#lib/format/text/decode.ts";
import { codeOf, Stop } from "./stop.ts";

/**
 * All that the lists of a folder add, in the order of their file names.
 *
 * @param folder - whose files end in .csv
 * @param asked - whether somebody named the folder; else it need not be there
 * @throws Stop with one sentence, where the folder or a list cannot be read or a list holds no name
 */
export function readLists(folder: string, asked: boolean): Added {
  return addUp(
    namesIn(folder, asked).map((name) => {
      const file = path.join(folder, name);
      const read = readGazetteer(decode(bytesOf(file)).text);
      if (!read.ok)
        throw new Stop(`The list ${file} is no table that Carthen can read; save it as CSV again, or take it away.`);
      if (addNothing(read.value))
        throw new Stop(
          `The list ${file} holds no name; give it a column of places, given names or surnames, or take it away.`,
        );
      return read.value;
    }),
  );
}

/** Tells lists apart by all that they add; null where nothing is added. */
export function markOf(added: Added): string | null {
  if (addNothing(added)) return null;
  const { places, given, surnames } = added;
  return createHash("sha256")
    .update(JSON.stringify([places, given, surnames]))
    .digest("base64url");
}

function namesIn(folder: string, asked: boolean): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.csv$/iu.test(name))
      .toSorted();
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" && !asked) return [];
    throw new Stop(`The folder of lists ${folder} cannot be read (${code}); check CARTHEN_LISTS.`);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Stop(`The list ${file} cannot be read (${codeOf(error)}).`);
  }
}
