/** The colours as they stand in globals.css: contrast in both schemes, and the two dark lists alike. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");

/** The custom properties of the block that opens with `head`. */
function block(head: string): Record<string, string> {
  const start = css.indexOf(`${head} {`);
  if (start < 0) throw new Error(`globals.css has no ${head}`);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    Array.from(body.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name = "", value = ""]) => [name, value]),
  );
}

const light = block(":root");
const dark = block(':root[data-theme="dark"]');

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast of two tokens, 1 to 21. */
function contrast(scheme: Record<string, string>, one: string, two: string): number {
  const a = luminance(scheme[one] ?? "");
  const b = luminance(scheme[two] ?? "");
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const hues = Array.from({ length: 10 }, (_, at) => `--hue-${at + 1}`);
const grounds = ["--paper", "--paper-raised", "--paper-sunk"];

test("[L1] both ways into the dark give the same colours", () => {
  expect(block(':root:not([data-theme="light"])')).toEqual(dark);
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

test.each([
  ["light", light],
  ["dark", dark],
])("[L2] text is read with ease on every ground, %s", (_, scheme) => {
  const pairs = [
    ...grounds.flatMap((ground) =>
      ["--ink", "--ink-soft", "--accent", "--danger", "--ok", "--warn"].map((text) => [text, ground] as const),
    ),
    ["--accent-ink", "--accent"] as const,
    ["--danger-ink", "--danger"] as const,
    ["--ink", "--highlight"] as const,
    ...["accent", "danger", "ok", "warn"].map((name) => [`--${name}`, `--${name}-tint`] as const),
    ...hues.flatMap((hue) => [
      [`${hue}-text`, `${hue}-tint`] as const,
      [`${hue}-text`, "--paper"] as const,
      ["--ink", `${hue}-tint`] as const,
    ]),
  ];
  expect(pairs.filter(([text, ground]) => contrast(scheme, text, ground) < 4.5)).toEqual([]);
});

test.each([
  ["light", light],
  ["dark", dark],
])("[L3] edges, focus rings and fills stand out from their ground, %s", (_, scheme) => {
  const pairs = ["--focus", "--line-strong", ...hues].flatMap((edge) =>
    ["--paper", "--paper-raised"].map((ground) => [edge, ground] as const),
  );
  expect(pairs.filter(([edge, ground]) => contrast(scheme, edge, ground) < 3)).toEqual([]);
});
