/** The front door, in a real browser and over real HTTP. */
import { randomUUID } from "node:crypto";
import { request as http } from "node:http";

import { PROTOCOL } from "#lib/domain/study/outcome.ts";
import { expect, test } from "#tests/kit/flow.ts";
import { snapshotOf } from "#tests/kit/rows.ts";

test("[RT1] health says what version runs, that the database answers, and how far the studies have come", async ({
  app,
  request,
}) => {
  const answer = await request.get(`${app.url}/api/health`);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ready", version: "0.1.0", database: "up", seq: expect.any(Number) });
});

test("[RT15] a page runs its own scripts under a policy that allows no others, and breaks none of it", async ({
  owner,
  shared,
}) => {
  const page = await owner.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Content-Security-Policy/.test(message.text())) refused.push(message.text());
  });
  for (const path of [`/studies/${shared}`, `/studies/${shared}/findings`]) {
    const answer = await page.goto(path);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    expect(answer?.headers()["x-content-type-options"]).toBe("nosniff");
  }
  await page.waitForLoadState("load");
  expect(refused).toEqual([]);
});

test("[RT18] a request that was sent to another name is refused", async ({ app }) => {
  const status = await new Promise((resolve, reject) => {
    http({ host: "127.0.0.1", port: app.port, path: "/api/health", headers: { host: "evil.example:80" } }, (answer) =>
      resolve(answer.statusCode),
    )
      .on("error", reject)
      .end();
  });
  expect(status).toBe(421);
});

test("[RT19] an upgrade to anything but the live socket is destroyed", async ({ app }) => {
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    "sec-websocket-version": "13",
  };
  for (const path of ["/_next/webpack-hmr", "/", "http://169.254.169.254/"]) {
    const ended = await new Promise((resolve) => {
      http({ host: "127.0.0.1", port: app.port, path, headers: { ...upgrade, host: `localhost:${app.port}` } })
        .on("upgrade", () => resolve("upgraded"))
        .on("response", (answer) => resolve(answer.statusCode))
        .on("error", () => resolve("destroyed"))
        .end();
    });
    expect(ended).toBe("destroyed");
  }
});

test("[RT14] a page, a route and the live socket work on the same registry", async ({ app, owner, newStudy }) => {
  const study = await newStudy("One registry");
  const page = await owner.newPage();
  await page.goto(`/studies/${study}`); // read by a page
  const before = await snapshotOf(owner.request, study); // read by a route
  const heard = await page.evaluate(
    ({ study, epoch, seq, url, protocol }) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(`${url.replace("http", "ws")}/api/live`);
        socket.onopen = () => socket.send(JSON.stringify({ kind: "hello", study, epoch, lastSeq: seq, protocol }));
        socket.onmessage = (message) => resolve(String(message.data));
        socket.onclose = (event) => reject(new Error(`closed: ${event.code} ${event.reason}`));
      }),
    { study, epoch: before.epoch, seq: before.seq, url: app.url, protocol: PROTOCOL },
  );
  expect(JSON.parse(heard)).toMatchObject({ kind: "welcome", epoch: before.epoch, seq: before.seq }); // said by the hub
});

test("[Y58] commands are refused to strangers as everything else is, though they pass the door without Next", async ({
  app,
  owner,
  request,
  newStudy,
}) => {
  const study = await newStudy("A door of their own");
  const url = `${app.url}/api/studies/${study}/commands`;
  const good = { commands: [{ cmdId: randomUUID(), command: { kind: "undo", how: "ask" }, phrases: [], names: [] }] };
  const status = async (by: typeof request, data: unknown, origin = app.url, to = url) =>
    (await by.post(to, { data, headers: { origin } })).status();
  expect(await status(request, good)).toBe(401);
  expect(await status(owner.request, good, "https://evil.example")).toBe(403);
  expect(await status(owner.request, good, app.url, url.replace(study, randomUUID()))).toBe(404);
  expect(await status(owner.request, { commands: [] })).toBe(400);
  expect(await status(owner.request, "x".repeat(17 * 1024 * 1024))).toBe(413);
  const answer = await owner.request.post(url, { data: good, headers: { origin: app.url } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
});
