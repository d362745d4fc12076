/**
 * A finished document before it is bytes: blocks of text, each text in its language.
 *
 * Knows nothing of .docx, .html or where the words come from. No ids: nothing in it can be led back to a row.
 */
import type { Around } from "../quote/around.ts";
import type { Edit } from "../quote/published.ts";

/**
 * A stretch of a text; `replaced` stands for a name and carries its brackets; `open`: nothing was decided about that name yet;
 * `edited`: it was put there to publish a quote, with its brackets and the blanks beside them.
 */
export type Piece = Readonly<{ text: string; replaced: boolean; open?: boolean; edited?: boolean }>;
/**
 * A text in one language (BCP 47). `around`: what stands around it in its source, `edits`: what is changed of it to be published;
 * both until it is veiled and never after.
 */
export type Text = Readonly<{ lang: string; pieces: readonly Piece[]; around?: Around; edits?: readonly Edit[] }>;

export type Block =
  | Readonly<{ kind: "heading"; level: 1 | 2 | 3 | 4; text: Text }>
  | Readonly<{ kind: "paragraph"; text: Text; lead?: boolean }>
  | Readonly<{ kind: "list"; items: readonly Text[] }>
  /** `translation`: in the language of the report; `by`: what stands beside it about who said it */
  | Readonly<{ kind: "quote"; text: Text; translation?: Translation; by?: Text }>
  /** Those who agreed to be named, exactly so; `note` stands behind the name. */
  | Readonly<{ kind: "respondents"; items: readonly Respondent[] }>
  | Readonly<{ kind: "table"; caption: Text; head: readonly Text[]; rows: readonly (readonly Text[])[] }>;

/** One line of a respondents list: a name that agreed to stand there, or `null` and only words. */
type Respondent = Readonly<{ name: string | null; note: Text | null }>;

export type Report = Readonly<{ lang: "en" | "cy"; title: Text; blocks: readonly Block[] }>;

/** What a quote says in another language, and the word that says that it is a translation. */
type Translation = Readonly<{ label: Text; text: Text }>;

/** A translation as it stands under its quote: said to be one, and in quotation marks. */
export function labelled({ label, text }: Translation): Text {
  const own = (words: string): Piece => ({ text: words, replaced: false });
  return { lang: text.lang, pieces: [...label.pieces, own(": “"), ...text.pieces, own("”")] };
}

/** A text of one piece as it was written. */
export function plain(words: string, lang: string, around: Around | null = null): Text {
  return { lang, pieces: [{ text: words, replaced: false }], ...(around && { around }) };
}

/** The words of a text. */
export function wordsOf(text: Text): string {
  return text.pieces.map((piece) => piece.text).join("");
}

/** The language with its region, as files want it. */
export function region(lang: string): string {
  return lang === "en" ? "en-GB" : lang === "cy" ? "cy-GB" : lang;
}

/** Whether a language is written from right to left. */
export function rightToLeft(lang: string): boolean {
  return /^(?:ar|he|fa|ur)\b/.test(lang);
}

/** Rewrites every text of a report; names that agreed to be listed are not texts and stay. */
export function mapTexts(report: Report, change: (text: Text, block: Block["kind"] | "title") => Text): Report {
  return {
    ...report,
    title: change(report.title, "title"),
    blocks: report.blocks.map((block): Block => {
      switch (block.kind) {
        case "heading":
        case "paragraph":
          return { ...block, text: change(block.text, block.kind) };
        case "quote":
          return {
            ...block,
            text: change(block.text, "quote"),
            ...(block.translation && {
              translation: {
                label: change(block.translation.label, "paragraph"),
                text: change(block.translation.text, "quote"),
              },
            }),
            ...(block.by && { by: change(block.by, "paragraph") }),
          };
        case "list":
          return { ...block, items: block.items.map((text) => change(text, "list")) };
        case "respondents":
          return {
            ...block,
            items: block.items.map((item) => ({ ...item, note: item.note && change(item.note, "respondents") })),
          };
        case "table":
          return {
            ...block,
            caption: change(block.caption, "table"),
            head: block.head.map((text) => change(text, "table")),
            rows: block.rows.map((row) => row.map((text) => change(text, "table"))),
          };
      }
    }),
  };
}
