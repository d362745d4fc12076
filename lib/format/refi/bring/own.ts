/**
 * The fixed words of projects of ours, read back: what `gather` says in words of the catalogue, in either language.
 */
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { Seniority } from "#lib/domain/participant/shape.ts";
import { SourceKind } from "#lib/domain/source/shape.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { Say } from "#lib/format/report/say.ts";
import { VARIABLES } from "../gather/variables.ts";
import type { Variable } from "../gather/variables.ts";

/** Who a label before a turn is: nobody, who asks, a speaker by number, or whoever a case of this name is. */
export type Who =
  | Readonly<{ is: "nobody" }>
  | Readonly<{ is: "interviewer" }>
  | Readonly<{ is: "speaker"; number: number }>
  | Readonly<{ is: "case"; name: string }>;

export type OwnWords = Readonly<{
  /** Who is meant by a label; null where it is none of ours. */
  label: (label: string) => Who | null;
  variable: (name: string) => Variable | null;
  organisationKind: (words: string) => OrganisationKind | null;
  sourceKind: (words: string) => SourceKind | null;
  seniority: (words: string) => Seniority | null;
  /** Whether these are no words of anybody's, but say that some are withheld. */
  withheld: (words: string) => boolean;
  /** Whether a name only stands for one that is not there. */
  stands: (noun: "board" | "theme", name: string) => boolean;
}>;

/** Whether a case, or a label, is called as people are here. */
export function isPseudonym(name: string): boolean {
  return /^P(?!0+$)\d{2,9}$/u.test(name);
}

const ANY = 7; // a number that is looked for in a sentence

export function ownWords(sayings: (lang: Lang) => Say): OwnWords {
  const both = [sayings("en"), sayings("cy")];
  const reader = <T extends string>(options: readonly T[], key: (one: T) => string) => {
    const known = new Map(both.flatMap((say) => options.map((one) => [say(key(one)), one] as const)));
    return (words: string) => known.get(words.trim()) ?? null;
  };
  const asks = new Set(both.map((say) => say("interviewer")));
  const silence = new Set(both.map((say) => say("nobody")));
  const speakers = both.map((say) => {
    const [before = "", after = ""] = say("speaker", { number: ANY }).split(String(ANY));
    return { before, after };
  });
  const stand = { board: "board", theme: "unnamed" } as const;
  return {
    label: (label) => {
      if (asks.has(label)) return { is: "interviewer" };
      if (silence.has(label)) return { is: "nobody" };
      for (const { before, after } of speakers) {
        const number =
          label.startsWith(before) && label.endsWith(after)
            ? label.slice(before.length, label.length - after.length)
            : "";
        if (/^[1-9]\d{0,5}$/u.test(number)) return { is: "speaker", number: Number(number) };
      }
      return isPseudonym(label) ? { is: "case", name: label } : null;
    },
    variable: reader(VARIABLES, (one) => `variable.${one}`),
    organisationKind: reader(OrganisationKind.options, (one) => `kind.${one}`),
    sourceKind: reader(SourceKind.options, (one) => `source.${one}`),
    seniority: reader(Seniority.options, (one) => `seniority.${one}`),
    withheld: (words) => both.some((say) => words === `[${say("withheld")}]`),
    stands: (noun, name) => both.some((say) => say(stand[noun]) === name),
  };
}
