/** Both languages say the same things: the same keys, the same values put in, and in Welsh every form of a count. */
import { readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { text } from "./tree.ts";

type Leaf = readonly [key: string, message: string];
type Argument = Readonly<{ name: string; kind: string; choices: readonly string[] }>;

function leaves(value: unknown, key = ""): readonly Leaf[] {
  if (typeof value === "string") return [[key, value]];
  return Object.entries(value ?? {}).flatMap(([name, inner]) => leaves(inner, key === "" ? name : `${key}.${name}`));
}

/** Where the brace that opens at `at` is closed. */
function closing(message: string, at: number): number {
  let depth = 0;
  for (let place = at; place < message.length; place += 1) {
    if (message[place] === "{") depth += 1;
    if (message[place] === "}" && (depth -= 1) === 0) return place;
  }
  throw new Error(`A brace is never closed in: ${message}`);
}

/** The arguments of an ICU message, those within choices too. */
function argumentsOf(message: string): readonly Argument[] {
  const found: Argument[] = [];
  for (let at = message.indexOf("{"); at !== -1;) {
    const end = closing(message, at);
    const [name = "", kind = "", ...rest] = message.slice(at + 1, end).split(",");
    const body = rest.join(",");
    const choices: string[] = [];
    for (let open = body.indexOf("{"); open !== -1;) {
      const close = closing(body, open);
      const word = /(\S+)\s*$/.exec(body.slice(0, open))?.[1];
      if (word) choices.push(word);
      found.push(...argumentsOf(body.slice(open + 1, close)));
      open = body.indexOf("{", close);
    }
    found.push({ name: name.trim(), kind: kind.trim(), choices });
    at = message.indexOf("{", end);
  }
  return found;
}

/** Arguments and rich-text tags, each once, in order: what a message needs to be given. */
function needs(message: string): readonly string[] {
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...argumentsOf(message).map(({ name, kind }) => `${name} ${kind}`.trim()), ...tags])].toSorted();
}

const read = (space: string, locale: string): ReadonlyMap<string, string> =>
  new Map(leaves(JSON.parse(text(`messages/${space}/${locale}.json`))));

describe.each(readdirSync("messages"))("%s", (space) => {
  const en = read(space, "en");
  const cy = read(space, "cy");

  test("[RT45] has the same keys in English and in Welsh", () => {
    expect([...cy.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    expect([...en, ...cy].filter(([, message]) => message.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("[RT46] takes the same values in both", () => {
    const differ = [...en].filter(([key, message]) => needs(message).join() !== needs(cy.get(key) ?? message).join());
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  test("[RT47] has all six forms of a Welsh count, and an English one its last", () => {
    const lacks = (messages: ReadonlyMap<string, string>, forms: readonly string[]): readonly string[] =>
      [...messages]
        .filter(([, message]) =>
          argumentsOf(message).some(
            ({ kind, choices }) => kind === "plural" && forms.some((form) => !choices.includes(form)),
          ),
        )
        .map(([key]) => key);
    expect(lacks(cy, ["zero", "one", "two", "few", "many", "other"])).toEqual([]);
    expect(lacks(en, ["other"])).toEqual([]);
  });
});
