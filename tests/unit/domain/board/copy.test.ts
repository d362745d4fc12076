import { expect, test } from "vitest";
import { seenBy } from "#lib/domain/study/hidden.ts";
import { buriedIn, hidesSome, marked, onlyFor, rowsSeenBy } from "#lib/domain/study/hidden.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import { BOARD, emptyBoard, ME } from "#tests/kit/empty-board.ts";
import { id } from "#tests/kit/study.ts";
import { sorted } from "#tests/kit/writing.ts";

const YOU = id("you");
const copy = (hidden: boolean) =>
  ({ kind: "board.copy", id: id("copy"), from: BOARD, hidden, name: { lang: "en", phrase: id("fn") } }) as const;

function filled() {
  const board = emptyBoard();
  board.theme("A");
  board.theme("B", "A");
  board.card("a1", "A");
  board.card("b1", "B");
  board.card("loose");
  return board;
}
const all = (rows: Rows) => Object.fromEntries(NOUNS.map((noun) => [noun, [...rows.all(noun)]]));

test("[B26] a copied board has the themes, words and cards of its original, and is apart from it", () => {
  const { rows, give } = filled();
  give({ kind: "theme.set", id: id("A"), fields: { locked: true } });
  give(copy(false));
  const themes = rows.related("themesOfBoard", id("copy"));
  const cards = rows.related("cardsOfBoard", id("copy"));
  expect(themes).toHaveLength(2);
  expect(cards).toHaveLength(3);
  const outer = themes.find(({ parent }) => parent === null);
  const inner = themes.find(({ parent }) => parent !== null);
  expect(inner?.parent).toBe(outer?.id);
  expect(outer?.locked).toBe(false);
  expect(cards.map(({ theme }) => theme).toSorted()).toEqual([inner?.id, outer?.id, null].toSorted());
  expect(rows.related("wordingsOf", outer?.id ?? "").map(({ phrase }) => phrase)).toEqual([id("fA")]);
  expect(rows.live("board", id("copy"))).toMatchObject({ analysis: false, owner: null, origin: BOARD });

  const before = sorted({ theme: rows.related("themesOfBoard", BOARD), card: rows.related("cardsOfBoard", BOARD) });
  give({ kind: "board.tidy", id: id("copy") });
  expect(sorted({ theme: rows.related("themesOfBoard", BOARD), card: rows.related("cardsOfBoard", BOARD) })).toBe(
    before,
  );
});

test("[B27] a hidden board is its owner's alone, and findings cannot read it", () => {
  const { rows, give } = filled();
  give(copy(true));
  expect(rows.live("board", id("copy"))?.owner).toBe(ME);
  expect(give({ kind: "board.analyse", id: id("copy") })).toBe("board.hidden");
  expect(give({ ...copy(true), id: id("c2"), from: id("copy") }, YOU)).toBe("row.missing");
  expect(give({ kind: "board.share", id: id("copy") }, YOU)).toBe("row.missing");
});

test("[Y31] [ME6] every change to a hidden board carries its owner, and [B28] sharing gives everybody its rows", () => {
  const { rows, give } = filled();
  rows.put("member", { id: YOU, role: "analyst", gone: false });
  const theirs = new Rows();
  for (const noun of NOUNS) for (const row of rows.all(noun)) theirs.put(noun, row as never); // the noun says so
  const hear = (changes: ReturnType<typeof give>) => {
    if (typeof changes === "string") throw new Error(changes);
    for (const change of seenBy({ changes: marked(rows, changes) }, YOU).changes) evolve(theirs, change);
  };
  const unseen = sorted(all(theirs));
  hear(give(copy(true)));
  const [theme] = rows.related("themesOfBoard", id("copy"));
  const [card] = rows.related("cardsOfBoard", id("copy"));
  if (!theme || !card) throw new Error("nothing copied");
  hear(give({ kind: "wording.set", subject: theme.id, field: "definition", lang: "en", phrase: id("fd"), was: null }));
  hear(
    give({
      kind: "memo.write",
      id: id("memo"),
      subject: theme.id,
      parent: null,
      body: { lang: "en", phrase: id("fm") },
      calls: [YOU],
    }),
  );
  hear(give({ kind: "theme.shift", id: theme.id, dx: 7, dy: 7 }));
  hear(give({ kind: "cards.place", cards: [{ id: card.id, theme: null, x: 1, y: 2 }] }));
  expect(sorted(all(theirs))).toBe(unseen);
  expect(sorted(rowsSeenBy(all(rows), YOU, buriedIn(rows)))).toBe(unseen);
  expect(sorted(rowsSeenBy(all(rows), ME, buriedIn(rows)))).toBe(sorted(all(rows)));

  // What a finding says of a theme on it is as hidden; once it is shared, everything is seen that there is.
  hear(give({ kind: "finding.add", id: id("found"), themes: [theme.id], statement: { lang: "en", phrase: id("fs") } }));
  expect(theirs.related("findingsOfTheme", theme.id)).toEqual([]);
  hear(
    give({
      kind: "memo.write",
      id: id("aside"),
      subject: card.id,
      parent: null,
      body: { lang: "en", phrase: id("fa") },
      calls: [],
    }),
  );
  hear(give({ kind: "board.share", id: id("copy") }));
  expect(sorted(all(theirs))).toBe(sorted(all(rows)));
});

