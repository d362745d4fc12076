import { describe, expect, test } from "vitest";
import type { Beside } from "#lib/domain/risk/beside.ts";
import { judgeRisk } from "#lib/server/handle/risk.ts";
import { decide, desk, edit, judge } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const MISSED = { confirmed: 4, added: 1 };
const risk = (told: Told, beside: Beside = "none") => judgeRisk(desk(told), STUDY, { beside, missed: MISSED });
const words = (pieces: readonly Readonly<{ text: string }>[]) => pieces.map(({ text }) => text).join("");

describe("the risk report of a small study", () => {
  test("[RK6] [RK10] [RK14] judges what would leave, as it would, without names, and of who did not agree nothing", async () => {
    const told = study();
    decide(told, "A", "replace", "local authority in north Wales");
    decide(told, "C", "replace", "housing association");
    decide(told, "pa", "replace", "colleague", "participant");
    const { document, data } = await risk(told);
    expect(document.quotes.map(({ pieces, clues }) => [words(pieces), clues.map(({ kind }) => kind)])).toEqual([
      ["=Mae'r data'n flêr yn [housing association].", ["kind"]],
      ["At [local authority in north Wales], [colleague] taught us all.", ["kind", "part"]],
    ]);
    // Nobody has said in which part of Wales the second is: that counts for nothing.
    expect(document.quotes.map(({ left }) => left)).toEqual([
      { public: 34, holder: 1, colleague: 1, searcher: 1 },
      { public: 22, holder: 2, colleague: 2, searcher: 2 },
    ]);
    expect(data.quotes.map(({ quote, finding }) => [quote, finding]).toSorted()).toEqual([
      [id("q1"), null],
      [id("q3"), null],
    ]);
    expect(JSON.stringify({ document, data })).not.toMatch(/Aberwen|Llewelyn|Cynefin|never have the time/u);
  });

  test("[RK9] [RK12] a name that is kept leaves its speaker, and what one said counts together", async () => {
    const told = study();
    decide(told, "A", "replace", "organisation");
    decide(told, "C", "replace", "organisation");
    decide(told, "pa", "keep", "they asked for it", "participant");
    const { document, study: whole } = await risk(told);
    expect(document.quotes[0]?.clues).toEqual([{ kind: "name", words: "Siân Llewelyn" }]);
    expect(document.people.map(({ participant, quotes, left }) => [participant, quotes, left.colleague])).toEqual([
      [id("pa"), 1, 1],
      [id("pc"), 1, 3],
    ]);
    expect(whole.kept).toBe(1);
  });

  test("[RK13] says of the study what is small, lowered, overridden, decided otherwise and missed", async () => {
    const told = study();
    decide(told, "A", "replace", "local authority");
    decide(told, "C", "replace", "the landlord");
    judge(told, "replace", "a colleague");
    const { study: whole, least } = await risk(told);
    expect(whole).toEqual({
      cells: [
        { by: "kind", value: "housing_association", organisations: 1, people: 1, small: true },
        { by: "kind", value: "local_authority", organisations: 2, people: 2, small: true },
      ],
      lowered: [],
      accepted: [],
      ladder: { over: 1, own: 1 },
      mentions: { shown: 0, replaced: 1 },
      kept: 0,
      missed: MISSED,
    });
    expect(least).toEqual({ organisations: 3, people: 5 });
  });

  test("[RK10] a number beside quotes puts together what one said; a kind stands there only where enough share it", async () => {
    const told = study();
    decide(told, "A", "replace", "organisation");
    decide(told, "C", "replace", "organisation");
    decide(told, "pa", "replace", "colleague", "participant");
    // The same person says of themselves what they are, and in another quote nothing.
    told.quotes.set(id("q9"), "I was the only woman on the senior team.");
    const quote = told.rows.live("quote", id("q1"));
    const [anchor] = told.rows.related("anchorsOfQuote", id("q1"));
    const evidence = told.rows.live("evidence", `${id("F")}/${id("q1")}`);
    if (!quote || !anchor || !evidence) throw new Error("the quote stands nowhere");
    told.rows.put("quote", { ...quote, id: id("q9") });
    told.rows.put("anchor", { ...anchor, id: `${id("q9")}/${anchor.revision}`, quote: id("q9") });
    told.rows.put("evidence", { ...evidence, id: `${id("F")}/${id("q9")}`, quote: id("q9") });
    const left = async (beside: Beside) =>
      new Map((await risk(told, beside)).document.quotes.map(({ quote, left: who }) => [quote, who.colleague]));
    const [none, kind, number] = [await left("none"), await left("kind"), await left("person")];
    expect([none.get(id("q1")), none.get(id("q9"))]).toEqual([3, 1]);
    expect([number.get(id("q1")), number.get(id("q9")), number.get(id("q3"))]).toEqual([1, 1, 3]);
    expect(kind).toEqual(none);
  });

  test("[RK10] [W11] what a finding puts in brackets of a quote is a clue in data too, as it stands beside it there", async () => {
    const told = study();
    decide(told, "A", "replace", "organisation");
    decide(told, "C", "replace", "organisation");
    decide(told, "pa", "replace", "colleague", "participant");
    const clues = async () => {
      const { quotes } = (await risk(told)).data;
      const one = quotes.find(({ quote }) => quote === id("q1"));
      return [one?.clues.map(({ kind }) => kind), one?.left.colleague, one && words(one.pieces)];
    };
    const whole = "At [organisation], [colleague] taught us all.";
    expect(await clues()).toEqual([[], 3, whole]);
    edit(told, "F", "q1", 0, 0, "As the only woman on the board:");
    expect(await clues()).toEqual([["standing"], 1, whole]);
  });

  test("[RK11] quotes of nobody in the study are counted and not judged", async () => {
    const told = study();
    const [anchor] = told.rows.related("anchorsOfQuote", id("q1"));
    const source = told.rows.live("source", id("ia"));
    if (!anchor || !source) throw new Error("the quote stands nowhere");
    told.rows.put("source", { ...source, kind: "document", organisation: null });
    told.rows.put("anchor", { ...anchor, speaker: null });
    const { document } = await risk(told);
    expect([document.count, document.nobody]).toEqual([1, 1]);
  });
});
