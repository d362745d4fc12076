/** [R5] The catalogues of findings and report say the same in both languages, and every sentence can be said for any number. */
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import findingsCy from "#messages/findings/cy.json" with { type: "json" };
import findingsEn from "#messages/findings/en.json" with { type: "json" };
import reportCy from "#messages/report/cy.json" with { type: "json" };
import reportEn from "#messages/report/en.json" with { type: "json" };

function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

describe.each([
  ["findings", findingsEn, findingsCy],
  ["report", reportEn, reportCy],
] as const)("%s", (_, en, cy) => {
  test("[R5] has the same keys in English and Welsh", () => {
    expect(
      leaves(cy)
        .map(([key]) => key)
        .toSorted(),
    ).toEqual(
      leaves(en)
        .map(([key]) => key)
        .toSorted(),
    );
  });
  test.each([
    ["en", en],
    ["cy", cy],
  ] as const)("[R5] every sentence is well formed in %s", (locale, messages) => {
    const names = [
      "source",
      "count",
      "of",
      "interviewed",
      "surveyed",
      "interview",
      "survey",
      "findings",
      "participants",
      "quotes",
      "number",
      "least",
      "most",
      "leaders",
      "practitioners",
      "minutes",
      "organisations",
      "people",
      "limit",
      "now",
      "usual",
      "known",
      "all",
    ];
    for (const number of [0, 1, 2, 3, 5, 6, 11]) {
      const values = {
        ...Object.fromEntries(names.map((name) => [name, number])),
        name: "x",
        place: "x",
        file: "x",
        kind: "x",
        kinds: "x",
        lengths: "x",
        theme: "x",
        parts: "x",
        first: "x",
        last: "x",
        title: "x",
        words: "x",
      };
      const translate = createTranslator({
        locale,
        messages,
        onError: (fault) => {
          throw fault;
        },
      }) as unknown as (key: string, values: object) => string; // keys are read from the catalogue itself
      for (const [key] of leaves(messages)) expect(translate(key, values)).not.toMatch(/[{}]/);
    }
  });
});
