/**
 * A report as Markdown (CommonMark 0.31, tables as in GFM), for wikis, repositories and tools that work with text.
 *
 * The whole stands in a `div` that says its language, and what is in another language in a `span` that says which: HTML is the
 * only way in which Markdown can, and readers that know none of it show the words all the same. Well-formed XML too.
 * Rules: docs/spec/report.md, R14, R23 to R25.
 */
import { labelled, region, rightToLeft, wordsOf } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import { legible } from "#lib/format/text/legible.ts";
import { markdown } from "#lib/format/text/markdown.ts";
import { AGREED } from "./mark.ts";

/** Writes the file, UTF-8 with lines that end in LF. */
export function md(report: Report): Uint8Array {
  const { lang } = report;
  const blocks = [`<div lang="${region(lang)}">`, `# ${inLine(report.title, lang)}`];
  let mark = "-";
  report.blocks.forEach((block, at) => {
    // Two lists that follow each other would be read as one if they had the same sign.
    mark = isList(block) && isList(report.blocks[at - 1]) && mark === "-" ? "*" : "-";
    blocks.push(...written(block, lang, mark));
  });
  blocks.push("</div>");
  return new TextEncoder().encode(`${blocks.join("\n\n")}\n`);
}

function isList(block: Block | undefined): boolean {
  return block?.kind === "list" || block?.kind === "respondents";
}

/** The block's own blocks, none where it says nothing. */
function written(block: Block, lang: string, mark: string): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [`${"#".repeat(block.level + 1)} ${inLine(block.text, lang)}`];
    case "paragraph":
      return paragraphs(block.text, lang).map((one) => (block.lead ? strong(one) : one));
    case "quote": {
      const said = paragraphs(block.text, lang, ["“", "”"]).join("\n\n");
      const under = [...(block.translation ? [labelled(block.translation)] : []), ...(block.by ? [block.by] : [])];
      const whole = [said, ...under.flatMap((one) => paragraphs(one, lang))].join("\n\n");
      return [whole.replace(/^/gmu, "> ").replace(/^> $/gmu, ">")];
    }
    case "list":
      return [block.items.map((item) => listed(paragraphs(item, lang).join("\n\n"), mark)).join("\n")];
    case "respondents":
      return [
        block.items
          .map(({ name, note }) => {
            const named = name === null ? "" : `<span ${AGREED}="">${markdown(legible(name))}</span>`;
            const noted = note === null ? "" : inLine(note, lang);
            return listed([named, noted].filter((part) => part !== "").join(" "), mark);
          })
          .join("\n"),
      ];
    case "table": {
      const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
      const cellsOf = (texts: readonly Text[]) => row(texts.map((text) => paragraphs(text, lang).join("<br />")));
      return [
        strong(inLine(block.caption, lang)),
        [cellsOf(block.head), row(block.head.map(() => "---")), ...block.rows.map(cellsOf)]
          .join("\n")
          .replaceAll("\\\n", "<br />"),
      ];
    }
  }
}

/** An item of a list; what follows its first line is set in. */
function listed(words: string, mark: string): string {
  return `${mark} ${words.replace(/\n(?=[^\n])/gu, "\n  ")}`.trimEnd();
}

/** Words on one line, for headings and items. */
function inLine(text: Text, lang: string): string {
  const words = legible(wordsOf(text)).split("\n").map(markdown);
  return marked(words.filter((line) => line.trim() !== "").join(" "), text, lang);
}

/** The paragraphs of a text, parted where a line is empty; lines of their own within them stay so. */
function paragraphs(text: Text, lang: string, [opened, closed] = ["", ""]): readonly string[] {
  return `${opened}${legible(wordsOf(text)).replace(/^[ \t\n]+|[ \t\n]+$/gu, "")}${closed}`
    .split(/\n[ \t\n]*\n/u)
    .flatMap((part) => {
      const lines = part.split("\n").map(markdown);
      const words = lines.filter((line) => line.trim() !== "").join("\\\n");
      return words === "" ? [] : [marked(words, text, lang)];
    });
}

/** Blanks of any kind within the stars would undo them. */
function strong(words: string): string {
  return words.trim() === "" ? "" : `**${words.trim()}**`;
}

function marked(words: string, text: Text, lang: string): string {
  if (text.lang === lang || words === "") return words;
  const turned = rightToLeft(text.lang) ? ` dir="rtl"` : "";
  return `<span lang="${escapeXml(region(text.lang))}"${turned}>${words}</span>`;
}
