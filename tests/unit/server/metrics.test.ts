import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { Item, Outcome } from "#lib/domain/study/outcome.ts";
import { answerMetrics } from "#lib/server/http/metrics.ts";
import { makeMetrics } from "#lib/server/metrics.ts";

const made = () =>
  makeMetrics({
    live: () => ({ sockets: 7, studies: 2 }),
    pool: () => ({ used: 3, idle: 1, waiting: 5 }),
    jobs: async () => ({ running: 4 }),
  });

/** The samples of a text, without its comments. */
const samples = (text: string) =>
  Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const [, name, value] = /^([a-z_]+(?:\{[^}]*\})?) (\S+)$/.exec(line) ?? [];
      return name && value ? [[name, Number(value)]] : [];
    }),
  );

test("[Y49] counts commands by kind and outcome, refusals by code, and how long answers take", async () => {
  const metrics = made();
  const names: string[] = [];
  const item = (): Item => {
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    names.push(...ids, "A secret name");
    const command = { kind: "question.add" as const, id: ids[2], text: null };
    return {
      cmdId: ids[0],
      person: ids[1],
      command,
      phrases: [],
      names: [{ id: ids[2], subject: ids[2], field: "name", words: "A secret name" }],
    };
  };
  const items = [item(), item(), item()];
  const outcomes: Outcome[] = [
    { cmdId: items[0]?.cmdId ?? "", seq: 1 },
    { cmdId: items[1]?.cmdId ?? "", same: true },
    { cmdId: items[2]?.cmdId ?? "", refused: "row.gone", row: names[2] },
  ];
  const watched = metrics.watch({
    submit: async () => outcomes,
    whole: async () => Promise.reject(new Error("away")),
    stop: async () => undefined,
  });
  expect(await watched.submit("study", items)).toBe(outcomes);
  await expect(watched.whole("study", items.slice(0, 1))).rejects.toThrow("away");
  metrics.limited("person", 50);
  metrics.meter.lag(0.03);
  metrics.meter.dropped(12);
  const text = await metrics.text();
  expect(samples(text)).toMatchObject({
    'carthen_commands_total{kind="question.add",outcome="done"}': 1,
    'carthen_commands_total{kind="question.add",outcome="same"}': 1,
    'carthen_commands_total{kind="question.add",outcome="refused"}': 1,
    'carthen_commands_total{kind="question.add",outcome="failed"}': 1,
    'carthen_refusals_total{code="row.gone"}': 1,
    'carthen_limited_total{by="person"}': 50,
    carthen_answer_seconds_count: 2,
    'carthen_live_lag_seconds_bucket{le="0.02"}': 0,
    'carthen_live_lag_seconds_bucket{le="0.04"}': 1,
    carthen_presence_dropped_total: 12,
    carthen_sockets: 7,
    carthen_studies_open: 2,
    'carthen_pool_connections{state="used"}': 3,
    'carthen_pool_connections{state="waiting"}': 5,
    'carthen_jobs{state="running"}': 4,
    carthen_process_resident_memory_bytes: expect.any(Number),
    carthen_nodejs_eventloop_lag_seconds: expect.any(Number),
  });
  for (const name of names) expect(text).not.toContain(name);
});

test("[Y50] metrics are off without a token, and shut to whoever does not bring it", async () => {
  const metrics = made();
  let token: string | null = null;
  const server = createServer((request, response) => {
    void answerMetrics({ token, metrics }, request, response).then((did) =>
      did ? null : response.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const get = async (path: string, bearer?: string) => {
    const answer = await fetch(
      `${url}${path}`,
      bearer === undefined ? {} : { headers: { authorization: `Bearer ${bearer}` } },
    );
    return { status: answer.status, text: await answer.text() };
  };
  expect(await get("/metrics", "null")).toMatchObject({ status: 404 });
  token = "a token of sixteen or more";
  expect(await get("/metrics")).toMatchObject({ status: 401, text: expect.not.stringContaining("carthen_") });
  expect(await get("/metrics", "a token of sixteen or mor")).toMatchObject({ status: 401 });
  expect(await get("/metrics?x", token)).toMatchObject({
    status: 200,
    text: expect.stringContaining("carthen_sockets 7"),
  });
  expect(await get("/other", token)).toMatchObject({ status: 404 });
  server.close();
});
