/**
 * A report as one accessible .html file: nothing is loaded from elsewhere, no script, light and dark, fit to print.
 *
 * Written so that it is well-formed XML too, which lets the scan read it by its structure.
 * Rules: docs/spec/report.md, R14 to R16.
 */
import { labelled, region } from "#lib/domain/report/model.ts";
import type { Block, Report, Text } from "#lib/domain/report/model.ts";
import { escapeXml } from "#lib/format/text/escape.ts";
import { AGREED } from "./mark.ts";
import { STYLE } from "./style.ts";

/**
 * Writes the file.
 *
 * @param contents - the heading of the table of contents, in the report's language
 */
export function html(report: Report, contents: string): Uint8Array {
  const headings: { id: string; level: number; text: Text }[] = [];
  const body = report.blocks.map((block) => {
    if (block.kind !== "heading") return written(block, report.lang);
    const id = `s${headings.length + 1}`;
    headings.push({ id, level: block.level, text: block.text });
    const tag = `h${block.level + 1}`;
    return `<${tag} id="${id}"${langOf(block.text, report.lang)}>${inline(block.text)}</${tag}>`;
  });
  const listed = headings.filter((one) => one.level <= 2);
  const page = [
    `<!DOCTYPE html>`,
    `<html lang="${region(report.lang)}">`,
    `<head>`,
    `<meta charset="utf-8" />`,
    `<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    `<meta name="color-scheme" content="light dark" />`,
    `<meta name="generator" content="Carthen" />`,
    `<title>${inline(report.title)}</title>`,
    `<style>${STYLE}</style>`,
    `</head>`,
    `<body>`,
    `<main>`,
    `<h1${langOf(report.title, report.lang)}>${inline(report.title)}</h1>`,
    listed.length > 2
      ? `<nav aria-labelledby="contents"><h2 id="contents">${escapeXml(contents)}</h2><ul>${listed.map((one) => `<li class="l${one.level}"${langOf(one.text, report.lang)}><a href="#${one.id}">${inline(one.text)}</a></li>`).join("")}</ul></nav>`
      : "",
    ...body,
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ];
  return new TextEncoder().encode(page.filter((line, index) => line !== "" || index === page.length - 1).join("\n"));
}

function written(block: Exclude<Block, { kind: "heading" }>, lang: string): string {
  switch (block.kind) {
    case "paragraph":
      return `<p${block.lead ? ` class="lead"` : ""}${langOf(block.text, lang)}>${inline(block.text)}</p>`;
    case "quote": {
      const said = `<blockquote${langOf(block.text, lang)} dir="auto"><p>“${inline(block.text)}”</p></blockquote>`;
      const { translation, by } = block;
      if (!translation && !by) return said;
      const under = translation && labelled(translation);
      return `<figure>${said}${under ? `<p class="translation"${langOf(under, lang)}>${inline(under)}</p>` : ""}${by ? `<figcaption${langOf(by, lang)}>${inline(by)}</figcaption>` : ""}</figure>`;
    }
    case "list":
      return `<ul>${block.items.map((item) => `<li${langOf(item, lang)}>${inline(item)}</li>`).join("")}</ul>`;
    case "respondents":
      return `<ul class="respondents">${block.items
        .map(
          ({ name, note }) =>
            `<li>${name === null ? "" : `<span ${AGREED}="">${escapeXml(name)}</span>`}${note === null ? "" : `${name === null ? "" : " "}${inline(note)}`}</li>`,
        )
        .join("")}</ul>`;
    case "table": {
      const head = block.head.map((cell) => `<th scope="col"${langOf(cell, lang)}>${inline(cell)}</th>`).join("");
      const rows = block.rows.map(
        (row) =>
          `<tr>${row.map((cell, index) => (index < 2 ? `<th scope="row"${langOf(cell, lang)}>${inline(cell)}</th>` : `<td>${inline(cell)}</td>`)).join("")}</tr>`,
      );
      return `<div class="table" role="region" tabindex="0" aria-label="${escapeXml(block.caption.pieces.map((piece) => piece.text).join(""))}"><table><caption>${inline(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
    }
  }
}

function langOf(text: Text, around: string): string {
  return text.lang === around ? "" : ` lang="${escapeXml(region(text.lang))}"`;
}

function inline(text: Text): string {
  return text.pieces
    .map((piece) => (piece.replaced ? `<span class="r">${lines(piece.text)}</span>` : lines(piece.text)))
    .join("");
}

function lines(words: string): string {
  return escapeXml(words).replaceAll("\n", "<br />");
}
