import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { FRAGMENT, merged, padOf, rewrite, wordsIn } from "#lib/domain/pad/doc.ts";

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("we", "trust", "the data", "\n", "\n\n", " ", "tŷ", "👩‍🔬", "a\tb"),
      fc.string({ maxLength: 4 }),
    ),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(""));

/** What another document of the same pad would hold. */
function copied(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test("[P1] a pad says the words that it was made of, sign by sign", () => {
  fc.assert(
    fc.property(text, (words) => {
      expect(wordsIn(padOf(words))).toBe(words);
    }),
  );
});

test("[P2] rewritten it says the other words, also after it has been written in", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), ([first = "", ...others]) => {
      const doc = padOf(first);
      for (const words of others) {
        rewrite(doc, words);
        expect(wordsIn(doc)).toBe(words);
        expect(wordsIn(copied(doc))).toBe(words);
      }
    }),
  );
});

test("[P2] to rewrite a pad leaves alone what somebody writes elsewhere in it", () => {
  const doc = padOf("What people trust.\nWhat they do not.");
  const other = copied(doc);
  const line = (other.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText; // made so by padOf
  line.insert(5, "most ");
  rewrite(doc, "What people trust.\nWhat they never do.\nAnd why.");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(wordsIn(doc)).toBe("What most people trust.\nWhat they never do.\nAnd why.");
});

test("[P3] of two versions of a text one is made: both where they parted in different parts, else the writer's own", () => {
  const base = "We asked eleven organisations. They told us about data. It took a year.";
  const mine = base.replace("eleven", "twelve");
  const theirs = base.replace("a year", "two years");
  expect(merged(base, mine, theirs)).toBe(mine.replace("a year", "two years"));
  expect(merged(base, mine, base.replace("eleven", "nine"))).toBe(mine);
  fc.assert(
    fc.property(text, text, (one, two) => {
      expect(merged(one, one, two)).toBe(two);
      expect(merged(one, two, one)).toBe(two);
      expect(merged(one, two, two)).toBe(two);
    }),
  );
});

test("[P4] whatever a browser puts into a pad besides text, its words are the text", () => {
  const doc = padOf("one");
  const root = doc.getXmlFragment(FRAGMENT);
  const element = new Y.XmlElement("heading");
  const marked = new Y.XmlText();
  element.insert(0, [marked, new Y.XmlElement("image")]);
  root.insert(1, [element, new Y.XmlText("three")]);
  marked.insert(0, "two", { bold: true });
  marked.insertEmbed(0, { image: "x" });
  expect(wordsIn(doc)).toBe("one\ntwo\nthree");
  rewrite(doc, "one\n2\nthree");
  expect(wordsIn(doc)).toBe("one\n2\nthree");
});
