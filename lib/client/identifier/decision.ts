/** From what a person decided to the commands that say so, and what is offered to them. */
import type { Kind } from "#lib/domain/detect/hit.ts";
import { MIXED } from "#lib/domain/identifier/ladder/plain.ts";
import { common, plainly } from "#lib/domain/identifier/ladder/rung.ts";
import type { Level } from "#lib/domain/identifier/ladder/rung.ts";
import type { IdentifierKind } from "#lib/domain/identifier/shape.ts";
import { MOST_AT_ONCE } from "#lib/domain/identifier/word.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase } from "#lib/domain/study/outcome.ts";
import type { Desk, Language } from "../desk.ts";

export type Decided = Readonly<
  | { decision: "replace"; en: string; cy: string }
  | { decision: "keep"; reason: string }
  | { decision: "ordinary"; reason?: string }
  | { decision: null }
>;

/** What is decided about: an identifier that has a row, or something found that will get one. `kind`: what it names, if known. */
export type Subject = Readonly<{ id: string | null; of: IdentifierKind; words: string; kind?: Kind }>;

/** What could stand in the place of one, or of several alike: words that are true of each of them. */
export function ladderOf(chosen: readonly Readonly<{ levels: readonly Level[] }>[]): readonly Level[] {
  const [one, ...others] = chosen.map(({ levels }) => levels);
  if (one === undefined || others.length === 0) return one ?? [];
  const alike = common([one, ...others]);
  return alike.length > 0 ? alike : MIXED.map(plainly);
}

/** Decides about all of these alike. What was found comes by as few commands as possible, each of them one step of undo. */
export function decideAll(desk: Pick<Desk, "send" | "locale">, subjects: readonly Subject[], decided: Decided): void {
  for (const { id, of } of subjects) {
    if (id === null) continue;
    const { said, phrases } = inWords(decided, desk.locale);
    desk.send({ kind: "identifier.decide", id, of, ...said }, { phrases });
  }
  if (decided.decision === null) return;
  const found = subjects.filter(({ id }) => id === null);
  for (let from = 0; from < found.length; from += MOST_AT_ONCE) {
    const { said, phrases } = inWords(decided, desk.locale);
    const named = found.slice(from, from + MOST_AT_ONCE).map(({ words, kind }) => ({
      name: { id: crypto.randomUUID(), subject: crypto.randomUUID(), field: "term" as const, words },
      kind,
    }));
    const names = named.map(({ name }) => name);
    const terms = named.map(({ name, kind }) => ({ id: name.subject, term: name.id, ...(kind && { thing: kind }) }));
    desk.send({ kind: "identifiers.add", terms, ...said, decision: decided.decision }, { phrases, names });
  }
}

/** Agrees to keep all of these for the reasons that stand with them, or takes that back. */
export function agreeAll(
  desk: Pick<Desk, "send" | "rows">,
  subjects: readonly Readonly<{ id: string | null }>[],
  on: boolean,
): void {
  const kept = subjects.flatMap(({ id }) => {
    const reason = desk.rows.live("identifier", id ?? "")?.reason ?? null;
    return id === null || reason === null ? [] : [{ id, reason }];
  });
  for (let from = 0; from < kept.length; from += MOST_AT_ONCE)
    desk.send({ kind: "identifier.second", kept: kept.slice(from, from + MOST_AT_ONCE), on });
}

/** The command that adds a term by hand about which nothing was decided yet, with its words and what it names. */
export function termAdded(words: string, thing: Kind): Readonly<{ command: Plain; names: readonly NewName[] }> {
  const [id, name] = [crypto.randomUUID(), crypto.randomUUID()];
  return {
    command: { kind: "identifier.add", id, term: name, thing },
    names: [{ id: name, subject: id, field: "term", words }],
  };
}

/** Adds a term by hand. */
export function addTerm(desk: Pick<Desk, "send">, words: string, thing: Kind): void {
  const { command, names } = termAdded(words, thing);
  desk.send(command, { names });
}

/** What was decided as a command says it, with the words that it refers to. */
export function inWords(decided: Decided, locale: Language) {
  const phrases: NewPhrase[] = [];
  const phrase = (words: string, lang: Language): string | null => {
    if (words === "") return null;
    const id = crypto.randomUUID();
    phrases.push({ id, lang, words });
    return id;
  };
  const said = {
    decision: decided.decision,
    replacement: decided.decision === "replace" ? phrase(decided.en, "en") : null,
    replacementCy: decided.decision === "replace" ? phrase(decided.cy, "cy") : null,
    reason:
      decided.decision === "keep" || decided.decision === "ordinary" ? phrase(decided.reason ?? "", locale) : null,
  };
  return { said, phrases };
}
