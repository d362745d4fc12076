"use client";
/** Opens a study for the screens below and gives them hooks to read it. */
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import type { Lang } from "#lib/domain/field.ts";
import { isExport, isImport } from "#lib/domain/job/shape.ts";
import type { ExportJob, ImportJob, Job } from "#lib/domain/job/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import type { Noun, RowOf, Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { Peer } from "#lib/domain/study/live.ts";
import { StudySession } from "./session.ts";
import type { Me, OpenStudy, Standing } from "./session.ts";
import type { Shared } from "./together.ts";

/** Where the hooks below find the study. */
export const Context = createContext<OpenStudy | null>(null);

/**
 * Keeps one study open for as long as it is mounted. `fallback` is shown until this browser has opened it;
 * whether it has been loaded is for the screens below to ask (`useStanding`).
 *
 * Whose role is changed while they look has the study opened anew in that role: nothing that was read in the old one
 * stays, and what was not sent yet is sent by the new one.
 *
 * @param onRole - called with the new role then
 */
export function StudyProvider({
  study,
  me,
  fallback,
  children,
  onRole,
}: Readonly<{ study: string; me: Me; fallback: ReactNode; children: ReactNode; onRole: (role: Role) => void }>) {
  const [session, setSession] = useState<StudySession | null>(null);
  const [told, tell] = useState<Readonly<{ was: Role; now: Role }> | null>(null);
  const { id, name } = me;
  // What the page was given counts again as soon as it is given another.
  const role = told?.was === me.role ? told.now : me.role;
  const changed = useEffectEvent((now: Role) => {
    tell({ was: me.role, now });
    onRole(now);
  });
  useEffect(() => {
    const opened = new StudySession(study, { id, name, role }, (now) => changed(now));
    setSession(opened);
    const warn = (event: BeforeUnloadEvent) => {
      if (opened.standing.unsent > 0) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      opened.close();
    };
  }, [study, id, name, role]);
  return session ? <Context value={session}>{children}</Context> : fallback;
}

/** The open study: for commands and for what is read outside rendering. */
export function useStudy(): OpenStudy {
  const session = useContext(Context);
  if (!session) throw new Error("useStudy outside StudyProvider");
  return session;
}

/** How the line to the server stands. */
export function useStanding(): Standing {
  const session = useStudy();
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.standing,
    () => session.standing,
  );
}

/** One thing of how the line stands: renders again when that is another, and not with every change that is sent and saved. */
export function useStandingOf<K extends keyof Standing>(what: K): Standing[K] {
  const session = useStudy();
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.standing[what],
    () => session.standing[what],
  );
}

/** The others who have the study open. */
export function usePeople(): readonly Peer[] {
  const session = useStudy();
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.people,
    () => session.people,
  );
}

/** Files on their way into the study, as far as they are. */
export function useImports(): readonly ImportJob[] {
  const jobs = useJobs();
  return useMemo(() => jobs.filter(isImport), [jobs]);
}

/** Files on their way out of it. */
export function useExports(): readonly ExportJob[] {
  const jobs = useJobs();
  return useMemo(() => jobs.filter(isExport), [jobs]);
}

function useJobs(): readonly Job[] {
  const session = useStudy();
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.jobs,
    () => session.jobs,
  );
}

/** What people do together beyond the rows: calls, timers, whom this tab follows. */
export function useShared(): Shared {
  const { together } = useStudy();
  return useSyncExternalStore(
    together.subscribe,
    () => together.shared,
    () => together.shared,
  );
}

/**
 * Something computed from the rows, anew when rows of these nouns have changed.
 *
 * @param deps - what else `compute` reads
 */
export function useFromRows<T>(nouns: readonly Noun[], compute: (rows: Rows) => T, deps: readonly unknown[] = []): T {
  const { state } = useStudy();
  const key = nouns.join(" ");
  const version = useSyncExternalStore(
    (listener) => state.subscribe(listener),
    () => state.version(nouns),
    () => 0,
  );
  // The rows object may be another one after a snapshot; its version has then grown too.
  // oxlint-disable-next-line react/exhaustive-deps -- the caller names what `compute` reads; the versions stand for the rows
  return useMemo(() => compute(state.rows), [state, version, key, ...deps]);
}

/** All live rows of a noun. */
export function useRows<N extends Noun>(noun: N): readonly RowOf<N>[] {
  return useFromRows([noun], (rows) => [...rows.all(noun)]);
}

/** One live row. */
export function useRow<N extends Noun>(noun: N, id: string | null): RowOf<N> | undefined {
  return useFromRows([noun], (rows) => (id === null ? undefined : rows.live(noun, id)), [id]);
}

/** Reads words while rendering; renders again when words arrive. */
export type Speech = Readonly<{
  /** A phrase; "" where there is none; undefined while it is fetched. */
  phrase: (id: string | null | undefined) => string | undefined;
  /** A real name; null for those who may not know it; undefined while it is fetched. */
  name: (id: string | null | undefined) => string | null | undefined;
  quote: (id: string) => { lang: string; words: string } | null | undefined;
  /** What a text slot says in this language, or else in the other; null where it says nothing. */
  wording: (subject: string, field: Field, lang: Lang) => { lang: Lang; words: string; phrase: string } | null;
  /** What a text slot says in exactly this language. */
  exactly: (subject: string, field: Field, lang: Lang) => { words: string; phrase: string } | null;
}>;

export function useWords(): Speech {
  const { words, state } = useStudy();
  const version = useSyncExternalStore(
    (listener) => words.subscribe(listener),
    () => words.version,
    () => 0,
  );
  const wordings = useSyncExternalStore(
    (listener) => state.subscribe(listener),
    () => state.version(["wording"]),
    () => 0,
  );
  return useMemo(() => {
    const exactly = (subject: string, field: Field, lang: Lang) => {
      const phrase = state.rows.live("wording", slot(subject, field, lang))?.phrase;
      if (!phrase) return null;
      return { words: words.phrase(phrase)?.words ?? "", phrase };
    };
    return {
      phrase: (id) => {
        const said = words.phrase(id);
        return said === undefined ? undefined : (said?.words ?? "");
      },
      name: (id) => words.name(id),
      quote: (id) => words.quote(id),
      exactly,
      wording: (subject, field, lang) => {
        for (const tried of lang === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const)) {
          const said = exactly(subject, field, tried);
          if (said) return { ...said, lang: tried };
        }
        return null;
      },
    };
    // The versions are what makes the memo new; state and words stay the same objects.
    // oxlint-disable-next-line react/exhaustive-deps -- as said
  }, [words, state, version, wordings]);
}
