"use client";
import { useTranslations } from "next-intl";
import type { Desk } from "#lib/client/desk.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useWords } from "#lib/client/study/provider.tsx";
import { useParticipants } from "#lib/client/study/use-participants.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";

/** Those among whom somebody chooses, by organisation: what they are called, and what they do where. */
export function useCandidates(
  desk: Desk,
  candidates: readonly string[],
): readonly Readonly<{ id: string; label: string; who: string }>[] {
  const speech = useWords();
  const lang = useLang();
  const kinds = useTranslations("people.kind");
  const wanted = new Set(candidates);
  return useParticipants()
    .flatMap(({ id, label }) => {
      if (!wanted.has(id)) return [];
      const body = desk.rows.live("organisation", desk.rows.live("participant", id)?.organisation ?? "");
      const where = body ? (speech.name(body.name) ?? bodyCode(body)) : "";
      const role = desk.slot(id, "role", desk.locale).words;
      return [{ id, label, who: [role, where, body && kinds(body.kind)].filter(Boolean).join(" · "), where }];
    })
    .toSorted((a, b) => a.where.localeCompare(b.where, lang) || a.label.localeCompare(b.label, lang));
}
