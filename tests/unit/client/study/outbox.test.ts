/** Commands on their way out, in a browser's storage as `fake-indexeddb` keeps it. */
import * as storage from "fake-indexeddb";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Outbox } from "#lib/client/study/outbox.ts";
import type { Post } from "#lib/client/study/outbox.ts";
import type { Outcome, Sent } from "#lib/domain/study/outcome.ts";

// Other tests of this process have no storage, as code on the server has none.
beforeAll(() => {
  for (const [name, value] of Object.entries(storage)) if (name !== "default") vi.stubGlobal(name, value);
});
afterAll(() => void vi.unstubAllGlobals());

const command = (): Sent => ({
  cmdId: randomUUID(),
  command: { kind: "question.add", id: randomUUID(), text: null },
  phrases: [],
  names: [],
});

/** An outbox, the answers that it told, and a promise of the next that it is not sending any more. */
function open(line: string, post: Post) {
  const told: Outcome[] = [];
  let idle = () => {};
  const box = new Outbox(
    line,
    post,
    (outcome) => told.push(outcome),
    (state) => state === "idle" && idle(),
    () => undefined,
  );
  return { box, told, rest: () => new Promise<void>((resolve) => (idle = resolve)) };
}

const answers: Post = (sent) =>
  Promise.resolve({ outcomes: sent.map(({ cmdId }) => ({ cmdId, refused: "row.missing" })) });

test("[Y97] a command whose answer was told to nobody stays, and the next tab is told", async () => {
  const line = `${randomUUID()}/${randomUUID()}`;
  const sent = command();
  const gone = open(line, (batch) => {
    gone.box.close(); // the tab goes while the answer is on its way
    return answers(batch);
  });
  await gone.box.put(sent);
  await gone.box.flush();
  expect(gone.told).toEqual([]);

  const next = open(line, answers);
  expect((await next.box.left()).map(({ cmdId }) => cmdId)).toEqual([sent.cmdId]);
  const rest = next.rest();
  await next.box.flush();
  await rest;
  expect(next.told).toMatchObject([{ cmdId: sent.cmdId, refused: "row.missing" }]);
  expect(await next.box.left()).toEqual([]);
  expect((await next.box.refused()).map(({ code }) => code)).toEqual(["row.missing"]);
  next.box.close();
});
