"use client";
/** What was erased of somebody who has withdrawn, in numbers, and whom that concerns now. */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { fetchAnswer } from "#lib/client/fetch-answer.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { momentInWords } from "#lib/client/i18n/moment.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import type { ErasureTold } from "#lib/domain/participant/erased.ts";

type Props = Readonly<{ row: ParticipantRow; onClose: () => void }>;
type Answer = Awaited<ReturnType<typeof fetchAnswer<ErasureTold>>>;

export function ErasedDialog({ row, onClose }: Props) {
  const t = useTranslations("people");
  const session = useStudy();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void fetchAnswer<ErasureTold>(`/api/studies/${session.study}/participants/${row.id}/erasure`, stop.signal).then(
      (got) => stop.signal.aborted || setAnswer(got),
    );
    return () => stop.abort();
  }, [session.study, row.id]);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("erasure.title", { name: pseudonym(row) })}
      actions={(close) => <Button onPress={close}>{t("erasure.close")}</Button>}
    >
      {answer === null ? (
        <Skeleton lines={6} />
      ) : "failed" in answer ? (
        <Notice kind="error" title={t("erasure.failed")} />
      ) : (
        <Told told={answer.got} />
      )}
    </Dialog>
  );
}

function Told({ told: { at, found, exports } }: Readonly<{ told: ErasureTold }>) {
  const t = useTranslations("people");
  const locale = useLang();
  const speech = useWords();
  const names = usePersonNames();
  const left = useFromRows(["finding", "evidence"], (rows) =>
    Object.keys(found.findings).flatMap((finding) =>
      rows.live("finding", finding) ? [{ finding, left: rows.related("evidenceOfFinding", finding).length }] : [],
    ),
  );
  return (
    <div className="flex flex-col gap-4">
      <p>{t("erasure.at", { moment: momentInWords(at, locale) })}</p>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t("erasure.texts", { whole: found.whole, shared: found.shared })}</li>
        <li>{t("erasure.signs", { count: found.signs })}</li>
        <li>{t("erasure.named", { count: found.named })}</li>
        <li>{t("erasure.written", { count: found.written })}</li>
        <li>{t("erasure.files", { count: found.files })}</li>
      </ul>
      {left.length > 0 ? (
        <section aria-labelledby="erasure-findings">
          <h3 id="erasure-findings" className="font-semibold">
            {t("erasure.findings")}
          </h3>
          <ul className="flex flex-col gap-1">
            {left.map((one) => {
              const said = speech.wording(one.finding, "statement", locale);
              return (
                <li key={one.finding}>
                  <span lang={said?.lang}>{said?.words ?? t("withdrawal.unsaid")}</span>{" "}
                  <span className={one.left === 0 ? "text-danger" : "text-soft"}>
                    {t("erasure.lost", { lost: found.findings[one.finding] ?? 0, left: one.left })}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="erasure-exports">
        <h3 id="erasure-exports" className="font-semibold">
          {t("erasure.exports", { count: exports.length })}
        </h3>
        {exports.length > 0 ? <p className="text-sm text-soft">{t("erasure.exportsHelp")}</p> : null}
        <ul className="mt-1 flex flex-col gap-1">
          {exports.map((one) => (
            <li key={one.id}>
              {t("erasure.export", {
                format: one.format,
                lang: t(`erasure.lang.${one.lang === "cy" ? "cy" : "en"}`),
                moment: momentInWords(one.at, locale),
                name: names(one.by) ?? "?",
              })}
            </li>
          ))}
        </ul>
      </section>
      <p className="text-sm text-soft">{t("erasure.backups")}</p>
    </div>
  );
}
