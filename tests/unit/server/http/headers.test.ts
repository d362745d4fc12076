import { createHash } from "node:crypto";
import { plain } from "#lib/domain/report/model.ts";
import { html } from "#lib/format/report/html.ts";
import { expect, test } from "vitest";

import {
  commonHeaders,
  contentSecurityPolicy,
  makeNonce,
  PUBLISHED,
  publishedPolicy,
} from "#lib/server/http/headers.ts";
import { whose } from "#lib/server/http/host.ts";

test("[RT15] the policy lets only this answer's scripts run, and names no other place", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", url: "https://carthen.example.org", dev: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect([...policy.matchAll(/\w+:\/\/[^\s;]+/g)].map(([place]) => place)).toEqual(["wss://carthen.example.org"]);
  expect(makeNonce()).not.toBe(makeNonce());
});

test("[RT16] only files that Next names by their content may be kept by a cache", () => {
  const kept = (path: string) => commonHeaders({ url: "http://localhost:3000", path })["Cache-Control"];
  expect([kept("/"), kept("/api/health"), kept("/_next/static/x.js"), kept("/_next/image")]).toEqual([
    "no-store",
    "no-store",
    undefined,
    "no-store",
  ]);
});

test("[RT17] browsers are told to stay with https exactly where the address is https", () => {
  expect(commonHeaders({ url: "https://a.example", path: "/" })["Strict-Transport-Security"]).toContain(
    "max-age=31536000",
  );
  expect(commonHeaders({ url: "http://localhost:3000", path: "/" })["Strict-Transport-Security"]).toBeUndefined();
});

test.each([
  ["carthen.example.org", "ours"],
  ["carthen.example.org:443", "ours"],
  ["127.0.0.1:3000", "loopback"],
  ["[::1]:3000", "loopback"],
  ["evil.example", "foreign"],
  ["carthen.example.org.evil.example", "foreign"],
  ["127.0.0.1.evil.example", "foreign"],
  ["", "foreign"],
])("[RT18] a request sent to %s is %s", (host, answer) => {
  expect(whose(host, "https://carthen.example.org")).toBe(answer);
});

test("[PB4] a published report runs nothing, loads nothing, wears its own style sheet and sends no address on", () => {
  const policy = publishedPolicy();
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("sandbox");
  expect(policy).not.toMatch(/script-src|unsafe|https?:/);
  const page = new TextDecoder().decode(html({ lang: "en", title: plain("x", "en"), blocks: [] }, ""));
  const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? "";
  expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  expect(page).not.toMatch(/ style=|<script|<link|<img/);
  const headers = commonHeaders({ url: "http://localhost:3000", path: `${PUBLISHED}abc` });
  expect(headers["Referrer-Policy"]).toBe("no-referrer");
  expect(headers["X-Robots-Tag"]).toContain("noindex");
  expect(commonHeaders({ url: "http://localhost:3000", path: "/studies/x" })["X-Robots-Tag"]).toBe(undefined);
});
