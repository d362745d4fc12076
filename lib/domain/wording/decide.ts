import { writtenBy } from "../summary/along.ts";
import { needsOfSubject, unspoken, withdrawn } from "../memo/subject.ts";
import { joined, needsOfCalls, recalled } from "../memo/recalled.ts";
import { no, yes } from "../result.ts";
import { raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import { row } from "../study/rule.ts";
import type { Need, Rule } from "../study/rule.ts";
import type { Noun, View } from "../study/rows.ts";
import { slot, SUBJECTS } from "./shape.ts";
import type { Field } from "./shape.ts";
import type { WordingSet } from "./word.ts";
import type { Lang } from "../field.ts";
import type * as z from "zod";

/** What must be seen to say whether a subject may be given words of a field. To be asked again once the subject is there. */
export function needsOfSlot(view: View, subject: string, field: Field, lang: Lang): Need[] {
  const memo = field === "body" ? view.get("memo", subject) : undefined;
  return [
    row("wording", slot(subject, field, lang)),
    ...SUBJECTS[field].map((noun) => row(noun, subject)),
    ...(memo ? needsOfSubject(memo.subject) : []),
  ];
}

/**
 * Why a person cannot give a subject words of a field: it is gone, was never there, or is a memo on what is gone (Y64); they would
 * be said of somebody who has withdrawn (Y69); or it is another's answer (ME8).
 */
export function unsayable(view: View, subject: string, field: Field, person: string): Fault | null {
  const nouns: readonly Noun[] = SUBJECTS[field];
  const memo = field === "body" ? view.live("memo", subject) : undefined;
  if (memo && memo.parent !== null && memo.by !== person) return { code: "memo.theirs", id: subject };
  if (memo) return unspoken(view, memo.subject);
  if (nouns.some((noun) => view.live(noun, subject))) return withdrawn(view, subject);
  return missing(nouns.find((noun) => view.get(noun, subject)) ?? nouns[0] ?? "study", subject);
}

/** Rules W1, Y64 and Y69: a text slot is never overwritten by someone who did not see what it says, nor filled for what is gone. */
export const wordingSet: Rule<z.infer<typeof WordingSet>> = {
  needs: (view, { subject, field, lang, calls }) => [
    ...needsOfSlot(view, subject, field, lang),
    ...(field === "body" && calls ? needsOfCalls(view, subject, calls) : []),
  ],
  decide: (view, { subject, field, lang, phrase, was, calls }, { person }) => {
    const id = slot(subject, field, lang);
    const fault = unsayable(view, subject, field, person);
    if (fault) return no(fault);
    const now = view.live("wording", id);
    if ((now?.phrase ?? null) === phrase) return yes([]);
    if ((now?.phrase ?? null) !== was) return no({ code: "wording.changed", id });
    const memo = field === "body" ? view.live("memo", subject) : undefined;
    const summary = field === "summary" ? view.live("summary", subject) : undefined;
    return yes([
      ...raise(view, "wording", { id, subject, field, lang, phrase, gone: false }),
      ...(memo ? joined(memo, person) : []),
      ...(summary ? writtenBy(summary, person) : []),
      ...(memo && calls ? recalled(view, memo, calls) : []),
    ]);
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
