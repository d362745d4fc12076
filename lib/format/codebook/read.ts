/**
 * A codebook from .csv: one of ours, or of NVivo, MAXQDA, ATLAS.ti, Taguette, QualCoder, or made by hand.
 *
 * Columns are known by their headings, in whatever order; a file without headings is names, then descriptions. Levels come
 * from a path, a parent, or a sign within names. Gives drafts and faults by row; says nothing of what is in the study.
 * Rules: docs/spec/codebook.md, CB20 to CB24.
 */
import { Id } from "#lib/domain/field.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { draftFault, fold } from "#lib/domain/tag/draft.ts";
import type { CodebookRead, CodebookWish, DraftFault, TagDraft, TextKey } from "#lib/domain/tag/draft.ts";
import { MOST_TAGS, TEXTS } from "#lib/domain/tag/shape.ts";
import { delimiterOf, readTable } from "#lib/format/csv/table.ts";
import { decode } from "#lib/format/text/decode.ts";
import { hueOf } from "./colour.ts";
import { unguard } from "./guard.ts";
import { columnOf } from "./heading.ts";
import type { Column, Role } from "./heading.ts";
import { oneLine, ROOTS, signOf, SIGNS, splitter } from "./level.ts";
import { splitPath } from "./path.ts";

const HEADINGS_WITHIN = 5; // rows: people write banners above them

/** Faults: those of `readTable`; `file.empty`; `rows.too-many`, more tags than come in at once. */
export function readCodebook(bytes: Uint8Array, wish: CodebookWish): Result<CodebookRead, ImportFault> {
  const { text } = decode(bytes);
  if (text.trim() === "") return no({ code: "file.empty" });
  // Without a delimiter the file is one column, whose names may hold commas.
  const table = readTable(text, delimiterOf(text) ?? "\t");
  if (!table.ok) return table;
  const { rows, lines } = table.value;
  const width = rows[0]?.length ?? 0;
  const known = rows.slice(0, HEADINGS_WITHIN).map((row) => row.map(columnOf));
  const at = known.findIndex((row) => row.some((column) => column?.role === "name" || column?.role === "path"));
  const columns = at >= 0 ? firsts(known[at] ?? [], wish.lang) : bare(width);
  const body = rows.slice(at + 1);
  if (body.length > MOST_TAGS) return no({ code: "rows.too-many", count: body.length, limit: MOST_TAGS });

  const cells = body.map((row, n): Row => ({
    line: lines[at + 1 + n] ?? 0,
    of: (role, lang) => {
      const column = columns.findIndex((one) => one?.role === role && (lang === undefined || one.lang === lang));
      return column < 0 ? "" : unguard(row[column] ?? "").trim();
    },
  }));
  const has = (role: Role) => columns.some((column) => column?.role === role);
  const { names, levels } = placesOf(cells, has, wish.levels);

  const drafts: TagDraft[] = [];
  const faults: DraftFault[] = [];
  for (const [n, row] of cells.entries()) {
    const place = names[n];
    if (place === undefined || place === "root") continue;
    const { line } = row;
    if (typeof place === "string") {
      faults.push({ line, code: place });
      continue;
    }
    const texts: Partial<Record<TextKey, string>> = {};
    for (const field of ["name", ...TEXTS] as const) {
      for (const lang of ["en", "cy"] as const) {
        const words = row.of(field, lang);
        if (words !== "") texts[`${field}/${lang}`] = field === "name" ? oneLine(words) : words;
      }
    }
    // A name in which levels stand is its last part; a path names what has no name.
    const last = place.at(-1) ?? "";
    if (levels !== null && !has("path")) texts[`name/${langOf(columns, wish.lang)}`] = last;
    if (texts["name/en"] === undefined && texts["name/cy"] === undefined && last !== "")
      texts[`name/${wish.lang}`] = last;
    const code = draftFault(place, texts);
    if (code !== null) faults.push({ line, code });
    else {
      const id = Id.safeParse(row.of("id").toLowerCase());
      const above = place.slice(0, -1);
      drafts.push({ line, id: id.success ? id.data : null, above, hue: hueOf(row.of("colour")), texts });
    }
  }
  return yes({
    drafts,
    faults,
    columns:
      at < 0
        ? []
        : columns.flatMap((column, n) =>
            column ? [{ heading: oneLine(rows[at]?.[n] ?? ""), holds: column.role }] : [],
          ),
    levels,
    refi: null,
  });
}

