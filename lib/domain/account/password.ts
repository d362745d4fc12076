/**
 * What makes a password good enough: length, and not being one that everybody tries first.
 *
 * No rules about signs and digits: they make passwords worse (NIST SP 800-63B, 3.1.1.2). Anything may be pasted.
 * Rules: docs/spec/account.md, A10 to A12.
 */
export const SHORTEST = 12; // characters, as a person counts them
export const LONGEST = 200; // beyond that, hashing is a way to keep the server busy

export type PasswordFault = "password.short" | "password.long" | "password.common" | "password.yours";

/** Twelve characters and more that lists of stolen passwords hold most often, without their case. */
const COMMON: ReadonlySet<string> = new Set([
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "password2024",
  "password2025",
  "password2026",
  "passw0rd1234",
  "p@ssw0rd1234",
  "p@ssword1234",
  "mypassword123",
  "newpassword1",
  "changeme1234",
  "changemenow1",
  "letmein12345",
  "letmeinplease",
  "welcome12345",
  "welcome123456",
  "welcome2025!",
  "welcome2026!",
  "iloveyou1234",
  "iloveyou12345",
  "iloveyousomuch",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwertyuiop1234",
  "qwertyuiopas",
  "qwertyuiopasdf",
  "qwertyqwerty",
  "qwerty123456",
  "qwerty1234567",
  "qwerty12345678",
  "qwertyuiop[]",
  "1q2w3e4r5t6y",
  "1q2w3e4r5t6y7u",
  "1qaz2wsx3edc",
  "1qaz2wsx3edc4rfv",
  "qazwsxedcrfv",
  "zaq12wsxcde3",
  "asdfghjkl123",
  "asdfghjkl;'",
  "zxcvbnm12345",
  "abcd12345678",
  "abcdefgh1234",
  "abc123456789",
  "abcdefghijkl",
  "a1b2c3d4e5f6",
  "aa1234567890",
  "1234567890ab",
  "administrator",
  "admin1234567",
  "administrator1",
  "superman1234",
  "football1234",
  "liverpool123",
  "liverpool1234",
  "manchester12",
  "manunited123",
  "arsenal12345",
  "chelsea12345",
  "sunshine1234",
  "princess1234",
  "cardiffcity1",
  "dragon123456",
  "monkey123456",
  "trustno1trustno1",
  "correcthorsebatterystaple",
  "correct horse battery staple",
  "carthencarthen",
  "carthen12345",
  "carthen123456",
  "cyfrinair123",
  "cyfrinair1234",
  "cymruambyth1",
  "cymruambyth123",
]);

/**
 * Says what is wrong with a password, or null where nothing is.
 *
 * @param password - as typed
 * @param own - what the person is known by: e-mail address, name; it may hold none of it as a whole
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  const signs = Array.from(password.normalize("NFC"));
  if (signs.length < SHORTEST) return "password.short";
  if (signs.length > LONGEST) return "password.long";
  const folded = password.normalize("NFC").toLowerCase();
  const bare = folded.trim();
  if (COMMON.has(bare) || COMMON.has(bare.replace(/[!.?*]+$/, "")) || repeats(bare) || walks(bare))
    return "password.common";
  const known = own.map((words) => words.trim().toLowerCase()).filter((words) => words.length >= 6);
  if (
    known.some(
      (words) =>
        bare === words || bare === `${words}${words}` || (bare.startsWith(words) && bare.length - words.length <= 4),
    )
  )
    return "password.yours";
  return null;
}

/** True where a piece of up to four signs is all there is: `aaaaaaaaaaaa`, `abcabcabcabc`. */
function repeats(words: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/u.test(words) && new Set(words).size <= 4;
}

/** True where each sign is the one after (or before) the last: `123456789012`, `abcdefghijkl`. */
function walks(words: string): boolean {
  const codes = Array.from(words, (sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return [1, -1].some((way) => steps.every((step) => step === way || step === -9 * way || step === 9 * way));
}
