/** What must hold of a study's rows whatever was done to them. */
import { ancestors } from "#lib/domain/board/tree.ts";
import { byOrd } from "#lib/domain/order.ts";
import { REFERENCES } from "#lib/domain/study/rows.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { above, parentsOf } from "#lib/domain/tag/tree.ts";

/** Live rows may outlive these: a merged tag's story, dots on a card that may come back, a talk about what is gone, edits and translations of a quote that is no evidence for now, where a mention stood of which nothing is said any more, who read a source through whose coming in was undone. */
const OUTLIVE: ReadonlySet<string> = new Set([
  "tagStep.into",
  "vote.card",
  "vote.voting",
  "memo.parent",
  "edit.evidence",
  "translation.evidence",
  "mentionPlace.mention",
  "readThrough.id",
]);

/** Everything that is wrong, in words; empty where nothing is. */
export function faultsOf(rows: Rows): string[] {
  const faults: string[] = [];
  for (const noun of Object.keys(REFERENCES) as Noun[]) {
    // Object.keys loses the literal type
    for (const [field, to] of Object.entries(REFERENCES[noun] ?? {})) {
      if (OUTLIVE.has(`${noun}.${field}`)) continue;
      for (const row of rows.all(noun)) {
        const id = (row as Readonly<Record<string, unknown>>)[field]; // rows are flat objects
        if (typeof id === "string" && !rows.live(to, id)) faults.push(`${noun} ${row.id}: its ${field} is gone`);
      }
    }
  }
  for (const theme of rows.all("theme")) {
    const chain = [theme.id, ...ancestors(rows, theme.id)];
    if ((rows.get("theme", chain.at(-1) ?? "")?.parent ?? null) !== null) faults.push(`theme ${theme.id}: in itself`);
    if (theme.parent !== null && rows.get("theme", theme.parent)?.board !== theme.board)
      faults.push(`theme ${theme.id}: in one of another board`);
  }
  for (const card of rows.all("card")) {
    if (card.theme !== null && rows.get("theme", card.theme)?.board !== card.board)
      faults.push(`card ${card.id}: in a theme of another board`);
  }
  const parents = parentsOf(rows);
  for (const tag of parents.keys()) {
    const top = above(parents, tag).at(-1) ?? tag;
    if ((parents.get(top) ?? null) !== null) faults.push(`tag ${tag}: in itself, or in one that is gone`);
  }
  for (const quote of rows.all("quote")) {
    const anchors = rows.related("anchorsOfQuote", quote.id).length;
    if (anchors !== 1) faults.push(`quote ${quote.id}: stands in ${anchors} places`);
  }
  if ([...rows.all("board")].filter(({ analysis }) => analysis).length !== 1) faults.push("not one board is analysed");
  if (![...rows.all("member")].some(({ role }) => role === "owner")) faults.push("the study has no owner");
  for (const noun of ["card", "theme", "tag", "question", "guide", "finding", "evidence", "board"] as const) {
    const sorted = [...rows.all(noun)].toSorted(byOrd);
    if (sorted.some((row, at) => at > 0 && byOrd(sorted[at - 1] ?? row, row) !== -1)) faults.push(`${noun}: no order`);
  }
  for (const source of rows.all("source")) {
    const passages = rows
      .related("passagesOfSource", source.id)
      .filter(({ revision }) => revision === source.revision)
      .toSorted((a, b) => a.start - b.start);
    if (passages.some((one, at) => at > 0 && (passages[at - 1]?.end ?? 0) > one.start))
      faults.push(`source ${source.id}: its passages lie on one another`);
  }
  for (const { id, kind, thing, decision, by, second } of rows.every("identifier")) {
    if (thing !== null && kind !== "term") faults.push(`identifier ${id}: no term, and said to name something`);
    if (second !== null && (decision !== "keep" || second === by))
      faults.push(`identifier ${id}: agreed to by nobody else`);
  }
  for (const { id, decision, by, second } of rows.every("mention"))
    if (second !== null && (decision === "replace" || second === by))
      faults.push(`mention ${id}: agreed to by nobody else`);
  return faults;
}
