import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST, passwordFault, SHORTEST } from "#lib/domain/account/password.ts";
import { Email } from "#lib/domain/account/shape.ts";

test("[A10] length is counted as people count, and nothing else is asked of the signs", () => {
  expect(passwordFault("elevenchars")).toBe("password.short");
  expect(passwordFault("llŷnŵyôâêîûï")).toBe(null);
  expect(passwordFault("🧵🧶🧺🐑🏔️🌊🌾🪨🔥🌧️🪵")).not.toBe("password.long");
  expect(passwordFault("🧵🧶🧺🐑🌊🌾🪨🔥🪵🐝🌙")).toBe("password.short"); // eleven
  expect(passwordFault("quiet heather")).toBe(null);
  expect(passwordFault(`${"hedge path ".repeat(20)}`)).toBe("password.long");
});

test("[A10] a long random password is never refused", () => {
  fc.assert(
    fc.property(fc.uuid(), (words) => {
      expect(passwordFault(words)).toBe(null);
    }),
  );
  expect([SHORTEST, LONGEST]).toEqual([12, 200]);
});

test.each([
  "password1234",
  "Password1234!",
  "QWERTYUIOP123",
  "correct horse battery staple",
  "aaaaaaaaaaaaaa",
  "abcabcabcabc",
  "123456789012",
  "abcdefghijklm",
  "cymruambyth1",
])("[A11] refuses what everybody tries first: %s", (words) => {
  expect(passwordFault(words)).toBe("password.common");
});

test("[A11] refuses one's own name or address with little added", () => {
  const own = ["nia.rees@example.org", "Nia Rees Williams"];
  expect(passwordFault("nia.rees@example.org", own)).toBe("password.yours");
  expect(passwordFault("Nia Rees Williams1", own)).toBe("password.yours");
  expect(passwordFault("nia rees williams walks the cliffs", own)).toBe(null);
});

test("[A7] two ways of typing an address are one account", () => {
  expect(Email.parse("  Nia.Rees@Example.ORG ")).toBe("nia.rees@example.org");
  expect(Email.safeParse("nia at example").success).toBe(false);
});
