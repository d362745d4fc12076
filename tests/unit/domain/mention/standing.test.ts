import { expect, test } from "vitest";
import type { MentionRow } from "#lib/domain/mention/shape.ts";
import { standing } from "#lib/domain/mention/standing.ts";
import { id, study } from "#tests/kit/study.ts";

test("[I97] a mention stands where its source, as it is now, has a place for it", () => {
  const { rows } = study();
  const source = rows.live("source", [...rows.all("source")][0]?.id ?? "");
  if (!source) throw new Error("there is no source");
  const mention = { id: id("m"), source: source.id } as MentionRow; // nothing else of it is asked
  const place = { mention: mention.id, start: 0, end: 3, gone: false };
  const at = (revision: string) => ({ ...place, id: `${mention.id}/${revision}`, revision });
  expect(standing(rows, [mention])).toEqual([]);
  rows.put("mentionPlace", at(id("earlier")));
  expect(standing(rows, [mention])).toEqual([]);
  rows.put("mentionPlace", at(source.revision));
  expect(standing(rows, [mention])).toEqual([mention]);
  rows.put("source", { ...source, gone: true });
  expect(standing(rows, [mention])).toEqual([]);
});
