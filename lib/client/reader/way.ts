"use client";
/**
 * A person's way through a text: where they are and what they have read, told to the server now and then, so that any
 * browser finds the place again. Rules: docs/spec/quote.md, Q14 and Q15.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isRead, joined, nextUnread, shareRead } from "#lib/domain/source/place.ts";
import type { Place, Stretch } from "#lib/domain/source/place.ts";
import type { Reading, Turn } from "#lib/domain/source/reading.ts";

const LATER = 2000; // ms between what happens and its being told
const MOST = 500; // stretches in one message

export type Way = Readonly<{
  /** How much has been read, from 0 to 1. */
  share: number;
  unread: (turn: Turn) => boolean;
  /** The position of the next unread turn behind this one, around the end; -1 for none. */
  next: (from: number) => number;
  /** The person is at this code point now. */
  be: (at: number) => void;
  /** The turns at these positions have been read. */
  readThese: (turns: readonly number[]) => void;
  /** All of it counts as read, or as unread. */
  markAll: (read: boolean) => void;
}>;

export function useWay(study: string, { source, turns, length }: Reading, place: Place): Way {
  const [read, setRead] = useState<readonly Stretch[]>(() => joined(place.read));
  const waiting = useRef<{ at: number; read: readonly Stretch[]; afresh: boolean } | null>(null);
  const at = useRef(place.at);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const told = waiting.current;
    waiting.current = null;
    if (!told) return;
    // A page that is left lets it go on its way all the same. What gets lost costs a second look, no more.
    void fetch(`/api/studies/${study}/sources/${source}/place`, {
      method: "POST",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...told, read: told.read.slice(0, MOST) }),
    }).catch(() => undefined);
  }, [study, source]);

  const tell = useCallback(
    (stretches: readonly Stretch[], afresh = false) => {
      const before = afresh ? null : waiting.current;
      waiting.current = {
        at: at.current,
        read: joined([...(before?.read ?? []), ...stretches]),
        afresh: afresh || (before?.afresh ?? false),
      };
      timer.current ??= setTimeout(flush, LATER);
    },
    [flush],
  );

  useEffect(() => {
    const left = () => document.visibilityState === "hidden" && flush();
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", left);
    return () => {
      removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", left);
      flush();
    };
  }, [flush]);

  // These stay the same while reading goes on: whoever watches what is in sight is not interrupted by what was read.
  const done = useRef(read);
  const be = useCallback(
    (point: number) => {
      if (point === at.current) return;
      at.current = point;
      tell([]);
    },
    [tell],
  );
  const readThese = useCallback(
    (some: readonly number[]) => {
      // Up to the next turn, so that neighbours join.
      const stretches = some.flatMap((n): Stretch[] => {
        const turn = turns[n];
        if (!turn || turn.start >= turn.end || isRead(done.current, turn)) return [];
        return [[turn.start, turns[n + 1]?.start ?? turn.end]];
      });
      if (stretches.length === 0) return;
      done.current = joined([...done.current, ...stretches]);
      setRead(done.current);
      tell(stretches);
    },
    [turns, tell],
  );
  const markAll = useCallback(
    (on: boolean) => {
      const all: Stretch[] = on && length > 0 ? [[0, length]] : [];
      done.current = all;
      setRead(all);
      tell(all, true);
    },
    [length, tell],
  );
  return useMemo(
    () => ({
      share: shareRead(read, turns),
      unread: (turn) => turn.start < turn.end && !isRead(read, turn),
      next: (from) => nextUnread(read, turns, from),
      be,
      readThese,
      markAll,
    }),
    [read, turns, be, readThese, markAll],
  );
}
