/** How a person is drawn: their letters, and one of the ten hues that stays theirs. Never the only sign of who it is. */

/** The first letters of the first and last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) =>
    part ? (Array.from(part)[0] ?? "") : "",
  );
  return letters.join("").toLocaleUpperCase();
}

/** A hue from 1 to 10, the same for a person wherever they appear. */
export function hueOfPerson(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return (sum % 10) + 1;
}
