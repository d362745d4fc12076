/** The table of docs/spec/sync.md that says what a command meets which comes after another. */
import { readFileSync } from "node:fs";
import type { Kind } from "#tests/kit/commands.ts";

export type Conflict = Readonly<{
  rule: string;
  /** Whether the row speaks of these two, in this order. */
  speaks: (first: Kind, then: Kind) => boolean;
  codes: readonly string[];
}>;

const ROW = /^\| (Y\d+) \| ([^|]+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm;

export function readConflicts(): Conflict[] {
  const text = readFileSync("docs/spec/sync.md", "utf8");
  return [...text.matchAll(ROW)].map(([, rule = "", first = "", then = "", codes = ""]) => {
    const [before, after] = [first, then].map((cell) => matcher(ticked(cell)));
    return {
      rule,
      speaks: (one, other) => (before?.(one) ?? false) && (after?.(other) ?? false),
      codes: ticked(codes),
    };
  });
}

const ticked = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

function matcher(names: readonly string[]): (kind: string) => boolean {
  return (kind) => names.some((name) => name === kind || (name.endsWith("*") && kind.startsWith(name.slice(0, -1))));
}
