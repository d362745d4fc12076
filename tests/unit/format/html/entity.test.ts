import { expect, test } from "vitest";
import { entities, references } from "#lib/format/html/entity.ts";
import { tally } from "#lib/format/import/piece.ts";

test.each([
  ["Dŵr &amp; t&#xE2;n &lt;i&gt;", "Dŵr & tân <i>"],
  ["d&wcirc;r &hellip; &#8217;n &QUOT;ie&QUOT;", 'dŵr … ’n "ie"'],
  ["&#146;n &#0; &#xD800; &nobody; & co", "’n &#0; &#xD800; &nobody; & co"],
])("[I5] %s: references become what they stand for, anything else stays", (text, expected) => {
  expect(references(text)).toBe(expected);
  const drops = tally();
  expect(entities(text, drops)).toBe(expected);
  expect(drops.list().map(({ rule }) => rule)).toEqual(["entity"]);
});
