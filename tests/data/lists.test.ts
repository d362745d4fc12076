/** An operator's lists of places and names, on a database of their own: every study in it is looked through again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Added } from "#lib/domain/detect/list/added.ts";
import { NOTHING_ADDED } from "#lib/domain/detect/list/added.ts";
import { EDITION } from "#lib/domain/detect/edition.ts";
import { markOf } from "#lib/server/launch/lists.ts";
import { queueOf } from "#lib/server/load/queue.ts";
import { listsAre, studiesToDetect } from "#lib/server/store/detection.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { lookThrough } from "#tests/kit/look-through.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

test("[I120] where the operator's lists are others than at the last start, every text is looked through again, and once", async () => {
  const { db, study, owner, secret, source } = await writtenStudy(fresh.db);
  const vault = makeSeal(secret);
  await source("Nobody knew the way to Llwybrcudd but the old farmers.");
  /** Looks through everything with these lists; answers how sure detection is of the place. */
  const look = async (added: Added) => {
    await lookThrough(db, vault, study, added);
    const { entries } = await queueOf(db, vault, study, owner, { show: "open" });
    return entries.find((one) => one.words === "Llwybrcudd")?.layer;
  };
  expect(await listsAre(db, null)).toBe(false);
  expect(await look(NOTHING_ADDED)).toBe("wide"); // a word that might be a name

  const added = { places: ["Llwybrcudd"], given: [], surnames: [] };
  const starts = await Promise.all([listsAre(db, markOf(added)), listsAre(db, markOf(added))]);
  expect(starts.toSorted()).toEqual([false, true]);
  expect(await studiesToDetect(db, EDITION)).toContain(study);
  expect(await look(added)).toBe("sure");
  expect(await listsAre(db, markOf(added))).toBe(false);
  expect(await listsAre(db, null)).toBe(true);
}, 90_000);
