import fc from "fast-check";
import { expect, test } from "vitest";
import { gathered } from "#lib/server/auth/gathered.ts";

test("[Y110] whoever asks is answered for themselves, by a question that begins after they asked, however they come", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(3), { minLength: 1, maxLength: 60 }), async (scheduler, waits) => {
      let now = 0;
      const asked: number[] = [];
      const find = gathered(async (all: readonly number[]) => {
        const began = now++;
        asked.push(all.length);
        await scheduler.schedule(Promise.resolve());
        return all.map((one) => ({ one, began }));
      }, 20);
      const answers = waits.map(async (turns, one) => {
        for (let turn = 0; turn < turns; turn++) await new Promise((go) => setImmediate(go));
        const came = now++;
        return { came, one, answer: await find(one) };
      });
      const all = await scheduler.waitFor(Promise.all(answers));
      for (const { came, one, answer } of all) {
        expect(answer.one).toBe(one);
        expect(answer.began).toBeGreaterThan(came);
      }
      expect(Math.max(...asked)).toBeLessThanOrEqual(20);
    }),
    { numRuns: 60 },
  );
});

test("[Y110] many who come at once cost one question; a question that fails, fails for those whom it was about", async () => {
  const asked: (readonly number[])[] = [];
  const find = gathered(async (all: readonly number[]) => {
    asked.push(all);
    if (all.includes(13)) throw new Error("away");
    return all;
  });
  expect(await Promise.all([1, 2, 3].map(find))).toEqual([1, 2, 3]);
  expect(asked).toEqual([[1, 2, 3]]);
  const [bad, worse] = await Promise.allSettled([find(12), find(13)]);
  expect([bad.status, worse.status]).toEqual(["rejected", "rejected"]);
  expect(await find(4)).toBe(4);
});
