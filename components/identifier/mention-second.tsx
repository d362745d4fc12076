"use client";
/** Whose decision a mention's own is, and here somebody else agrees that its words are shown. Rules: docs/spec/identifier.md, I97 and I98. */
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import type { Otherwise } from "#lib/domain/mention/listed.ts";

type Props = Readonly<{ otherwise: Otherwise; me: string; onSay: (on: boolean) => void }>;

export function MentionSecond({ otherwise, me, onSay }: Props) {
  const t = useTranslations("identifier");
  const nameOf = usePersonNames();
  const called = (person: string | null) => (person === null ? null : nameOf(person)) ?? t("second.somebody");
  const { by, second, waits, reason } = otherwise;
  if (waits && by !== me)
    return (
      <Notice
        kind="warn"
        title={t("here.waitsForYou")}
        action={
          <Button look="primary" onPress={() => onSay(true)}>
            <ShieldCheck aria-hidden size={16} />
            {t("here.agree")}
          </Button>
        }
      >
        <p className="break-words">{t("here.because", { name: called(by), reason: reason ?? "" })}</p>
        <p>{t("here.until")}</p>
      </Notice>
    );
  if (waits)
    return (
      <Notice kind="warn" title={t("second.waits")}>
        <p>{t("here.until")}</p>
      </Notice>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="text-soft">
        {second === null
          ? t("here.by", { name: called(by) })
          : t("here.both", { name: called(by), second: called(second) })}
      </p>
      {second === null ? null : (
        <Button size="small" look="quiet" onPress={() => onSay(false)}>
          {t("second.takeBack")}
        </Button>
      )}
    </div>
  );
}
