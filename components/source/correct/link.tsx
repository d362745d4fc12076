"use client";
/** What a reader's page shows of corrections: the way to correct the text, how often it was, and quotes that wait. */
import { History, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { looksOf } from "#lib/domain/correction/look.ts";
import { may } from "#lib/domain/member/shape.ts";

type Props = Readonly<{ study: string; source: string }>;

/** "Correct…", and "Corrected twice" where it was; for those who may. */
export function CorrectLink({ study, source }: Props) {
  const t = useTranslations("correct");
  const { me } = useStudy();
  const count = useFromRows(["correction"], (rows) => rows.related("correctionsOfSource", source).length, [source]);
  if (!may(me.role, "readOriginals")) return null;
  const home = `/studies/${study}/sources/${source}`;
  return (
    <>
      {may(me.role, "change") ? (
        <LinkButton look="quiet" size="small" href={`${home}/correct`}>
          <PenLine aria-hidden size={16} />
          {t("open")}
        </LinkButton>
      ) : null}
      {count > 0 ? (
        <LinkButton look="quiet" size="small" href={`${home}/versions`}>
          <History aria-hidden size={16} />
          {t("corrected", { count })}
        </LinkButton>
      ) : null}
    </>
  );
}

/** Says that quotes wait for a person to look at them, and leads there. */
export function QuotesToLook({ study, source }: Props) {
  const t = useTranslations("correct");
  const { me } = useStudy();
  const count = useFromRows(
    ["source", "quote", "anchor"],
    (rows) => looksOf(rows, source).filter(({ kind }) => kind !== "kept").length,
    [source],
  );
  if (count === 0 || !may(me.role, "change")) return null;
  return (
    <Notice
      kind="warn"
      className="m-2"
      action={
        <LinkButton size="small" href={`/studies/${study}/sources/${source}/look`}>
          {t("lookAt")}
        </LinkButton>
      }
    >
      {t("looks", { count })}
    </Notice>
  );
}
