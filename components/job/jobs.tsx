"use client";
/** Files on their way into the study, whoever brings them, and what became of those that have just ended. */
import { useEffect, useState } from "react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fault } from "#components/source/import/fault.tsx";
import { Report } from "#components/source/import/report.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { cancelJob } from "#lib/client/cancel-job.ts";
import { fileNames } from "#lib/client/import/send.ts";
import { useImports, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import type { ImportJob } from "#lib/domain/job/shape.ts";
import { isGoing } from "#lib/domain/job/shape.ts";
import { JobProgress } from "./progress.tsx";

/** Which notices this tab has closed already; they end with it. */
const closed = new Set<string>();

/** @param without - jobs that the screen shows by itself */
export function Jobs({ without = [] }: Readonly<{ without?: readonly string[] }>) {
  const t = useTranslations("jobs");
  const { study, me } = useStudy();
  const [, setClosed] = useState(0);
  const jobs = useImports().filter(
    (job) =>
      !without.includes(job.id) &&
      !closed.has(job.id) &&
      (isGoing(job) || (job.by === me.id && job.state !== "cancelled")),
  );
  const ids = jobs.map(({ id }) => id).join(" ");
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (ids === "") return undefined;
    let here = true;
    void fileNames(study).then((found) => here && setNames((known) => ({ ...known, ...found })));
    return () => {
      here = false;
    };
  }, [study, ids]);
  if (jobs.length === 0) return null;
  const mayChange = may(me.role, "change");
  const heading = t(jobs.some(isGoing) ? "heading" : "ended");
  const close = (id: string) => {
    closed.add(id);
    setClosed(closed.size);
  };
  return (
    <section aria-label={heading} className="mb-6 flex flex-col gap-3">
      <h2 className="text-lg">{heading}</h2>
      <ul className="flex flex-col gap-3">
        {jobs.map((job) => (
          <li key={job.id}>
            <Line
              study={study}
              job={job}
              name={names[job.id] ?? t("file")}
              mayChange={mayChange}
              onClose={() => close(job.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = Readonly<{ study: string; job: ImportJob; name: string; mayChange: boolean; onClose: () => void }>;

function Line({ study, job, name, mayChange, onClose }: LineProps) {
  const t = useTranslations("jobs");
  if (isGoing(job))
    return (
      <JobProgress job={job} name={name} {...(mayChange ? { onCancel: (id: string) => cancelJob(study, id) } : {})} />
    );
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 grow">
        {job.result ? (
          <Report name={name} brought={job.result} study={study} listed />
        ) : (
          <Fault
            name={name}
            fault={job.fault ?? { code: "server.failed" }}
            action={
              <LinkButton size="small" href={`/studies/${study}/sources/import`}>
                {t("tryAgain")}
              </LinkButton>
            }
          />
        )}
      </div>
      <IconButton icon={X} label={t("dismiss", { name })} onPress={onClose} />
    </div>
  );
}
