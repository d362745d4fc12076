/**
 * That somebody has read a source through for what identifies people, as it stands: detection never finds all of it.
 *
 * The row has the source's id and names the revision that was read; after a correction the source is to be read again.
 * Rules: docs/spec/identifier.md, I84.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import { no, yes } from "../result.ts";
import { bury, raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { Rows } from "../study/rows.ts";

/** Says that sources have been read through as they stand, or (`read` false) that they are to be read again. */
export const SourcesRead = z.strictObject({
  kind: z.literal("sources.read"),
  sources: z
    .array(z.strictObject({ id: Id, revision: Id }))
    .min(1)
    .max(5000),
  read: z.boolean(),
});

export const sourcesRead: Rule<z.infer<typeof SourcesRead>> = {
  needs: (_, { sources }) => sources.flatMap(({ id }) => [row("source", id), row("readThrough", id)]),
  decide: (view, { sources, read }, who) => {
    const changes = new Map<string, readonly Put[]>();
    for (const { id, revision } of sources) {
      const source = view.live("source", id);
      if (!source) return no(missing("source", id));
      if (revision !== source.revision) return no({ code: "source.revised", id });
      const old = view.live("readThrough", id);
      if (read) changes.set(id, raise(view, "readThrough", { id, revision, by: who.person, gone: false }));
      else if (old) changes.set(id, bury("readThrough", old));
    }
    return yes([...changes.values()].flat());
  },
};

/** The sources of these quotes that nobody has read through as they stand, in the order of their numbers. */
export function unreadOf(rows: Rows, quotes: Iterable<string>): readonly string[] {
  return unreadSources(rows, new Set(Array.from(quotes, (quote) => rows.live("quote", quote)?.source ?? "")));
}

/** Those of these sources that nobody has read through as they stand, in the order of their numbers. */
export function unreadSources(rows: Rows, sources: Iterable<string>): readonly string[] {
  return [...sources]
    .flatMap((id) => rows.live("source", id) ?? [])
    .filter((source) => readThroughBy(rows, source) === null)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id);
}

/** The quotes that findings cite. */
export function cited(rows: Rows): readonly string[] {
  return [...rows.all("evidence")].map(({ quote }) => quote);
}

/** Those of the sources that findings quote. */
export function unreadCited(rows: Rows): readonly string[] {
  return unreadOf(rows, cited(rows));
}

/** Who has read a source through as it stands; null where nobody has. */
export function readThroughBy(rows: Rows, source: Readonly<{ id: string; revision: string }>): string | null {
  const read = rows.live("readThrough", source.id);
  return read?.revision === source.revision ? read.by : null;
}
