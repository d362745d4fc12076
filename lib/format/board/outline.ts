/**
 * A board as plain text: themes within themes with their counts and definitions, quotes in their order, the unclustered
 * last. No line is broken but where words themselves are. Rules: docs/spec/board.md, B122.
 */
import { wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { legible } from "#lib/format/text/legible.ts";
import type { Paper, PaperCard, PaperTheme } from "./paper.ts";

const STEP = "  ";

/** Writes the file, UTF-8 with lines that end in LF. */
export function writeOutline(paper: Paper): Uint8Array {
  const { labels } = paper;
  const lines: string[] = [clean(paper.name), clean(paper.summary)];
  paper.themes.forEach((theme, at) => tell(theme, `${at + 1}`, 0));
  if (paper.loose.length > 0) {
    lines.push("", clean(labels.unclustered));
    for (const card of paper.loose) say(card, STEP);
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);

  function tell(theme: PaperTheme, number: string, depth: number): void {
    const indent = STEP.repeat(depth);
    lines.push("", `${indent}${number} ${clean(theme.name)} (${clean(theme.counted)})`);
    for (const field of ["definition", "include", "exclude"] as const) {
      const text = theme[field];
      if (text) put(`${clean(labels[field])}: ${clean(text)}`, `${indent}${STEP}`, "");
    }
    for (const card of theme.cards) say(card, `${indent}${STEP}`);
    theme.themes.forEach((inner, at) => tell(inner, `${number}.${at + 1}`, depth + 1));
  }

  function say(card: PaperCard, indent: string): void {
    const words = clean(card.words);
    if (card.kind === "insight") return put(`${clean(card.caption)}: ${words}`, indent, "* ");
    put(card.withheld ? words : `“${words}”`, indent, "- ");
    const tags = card.tags ? `${clean(labels.tags)}: ${clean(card.tags)}` : "";
    const below = [clean(card.caption), tags].filter((part) => part !== "").join("; ");
    if (below !== "") put(below, `${indent}${STEP}`, "");
  }

  /** A paragraph; where its words have lines of their own, they stand below each other. */
  function put(words: string, indent: string, mark: string): void {
    words.split("\n").forEach((line, at) => lines.push(`${indent}${at === 0 ? mark : " ".repeat(mark.length)}${line}`));
  }
}

function clean(text: Text): string {
  return legible(wordsOf(text));
}
