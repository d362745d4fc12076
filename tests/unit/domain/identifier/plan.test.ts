import { expect, test } from "vitest";
import { plan } from "#lib/domain/identifier/plan.ts";
import { overlay, spoken } from "#lib/domain/identifier/overlay.ts";

const named = [
  { id: "o", kind: "organisation" as const, full: "Aberwen Council", others: "Cyngor Aberwen" },
  { id: "p", kind: "participant" as const, full: "Grace Davies", others: "" },
  { id: "q", kind: "participant" as const, full: "Huw Davies", others: "" },
  { id: "t", kind: "term" as const, full: "CaseFlow\nLlif Achos", others: "" },
];
const open = (id: string) => ({ id, decision: null, replacement: null, replacementCy: null });
const replace = (id: string, replacement: string | null, replacementCy: string | null = null) => ({
  id,
  decision: "replace" as const,
  replacement,
  replacementCy,
});
const keep = (id: string) => ({ id, decision: "keep" as const, replacement: null, replacementCy: null });
const read = (text: string, lang: string, decided: Parameters<typeof plan>[1]) => {
  const { find, choose } = plan(named, decided);
  return spoken(overlay(text, find(text), (one) => choose(one, lang)));
};

test("[I16] masks what is open, by its kind and in the language of the text", () => {
  expect(read("Grace Davies of Aberwen runs CaseFlow by grace", "en", [])).toBe(
    "[person] of [organisation] runs [name] by grace",
  );
  expect(read("yng Nghyngor Aberwen, Llif Achos", "cy", [open("o")])).toBe("yng [sefydliad], [enw]");
});

test("[I19] replaces in the language of the text, else by the words that there are", () => {
  const decided = [replace("o", "a council", "cyngor"), replace("t", null, "system")];
  expect(read("Aberwen has CaseFlow", "en", decided)).toBe("[a council] has [system]");
  expect(read("Aberwen a CaseFlow", "cy", decided)).toBe("[cyngor] a [system]");
  expect(read("Aberwen", "de", decided)).toBe("[a council]");
});

test("[I20] keeps what was decided to be kept", () => {
  expect(read("Aberwen has CaseFlow", "en", [keep("o"), keep("t")])).toBe("Aberwen has CaseFlow");
});

test("[I21][R13] a name that may mean two people is settled only when both are, and kept only when both are", () => {
  const { find, settled, kept } = plan(named, [keep("p")]);
  const [one] = find("Davies said");
  if (!one) throw new Error("not found");
  expect([one.term, one.also, settled(one), kept(one)]).toEqual(["p", ["q"], false, false]);
  expect(read("Davies said", "en", [keep("p")])).toBe("[person] said");
  expect(read("Davies said", "en", [keep("p"), replace("q", "an officer")])).toBe("[an officer] said");
  expect(read("Davies said", "en", [keep("p"), keep("q")])).toBe("Davies said");
});

test("[I79] a term that is a word of every day is found only with the capital that it was entered with", () => {
  const { find } = plan([{ id: "g", kind: "term", full: "Grace\nhope", others: "" }], []);
  const words = "Grace and grace, GRACE, Hope and hope";
  expect(find(words).map(({ start, end }) => words.slice(start, end))).toEqual(["Grace", "GRACE", "Hope", "hope"]);
});
