"use client";
import { useMemo } from "react";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { namesFrom } from "#lib/domain/activity/names.ts";
import type { Names } from "#lib/domain/activity/sentence.ts";
import type { Thing } from "#lib/domain/activity/shape.ts";
import { may } from "#lib/domain/member/shape.ts";

/** What things are called, for whoever looks. */
export function useNames(things: ReadonlyMap<string, Thing>): Names {
  const originals = may(useStudy().me.role, "readOriginals");
  const words = useWords();
  const lang = useLang();
  const person = usePersonNames();
  return useMemo(
    () =>
      namesFrom(
        things,
        { phrase: words.phrase, name: (id) => (originals ? words.name(id) : null), quote: words.quote, person },
        lang,
      ),
    [things, words, lang, originals, person],
  );
}
