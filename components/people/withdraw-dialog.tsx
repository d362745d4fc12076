"use client";
/** Withdraws a participant, once what goes with them has been said and their pseudonym typed. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useToday } from "#lib/client/i18n/today.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { effectOf } from "#lib/domain/participant/effect.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ParticipantRow } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type Props = Readonly<{ row: ParticipantRow; onClose: () => void }>;

export function WithdrawDialog({ row, onClose }: Props) {
  const t = useTranslations("people");
  const locale = useLang();
  const session = useStudy();
  const speech = useWords();
  const [on, setOn] = useState(useToday());
  const [typed, type] = useState("");
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const code = pseudonym(row);
  const effect = useFromRows(
    ["participant", "source", "speaker", "quote", "anchor", "card", "evidence", "finding"],
    (rows) => effectOf(rows, row.id),
    [row.id],
  );
  const codes = (sources: typeof effect.whole) =>
    new Intl.ListFormat(locale === "cy" ? "cy" : "en-GB").format(sources.map(sourceCode));

  async function withdraw() {
    setPending(true);
    setFailed(false);
    const outcome = await session.send({ kind: "participant.withdraw", id: row.id, on });
    setPending(false);
    if ("refused" in outcome) setFailed(true);
    else onClose();
  }

  return (
    <AlertDialog
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("withdrawal.title", { name: code })}
      action={t("withdrawal.do")}
      onAction={() => void withdraw()}
      isPending={isPending}
      isDisabled={typed.trim().toUpperCase() !== code || on === ""}
    >
      <div className="flex flex-col gap-4">
        {effect.whole.length + effect.shared.length === 0 ? (
          <Notice kind="warn">{t("withdrawal.unlinked")}</Notice>
        ) : null}
        <p>{t("withdrawal.what")}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {effect.whole.length > 0 ? (
            <li>{t("withdrawal.whole", { count: effect.whole.length, codes: codes(effect.whole) })}</li>
          ) : null}
          {effect.shared.length > 0 ? (
            <li>{t("withdrawal.shared", { count: effect.shared.length, codes: codes(effect.shared) })}</li>
          ) : null}
          <li>{t("withdrawal.quotes", { quotes: effect.quotes, cards: effect.cards })}</li>
          <li>{t("withdrawal.elsewhere")}</li>
          <li>{t("withdrawal.files")}</li>
        </ul>
        {effect.findings.length > 0 ? (
          <div>
            <h3 className="font-semibold">{t("withdrawal.findings")}</h3>
            <ul className="flex flex-col gap-1">
              {effect.findings.map(({ finding, lost, left }) => {
                const said = speech.wording(finding, "statement", locale);
                return (
                  <li key={finding}>
                    <span lang={said?.lang}>{said?.words ?? t("withdrawal.unsaid")}</span>{" "}
                    <span className={left === 0 ? "text-danger" : "text-soft"}>
                      {t("withdrawal.loses", { lost, left })}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        ) : null}
        <p className="border-s-2 border-danger ps-3">{t("withdrawal.never")}</p>
        <TextField type="date" label={t("withdrawal.on")} value={on} onChange={setOn} className="max-w-48" />
        <TextField
          label={t("withdrawal.type", { name: code })}
          value={typed}
          onChange={type}
          autoComplete="off"
          spellCheck="false"
          autoFocus
          error={failed ? t("withdrawal.failed") : null}
        />
      </div>
    </AlertDialog>
  );
}
