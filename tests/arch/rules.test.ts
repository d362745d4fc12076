/** Every rule of docs/spec is proven by a test that cites it, and no test cites a rule that is not there. */
import { expect, test } from "vitest";

import { files, text } from "./tree.ts";

const id = "[A-Z]{1,3}\\d+";
/** A rule stands at the start of a line, as `- **Q1**`, `| Q1 |`, `**Q1**`, `- [Q1]`, `## Q1`. A span is `B41–B46` or `Q1 to Q4`. */
const stated = new RegExp(
  `^(?:[-*]\\s+)?(?:#+\\s+)?(?:\\|\\s*)?(?:\\*\\*|\\[|\`)?(${id})(?:\\*\\*|\\]|\`|[.:]|\\s*\\|)`,
  "gm",
);
const rules = new Set(
  files(["docs/spec"], [".md"]).flatMap((file) => [...text(file).matchAll(stated)].flatMap((match) => match[1] ?? [])),
);
const cited = new Map<string, string>();
for (const file of files(["tests"], [".test.ts", ".test.tsx", ".spec.ts"])) {
  for (const match of text(file).matchAll(new RegExp(`\\[(${id}(?:(?:, | to |–|-)${id})*)\\]`, "g"))) {
    for (const part of (match[1] ?? "").split(/, /)) {
      const [first = "", last = first] = part.split(/ to |–|-/);
      const letters = first.replace(/\d+/, "");
      for (let n = Number(first.slice(letters.length)); n <= Number(last.slice(letters.length)); n += 1)
        cited.set(`${letters}${n}`, file);
    }
  }
}

test("[RT48] every rule is cited by a test", () => {
  expect(rules.size).toBeGreaterThan(50);
  expect([...rules].filter((rule) => !cited.has(rule)).toSorted()).toEqual([]);
});

test("[RT48] every rule that a test cites is written down", () => {
  expect([...cited].filter(([rule]) => !rules.has(rule)).map(([rule, file]) => `${rule} in ${file}`)).toEqual([]);
});
