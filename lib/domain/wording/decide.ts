import { no, yes } from "../result.ts";
import { raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import type { Noun } from "../study/rows.ts";
import { slot, SUBJECTS } from "./shape.ts";
import type { Field } from "./shape.ts";
import type { WordingSet } from "./word.ts";
import type { Lang } from "../field.ts";
import type * as z from "zod";

/** Rules W1 and Y64: a text slot is never overwritten by someone who did not see what it says, nor filled for what is gone. */
export const wordingSet: Rule<z.infer<typeof WordingSet>> = {
  needs: (_, { subject, field, lang }) => [
    row("wording", slot(subject, field, lang)),
    ...SUBJECTS[field].map((noun) => row(noun, subject)),
  ],
  decide: (view, { subject, field, lang, phrase, was }) => {
    const id = slot(subject, field, lang);
    const nouns: readonly Noun[] = SUBJECTS[field];
    const there = nouns.some((noun) => view.live(noun, subject));
    if (!there) return no(missing(nouns.find((noun) => view.get(noun, subject)) ?? nouns[0] ?? "study", subject));
    const now = view.live("wording", id);
    if ((now?.phrase ?? null) === phrase) return yes([]);
    if ((now?.phrase ?? null) !== was) return no({ code: "wording.changed", id });
    return yes(raise(view, "wording", { id, subject, field, lang, phrase, gone: false }));
  },
};

/** A phrase for a slot, as commands that make something carry it. */
export type Said = Readonly<{ lang: Lang; phrase: string }>;

/** The changes that give a new subject its first words. */
export function say(subject: string, field: Field, said: Said | null | undefined): Put[] {
  if (!said) return [];
  const id = slot(subject, field, said.lang);
  const wording = { id, subject, field, lang: said.lang, phrase: said.phrase, gone: false };
  return [{ op: "put", noun: "wording", id, before: null, after: wording }];
}
