/**
 * What stands on the pages of a PDF told as a tree: documents, headings, paragraphs, lists, tables, each with its words and language.
 *
 * Source: ISO 32000-1:2008, 14.7 and 14.8.
 */
import { textString } from "./pdf-file.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Marked words: on which page, from 0, and their number there. */
export type Mark = Readonly<{ page: number; mark: number }>;
/** A node: a kind, and what it holds in the order in which it is read. */
export type Element = Readonly<{
  kind: string;
  lang: string | null;
  title?: string;
  /** what only its kind has, as it is written: `/O/Table/Scope/Row` */
  about?: string;
  kids: readonly (Element | Mark)[];
}>;

/**
 * Writes the structure; answers with its root's number.
 *
 * @param pages - the objects of the pages
 * @param marks - how many marks there are on each
 */
export function structure(
  file: PdfFile,
  document: Element,
  pages: readonly number[],
  marks: readonly number[],
): number {
  const root = file.reserve();
  const owners = marks.map((count) => Array.from({ length: count }, () => 0));
  const write = (element: Element, parent: number): number => {
    const number = file.reserve();
    const first = element.kids.find((kid) => "mark" in kid)?.page;
    const kids = element.kids.map((kid) => {
      if (!("mark" in kid)) return `${write(kid, number)} 0 R`;
      const own = owners[kid.page];
      if (own) own[kid.mark] = number;
      return kid.page === first ? String(kid.mark) : `<</Type/MCR/Pg ${pages[kid.page] ?? 0} 0 R/MCID ${kid.mark}>>`;
    });
    const lang = element.lang === null ? "" : `/Lang(${element.lang})`;
    const title = element.title === undefined ? "" : `/T${textString(element.title)}`;
    const about = element.about === undefined ? "" : `/A<<${element.about}>>`;
    const on = first === undefined ? "" : `/Pg ${pages[first] ?? 0} 0 R`;
    return file.add(
      `<</Type/StructElem/S/${element.kind}/P ${parent} 0 R${on}${lang}${title}${about}/K[${kids.join(" ")}]>>`,
      number,
    );
  };
  const first = write(document, root);
  const lists = owners.map((own, at) => `${at}[${own.map((owner) => `${owner} 0 R`).join(" ")}]`);
  const parents = file.add(`<</Nums[${lists.join("")}]>>`);
  return file.add(
    `<</Type/StructTreeRoot/K ${first} 0 R/ParentTree ${parents} 0 R/ParentTreeNextKey ${owners.length}>>`,
    root,
  );
}
