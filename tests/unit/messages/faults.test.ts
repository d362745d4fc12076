/** Whatever the server may refuse with has a sentence, in both languages. */
import { expect, test } from "vitest";
import type { FaultCode } from "#lib/domain/study/fault.ts";
import cy from "#messages/faults/cy.json" with { type: "json" };
import en from "#messages/faults/en.json" with { type: "json" };
import { readConflicts } from "#tests/kit/conflicts.ts";

/** Every code: the compiler holds this table to the faults that commands may have. */
const CODES: Readonly<Record<FaultCode, true>> = {
  "row.missing": true,
  "row.taken": true,
  "row.used": true,
  "theme.cycle": true,
  "theme.deep": true,
  "theme.elsewhere": true,
  "theme.locked": true,
  "tag.cycle": true,
  "tag.deep": true,
  "tag.same": true,
  "board.analysis": true,
  "board.hidden": true,
  "voting.open": true,
  "voting.revealed": true,
  "voting.spent": true,
  "source.revised": true,
  "passage.text": true,
  "quote.span": true,
  "quote.consent": true,
  "participant.withdrawn": true,
  "decision.bare": true,
  "decision.own": true,
  "decision.changed": true,
  "decision.yours": true,
  "memo.theirs": true,
  "disclosure.bare": true,
  "disclosure.changed": true,
  "wording.changed": true,
  "member.last": true,
  "undo.none": true,
  "undo.changed": true,
};
/** What the server and the browser say besides. */
const MORE = ["role.none", "role.refused", "cmd.taken", "study.missing", "body.bad", "depends", "database", "bug"];

function sentence(catalogue: unknown, code: string): unknown {
  let at = catalogue;
  for (const part of code.split(".")) at = (at as Readonly<Record<string, unknown>> | undefined)?.[part]; // nested objects of texts
  return at;
}

test("[Y62] every refusal has a sentence of its own, in English and in Welsh", () => {
  const codes = new Set([...Object.keys(CODES), ...MORE, ...readConflicts().flatMap((row) => row.codes)]);
  for (const catalogue of [en, cy]) {
    const sentences = [...codes].map((code) => sentence(catalogue, code));
    expect([...codes].filter((_, at) => typeof sentences[at] !== "string")).toEqual([]);
    expect(new Set(sentences).size).toBe(codes.size);
  }
  for (const code of codes) expect(sentence(cy, code)).not.toBe(sentence(en, code));
});
