/** What the README of every archive says, whatever the study is: a paragraph each. */
import type { Say } from "#lib/format/report/say.ts";

export function readmeOf(say: Say): readonly string[] {
  return ["files", "speakers", "brackets", "withheld", "told", "log"].map((part) => say(`readme.${part}`));
}
