import { bare } from "../identifier/fold.ts";

/**
 * Whom words call: `@` and the whole name of a member, as it stands in the text.
 *
 * Pure functions over text; offsets are UTF-16 units, as fields count them. Rules: docs/spec/memo.md, ME1 and ME2.
 */

export type Named = Readonly<{ id: string; name: string }>;

/** A stretch of a text; `person` where it calls one. */
export type Stretch = Readonly<{ words: string; person: string | null }>;

const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** The text in stretches, which joined are the text: those that call somebody, and what stands between them. */
export function stretchesOf(text: string, people: readonly Named[]): Stretch[] {
  // Where one name begins with another ("Ann", "Ann Rees"), the longer one is meant.
  const known = people
    .filter(({ name }) => name.trim() !== "")
    .toSorted((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1));
  const stretches: Stretch[] = [];
  let from = 0;
  let at = text.indexOf("@");
  while (at >= 0) {
    const here = at;
    const person = begins(text, here) ? known.find(({ name }) => ends(text, here + 1, name)) : undefined;
    if (person) {
      if (here > from) stretches.push({ words: text.slice(from, here), person: null });
      from = here + 1 + person.name.length;
      stretches.push({ words: text.slice(here, from), person: person.id });
    }
    at = text.indexOf("@", Math.max(from, here + 1));
  }
  if (from < text.length) stretches.push({ words: text.slice(from), person: null });
  return stretches;
}

/** Whom a text calls, each once, in the order in which they stand there. */
export function calledIn(text: string, people: readonly Named[]): string[] {
  return [...new Set(stretchesOf(text, people).flatMap(({ person }) => (person === null ? [] : [person])))];
}

/** The beginning of a name that is being written before the caret: where its `@` stands, and what was written after it. */
export function beginningAt(text: string, caret: number): Readonly<{ from: number; typed: string }> | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (caret <= 0 || from < 0 || !begins(text, from)) return null;
  const typed = text.slice(from + 1, caret);
  return /[\n@]/.test(typed) || typed.length > 60 || typed.startsWith(" ") ? null : { from, typed };
}

/** What begins a call where the caret stands: the sign, at the beginning of a word. */
export function signAt(text: string, caret: number): "@" | " @" {
  return /^$|\s$/.test(text.slice(0, caret)) ? "@" : " @";
}

/** The text with a name in the place of its beginning, and where the caret stands then. */
export function completed(
  text: string,
  { from, typed }: Readonly<{ from: number; typed: string }>,
  name: string,
): Readonly<{ text: string; caret: number }> {
  const rest = text.slice(from + 1 + typed.length);
  const called = `${text.slice(0, from)}@${name}${/^\s/.test(rest) ? "" : " "}`;
  return { text: called + rest, caret: called.length + (/^\s/.test(rest) ? 1 : 0) };
}

/** People whose name, or a part of it, begins like what was typed; case and accents aside. */
export function likely(people: readonly Named[], typed: string): Named[] {
  const wanted = bare(typed);
  return people.filter(({ name }) => {
    const whole = bare(name);
    return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((part) => part.startsWith(wanted));
  });
}

/** Whether an `@` here begins a call: an address such as `ann@example.org` calls nobody. */
function begins(text: string, at: number): boolean {
  return at === 0 || !WORD.test(text[at - 1] ?? "");
}

function ends(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !WORD.test(text[at + name.length] ?? "");
}
