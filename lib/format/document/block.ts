/**
 * What readers of documents give: paragraphs and tables, in order, whatever the file was.
 *
 * Paragraphs are gathered run by run, so that line breaks, tabs and the bold beginning are kept alike for every format.
 */
import type { Warning } from "#lib/domain/import/draft.ts";

export type Paragraph = Readonly<{ kind: "paragraph"; text: string; bold: number }>; // bold: UTF-16 units of its beginning that are bold
export type Block =
  | Paragraph
  | Readonly<{
      kind: "table";
      rows: readonly (readonly string[])[];
      apart?: true; // where it is no speech, its cells are paragraphs and not its rows
    }>;

export type Document = Readonly<{ blocks: readonly Block[]; warnings: readonly Warning[] }>;

/** A paragraph in the making. */
export class Runs {
  text = "";
  #bold = 0;
  #open = true; // still within the bold beginning

  add(words: string, bold: boolean): void {
    if (words === "") return;
    this.text += words;
    if (bold) {
      if (this.#open) this.#bold = this.text.length;
    } else if (words.trim() !== "") this.#open = false;
  }

  block(): Paragraph {
    return { kind: "paragraph", text: this.text, bold: Math.min(this.#bold, this.text.length) };
  }
}
