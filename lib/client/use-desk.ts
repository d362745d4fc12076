"use client";
/** The open study as the desk that writing screens work at. */
import { useMemo, useSyncExternalStore } from "react";
import { may } from "#lib/domain/member/shape.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import type { Desk } from "./desk.ts";
import { useStudy, useWords } from "./study/provider.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";

/** A desk that is new whenever rows or words have changed. */
export function useDesk(): Desk {
  const session = useStudy();
  const speech = useWords();
  const locale = useLang();
  const version = useSyncExternalStore(
    (listener) => session.state.subscribe(listener),
    () => session.state.version(NOUNS),
    () => 0,
  );
  return useMemo(
    (): Desk => ({
      study: session.study,
      me: session.me.id,
      rows: session.state.rows,
      version,
      locale,
      mayChange: may(session.me.role, "change"),
      mayReadOriginals: may(session.me.role, "readOriginals"),
      mayPublish: may(session.me.role, "managePeople"),
      mayExport: may(session.me.role, "export") && may(session.me.role, "decideIdentifiers"),
      slot: (subject, field, lang) => speech.exactly(subject, field, lang) ?? { phrase: null, words: "" },
      phrase: speech.phrase,
      quote: (id) => speech.quote(id) ?? undefined,
      send: (command, made) => {
        void session.give({
          cmdId: crypto.randomUUID(),
          command,
          phrases: [...(made?.phrases ?? [])],
          names: [...(made?.names ?? [])],
        });
      },
    }),
    [session, speech, version, locale],
  );
}