test("[V1] [V2] [V3] one vote at a time, no more dots than there are, none once they are revealed", () => {
  const { rows, give } = filled();
  const start = (name: string) => give({ kind: "voting.start", id: id(name), board: BOARD, dots: 3 });
  const lay = (card: string, dots: number, person = ME) =>
    give({ kind: "vote.set", voting: id("v"), card: id(card), dots }, person);
  start("v");
  expect(start("w")).toBe("voting.open");
  lay("a1", 2);
  expect(lay("b1", 2)).toBe("voting.spent");
  expect(lay("b1", 1)).not.toBe("voting.spent");
  expect(lay("b1", 3, YOU)).not.toBe("voting.spent");
  give({ kind: "voting.reveal", id: id("v") });
  expect(lay("a1", 0)).toBe("voting.revealed");
  start("w");
  expect(rows.live("voting", id("v"))).toBeUndefined();
});

test("[B125] dots on a card that is taken away are back with their owner, and nobody ever counts with more", () => {
  const { rows, give } = filled();
  give({ kind: "voting.start", id: id("v"), board: BOARD, dots: 3 });
  const lay = (card: string, dots: number) => give({ kind: "vote.set", voting: id("v"), card: id(card), dots }, ME);
  const dots = () =>
    [...rows.all("vote")].reduce((sum, vote) => sum + (rows.live("card", vote.card) ? vote.dots : 0), 0);
  lay("a1", 3);
  expect(lay("b1", 1)).toBe("voting.spent");
  const removed = give({ kind: "cards.remove", ids: [id("a1")] });
  if (typeof removed === "string") throw new Error(removed);
  expect(lay("b1", 2)).not.toBe("voting.spent");
  expect(lay("b1", 4)).toBe("voting.spent");

  const back = decideUndo(rows, removed, false);
  if (!back.ok) throw new Error(back.fault.code);
  for (const change of back.value) evolve(rows, change);
  expect(dots()).toBe(5);
  expect(lay("b1", 3)).toBe("voting.spent");
  expect(lay("b1", 1)).not.toBe("voting.spent");
  give({ kind: "voting.reveal", id: id("v") });
  expect(dots()).toBe(3);
});

test("[Y32] a vote is its voter's alone until it is revealed, and [V4] then everybody's", () => {
  const { rows, give } = filled();
  give({ kind: "voting.start", id: id("v"), board: BOARD, dots: 3 });
  const laid = give({ kind: "vote.set", voting: id("v"), card: id("a1"), dots: 2 });
  if (typeof laid === "string") throw new Error(laid);
  expect(laid.map((change) => onlyFor(rows, change))).toEqual([ME]);
  expect(rowsSeenBy(all(rows), YOU, buriedIn(rows))["vote"]).toEqual([]);
  expect(rowsSeenBy(all(rows), ME, buriedIn(rows))["vote"]).toHaveLength(1);

  const shown = give({ kind: "voting.reveal", id: id("v") });
  if (typeof shown === "string") throw new Error(shown);
  const theirs = new Rows();
  const [, vote] = marked(rows, shown);
  if (vote) evolve(theirs, vote);
  expect([...theirs.all("vote")]).toEqual([...rows.all("vote")]);
  expect(rowsSeenBy(all(rows), YOU, buriedIn(rows))["vote"]).toHaveLength(1);

  // Dots of a vote that is put away without being revealed stay its voters' own.
  const [first, second] = [id("v"), id("v2")];
  give({ kind: "voting.end", id: first });
  give({ kind: "voting.start", id: second, board: BOARD, dots: 3 });
  give({ kind: "vote.set", voting: second, card: id("a1"), dots: 1 });
  give({ kind: "voting.end", id: second });
  expect(hidesSome(all(rows), buriedIn(rows))).toBe(true);
  expect(rowsSeenBy(all(rows), YOU, buriedIn(rows))["vote"]).toEqual([]);
});
