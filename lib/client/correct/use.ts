"use client";
/** Hooks for correcting a text: the draft with its keeping, and what it would do to the source's quotes. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import * as z from "zod";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { courseOf, place } from "#lib/domain/correction/course.ts";
import { correct } from "#lib/domain/correction/edit.ts";
import type { EditFault } from "#lib/domain/correction/edit.ts";
import { Edit } from "#lib/domain/correction/shape.ts";
import { textOf } from "#lib/domain/correction/told.ts";
import type { Told } from "#lib/domain/correction/told.ts";
import { NewSpeaker } from "#lib/domain/correction/wish.ts";
import { lineOf, shown } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import type { Draft } from "./draft.ts";
import { keepDraft, keptDraft } from "./keep.ts";

/** The turns of a text that somebody who sees originals has open. */
export function toldIn(reading: Reading): Told[] {
  return reading.turns.map((turn) => {
    const { id, speaker, question, startMs, endMs } = turn;
    return { id, line: lineOf(turn), words: shown(turn), speaker, question, startMs, endMs };
  });
}

const Kept = z.object({
  reason: z.string(),
  speakers: z.array(NewSpeaker).default([]),
  changes: z.array(z.tuple([z.string(), z.object({ was: z.string(), parts: Edit.shape.parts })])),
});

const EMPTY: Draft = new Map();
const NONE: readonly NewSpeaker[] = [];
const LATER = 250; // ms after the last key

export type Drafting = Readonly<{
  draft: Draft;
  reason: string;
  /** Those who speak in the new text for the first time. */
  speakers: readonly NewSpeaker[];
  /** What an earlier page left has been looked for. */
  ready: boolean;
  /** It was found. */
  found: boolean;
  change: (to: (draft: Draft) => Draft) => void;
  say: (reason: string) => void;
  name: (speaker: NewSpeaker) => void;
  clear: () => Promise<void>;
}>;

/** A draft that survives a reload. @param key - whose it is, and of which source */
export function useDraft(key: string): Drafting {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [reason, say] = useState("");
  const [speakers, setSpeakers] = useState<readonly NewSpeaker[]>(NONE);
  const [ready, setReady] = useState(false);
  const [found, setFound] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef<(() => void) | null>(null);
  useEffect(() => {
    let here = true;
    void keptDraft(key).then((value) => {
      if (!here) return;
      const kept = Kept.safeParse(value);
      if (kept.success) {
        setDraft(new Map(kept.data.changes));
        say(kept.data.reason);
        setSpeakers(kept.data.speakers);
        setFound(true);
      }
      setReady(true);
    });
    return () => {
      here = false;
    };
  }, [key]);
  useEffect(() => {
    if (!ready) return;
    const value = draft.size > 0 || reason !== "" ? { reason, speakers, changes: [...draft] } : null;
    last.current = () => {
      last.current = null;
      void keepDraft(key, value);
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => last.current?.(), LATER);
  }, [key, ready, draft, reason, speakers]);
  useEffect(() => () => last.current?.(), []); // left before the timer
  const clear = useCallback(async () => {
    clearTimeout(timer.current);
    last.current = null;
    setDraft(EMPTY);
    say("");
    setSpeakers(NONE);
    setFound(false);
    await keepDraft(key, null);
  }, [key]);
  const name = useCallback((speaker: NewSpeaker) => setSpeakers((now) => [...now, speaker]), []);
  return { draft, reason, speakers, ready, found, change: setDraft, say, name, clear };
}

/** A quote that a correction touches. `after` is null where its words are gone. */
export type Touched = Readonly<{ quote: string; before: string; after: string | null }>;
export type Effect = Readonly<{
  fault: EditFault | null;
  same: number;
  changed: readonly Touched[];
  lost: readonly Touched[];
}>;

/** What a correction would do to the quotes of its source. */
export function useEffectOf(told: readonly Told[], edits: readonly Edit[], quotes: readonly Quoted[]): Effect {
  return useMemo(() => {
    const next = correct(told, edits, (n) => `new/${n}`);
    if (!next.ok) return { fault: next.fault, same: quotes.length, changed: [], lost: [] };
    const [old, fresh] = [sliced(told), sliced(next.value)];
    const course = courseOf(told, next.value);
    const changed: Touched[] = [];
    const lost: Touched[] = [];
    for (const { id: quote, start, end } of quotes) {
      const to = place(course, { start, end });
      if (to.state === "changed") changed.push({ quote, before: old({ start, end }), after: fresh(to) });
      if (to.state === "lost") lost.push({ quote, before: old({ start, end }), after: null });
    }
    return { fault: null, same: quotes.length - changed.length - lost.length, changed, lost };
  }, [told, edits, quotes]);
}

function sliced(turns: readonly Told[]): (span: Span) => string {
  const text = textOf(turns);
  const astral = astralOf(text);
  return ({ start, end }) => slicePoints(text, astral, start, end);
}

export type Quoted = Readonly<{ id: string; start: number; end: number }>;

/** The quotes that stand in a revision, in the order of its text. */
export function useQuoted(source: string, revision: string | null): readonly Quoted[] {
  return useFromRows(
    ["quote", "anchor"],
    (rows) =>
      rows
        .related("quotesOfSource", source)
        .flatMap(({ id }) => {
          const anchor = rows.related("anchorsOfQuote", id).find((one) => one.revision === revision);
          return anchor ? [{ id, start: anchor.start, end: anchor.end }] : [];
        })
        .toSorted((a, b) => a.start - b.start || b.end - a.end),
    [source, revision],
  );
}
