"use client";
/** Which question is answered where in the text that is open. Rules: docs/spec/passage.md. */
import { useMemo } from "react";
import { useFromRows } from "#lib/client/study/provider.tsx";
import type { OpenStudy } from "#lib/client/study/session.ts";
import type { Part, Stretch } from "#lib/domain/passage/lay.ts";
import type { Reading } from "#lib/domain/source/reading.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";

/** The passages of a text, in its order. */
export function usePassages(source: string, revision: string): readonly Stretch[] {
  return useFromRows(
    ["passage"],
    (rows) =>
      rows
        .related("passagesOfSource", source)
        .filter((one) => one.revision === revision)
        .map(({ id, start, end, question }) => ({ id, start, end, question }))
        .toSorted((a, b) => a.start - b.start),
    [source, revision],
  );
}

/** The text with each turn's question: that of the passage in which the turn begins, else its own. */
export function useAsked(reading: Reading, passages: readonly Stretch[]): Reading {
  return useMemo(() => {
    if (passages.length === 0) return reading;
    let at = 0;
    return {
      ...reading,
      turns: reading.turns.map((turn) => {
        while ((passages[at]?.end ?? Infinity) <= turn.start) at += 1;
        const passage = passages[at];
        const question = passage && passage.start <= turn.start ? passage.question : turn.question;
        return question === turn.question ? turn : { ...turn, question };
      }),
    };
  }, [reading, passages]);
}

/** Links stretches of a text to questions; one step of undo. */
export function layPassages(session: OpenStudy, reading: Reading, parts: readonly Part[]): Promise<Outcome> {
  return session.send({
    kind: "passages.lay",
    source: reading.source,
    revision: reading.revision,
    parts: [...parts],
    fresh: parts.flatMap(() => [crypto.randomUUID(), crypto.randomUUID()]),
  });
}

/** The stretch from one turn to another, `to` exclusive: up to where the next turn begins, so that stretches can touch. */
export function stretchOf({ turns, length }: Reading, from: number, to: number): { start: number; end: number } {
  return { start: turns[from]?.start ?? 0, end: turns[to]?.start ?? length };
}
