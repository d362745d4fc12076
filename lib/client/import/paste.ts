/**
 * What is sent of pasted words: the words alone, or with them who speaks in bold, as Word and Google put it on the clipboard.
 *
 * Rich text is sent only where its bold says something and nobody has changed the words since; a table copied from
 * a spreadsheet is better read from its tabs.
 */
export type Pasted = Readonly<{ plain: string; html: string }>;

/** The clipboard's rich text, where it tells more than its words do. */
export function richPaste(plain: string, html: string): Pasted | null {
  const bold = /<(?:b|strong)[\s>]|font-weight:\s*(?:bold|[6-9]00)/i.test(html);
  return bold && !/<table[\s>]/i.test(html) ? { plain, html } : null;
}

/** The bytes to look at. */
export function pastedBlob(words: string, pasted: Pasted | null): Blob {
  const same = pasted !== null && flat(pasted.plain) === flat(words);
  return same
    ? new Blob([`<!doctype html>${pasted.html}`], { type: "text/html" })
    : new Blob([words], { type: "text/plain" });
}

function flat(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
