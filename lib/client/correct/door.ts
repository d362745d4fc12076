"use client";
/** The door for revisions: asks for earlier texts and for what is known of corrections, and sends new ones. */
import { useCallback, useEffect, useState } from "react";
import * as z from "zod";
import { Past } from "#lib/domain/correction/wish.ts";
import type { Wish } from "#lib/domain/correction/wish.ts";
import { Reading } from "#lib/domain/source/reading.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

/** Something asked for: undefined while it comes, null where it cannot be had. */
type Asked<T> = T | null | undefined;

/** An earlier text of a source. Texts never change, so it is asked for once. */
export function useRevision(study: string, source: string, revision: string | null): Asked<Reading> {
  return useAsked(
    revision === null ? null : `/api/studies/${study}/sources/${source}/text?revision=${revision}`,
    Reading,
    0,
  );
}

/** What is known of a source's corrections; asked for anew whenever `version` changes. */
export function usePast(study: string, source: string | null, version: number): Asked<Past> {
  return useAsked(source === null ? null : `/api/studies/${study}/sources/${source}/revisions`, Past, version);
}

function useAsked<T>(path: string | null, shape: z.ZodType<T>, version: number): Asked<T> {
  const [held, hold] = useState<Readonly<{ path: string; value: T | null }> | null>(null);
  const ask = useCallback(
    async (where: string, signal: AbortSignal) => {
      try {
        const answer = await fetch(where, { signal });
        const parsed = shape.safeParse(answer.ok ? await answer.json() : null);
        hold({ path: where, value: parsed.success ? parsed.data : null });
      } catch {
        if (!signal.aborted) hold({ path: where, value: null });
      }
    },
    [shape],
  );
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    void ask(path, stop.signal);
    return () => stop.abort();
  }, [path, version, ask]);
  return held && held.path === path ? held.value : undefined;
}

const Done = z.object({ revision: z.string(), seq: z.int() });
const Refusal = z.looseObject({ refused: z.string() });

/** Sends a correction. Never throws: a lost connection is the fault `line.down`, and sending the same again is safe. */
export async function sendCorrection(
  study: string,
  source: string,
  wish: Wish,
): Promise<Result<z.infer<typeof Done>, string>> {
  try {
    const answer = await fetch(`/api/studies/${study}/sources/${source}/revisions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    });
    const body: unknown = await answer.json().catch(() => null);
    const done = Done.safeParse(body);
    if (answer.ok && done.success) return yes(done.data);
    return no(Refusal.safeParse(body).data?.refused ?? "server.failed");
  } catch {
    return no("line.down");
  }
}
