/**
 * Labels inside a paragraph: "… technologies? Interviewee: I think so."
 *
 * Dictation and text pulled from PDF glue turns together. A label inside counts only after
 * the end of a sentence, and only if it comes back.
 *
 * Rules: docs/spec/import.md, I14.
 */
import { isNameLike, isNobody, isPart, keyOf } from "./label.ts";

// After a sentence's end (or at the start): one to three words that begin with a capital, then a colon and no link.
const INSIDE =
  /(^|[.?!…。？！\]"”’)—–-]\s{0,3})((?:\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,24})(?: (?:\p{Lu}[\p{L}\p{M}'’.-]{0,24}|\d{1,3})){0,2})\s?[:：](?=\s|$)/gu;

export type Inside = Readonly<{ from: number; to: number; label: string }>; // UTF-16 units; `to` is where the words begin

/** Every place in a text where a label may stand. */
export function insides(text: string): Inside[] {
  const found: Inside[] = [];
  for (const match of text.matchAll(INSIDE)) {
    const label = match[2] ?? "";
    const from = match.index + (match[1] ?? "").length;
    found.push({ from, to: match.index + match[0].length, label });
  }
  return found;
}

/** Which labels inside paragraphs are speakers, given those that are known already. */
export function electInside(texts: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, { label: string; count: number; start: boolean }>();
  for (const text of texts) {
    for (const { label, from } of insides(text)) {
      const key = keyOf(label);
      const entry = counts.get(key);
      counts.set(key, { label, count: (entry?.count ?? 0) + 1, start: (entry?.start ?? false) || from === 0 });
    }
  }
  const accepted = new Set<string>();
  const most = [...counts.values()].reduce((top, { count }) => Math.max(top, count), 0);
  for (const [key, { label, count }] of counts) {
    if (isNobody(label)) continue;
    const few = isPart(label) ? count >= 2 : isNameLike(label) && count >= 3 && count >= most * 0.2;
    if (known.has(key) ? count >= 2 : few) accepted.add(key);
  }
  return accepted;
}

/** Cuts a text at its accepted labels. The first part may have none. */
export function cut(
  text: string,
  accepted: ReadonlySet<string>,
): { label: string | null; mark: string; text: string }[] {
  const parts: { label: string | null; mark: string; text: string }[] = [];
  let label: string | null = null;
  let mark = "";
  let from = 0;
  for (const inside of insides(text)) {
    if (!accepted.has(keyOf(inside.label))) continue;
    parts.push({ label, mark, text: text.slice(from, inside.from) });
    label = inside.label;
    mark = text.slice(inside.from, inside.to);
    from = inside.to;
  }
  parts.push({ label, mark, text: text.slice(from) });
  return parts.filter((part, at) => at > 0 || part.text.trim() !== "" || parts.length === 1);
}
