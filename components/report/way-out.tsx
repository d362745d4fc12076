"use client";
/** Files that keep together who said what, and leave for owners only: the way to them, and what stands in theirs. */
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { Held, isHeld } from "#components/identifier/held.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { TakeAnswer } from "#lib/client/save.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { mayTake } from "#lib/domain/export/order.ts";
import type { What } from "#lib/domain/export/order.ts";
import { LOSSES } from "#lib/domain/report/project.ts";
import type { Losses } from "#lib/domain/report/project.ts";
import type { Unsigned } from "#lib/domain/signature/shape.ts";

type WayProps = Readonly<{
  what: What;
  title: string;
  lead: string;
  ask: string;
  /** What asks how the file is to be. */
  dialog: (study: string, onClose: () => void) => ReactNode;
}>;

/** The part of the report's page that leads to such a file; nothing for those who may not. */
export function WayOut({ what, title, lead, ask, dialog }: WayProps) {
  const { study, me } = useStudy();
  const [asking, setAsking] = useState(false);
  if (!mayTake(me.role, what)) return null;
  return (
    <section aria-label={title} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-80">
        <h2 className="font-semibold">{title}</h2>
        <p className="max-w-measure text-soft">{lead}</p>
      </div>
      <Button onPress={() => setAsking(true)}>
        <Download aria-hidden size={16} />
        {ask}
      </Button>
      {asking ? dialog(study, () => setAsking(false)) : null}
    </section>
  );
}

/** What cannot be in the file, or may not. */
export function Lost({ lost }: Readonly<{ lost: Losses }>) {
  const t = useTranslations("refi");
  return LOSSES.map((what) => {
    const count = lost[what] ?? 0;
    return count > 0 ? <li key={what}>{t(`lost.${what}`, { count })}</li> : null;
  });
}

type Waiting = Readonly<{ searching: boolean; open: number; unread: readonly string[]; unsigned: readonly Unsigned[] }>;

/** What stands in the way of a file before it is asked for. */
export function Waits({ check, study }: Readonly<{ check: Waiting; study: string }>) {
  return (
    <>
      {check.searching ? <Held fault={{ code: "report.searching" }} study={study} /> : null}
      {check.open > 0 ? <Open count={check.open} study={study} /> : null}
      {check.unread.length > 0 ? <Held fault={{ code: "report.unread", sources: check.unread }} study={study} /> : null}
      {check.unsigned.length > 0 ? (
        <Held fault={{ code: "report.unsigned", needs: check.unsigned }} study={study} />
      ) : null}
    </>
  );
}

function Open({ count, study }: Readonly<{ count: number; study: string }>) {
  const t = useTranslations("refi");
  return (
    <Notice
      kind="warn"
      live
      title={t("open", { count })}
      action={
        <LinkButton size="small" href={`/studies/${study}/privacy`}>
          {t("decide")}
        </LinkButton>
      }
    />
  );
}

/** Why one that was asked for did not leave. */
export function Refused({ answer, study }: Readonly<{ answer: TakeAnswer; study: string }>) {
  const t = useTranslations("refi");
  if ("done" in answer || "cancelled" in answer) return null;
  if ("failed" in answer) return <Notice kind="error" live title={t(`failed.${answer.failed}`)} />;
  if (isHeld(answer.fault)) return <Held fault={answer.fault} study={study} />;
  if (answer.fault.code === "report.open") return <Open count={answer.fault.open.length} study={study} />;
  return <Notice kind="error" live title={t("leak")} />;
}

type CountedProps<Check> = Readonly<{
  /** null while it is on its way */
  looked: Readonly<{ check: Check }> | Readonly<{ failed: string }> | null;
  onAgain: () => void;
  children: (check: Check) => ReactNode;
}>;

/** What was counted for a file, once it has been; until then that it is, or that it could not be. */
export function Counted<Check>({ looked, onAgain, children }: CountedProps<Check>) {
  const t = useTranslations("refi");
  if (looked === null)
    return (
      <div role="status">
        <p className="text-soft">{t("counting")}</p>
        <Skeleton lines={4} />
      </div>
    );
  if ("check" in looked) return children(looked.check);
  const again = (
    <Button size="small" onPress={onAgain}>
      {t("again")}
    </Button>
  );
  return <Notice kind="error" live title={t("uncounted")} action={again} />;
}
