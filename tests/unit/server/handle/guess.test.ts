/** The guessing game: what is shown, what not, and what came of it. */
import { expect, test } from "vitest";
import { mayGuess } from "#lib/domain/guess/shape.ts";
import { decide as ruled, capabilityOf, LASTING } from "#lib/domain/study/command.ts";
import { may } from "#lib/domain/member/shape.ts";
import { scoreRound, showRound } from "#lib/server/handle/guess.ts";
import { decidedStudy, desk } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";

const GAME = id("game");

const words = (pieces: readonly Readonly<{ text: string }>[]) => pieces.map(({ text }) => text).join("");

test("[RK22] [RK23] shows the quotes that findings cite as they would leave, nothing beside them, and all who took part", async () => {
  const told = decidedStudy();
  const round = await showRound(desk(told), STUDY, GAME);
  expect(round.quotes.map(({ pieces }) => words(pieces)).toSorted()).toEqual([
    "=Mae'r data'n flêr yn [an association].",
    "At [a council], [a manager] taught us all.",
  ]);
  expect(round.candidates).toEqual([id("pa"), id("pb"), id("pc")].toSorted());
  expect(
    round.quotes.flatMap((one) => Object.keys(one)).every((key) => ["quote", "lang", "pieces"].includes(key)),
  ).toBe(true);
  expect(await showRound(desk(told), STUDY, GAME)).toEqual(round);
  expect(JSON.stringify(round)).not.toMatch(/Aberwen|Llewelyn|Cynefin|never have the time/u);

  // Where no finding cites any, it is all quotes, as they were said.
  for (const one of told.rows.all("evidence")) told.rows.put("evidence", { ...one, gone: true });
  expect((await showRound(desk(told), STUDY, GAME)).quotes).toHaveLength(2);
});

test("[RK22] another game shows them in another order, at most twenty", async () => {
  const told = decidedStudy();
  const quote = told.rows.live("quote", id("q1"));
  const [anchor] = told.rows.related("anchorsOfQuote", id("q1"));
  const evidence = told.rows.live("evidence", `${id("F")}/${id("q1")}`);
  if (!quote || !anchor || !evidence) throw new Error("the quote stands nowhere");
  for (let n = 0; n < 30; n += 1) {
    const made = id(`m${n}`);
    told.quotes.set(made, `We borrow ${n}.`);
    told.rows.put("quote", { ...quote, id: made });
    told.rows.put("anchor", { ...anchor, id: `${made}/${anchor.revision}`, quote: made });
    told.rows.put("evidence", { ...evidence, id: `${id("F")}/${made}`, quote: made });
  }
  const shown = async (game: string) => (await showRound(desk(told), STUDY, game)).quotes.map((one) => one.quote);
  const [one, other] = [await shown(GAME), await shown(id("other"))];
  expect([one.length, other.length]).toEqual([20, 20]);
  expect(one).not.toEqual(other);
});

test("[RK24] [RK25] counts who was right by what was shown; what was not shown, and whoever could not be named, counts for nothing", async () => {
  const told = decidedStudy();
  const at = desk(told);
  const { quotes } = await showRound(at, STUDY, GAME);
  const guesses = quotes.map(({ quote }) => ({ quote, participant: id("pa") }));
  expect(await scoreRound(at, STUDY, GAME, [...guesses, { quote: id("q2"), participant: id("pb") }])).toMatchObject({
    shown: 2,
    named: 2,
    people: 1,
    bodies: 1,
    peopleRight: id("q1"),
    bodiesRight: id("q1"),
  });
  expect(await scoreRound(at, STUDY, GAME, [{ quote: id("q2"), participant: id("pb") }])).toBeNull();
  expect(await scoreRound(at, STUDY, GAME, [{ quote: id("q1"), participant: id("nobody") }])).toBeNull();
  expect(await scoreRound(at, STUDY, GAME, [{ quote: id("q1"), participant: null }])).toMatchObject({
    shown: 1,
    named: 0,
    people: 0,
  });
});

test("[RK22] [RK25] owners and analysts play, and an outcome is kept once and not undone", () => {
  for (const role of ["owner", "analyst"] as const) {
    expect(mayGuess(role)).toBe(true);
    expect(may(role, capabilityOf("risk.guessed"))).toBe(true);
  }
  for (const role of ["reviewer", "observer", null] as const) expect(mayGuess(role)).toBe(false);
  expect(LASTING).toContain("risk.guessed");
  const { rows } = study();
  const outcome = {
    shown: 2,
    named: 2,
    people: 1,
    bodies: 1,
    peopleChance: 5000,
    bodiesChance: 5000,
    peopleRight: id("q1"),
    bodiesRight: id("q1"),
  };
  const command = { kind: "risk.guessed", id: GAME, outcome, on: "2026-11-27" } as const;
  const first = ruled(rows, command, { person: id("me") });
  if (!first.ok) throw new Error(first.fault.code);
  expect(first.value).toEqual([
    {
      op: "put",
      noun: "guess",
      id: GAME,
      before: null,
      after: { id: GAME, ...outcome, by: id("me"), on: "2026-11-27", gone: false },
    },
  ]);
  rows.put("guess", { id: GAME, ...outcome, by: id("me"), on: "2026-11-27", gone: false });
  expect(ruled(rows, command, { person: id("me") })).toEqual({
    ok: false,
    fault: { code: "row.taken", noun: "guess", id: GAME },
  });
});
