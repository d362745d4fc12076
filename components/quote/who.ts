"use client";
/** Whose voice a quote is, by pseudonym and kind of organisation. */
import { useTranslations } from "next-intl";
import type { Desk } from "#lib/client/desk.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";

/** Says it in a line: how it was heard, from whom, from what kind of body. */
export function useWho(desk: Desk): (voice: Voice) => string {
  const t = useTranslations("findings");
  return ({ arm, participant, organisation }) => {
    const person = desk.rows.live("participant", participant ?? "");
    const kind = desk.rows.live("organisation", organisation ?? "")?.kind;
    const parts = [
      arm ? t(`arm.${arm}`) : t("notEvidence"),
      person ? pseudonym(person) : null,
      kind ? t(`kindOne.${kind}`) : null,
    ];
    return parts.filter((part) => part !== null).join(" · ");
  };
}
