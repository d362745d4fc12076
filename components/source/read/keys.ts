/** Which key does what in the reader. Rules: docs/spec/quote.md, Q6 and Q17; WCAG 2.2, 2.1.4: single keys can be turned off. */

/** What a key asks for. Digits are 0 to 8, for the first to the ninth tag. */
export type Deed =
  | Readonly<{ deed: "step"; by: number }>
  | Readonly<{ deed: "reshape"; side: "start" | "end"; how: "grow" | "shrink" }>
  | Readonly<{ deed: "quick"; slot: number }>
  | Readonly<{
      deed: "leave" | "find" | "findNext" | "findBack" | "cycle" | "unread" | "link" | "memo" | "quote" | "tag";
    }>
  | Readonly<{ deed: "inVivo" | "send" | "remove" | "question" | "identify" }>;

type Pressed = Readonly<{ key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }>;

const SINGLE: Readonly<Record<string, Deed>> = {
  j: { deed: "step", by: 1 },
  k: { deed: "step", by: -1 },
  "]": { deed: "reshape", side: "end", how: "grow" },
  "[": { deed: "reshape", side: "end", how: "shrink" },
  "{": { deed: "reshape", side: "start", how: "grow" },
  "}": { deed: "reshape", side: "start", how: "shrink" },
  o: { deed: "cycle" },
  n: { deed: "unread" },
  l: { deed: "link" },
  "/": { deed: "find" },
  m: { deed: "memo" },
};
const CHANGING: Readonly<Record<string, Deed>> = {
  q: { deed: "quote" },
  t: { deed: "tag" },
  v: { deed: "inVivo" },
  g: { deed: "question" },
  i: { deed: "identify" },
  b: { deed: "send" },
  u: { deed: "remove" },
};

/**
 * @param single - whether letters and digits alone are shortcuts for this person
 * @param change - whether this person may change the study
 * @returns null where the key is none of the reader's
 */
export function deedOf(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Pressed,
  single: boolean,
  change: boolean,
): Deed | null {
  if (altKey) return null;
  if (key === "F3") return { deed: shiftKey ? "findBack" : "findNext" };
  if (ctrlKey || metaKey) return key === "f" && !shiftKey ? { deed: "find" } : null;
  if (shiftKey && key === "ArrowRight") return { deed: "reshape", side: "end", how: "grow" };
  if (shiftKey && key === "ArrowLeft") return { deed: "reshape", side: "end", how: "shrink" };
  if (!shiftKey && key === "ArrowDown") return { deed: "step", by: 1 };
  if (!shiftKey && key === "ArrowUp") return { deed: "step", by: -1 };
  if (key === "Home") return { deed: "step", by: -Infinity };
  if (key === "End") return { deed: "step", by: Infinity };
  if (key === "Escape") return { deed: "leave" };
  if (!single) return null;
  if (change && /^[1-9]$/.test(key)) return { deed: "quick", slot: Number(key) - 1 };
  return SINGLE[key] ?? (change ? (CHANGING[key] ?? null) : null);
}
