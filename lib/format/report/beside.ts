/**
 * What stands beside a quote about who said it: one thing at most, and that only as the study asks for it.
 *
 * A kind of organisation stands there where enough share it. A participant has a number of this report alone, in the order in which
 * they are first quoted: the study's own pseudonyms would join the report to every other file. Rules: docs/spec/disclosure.md,
 * DC19; docs/spec/report.md, R44.
 */
import { besideQuotes } from "#lib/domain/disclosure/beside.ts";
import type { Thresholds } from "#lib/domain/disclosure/threshold.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { Attribution } from "#lib/domain/report/check.ts";
import type { Beside } from "./material.ts";
import type { Say } from "./say.ts";

type People = Readonly<{
  organisations: readonly Readonly<{ id: string; kind: OrganisationKind }>[];
  participants: readonly Readonly<{ organisation: string | null }>[];
}>;

/** Says of one voice after another what stands beside its quotes; nothing where that cannot be told. */
export function attributionOf(
  wish: Attribution,
  { organisations, participants }: People,
  thresholds: Thresholds,
): (voice: Voice | undefined) => Beside | undefined {
  if (wish === "none") return () => undefined;
  const told = besideQuotes(organisations, participants, thresholds);
  const kinds = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const numbers = new Map<string, number>();
  return (voice) => {
    if (!voice?.arm) return undefined; // who asks, and who wrote a document, is nobody's evidence
    if (wish === "kind") {
      const kind = kinds.get(voice.organisation ?? "");
      return kind !== undefined && told.has(kind) ? { kind } : undefined;
    }
    if (voice.participant === null) return undefined;
    const person = numbers.get(voice.participant) ?? numbers.size + 1;
    numbers.set(voice.participant, person);
    return { person };
  };
}

/** The words for it, in the language of the report. */
export function besideWords(by: Beside, say: Say): string {
  return "kind" in by ? say(`beside.${by.kind}`) : say("beside.person", { number: by.person });
}
