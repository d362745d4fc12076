"use client";
/** How far one job is, and the way to cancel it. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Job } from "#lib/domain/job/shape.ts";
import { canCancel } from "#lib/domain/job/shape.ts";

type Props = Readonly<{
  /** Null: the file is still being sent. */
  job: Job | null;
  name: string;
  /** Resolves to false where it was too late. Left out for those who may not. */
  onCancel?: (id: string) => Promise<boolean>;
}>;

export function JobProgress({ job, name, onCancel }: Props) {
  const t = useTranslations("jobs");
  const [asked, setAsked] = useState(false);
  const says = useStage()(job);
  const counted = (job?.stage === "staging" || job?.stage === "writing") && job.total !== null;
  async function cancel(id: string) {
    setAsked(true);
    const done = await onCancel?.(id);
    if (job?.kind === "export") announce(t(done ? "leaving.cancelled" : "leaving.tooLate", { name }));
    else announce(t(done ? "cancelled" : "tooLate", { name }));
    setAsked(false);
  }
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-48 grow">
        {counted ? (
          <Progress label={name} value={job.done} max={Math.max(1, job.total ?? 1)} valueLabel={says} />
        ) : (
          <Progress label={`${name} · ${says}`} />
        )}
      </div>
      {onCancel && job && canCancel(job) ? (
        <Button
          size="small"
          isPending={asked}
          aria-label={t(job.kind === "export" ? "leaving.cancelOf" : "cancelOf", { name })}
          onPress={() => cancel(job.id)}
        >
          {t("cancel")}
        </Button>
      ) : null}
    </div>
  );
}

/** What is being done, in a few words. */
export function useStage(): (job: Job | null) => string {
  const t = useTranslations("jobs");
  return (job) => {
    if (job === null) return t("stage.sending");
    if (job.state === "queued") return t("stage.queued");
    if (job.stage === "staging") return t("stage.staging", { done: job.done, total: job.total ?? job.done });
    if (job.stage === "writing" && job.total !== null) return t("stage.staging", { done: job.done, total: job.total });
    return job.kind === "export" ? t(`leaving.stage.${job.stage}`) : t(`stage.${job.stage}`);
  };
}
