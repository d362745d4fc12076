/** A line of a text or a paragraph of a document, with where it stands and how much of it is bold. */
export type Line = Readonly<{
  text: string;
  at: number; // line of the file, or paragraph of the document, from 1
  bold: number; // length of the bold beginning, in UTF-16 units; 0 where none or unknown
}>;

export function linesOf(text: string): Line[] {
  return text.split("\n").map((line, index) => ({ text: line, at: index + 1, bold: 0 }));
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}
