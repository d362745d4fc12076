/** Rules on the source that no other tool holds. */
import { expect, test } from "vitest";

import { files, text } from "./tree.ts";

const product = ["app", "components", "lib", "prisma/sample"];

test("[RT41] no SQL is made of strings by Prisma's unsafe calls", () => {
  const all = files(product, [".ts", ".tsx"]);
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((file) => /\$(?:query|execute)RawUnsafe/.test(text(file)))).toEqual([]);
  // One file makes SQL of column names, and takes them from a table of constants.
  expect(all.filter((file) => text(file).includes("Prisma.raw("))).toEqual(["lib/server/store/rows.ts"]);
});

test("[RT42] no file is named after nothing", () => {
  const named = /(?:^|\/)(?:utils?|helpers?|types|index|misc|common)\.(?:ts|tsx|mjs)$/;
  expect(files([...product, "tests"], [".ts", ".tsx", ".mjs"]).filter((file) => named.test(file))).toEqual([]);
});

test("[RT43] no words stand in a screen's source; they come from the catalogues", () => {
  const spoken = [
    "aria-label",
    "placeholder",
    "title",
    "alt",
    "label",
    "description",
    "aria-description",
    "aria-roledescription",
  ];
  const attribute = new RegExp(`\\s(?:${spoken.join("|")})="[^"]*\\p{L}{2,}[^"]*"`, "u");
  const found = files(["app", "components"], [".tsx"])
    .filter((file) => !file.startsWith("app/kit/"))
    .flatMap((file) => {
      const source = text(file)
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/(^|\s)\/\/.*$/gm, "");
      // Words between a tag's end and the next tag or brace, on one line: `<p>Words</p>`.
      // The names of languages are the same in every language.
      const between = [
        ...source.matchAll(
          /<\/?[A-Za-z][^<>{}=]*(?:="[^"]*"[^<>{}=]*)*>\s*([^<>{}\n;()=]*\p{L}{2,}[^<>{}\n;()=]*)\s*<\//gu,
        ),
      ];
      const inside = attribute.exec(source);
      return [
        ...between
          .map((match) => match[1] ?? "")
          .filter((words) => !["English", "Cymraeg"].includes(words.trim()))
          .map((words) => `${file}: ${words}`),
        ...(inside ? [`${file}:${inside[0]}`] : []),
      ];
    });
  expect(found).toEqual([]);
});

test("[RT44] settings are read in one place", () => {
  const own = /process\.env\.(?:PORT|HOST|DATABASE_URL|CARTHEN_\w+|LOG_LEVEL)\b/;
  expect(files(["app", "components", "lib"], [".ts", ".tsx"]).filter((file) => own.test(text(file)))).toEqual([]);
});
