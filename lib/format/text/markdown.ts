/**
 * Words in Markdown (CommonMark 0.31, GFM 0.29), every sign of which means itself; and what such a file says.
 *
 * Square brackets stay, as what stands for a name is in them: they mean something only before what makes a link of them, or
 * where an item begins with a box to tick. `&`, `<` and `>` are written as entities, everything else behind a backslash; so
 * what is put together of such words and a writer's own tags is well-formed XML too, which lets the scan read it by its
 * structure. Addresses of the web are broken where GFM would make links of them.
 * Source: CommonMark 0.31.2, 2.4; GFM 0.29, 4.10 and 6.9.
 */

/** One line of words, without blanks at its ends. */
export function markdown(words: string): string {
  return words
    .replace(/^[ \t]+|[ \t]+$/gu, "")
    .replace(/[\\`*_~|$@]|\[(?=\[)|\](?=[([:])|:(?=\/\/)|\.(?<=www\.)/giu, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^(?:[#+=:-]|\[(?=[ x]\]))/iu, "\\$&")
    .replace(/^(\d+)([.)])/u, "$1\\$2")
    .replace(/(^|[ \t])(#+)$/u, "$1\\$2"); // signs at the end of a heading are none of its words
}

/** A file as it is read: without backslashes and the signs of quotations. Entities stay: what is well-formed remains so. */
export function readMarkdown(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(unescaped(text.replace(/^> ?/gmu, "").replace(/\\$/gmu, "")));
}

/** Words without the backslashes before signs. */
export function unescaped(words: string): string {
  return words.replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}
