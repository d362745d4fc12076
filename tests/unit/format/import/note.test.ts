import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf } from "./say.ts";

const note =
  "10:15 Arrived at the office.\nTwo desks were empty.\n\nPage 1 of 2\n\nSiân: “we never meet” 😀\n\n\n- tea\n- trust";

test("[K20] a note that was written here comes in word for word, each paragraph a turn", async () => {
  const draft = await draftOf(note, { dialect: "written" });
  expect(draft.text).toBe(note.replace("\n\n\n", "\n\n"));
  expect(draft.turns).toHaveLength(4);
  expect(draft.speakers).toEqual([]);
  expect(draft.dropped).toEqual([]);
  expect(draft.turns.every(({ startMs }) => startMs === null)).toBe(true);
});

test("[K20] whatever is written, every word of it is there", async () => {
  const word = fc.constantFrom("A:", "00:01", "[x]", "**b**", "-", "Page 2", "ŵy", "😀", "\n", "\n\n", "# h", "1");
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (words) => {
      const said = `Note ${words.join(" ")}`;
      const draft = await draftOf(said, { dialect: "written" });
      expect(draft.text.split(/\s+/)).toEqual(said.trim().split(/\s+/));
    }),
    { numRuns: 60 },
  );
});
