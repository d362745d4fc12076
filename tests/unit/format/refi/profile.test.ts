import fc from "fast-check";
import { expect, test } from "vitest";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { counter, endsOf } from "#lib/format/refi/profile.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "é", "ש", "🧶", "\n", " ", "𝔚", "e\u0301", "\u202e"),
  maxLength: 40,
});

test("[RF13] in each profile the positions of a stretch give its words, whatever signs and line ends stand before them", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
      const length = lengthOf(words);
      const [start, end] = [a % (length + 1), b % (length + 1)].toSorted((one, other) => one - other);
      const said = slicePoints(words, astralOf(words), start ?? 0, end ?? 0);
      const at = (profile: "standard" | "nvivo" | "atlas") => {
        const count = counter(words, profile);
        return [endsOf(words, profile), count(start ?? 0), count(end ?? 0)] as const;
      };
      const [plain, from, to] = at("standard");
      expect(Array.from(plain).slice(from, to).join("")).toBe(said);
      const [wide, first, last] = at("nvivo"); // UTF-16 units, CRLF is two
      expect(wide.slice(first, last)).toBe(said.replaceAll("\n", "\r\n"));
      const [ended, begin, stop] = at("atlas"); // CRLF in the file, and one in the counting
      const signs = ended.match(/\r\n|[\s\S]/gu) ?? [];
      expect(signs.slice(begin, stop).join("")).toBe(said.replaceAll("\n", "\r\n"));
    }),
  );
});
