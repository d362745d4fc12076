"use client";
/**
 * Fetches what is read: a source's text, a question's answers. Texts never change, so one that was read by someone
 * who sees originals is kept for the next look.
 */
import { useCallback, useEffect, useState } from "react";
import type * as z from "zod";
import { Coverage } from "#lib/domain/source/coverage.ts";
import { Place } from "#lib/domain/source/place.ts";
import { Answers, Reading } from "#lib/domain/source/reading.ts";

/** Something on its way: `failed` holds the HTTP status, 0 where the server did not answer. */
export type Fetched<T> = Readonly<
  { state: "loading" } | { state: "failed"; status: number; retry: () => void } | { state: "ready"; value: T }
>;

const KEPT = 12;
const readings = new Map<string, Reading>();

/** The text of a source. `revision` is the one that its row names now: another one is fetched anew. */
export function useReading(study: string, source: string, revision: string | null): Fetched<Reading> {
  const key = revision === null ? null : `/api/studies/${study}/sources/${source}/text#${revision}`;
  const fetched = useFetched(key, Reading, key ? readings.get(key) : undefined);
  const value = fetched.state === "ready" ? fetched.value : null;
  useEffect(() => {
    if (!key || !value || value.sealed || value.revision !== revision) return;
    readings.set(key, value);
    for (const old of readings.keys()) if (readings.size > KEPT) readings.delete(old);
  }, [key, value, revision]);
  return fetched;
}

/** Where this person was in a source, and what they have read of it; asked for anew where the text is another one. */
export function usePlace(study: string, source: string, revision: string | null): Fetched<Place> {
  return useFetched(
    revision === null ? null : `/api/studies/${study}/sources/${source}/place#${revision}`,
    Place,
    undefined,
  );
}

/** The answers to a question, of interviews and survey. */
export function useAnswers(study: string, question: string | null): Fetched<Answers> {
  return useFetched(
    question === null ? null : `/api/studies/${study}/answers?question=${question}`,
    Answers,
    undefined,
  );
}

/** How much of each source is quoted. */
export function useCoverage(study: string): Fetched<Coverage> {
  return useFetched(`/api/studies/${study}/coverage`, Coverage, undefined);
}

/** How many answers each question has. */
export function useAnswerCounts(study: string): Fetched<Record<string, number>> {
  return useFetched<Record<string, number>>(`/api/studies/${study}/answers`, null, undefined);
}

function useFetched<T>(key: string | null, shape: z.ZodType<T> | null, known: T | undefined): Fetched<T> {
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<Readonly<{ key: string; value: Fetched<T> }> | null>(null);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  useEffect(() => {
    if (key === null || known) return;
    const stop = new AbortController();
    const [path = ""] = key.split("#");
    setHeld(null);
    fetch(path, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) return setHeld({ key, value: { state: "failed", status: response.status, retry } });
        const body: unknown = await response.json();
        // Long texts are our own server's answer of the same version; their shape is checked on the way there.
        const value = (shape === null || isLong(body) ? body : shape.parse(body)) as T;
        setHeld({ key, value: { state: "ready", value } });
      })
      .catch(() => {
        if (!stop.signal.aborted) setHeld({ key, value: { state: "failed", status: 0, retry } });
      });
    return () => stop.abort();
  }, [key, known, shape, attempt, retry]);
  if (known) return { state: "ready", value: known };
  return held && held.key === key ? held.value : { state: "loading" };
}

function isLong(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  return (
    ("turns" in body && Array.isArray(body.turns) && body.turns.length > 500) ||
    ("answers" in body && Array.isArray(body.answers) && body.answers.length > 500)
  );
}
