import { no, yes } from "../result.ts";
import { raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { row } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { slot } from "./shape.ts";
import type { Field } from "./shape.ts";
import type { WordingSet } from "./word.ts";
import type { Lang } from "../field.ts";
import type * as z from "zod";

/** Rule W1: a text slot is never overwritten by someone who did not see what it says. */
export const wordingSet: Rule<z.infer<typeof WordingSet>> = {
  needs: (_, { subject, field, lang }) => [row("wording", slot(subject, field, lang))],
  decide: (view, { subject, field, lang, phrase, was }) => {
    const id = slot(subject, field, lang);
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
