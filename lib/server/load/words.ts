/**
 * The one door through which words reach a browser.
 *
 * Those who may read originals get phrases, names and quotes as they are. Everybody else gets no names,
 * and text with the overlay applied.
 */
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { PrismaClient } from "#lib/server/store/generated/client.ts";
import { readNames } from "#lib/server/store/identity.ts";
import { readAround, readPhrases, readQuotes, referredWords, withoutReasons } from "#lib/server/store/phrases.ts";
import type { Seal } from "#lib/server/store/seal.ts";
import { NOTHING } from "#lib/domain/quote/around.ts";
import type { Around } from "#lib/domain/quote/around.ts";
import { maskOf } from "./mask.ts";

export type Asked = Readonly<{ phrases: readonly string[]; names: readonly string[]; quotes: readonly string[] }>;

/** Words by id; what is not there (erased, or not for this role) is left out. */
export type Words = Readonly<{
  phrases: Record<string, { lang: string; words: string }>;
  names: Record<string, string>;
  quotes: Record<string, { lang: string; words: string }>;
}>;

/**
 * Words for someone of a role: those asked for by id, or all that live rows refer to and this person may see.
 * `written` is what people wrote, with names; `quoted` what respondents said, many times as long.
 */
export async function wordsFor(
  db: PrismaClient,
  vault: Seal,
  study: string,
  reader: Readonly<{ id: string; role: Role }>,
  asked: Asked | "written" | "quoted",
): Promise<Words> {
  const originals = may(reader.role, "readOriginals");
  const { phrases, names, quotes } =
    asked === "written"
      ? { ...(await referredWords(db, study, reader.id)), quotes: [] }
      : asked === "quoted"
        ? { phrases: [], names: [], quotes: "all" as const }
        : asked;
  const [said, quoted, named] = await Promise.all([
    readPhrases(db, study, may(reader.role, "decideIdentifiers") ? phrases : await withoutReasons(db, study, phrases)),
    readQuotes(db, study, quotes),
    originals ? readNames(db, vault, study, names) : new Map<string, string>(),
  ]);
  const mask = originals ? null : await maskOf(db, vault, study);
  const around = mask ? await readAround(db, study, quoted) : new Map<string, Around>();
  const shown = ({ lang, words }: { lang: string; words: string }) => ({
    lang,
    words: mask ? mask.text(words, lang) : words,
  });
  return {
    phrases: Object.fromEntries(said.map((phrase) => [phrase.id, shown(phrase)])),
    names: Object.fromEntries(named),
    quotes: Object.fromEntries(
      quoted.map(({ id, lang, words }) => [
        id,
        { lang, words: mask ? mask.quote(words, around.get(id) ?? NOTHING, lang) : words },
      ]),
    ),
  };
}
