/** What writes the words that a project brings along: phrases and sealed names, each under an id that follows from the plan; and what counts losses. */
import type { Lang } from "#lib/domain/field.ts";
import { LONGEST_NAME } from "#lib/domain/import/plan.ts";
import { UNCARRIED } from "#lib/domain/project/shape.ts";
import type { Lost, Uncarried } from "#lib/domain/project/shape.ts";
import { LONGEST_PHRASE } from "#lib/domain/study/outcome.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import type { Said } from "#lib/domain/wording/decide.ts";

export type Pen = Readonly<{
  /** The id of something new. */
  id: (what: string) => string;
  lang: Lang;
  /** Words for a slot; null where there are none, or more than fit. */
  say: (words: string, lang?: Lang) => Said | null;
  /** A name that could identify somebody; null where there is none, or it is longer than any name. */
  name: (subject: string, field: NewName["field"], words: string) => string | null;
  lose: (what: Uncarried, count?: number) => void;
  phrases: readonly NewPhrase[];
  names: readonly NewName[];
  lost: () => Lost;
}>;

/** @param lang - in which words are that do not say */
export function penOf(id: (what: string) => string, lang: Lang): Pen {
  const phrases: NewPhrase[] = [];
  const names: NewName[] = [];
  const lost = new Map<Uncarried, number>();
  const pen: Pen = {
    id,
    lang,
    say: (words, own = lang) => {
      if (words.trim() === "" || words.length > LONGEST_PHRASE) return null;
      const phrase = { id: id(`phrase/${phrases.length}`), lang: own, words };
      phrases.push(phrase);
      return { lang: own, phrase: phrase.id };
    },
    name: (subject, field, words) => {
      const said = words.trim();
      if (said.length > LONGEST_NAME) pen.lose("names");
      if (said === "" || said.length > LONGEST_NAME) return null;
      const name = { id: id(`name/${subject}/${field}`), subject, field, words: said };
      names.push(name);
      return name.id;
    },
    lose: (what, count = 1) => void (count > 0 && lost.set(what, (lost.get(what) ?? 0) + count)),
    phrases,
    names,
    lost: () => Object.fromEntries(UNCARRIED.flatMap((what) => (lost.has(what) ? [[what, lost.get(what)]] : []))),
  };
  return pen;
}
