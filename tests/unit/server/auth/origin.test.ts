import { expect, test } from "vitest";
import { isOurs } from "#lib/server/auth/origin.ts";

const ours = "https://carthen.example.org";

test.each([
  [{ "sec-fetch-site": "same-origin", origin: ours }, true],
  [{ origin: ours }, true],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "cross-site", origin: ours }, false],
  [{ "sec-fetch-site": "same-site", origin: "https://other.example.org" }, false],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "null" }, false],
  [{}, false],
] as const)("[A6] %j may write: %s", (headers, may) => {
  expect(isOurs(new Headers(headers), ours)).toBe(may);
});
