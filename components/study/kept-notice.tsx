"use client";
/** Reminds whoever may change the study of the last day on which its originals are kept. Rules: docs/spec/study.md, ST41. */
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useToday } from "#lib/client/i18n/today.ts";
import { useRow, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { keptOn } from "#lib/domain/study/kept.ts";

export function KeptNotice() {
  const t = useTranslations("study");
  const locale = useLang();
  const today = useToday();
  const { study, me } = useStudy();
  const until = useRow("study", study)?.keptUntil ?? null;
  const due = keptOn(until, today);
  if (until === null || due === null || !may(me.role, "change")) return null;
  return (
    <Notice
      kind="warn"
      className="mb-6"
      action={
        may(me.role, "managePeople") ? (
          <LinkButton size="small" href={`/studies/${study}/settings`}>
            {t("kept.go")}
          </LinkButton>
        ) : null
      }
    >
      {t(`kept.${due}`, { date: dayInWords(until, locale) })}
    </Notice>
  );
}
