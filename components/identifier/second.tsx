"use client";
/** What is to be kept and waits for a second person: who decided it and why, and here somebody else agrees. Rules: docs/spec/identifier.md, I86 to I90. */
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { entryWaits } from "#lib/domain/identifier/queue.ts";
import type { Entry } from "#lib/domain/identifier/queue.ts";

type Props = Readonly<{
  /** What is to be kept, or is kept. */
  entries: readonly Entry[];
  me: string;
  onSay: (on: boolean) => void;
}>;

export function Second({ entries, me, onSay }: Props) {
  const t = useTranslations("identifier");
  const nameOf = usePersonNames();
  const called = (person: string | null) => (person === null ? null : nameOf(person)) ?? t("second.somebody");
  const [one] = entries;
  if (one === undefined) return null;
  if (!entryWaits(one) && one.second === null)
    return <p className="text-soft">{t("second.alone", { name: called(one.by) })}</p>;
  if (!entryWaits(one))
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-soft">{t("second.both", { name: called(one.by), second: called(one.second) })}</p>
        <Button size="small" look="quiet" onPress={() => onSay(false)}>
          {t("second.takeBack")}
        </Button>
      </div>
    );
  if (one.by === me)
    return (
      <Notice kind="warn" title={t("second.waits")}>
        <p>{t("second.yours")}</p>
        <p>{t("second.until")}</p>
      </Notice>
    );
  return (
    <Notice
      kind="warn"
      title={t("second.waitsForYou", { count: entries.length })}
      action={
        <Button look="primary" onPress={() => onSay(true)}>
          <ShieldCheck aria-hidden size={16} />
          {t("second.agree", { count: entries.length })}
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {entries.map((entry) => (
          <li key={entry.key} className="break-words">
            {t.rich("second.because", {
              name: called(entry.by),
              words: entry.words,
              reason: entry.reason ?? "",
              b: (chunks) => <bdi className="font-semibold">{chunks}</bdi>,
            })}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t("second.until")}</p>
    </Notice>
  );
}
