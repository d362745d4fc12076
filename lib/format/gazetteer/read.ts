/**
 * Reads an operator's own lists of places and names, as CSV: a column of names and, where it holds several kinds, one that says which.
 *
 * A list of places without headings is read as it stands. Rules: docs/spec/identifier.md, I63.
 */
import type { Added } from "#lib/domain/detect/list/added.ts";
import { findable } from "#lib/domain/identifier/find.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { yes, type Result } from "#lib/domain/result.ts";
import { delimiterOf, readTable } from "../csv/table.ts";

type Kind = keyof Added;

/** Headings of columns that hold names, with what they hold where nothing else says so. */
const NAMES: readonly (readonly [RegExp, Kind | null])[] = [
  [/^(?:given|first|fore)[ _-]?names?$|^enwau? cyntaf$/iu, "given"],
  [/^(?:surname|last[ _-]?name|family[ _-]?name|cyfenwa?u?)s?$/iu, "surnames"],
  [/^(?:places?|towns?|settlements?|localit(?:y|ies)|lle|lleoedd|enwau? lle(?:oedd)?)$/iu, "places"],
  [/^(?:names?|enwa?u?|name[_ -](?:en|cy)|welsh[_ -]name|english[_ -]name|enw (?:cymraeg|saesneg))$/iu, null],
];
const KIND = /^(?:kind|type|list|category|math|categori|rhestr)$/iu;

/** The lists of a file. Lines without a name that could be found are left out. */
export function readGazetteer(text: string): Result<Added, ImportFault> {
  const table = readTable(text.replace(/^\ufeff/u, ""), delimiterOf(text) ?? ",");
  if (!table.ok) return table;
  const [head = [], ...rest] = table.value.rows;
  const kindColumn = head.findIndex((cell) => KIND.test(cell.trim()));
  const named = head.flatMap((cell, column) => {
    const found = NAMES.find(([heading]) => heading.test(cell.trim()));
    return found ? [{ column, holds: found[1] }] : [];
  });
  const columns = named.length > 0 ? named : [{ column: 0, holds: null }];
  const lists: Record<Kind, Set<string>> = { places: new Set(), given: new Set(), surnames: new Set() };
  for (const row of named.length > 0 ? rest : table.value.rows) {
    for (const { column, holds } of columns) {
      const name = (row[column] ?? "").trim();
      if (!findable(name)) continue;
      lists[holds ?? kindOf(row[kindColumn] ?? "")].add(name);
    }
  }
  return yes({ places: [...lists.places], given: [...lists.given], surnames: [...lists.surnames] });
}

/** What the column of kinds says; whatever is no name of a person is a place. */
function kindOf(said: string): Kind {
  if (/sur|last|family|cyfenw/iu.test(said)) return "surnames";
  return /given|first|fore|cyntaf/iu.test(said) ? "given" : "places";
}