type Row = Readonly<{ line: number; of: (role: Role, lang?: Lang) => string }>;
/** Names from the outermost to its own; or why there are none. */
type Place = readonly string[] | DraftFault["code"] | "root";

/** Of several columns that hold the same, the first; those of no language are of the one that was wished for. */
function firsts(columns: readonly (Column | null)[], lang: Lang): (Column | null)[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    if (!column) return null;
    const texts: readonly Role[] = ["name", ...TEXTS];
    const whole = texts.includes(column.role) ? { ...column, lang: column.lang ?? lang } : { ...column, lang: null };
    const key = `${whole.role} ${whole.lang}`;
    return seen.has(key) ? null : (seen.add(key), whole);
  });
}

/** A table without headings. */
function bare(width: number): (Column | null)[] {
  const roles: readonly Role[] = ["name", "description"];
  return Array.from({ length: width }, (_, at) => {
    const role = roles[at];
    return role ? { role, lang: "en" } : null;
  });
}

function langOf(columns: readonly (Column | null)[], wished: Lang): Lang {
  return columns.find((column) => column?.role === "name")?.lang ?? wished;
}

function placesOf(
  rows: readonly Row[],
  has: (role: Role) => boolean,
  wanted: boolean,
): Readonly<{ names: readonly Place[]; levels: string | null }> {
  const nameOf = (row: Row) => oneLine(row.of("name", "en") || row.of("name", "cy"));
  if (has("path")) {
    const paths = rows.map((row) => row.of("path"));
    // A file of ours has all of these, and its paths hold signs of their own behind backslashes.
    const ours = (["id", "name", "parent"] as const).every(has);
    const sign = ours ? "›" : (SIGNS.find((one) => paths.some((path) => path.includes(one))) ?? null);
    const split = sign === "›" ? splitPath : splitter(sign);
    const cut = withoutRoot(
      paths.map((path) => split(oneLine(path)).filter((name) => name !== "")),
      sign,
    );
    return {
      names: cut.map((path, n): Place => {
        const row = rows[n];
        const name = row ? nameOf(row) : "";
        // A path may lead to the tag, or only to what it stands in.
        if (path.length === 0) return name === "" ? (paths[n] === "" ? "name.none" : "root") : [name];
        return ours || name === "" || fold(path.at(-1) ?? "") === fold(name) ? path : [...path, name];
      }),
      levels: sign,
    };
  }
  const names = rows.map(nameOf);
  if (has("parent")) return { names: climbed(rows, names), levels: null };
  const sign = wanted ? signOf(names) : null;
  if (sign === null) return { names: names.map((name): Place => (name === "" ? "name.none" : [name])), levels: null };
  const cut = withoutRoot(
    names.map((name) => splitter(sign)(name)),
    sign,
  );
  return {
    names: cut.map((path, n): Place => (path.length > 0 ? path : names[n] === "" ? "name.none" : "root")),
    levels: sign,
  };
}

/** Without the one name that all paths begin with, where a tool calls its top so. */
function withoutRoot(paths: readonly (readonly string[])[], sign: string | null): (readonly string[])[] {
  const [first] = paths[0] ?? [];
  const all = sign === "\\" && first !== undefined && ROOTS.has(fold(first));
  return all && paths.every((path) => path[0] === first) ? paths.map((path) => path.slice(1)) : [...paths];
}

/** Places by the names of parents. One that has no row stands at the top. */
function climbed(rows: readonly Row[], names: readonly string[]): Place[] {
  const parents = rows.map((row) => oneLine(row.of("parent")));
  const byName = new Map<string, number[]>();
  for (const [n, name] of names.entries()) byName.set(fold(name), [...(byName.get(fold(name)) ?? []), n]);
  return rows.map((_, n): Place => {
    const name = names[n] ?? "";
    if (name === "") return "name.none";
    const path = [name];
    const seen = new Set<number>();
    for (let row: number | undefined = n; row !== undefined;) {
      if (seen.has(row)) return "parent.cycle";
      seen.add(row);
      const parent: string = parents[row] ?? "";
      if (parent === "") return path;
      path.unshift(parent);
      // A tag may stand in one that is called as it is, but not in itself.
      const found: readonly number[] = (byName.get(fold(parent)) ?? []).filter((other) => other !== row);
      if (found.length > 1) return "parent.unclear";
      row = found[0];
    }
    return path;
  });
}
