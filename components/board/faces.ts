"use client";
/** What the cards of a board say, in the language of the interface, and when that may have changed. */
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Colouring } from "#lib/client/board/colour.ts";
import { CAPTION_NOUNS, voiceOf } from "#lib/client/board/rows.ts";
import type { Face, SceneCard } from "#lib/client/board/scene.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Lang } from "#lib/domain/field.ts";

export type Faces = Readonly<{ face: (card: SceneCard) => Face; themeName: (theme: string) => string }>;

/** Faces are made when a card is first drawn, and kept until rows or words change: then `face` is another function. */
export function useFaces(lang: Lang, by: Colouring): Faces {
  const t = useTranslations("board");
  const { state } = useStudy();
  const words = useWords();
  const version = useSyncExternalStore(
    (listener) => state.subscribe(listener),
    () => state.version(CAPTION_NOUNS),
    () => 0,
  );
  const face = useMemo(() => {
    const kept = new Map<string, Face>();
    const make = (card: SceneCard): Face => {
      const row = state.rows.get("card", card.id);
      if (row?.insight)
        return { words: words.wording(row.insight, "body", lang)?.words ?? "", caption: t("note"), tags: [] };
      if (!row?.quote) return { words: "", caption: "", tags: [] };
      const voice = voiceOf(state.rows, row.quote);
      const caption = [
        voice.pseudonym,
        by === "organisation" ? voice.organisation : null, // what colour tells stands in words too
        voice.kind && t(`kind.${voice.kind}`),
        voice.source && t(`source.${voice.source}`),
      ];
      const said = words.quote(row.quote)?.words ?? "";
      const tags = voice.tags.flatMap((tag) => words.wording(tag, "name", lang)?.words ?? []);
      if (by === "tag" && card.size === "s" && tags.length > 0)
        return { words: said, caption: tags.join(" · "), tags: [] }; // a small card has one line for both
      return { words: said, caption: caption.filter((part) => part !== null).join(" · "), tags };
    };
    return (card: SceneCard): Face => {
      const key = `${card.id}${card.size}`;
      const known = kept.get(key);
      if (known) return known;
      const made = make(card);
      if (made.words !== "") kept.set(key, made); // words on their way are asked for again
      return made;
    };
    // Rows are changed in place; their version says when.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state, version, words, lang, by, t]);
  const themeName = useCallback((theme: string) => words.wording(theme, "name", lang)?.words ?? "", [words, lang]);
  return { face, themeName };
}
