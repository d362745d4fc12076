/**
 * Reads JSON as a program would: every string with the key that it stands at, escapes resolved, and what is left between them.
 *
 * A name that agreed is taken out where it is the whole of `name` in an item of a block of respondents, and nowhere else. Where a
 * key stands twice in one object, both are read. Rules: docs/spec/report.md, S4, S5 and S14.
 */
import type { Reading } from "./reading.ts";

/** An object or array that is open. `kind` is what its own `kind` says, null where it says nothing or two things. */
type Opened = { readonly array: boolean; readonly key: string; readonly above: Opened | null; kind: string | null };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/gsu;

/** The readings of a text; null where it is no JSON. */
export function jsonReadings(text: string, agreed: ReadonlySet<string>): readonly Reading[] | null {
  const body = text.replace(/^\ufeff/u, "");
  if (!isJson(body)) return null;
  const keys = new Set<string>();
  const values: string[] = [];
  let open: Opened | null = null;
  let key = "";
  const rest = body.replace(TOKEN, (token, at: number) => {
    if (token === "{" || token === "[") {
      open = { array: token === "[", key, above: open, kind: null };
      return "\n";
    }
    if (token === "}" || token === "]") {
      key = open?.key ?? "";
      open = open?.above ?? null;
      return "\n";
    }
    const words = String(JSON.parse(token));
    if (open?.array === false && /^\s*:/u.test(body.slice(at + token.length, at + token.length + 100))) {
      key = words;
      keys.add(words);
      return "\n";
    }
    if (key === "kind" && open) open.kind = open.kind === null ? words : "";
    if (!(key === "name" && isRespondent(open) && agreed.has(words))) values.push(`${key} \u0001 ${words}`);
    return "\n";
  });
  return [
    { text: "", how: "strings", parts: values },
    { text: "", how: "keys", parts: [...keys] },
    { text: rest, how: "between" },
  ];
}

/** Whether an object is an item of a block of respondents. */
function isRespondent(item: Opened | null): boolean {
  const items = item?.above;
  return item?.array === false && items?.array === true && items.key === "items" && items.above?.kind === "respondents";
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
