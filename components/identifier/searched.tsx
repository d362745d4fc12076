"use client";
/** How far the search of the sources has come, and what it is known to have missed. */
import { useTranslations } from "next-intl";
import { Progress } from "#components/ui/progress.tsx";
import type { Queue } from "#lib/domain/identifier/queue.ts";

const TELLING = 10; // confirmed terms from which the share that people added says something

export function Searched({ queue }: Readonly<{ queue: Queue }>) {
  const t = useTranslations("identifier");
  const { done, total, settled } = queue.progress;
  const { confirmed, added } = queue.estimate;
  return (
    <div className="flex max-w-measure flex-col gap-2">
      {done < total ? (
        <Progress label={t("searching")} value={done} max={total} valueLabel={t("searchingOf", { done, total })} />
      ) : (
        <output className="block text-soft">{settled ? t("searched", { total }) : t("searchingNames")}</output>
      )}
      {confirmed >= TELLING && added > 0 ? <p className="text-soft">{t("estimate", { confirmed, added })}</p> : null}
    </div>
  );
}
