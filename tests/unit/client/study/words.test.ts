import { expect, test, vi } from "vitest";
import { Words } from "#lib/client/study/words.ts";
import type { Answer } from "#lib/client/study/words.ts";

const none: Answer = { phrases: {}, names: {}, quotes: {} };
const said = (words: string) => ({ lang: "en", words });

test("[B61] while all quotes are on their way none is asked for alone; what then lacks is", async () => {
  vi.useFakeTimers();
  const asked: string[][] = [];
  const words = new Words(async ({ quotes }) => {
    asked.push(quotes);
    return { ...none, quotes: Object.fromEntries(quotes.map((id) => [id, said(`${id}, later`)])) };
  });
  let come: (answer: Answer | null) => void = () => undefined;
  words.await(new Promise((resolve) => (come = resolve)));
  expect(words.quote("a")).toBeUndefined();
  await vi.advanceTimersByTimeAsync(50);
  expect(asked).toEqual([]);

  come({ ...none, quotes: { a: said("A word") } });
  await vi.advanceTimersByTimeAsync(50);
  expect(words.quote("a")).toEqual(said("A word"));
  expect(words.quote("b")).toBeUndefined();
  await vi.advanceTimersByTimeAsync(50);
  expect(words.quote("b")).toEqual(said("b, later"));
  expect(asked).toEqual([["b"]]);
  vi.useRealTimers();
});

test("[B63] a command that says nothing new is no reason to read any words again", () => {
  const words = new Words(async () => none);
  const told = vi.fn<() => void>();
  words.subscribe(told);
  words.keep(none);
  expect([words.version, told.mock.calls.length]).toEqual([0, 0]);
  words.keep({ ...none, phrases: { a: said("A word") } });
  expect([words.version, told.mock.calls.length, words.phrase("a")]).toEqual([1, 1, said("A word")]);
});
