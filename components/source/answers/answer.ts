"use client";
/** What the rows of answers are drawn from: who answered. */
import { useFromRows } from "#lib/client/study/provider.tsx";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { Answer, Turn } from "#lib/domain/source/reading.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

/** Who answered, by pseudonym; `kind` is of the organisation; an interview stands also under its source's code. */
export type Respondent = Readonly<{
  code: string;
  kind: string | null;
  arm: "interview" | "survey";
  source: string;
}>;

/** An answer as a turn of its own, for what works on turns. */
export function asTurn({ turn, start, end, segments }: Answer): Turn {
  return { id: turn, start, end, speaker: null, question: null, startMs: null, endMs: null, segments };
}

/** Who gave an answer. */
export function useRespondents(): (answer: Pick<Answer, "source" | "speaker">) => Respondent {
  return useFromRows(["source", "speaker", "participant", "organisation"], (rows) => {
    const known = new Map<string, Respondent>();
    return ({ source: id, speaker }) => {
      const key = `${id}/${speaker ?? ""}`;
      const found = known.get(key);
      if (found) return found;
      const source = rows.live("source", id);
      const voice = speaker ? rows.live("speaker", speaker)?.participant : source?.participant;
      const participant = voice ? rows.live("participant", voice) : undefined;
      const organisation = rows.live("organisation", source?.organisation ?? participant?.organisation ?? "");
      const code = source ? sourceCode(source) : "";
      const one: Respondent = {
        code: participant ? pseudonym(participant) : code,
        kind: organisation?.kind ?? null,
        arm: source?.kind === "survey" ? "survey" : "interview",
        source: code,
      };
      known.set(key, one);
      return one;
    };
  });
}
