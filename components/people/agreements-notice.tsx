"use client";
/** Reminds whoever may change the study of agreements that have ended or end soon. Rules: docs/spec/consent.md, CO4. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { useToday } from "#lib/client/i18n/today.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { endingOf } from "#lib/domain/participant/consent.ts";

/** @param action - the way to where they can be seen, if that is elsewhere */
export function AgreementsNotice({ action = null }: Readonly<{ action?: React.ReactNode }>) {
  const t = useTranslations("people");
  const today = useToday();
  const { me } = useStudy();
  const due = useFromRows(["participant"], (rows) => endingOf([...rows.all("participant")], today), [today]);
  if (!may(me.role, "change") || due.ended + due.ending === 0) return null;
  return (
    <Notice kind="warn" className="mb-6" action={action}>
      {t("agreement.notice", due)}
    </Notice>
  );
}
