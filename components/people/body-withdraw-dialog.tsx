"use client";
/** Withdraws an organisation, once what goes with it has been said and its code typed. Rules: docs/spec/consent.md, CO23. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useToday } from "#lib/client/i18n/today.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import { leavingOf } from "#lib/domain/organisation/leaving.ts";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import type { OrganisationRow } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";

type Props = Readonly<{ row: OrganisationRow; onClose: () => void }>;

export function BodyWithdrawDialog({ row, onClose }: Props) {
  const t = useTranslations("people");
  const locale = useLang();
  const session = useStudy();
  const [on, setOn] = useState(useToday());
  const [typed, type] = useState("");
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const code = bodyCode(row);
  const { participants, unsaid, quotes, findings } = useFromRows(
    ["participant", "source", "speaker", "quote", "anchor", "card", "evidence", "finding"],
    (rows) => leavingOf(rows, row.id),
    [row.id],
  );
  const listed = (codes: readonly string[]) => new Intl.ListFormat(locale === "cy" ? "cy" : "en-GB").format(codes);

  async function withdraw() {
    setPending(true);
    setFailed(false);
    const done = await inTurn([
      () => session.send({ kind: "organisation.set", id: row.id, fields: { named: false, namedOn: null } }),
      ...participants.map(
        ({ id }) =>
          () =>
            session.send({ kind: "participant.withdraw", id, on }),
      ),
    ]);
    setPending(false);
    if (done) onClose();
    else setFailed(true);
  }

  return (
    <AlertDialog
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("withdrawal.title", { name: code })}
      action={t("withdrawal.do")}
      onAction={() => void withdraw()}
      isPending={isPending}
      isDisabled={unsaid.length > 0 || typed.trim().toUpperCase() !== code || on === ""}
    >
      <div className="flex flex-col gap-4">
        {unsaid.length > 0 ? (
          <Notice kind="warn">{t("leaving.unsaid", { codes: listed(unsaid.map(sourceCode)) })}</Notice>
        ) : null}
        <div>
          <p>{t("leaving.what")}</p>
          <p className="font-semibold">{listed(participants.map(pseudonym))}</p>
        </div>
        <p>{t("leaving.quotes", { quotes, findings })}</p>
        <p className="border-s-2 border-danger ps-3">{t("withdrawal.never")}</p>
        <TextField type="date" label={t("withdrawal.on")} value={on} onChange={setOn} className="max-w-48" />
        <TextField
          label={t("withdrawal.type", { name: code })}
          value={typed}
          onChange={type}
          autoComplete="off"
          spellCheck="false"
          autoFocus
          error={failed ? t("leaving.part") : null}
        />
      </div>
    </AlertDialog>
  );
}

/** Gives one command after another; false as soon as one was refused. */
async function inTurn(steps: readonly (() => Promise<object>)[]): Promise<boolean> {
  const [first, ...rest] = steps;
  if (first === undefined) return true;
  return "refused" in (await first()) ? false : inTurn(rest);
}
