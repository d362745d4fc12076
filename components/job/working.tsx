"use client";
/** Says in the frame of every screen that files are coming in, and leads to where they are. */
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useImports, useStudy } from "#lib/client/study/provider.tsx";
import { isGoing } from "#lib/domain/job/shape.ts";

export function Working() {
  const t = useTranslations("jobs");
  const { study, me } = useStudy();
  const jobs = useImports();
  const going = jobs.filter(isGoing);
  // Whoever has gone on to another screen is told when their file is in; where files come in, the screen says more.
  const elsewhere = !/\/sources(?:\/import)?$/.test(usePathname());
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const job of jobs)
      if (elsewhere && before.current.has(job.id) && job.by === me.id && job.state === "done")
        announce(t("done", { name: t("file") }));
    before.current = new Set(jobs.filter(isGoing).map(({ id }) => id));
  }, [jobs, me.id, t, elsewhere]);
  if (going.length === 0) return null;
  return (
    <Link
      href={`/studies/${study}/sources`}
      className="inline-flex min-h-6 items-center gap-1.5 text-sm"
      aria-label={t("going", { count: going.length })}
    >
      <Spinner size={16} />
      <span className="max-md:hidden">{t("going", { count: going.length })}</span>
    </Link>
  );
}
