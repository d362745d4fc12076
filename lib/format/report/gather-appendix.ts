/** Gathers what the appendices of a report are made of. Rules: docs/spec/report.md, R40 to R43. */
import { inTree } from "#lib/domain/matrix/axis.ts";
import { groundOf } from "#lib/domain/matrix/matrix.ts";
import { bareAtEnd, saturation } from "#lib/domain/matrix/saturation.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Appendix } from "#lib/domain/report/check.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { above, parentsOf } from "#lib/domain/tag/tree.ts";
import type { AppendixMaterial } from "./material.ts";
import type { wordingIn } from "./wording.ts";

export function appendixOf(
  rows: Rows,
  say: ReturnType<typeof wordingIn>,
  wanted: readonly Appendix[],
): AppendixMaterial {
  // The check asks for every burst of changes: what nobody will see is not counted.
  if (wanted.length === 0) return { wanted: new Set(), guide: [], tags: [], coders: 0, notes: 0, bare: 0 };
  const guides = [...rows.all("guide")].toSorted(byOrd);
  const guide = [...rows.all("question")].toSorted(byOrd).flatMap(({ id }) => {
    const question = say(id, "text");
    if (question === undefined) return [];
    const asked = guides.flatMap(({ id: one, kind, minutes }) =>
      rows.live("guideQuestion", `${one}/${id}`) ? [{ arm: kind, minutes }] : [],
    );
    return [{ question, asked }];
  });
  const parents = parentsOf(rows);
  const tags = inTree(rows).flatMap((tag) => {
    const path = [...above(parents, tag).toReversed(), tag].flatMap((one) => say(one, "name") ?? []);
    if (path.length === 0) return [];
    const text = (field: "description" | "include" | "exclude") => say(tag, field) ?? null;
    return [{ path, description: text("description"), include: text("include"), exclude: text("exclude") }];
  });
  return {
    wanted: new Set(wanted),
    guide,
    tags,
    coders: new Set([...rows.all("quote")].map(({ by }) => by)).size,
    notes: [...rows.all("source")].filter(({ kind }) => kind === "note").length,
    bare: wanted.includes("checklist") ? bareAtEnd(saturation(groundOf(rows, new Map()), "interview")) : 0,
  };
}
