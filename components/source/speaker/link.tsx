"use client";
/** The way from a text to who speaks in it, for those who may say so. */
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";

export function SpeakersLink({ study, source }: Readonly<{ study: string; source: string }>) {
  const t = useTranslations("speaker");
  const { me } = useStudy();
  if (!may(me.role, "change") || !may(me.role, "readOriginals")) return null;
  return (
    <LinkButton look="quiet" size="small" href={`/studies/${study}/sources/${source}/speakers`}>
      <Users aria-hidden size={16} />
      {t("open")}
    </LinkButton>
  );
}
