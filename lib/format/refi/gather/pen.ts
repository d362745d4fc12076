/**
 * What writes the words of a project: each passes the finder, what was found is kept, and what cannot be carried is counted.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { Plan } from "#lib/domain/identifier/plan.ts";
import type { Hit } from "#lib/domain/report/check.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import { LOSSES } from "#lib/domain/report/project.ts";
import type { Loss, Losses } from "#lib/domain/report/project.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { Words } from "#lib/format/report/material.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { wordingIn } from "#lib/format/report/wording.ts";

export type Both = Readonly<Partial<Record<Lang, string>>>;

/** What a gate asks of a name that stands in what leaves. */
export type Stood = Pick<Hit, "open" | "spared">;

export type Pen = Readonly<{
  lang: Lang;
  plan: Plan;
  /** Whether anything is said there. */
  says: (subject: string, field: Field) => boolean;
  /** What a field says, in the file's language or else the other, veiled; empty where it says nothing. */
  worded: (subject: string, field: Field) => string;
  /** What it says in each language, veiled; none is empty. */
  inBoth: (subject: string, field: Field) => Both;
  /** Keeps that these names stand in what leaves. */
  found: (hits: readonly Stood[]) => void;
  lose: (what: Loss, count?: number) => void;
  hits: readonly Stood[];
  /** What was lost so far. */
  losses: () => Losses;
}>;

export function penOf(rows: Rows, phrases: ReadonlyMap<string, Words>, plan: Plan, lang: Lang): Pen {
  const hits: Stood[] = [];
  const lost = new Map<Loss, number>();
  const wording = wordingIn(rows, phrases, lang);
  const veiled = (words: string, own: string): string => {
    const done = veilText(plain(words, own), "table", plan);
    hits.push(...done.hits);
    return wordsOf(done.text);
  };
  return {
    lang,
    plan,
    says: (subject, field) => wording(subject, field) !== undefined,
    worded: (subject, field) => {
      const words = wording(subject, field);
      return words ? veiled(words.words.trim(), words.lang) : "";
    },
    inBoth: (subject, field) => {
      const said: Partial<Record<Lang, string>> = {};
      for (const own of ["en", "cy"] as const) {
        const words = phrases.get(rows.live("wording", slot(subject, field, own))?.phrase ?? "")?.words.trim() ?? "";
        if (words !== "") said[own] = veiled(words, own);
      }
      return said;
    },
    found: (more) => void hits.push(...more),
    lose: (what, count = 1) => void (count > 0 && lost.set(what, (lost.get(what) ?? 0) + count)),
    hits,
    losses: () => Object.fromEntries(LOSSES.flatMap((what) => (lost.has(what) ? [[what, lost.get(what)]] : []))),
  };
}
