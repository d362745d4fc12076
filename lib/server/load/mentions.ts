/**
 * The mentions of an identifier in the sources as they stand, with what is decided of each by itself.
 *
 * For people who may read originals and decide identifiers only; whoever asks has been asked. Rules: docs/spec/identifier.md, I96 and I97.
 */
import { mentionIn } from "#lib/domain/identifier/candidate.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import { PAGE } from "#lib/domain/mention/listed.ts";
import type { Listed, Listing, MentionsAsked, Otherwise } from "#lib/domain/mention/listed.ts";
import { mentionWaits } from "#lib/domain/mention/shape.ts";
import type { Span } from "#lib/domain/source/reading.ts";
import { astralOf } from "#lib/domain/text/points.ts";
import { searchedTexts } from "../store/detection.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { studyRows } from "../store/rows.ts";
import type { Seal } from "../store/seal.ts";
import { decisionWords, NAMED, namedOf } from "./named.ts";

/** Lists them. Cost: the study's texts once. */
export async function mentionsOf(
  db: PrismaClient,
  vault: Seal,
  study: string,
  { identifier, from }: MentionsAsked,
): Promise<Listing> {
  const rows = await studyRows(db, study, NAMED);
  const words = await decisionWords(db, study, rows);
  const { find } = plan(await namedOf(db, vault, study, rows), []);
  const own = rows.related("mentionsOfIdentifier", identifier);
  const placed = Map.groupBy(
    own.flatMap((mention) => rows.related("placesOfMention", mention.id).map((place) => ({ ...place, row: mention }))),
    ({ revision }) => revision,
  );
  const told = (row: (typeof own)[number]): Otherwise => ({
    id: row.id,
    decision: row.decision,
    replacement: words(row.replacement),
    replacementCy: words(row.replacementCy),
    reason: words(row.reason),
    why: row.reason,
    by: row.by,
    second: row.second,
    waits: mentionWaits(row, rows.live("identifier", identifier)),
  });
  const [first, rest]: [Listed[], Listed[]] = [[], []];
  for await (const searched of searchedTexts(db, study)) {
    const astral = astralOf(searched.text);
    const here = placed.get(searched.revision) ?? [];
    const found = find(searched.text).filter(({ term, also }) => term === identifier || also.includes(identifier));
    const isAt = (one: Span) => (other: Span) => one.start === other.start && one.end === other.end;
    // All that stand here, also where nothing is found any more: whatever was decided can be taken back (I97).
    for (const place of here) first.push({ ...mentionIn(searched, place, astral), otherwise: told(place.row) });
    for (const one of found)
      if (!here.some(isAt(one))) rest.push({ ...mentionIn(searched, one, astral), otherwise: null });
  }
  const all = [...first, ...rest];
  return { mentions: all.slice(from, from + PAGE), count: all.length };
}
