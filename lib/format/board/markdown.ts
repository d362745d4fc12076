/**
 * A board as Markdown (CommonMark 0.31): themes as headings, cards as quotations, in the order of the outline.
 *
 * Words that would mean something to Markdown are escaped, so that they are read as they were said.
 * Rules: docs/spec/board.md, B127.
 */
import { wordsOf } from "#lib/domain/report/model.ts";
import type { Text } from "#lib/domain/report/model.ts";
import { legible } from "#lib/format/text/legible.ts";
import { markdown } from "#lib/format/text/markdown.ts";
import type { Paper, PaperCard, PaperTheme } from "./paper.ts";

/** Markdown has six levels; the name of the board is the first. */
const DEEPEST = 6;

/** Writes the file, UTF-8 with lines that end in LF. */
export function writeMarkdown(paper: Paper): Uint8Array {
  const { labels } = paper;
  const blocks: string[] = [`# ${line(paper.name)}`, lines(paper.summary).join("\n")];
  for (const theme of paper.themes) tell(theme, 2);
  if (paper.loose.length > 0) {
    blocks.push(`## ${line(labels.unclustered)}`);
    for (const card of paper.loose) blocks.push(quotation(card));
  }
  return new TextEncoder().encode(`${blocks.join("\n\n")}\n`);

  function tell(theme: PaperTheme, level: number): void {
    blocks.push(`${"#".repeat(Math.min(level, DEEPEST))} ${line(theme.name)} (${line(theme.counted)})`);
    for (const field of ["definition", "include", "exclude"] as const) {
      const text = theme[field];
      if (text) blocks.push(`**${line(labels[field])}:** ${lines(text).join("\n")}`);
    }
    for (const card of theme.cards) blocks.push(quotation(card));
    for (const inner of theme.themes) tell(inner, level + 1);
  }

  function quotation(card: PaperCard): string {
    const words = lines(card.words);
    if (card.kind === "insight") {
      const [first = "", ...rest] = words;
      return quoted([`**${line(card.caption)}:** ${first}`, ...rest]);
    }
    const tags = card.tags ? `${line(labels.tags)}: ${line(card.tags)}` : "";
    const below = [line(card.caption), tags].filter((part) => part !== "").join("; ");
    return quoted(below === "" ? words : [...words, "", `— ${below}`]);
  }
}

/** Lines of one quotation; where words have lines of their own, they stand below each other. */
function quoted(all: readonly string[]): string {
  return all
    .map((one, at) => {
      const broken = one !== "" && (all[at + 1] ?? "") !== "";
      return one === "" ? ">" : `> ${one}${broken ? "\\" : ""}`;
    })
    .join("\n");
}

function line(text: Text): string {
  return lines(text).join(" ").trim();
}

function lines(text: Text): string[] {
  return legible(wordsOf(text)).split("\n").map(markdown);
}
