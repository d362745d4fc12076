"use client";
/**
 * Files on their way out that take longer than a moment, on every screen of the study, for whoever asked: how far they are and the
 * way to cancel them; what came to nothing, and why; and what is ready and nobody fetches by itself, as after a page was loaded anew.
 * Rules: docs/spec/exports.md, EX10 to EX12.
 */
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { cancelJob } from "#lib/client/cancel-job.ts";
import { fetchMade, isFetchedHere, save } from "#lib/client/save.ts";
import { useExports, useStudy } from "#lib/client/study/provider.tsx";
import type { ExportJob } from "#lib/domain/job/shape.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import { JobProgress } from "./progress.tsx";

const MOMENT_MS = 1000;

/** Which of them this tab has closed already; they end with it. */
const closed = new Set<string>();

export function Leaving() {
  const t = useTranslations("jobs.leaving");
  const { study, me } = useStudy();
  const nameOf = useFileName();
  const [, setClosed] = useState(0);
  const mine = useExports().filter(({ by, id }) => by === me.id && !closed.has(id));
  const long = useLong(mine, (job) => announce(t("begun", { name: nameOf(job) })));
  const shown = mine.filter((job) => {
    if (isGoing(job)) return long.has(job.id);
    if (job.state === "failed") return long.has(job.id);
    return job.ready && !isFetchedHere(job.id);
  });
  if (shown.length === 0) return null;
  const close = (id: string) => {
    closed.add(id);
    setClosed(closed.size);
  };
  return (
    <section aria-label={t("heading")} className="border-b border-line bg-raised px-3.5 py-2">
      <ul className="flex max-w-4xl flex-col gap-2">
        {shown.map((job) => (
          <li key={job.id}>
            {isGoing(job) ? (
              <JobProgress job={job} name={nameOf(job)} onCancel={(id) => cancelJob(study, id)} />
            ) : (
              <Ended job={job} name={nameOf(job)} study={study} onClose={() => close(job.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type EndedProps = Readonly<{ job: ExportJob; name: string; study: string; onClose: () => void }>;

function Ended({ job, name, study, onClose }: EndedProps) {
  const t = useTranslations("jobs.leaving");
  const why = useWhy();
  const [busy, setBusy] = useState(false);
  const fetch = async () => {
    setBusy(true);
    const got = await fetchMade(study, job.id);
    setBusy(false);
    if ("file" in got) {
      save(got.file, got.name);
      toast({ kind: "success", text: t("taken", { name }) });
    } else toast({ kind: "error", text: "fault" in got ? why(got.fault.code) : t("why.other") });
    onClose();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className="min-w-48 grow">
        {job.state === "done" ? t("ready", { name }) : `${t("failed", { name })} ${why(job.fault?.code ?? "")}`}
      </p>
      {job.state === "done" ? (
        <Button size="small" isPending={busy} onPress={() => void fetch()} aria-label={t("saveOf", { name })}>
          <Download aria-hidden size={16} />
          {t("save")}
        </Button>
      ) : job.what === "report" ? (
        <LinkButton size="small" href={`/studies/${study}/report`}>
          {t("toReport")}
        </LinkButton>
      ) : null}
      <IconButton icon={X} label={t("dismiss", { name })} onPress={onClose} />
    </div>
  );
}

/** What a file is called where its progress is shown. */
function useFileName(): (job: ExportJob) => string {
  const t = useTranslations("jobs.leaving");
  return ({ what, format }) => t("name", { what: t(`what.${what}`), format });
}

/** Why there is no file, in a sentence. */
function useWhy(): (code: string) => string {
  const t = useTranslations("jobs.leaving");
  return (code) => {
    if (code === "report.searching") return t("why.searching");
    if (code === "report.open") return t("why.open");
    if (code === "report.unread") return t("why.unread");
    if (code === "report.unsigned") return t("why.unsigned");
    if (code === "report.leak") return t("why.leak");
    if (code === "export.stale") return t("why.stale");
    if (code === "export.heavy") return t("why.heavy");
    if (code === "codebook.empty") return t("why.empty");
    if (code === "numbers.few") return t("why.few");
    if (code === "role.denied") return t("why.denied");
    return t("why.other");
  };
}

/** The jobs of these that have gone on for longer than a moment; each is told of once. */
function useLong(jobs: readonly ExportJob[], onLong: (job: ExportJob) => void): ReadonlySet<string> {
  const [long, setLong] = useState<ReadonlySet<string>>(new Set());
  const going = jobs.filter((job) => isGoing(job) && !long.has(job.id));
  const key = going.map(({ id }) => id).join(" ");
  const told = useEffectEvent(() => {
    setLong((now) => new Set([...now, ...going.map(({ id }) => id)]));
    going.forEach(onLong);
  });
  useEffect(() => {
    if (key === "") return undefined;
    const timer = setTimeout(() => told(), MOMENT_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return long;
}
