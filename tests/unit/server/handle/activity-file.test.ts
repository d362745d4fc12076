/** The log on its way out: a part at a time, and never past a gate. */
import { expect, test } from "vitest";
import type { Entry, Part, Thing } from "#lib/domain/activity/shape.ts";
import { downloadActivity } from "#lib/server/handle/activity-file.ts";
import type { LogDesk, Spool } from "#lib/server/handle/activity-file.ts";
import { sayActivity } from "#lib/server/load/say.ts";
import { desk } from "#tests/kit/desk.ts";
import { id, STUDY, study } from "#tests/kit/study.ts";

const PARTS = 40;
const EACH = 25;
const NOTHING = { others: [], amount: null, was: null, now: null, word: null, place: null };

/** A log of themes that were made, all of one name. */
function log(name: string, person = "Ann") {
  const pieces: number[] = [];
  let dropped = 0;
  const spool: Spool = {
    write: (bytes) => {
      pieces.push(bytes.length);
      return Promise.resolve();
    },
    drop: () => {
      dropped += 1;
      return Promise.resolve();
    },
  };
  const part = (after: number): Part => {
    const one = { noun: "theme" as const, id: id("h"), up: null };
    const deed = { ...NOTHING, say: "made", noun: "theme" as const, count: 1, one };
    const entries = Array.from({ length: EACH }, (_, n): Entry => {
      return {
        seq: after + n + 1,
        at: "2026-03-03T14:05:00.000Z",
        actor: id("ann"),
        kind: "theme.make",
        mode: "do",
        deed,
      };
    });
    const where = { number: null, title: null, board: null, theme: null, source: null, shows: null };
    const thing: Thing = { id: id("h"), noun: "theme", gone: false, says: { en: id("said") }, ...where };
    return { entries, things: [thing], next: after + EACH < PARTS * EACH ? after + EACH : null };
  };
  const made: LogDesk<Spool> = {
    part: (_, after) => Promise.resolve(part(after)),
    phrases: () => Promise.resolve(new Map([[id("said"), name]])),
    people: () => Promise.resolve(new Map([[id("ann"), person]])),
    say: sayActivity,
    spool: () => Promise.resolve(spool),
  };
  return { log: made, pieces, dropped: () => dropped };
}

test("[AC34] the file is written in pieces as long as a part, whatever the length of the log", async () => {
  const { log: wanted, pieces, dropped } = log("Trust");
  const out = desk(study());
  const made = await downloadActivity(out, wanted, STUDY, id("me"), "cy");
  expect(made.ok && made.value.size).toBe(pieces.reduce((sum, bytes) => sum + bytes, 0));
  expect(pieces).toHaveLength(PARTS + 1);
  expect(Math.max(...pieces)).toBeLessThan(250 * EACH);
  expect(made.ok && made.value).toMatchObject({ format: "csv", lang: "cy", seq: 7n });
  expect(dropped()).toBe(0);
});

test("[AC32] a name that waits for a decision keeps the file back, and nothing of it is left", async () => {
  const { log: wanted, dropped } = log("Cyngor Sir Hesgen and us");
  const told = study();
  told.say(STUDY, "approach", "en", "We asked Cyngor Sir Hesgen.");
  const out = desk(told);
  expect(await downloadActivity(out, wanted, STUDY, id("me"), "en")).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("B")] },
  });
  expect(dropped()).toBe(1);
});
