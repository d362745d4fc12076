import * as fc from "fast-check";
import { expect, test } from "vitest";
import { beginningAt, calledIn, completed, likely, signAt, stretchesOf } from "#lib/domain/memo/called.ts";
import type { Named } from "#lib/domain/memo/called.ts";

const people: readonly Named[] = [
  { id: "ann", name: "Ann" },
  { id: "annr", name: "Ann Rees" },
  { id: "sion", name: "Siôn ap Dafydd" },
];

test("[ME1] `@` and a whole name calls; of two names the longer one; an address calls nobody", () => {
  expect(calledIn("@Ann Rees, what do you think? And @Siôn ap Dafydd?", people)).toEqual(["annr", "sion"]);
  expect(calledIn("Ask @Ann. Or (@Ann)! @Ann", people)).toEqual(["ann"]);
  expect(calledIn("@Anna, ann@Ann, @ Ann, @Siôn", people)).toEqual([]);
  expect(calledIn("@@Ann", people)).toEqual(["ann"]);
});

const text = fc.array(
  fc.oneof(fc.constantFrom("@", " ", "\n", "@Ann", "@Ann Rees", "Ann", "😀", "é"), fc.string({ unit: "grapheme" })),
);

test("[ME2] stretches joined are the text, and those that call hold the whole name", () => {
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join("");
      const stretches = stretchesOf(whole, people);
      expect(stretches.map(({ words }) => words).join("")).toBe(whole);
      for (const { words, person } of stretches)
        if (person !== null) expect(words).toBe(`@${people.find(({ id }) => id === person)?.name}`);
      expect(stretches.every(({ words }) => words !== "")).toBe(true);
    }),
  );
});

test("[ME2] a beginning is offered names by any part, and completing it calls that member and leaves all else", () => {
  expect(likely(people, "re").map(({ id }) => id)).toEqual(["annr"]);
  expect(likely(people, "SION").map(({ id }) => id)).toEqual(["sion"]);
  expect(likely(people, "").map(({ id }) => id)).toEqual(["ann", "annr", "sion"]);
  fc.assert(
    fc.property(text, text, fc.constantFrom("", "a", "Ann R", "dafydd"), fc.nat(2), (before, after, typed, at) => {
      const person = people[at] ?? { id: "", name: "" };
      const head = `${before.join("")} `;
      const tail = after.join("");
      const whole = `${head}@${typed}${tail}`;
      const begun = beginningAt(whole, head.length + 1 + typed.length);
      expect(begun).toEqual({ from: head.length, typed });
      const done = completed(whole, begun ?? { from: 0, typed: "" }, person.name);
      expect(done.text.startsWith(`${head}@${person.name}`)).toBe(true);
      expect(done.text.endsWith(tail)).toBe(true);
      expect(done.text.slice(0, done.caret)).toMatch(/\s$/);
      expect(calledIn(done.text.slice(head.length, done.caret), people)).toEqual([person.id]);
    }),
  );
});

test("[ME2] an address, a line end and what follows a blank begin no call", () => {
  expect(beginningAt("ann@ex", 6)).toBeNull();
  expect(beginningAt("@Ann\nyes", 8)).toBeNull();
  expect(beginningAt("@ yes", 5)).toBeNull();
  expect(beginningAt("", 0)).toBeNull();
});

test("[ME2] the button’s sign begins a call wherever the caret stands", () => {
  fc.assert(
    fc.property(text, fc.nat(), (parts, n) => {
      const whole = parts.join("");
      const caret = n % (whole.length + 1);
      const sign = signAt(whole, caret);
      const begun = beginningAt(whole.slice(0, caret) + sign + whole.slice(caret), caret + sign.length);
      expect(begun).toEqual({ from: caret + sign.length - 1, typed: "" });
    }),
  );
});
