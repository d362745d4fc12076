/** Whether somebody typed a study's title, in their own way of spacing and quoting. */
export function sameTitle(title: string, typed: string): boolean {
  return fold(title) === fold(typed);
}

function fold(words: string): string {
  return words
    .normalize("NFC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
