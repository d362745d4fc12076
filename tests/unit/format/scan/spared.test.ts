import fc from "fast-check";
import { expect, test } from "vitest";
import { find } from "#lib/domain/identifier/find.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { sparing } from "#lib/format/scan/spared.ts";

const NAME = "Siân Llewelyn";
const place = (before: string, after: string): Excerpt => ({ words: NAME, around: { before, after } });
const leaks = (text: string, ...places: readonly Excerpt[]) =>
  scan(new TextEncoder().encode(text), {
    name: "a.txt",
    find: (words) => find(words, [{ id: "p", words: NAME }]),
    agreed: new Set(),
    spared: sparing(places),
  }).length;
const here = place("Then we went to ask ", ", who told us about the rota.");

test("[I104] a name is let out where it was decided to be shown, and nowhere else", () => {
  const said = `Then we went to ask ${NAME}, who told us about the rota.`;
  expect(leaks(said, here)).toBe(0);
  expect(leaks(said)).toBe(1);
  expect(leaks(`${said} Later ${NAME} left.`, here)).toBe(1);
  expect(leaks(`By ${NAME}`, here)).toBe(1);
  // The file may end beside it, break its lines, mark it up, or put a page between.
  expect(leaks(`Then we went to ask ${NAME}`, here)).toBe(0);
  expect(leaks(`7\n${NAME}, who told\nus about the rota.`, here)).toBe(0);
  expect(leaks(`<p>Then we went <b>to ask</b> ${NAME}, who <i>told us</i></p>`, here)).toBe(0);
  expect(leaks(`Then we went to ask ${NAME.toUpperCase()} 12 September`, here)).toBe(0);
});

test("[I104] where little stands around it, all of that must", () => {
  const alone = place("", "");
  expect(leaks(`"${NAME}","other"`, alone)).toBe(0);
  const short = place("Ask ", "!");
  expect(leaks(`Ask ${NAME}!`, short)).toBe(0);
  expect(leaks(`Tell ${NAME}!`, short)).toBe(1);
  // One that begins a text is known by what follows, not by what happens to stand before it.
  const first = place("", " told us about the rota.");
  expect(leaks(`A: ${NAME} told us about the rota.`, first)).toBe(0);
  expect(leaks(`A: ${NAME} left.`, first)).toBe(1);
});

test("[I104] whatever stands around it, the place is known, and another with other words is not", () => {
  const words = fc.array(fc.constantFrom("rota", "yng", "we", "🧶", "ask", "Nghymru", "told", "[somebody]"), {
    minLength: 4,
    maxLength: 12,
  });
  const break_ = fc.constantFrom(" ", "\n", "  ", " \n ");
  fc.assert(
    fc.property(words, words, break_, (before, after, between) => {
      const spared = place(`${before.join(" ")} `, ` ${after.join(" ")}`);
      const text = [...before, NAME, ...after].join(between);
      expect(leaks(text, spared)).toBe(0);
      expect(
        leaks(`${text}\n\nSomewhere else in another place ${NAME} sits among quite different words.`, spared),
      ).toBe(1);
    }),
  );
});
