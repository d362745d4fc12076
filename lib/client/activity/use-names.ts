"use client";
import { useMemo, useSyncExternalStore } from "react";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { namesFrom } from "#lib/domain/activity/names.ts";
import type { Names } from "#lib/domain/activity/sentence.ts";
import type { Thing } from "#lib/domain/activity/shape.ts";
import { may } from "#lib/domain/member/shape.ts";

/** What things are called, for whoever looks. */
export function useNames(things: ReadonlyMap<string, Thing>): Names {
  const { me, members } = useStudy();
  const words = useWords();
  const lang = useLang();
  const version = useSyncExternalStore(
    (listener) => members.subscribe(listener),
    () => members.version,
    () => 0,
  );
  return useMemo(
    () =>
      namesFrom(
        things,
        {
          phrase: words.phrase,
          name: (id) => (may(me.role, "readOriginals") ? words.name(id) : null),
          quote: words.quote,
          person: (id) => (id === me.id ? me.name : members.name(id)),
        },
        lang,
      ),
    // The version says when more names of people are known.
    // oxlint-disable-next-line react/exhaustive-deps -- as said
    [things, words, lang, me, members, version],
  );
}
