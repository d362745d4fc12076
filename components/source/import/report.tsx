"use client";
/** What came in. */
import { useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Brought } from "#lib/domain/import/plan.ts";
import { Uncarried } from "./project.tsx";

/** @param listed - whether it stands where the sources are listed */
export function Report({
  name,
  brought,
  study,
  listed = false,
}: Readonly<{ name: string; brought: Brought; study: string; listed?: boolean }>) {
  const t = useTranslations("sources");
  const says = useTranslations("refi.bring");
  const { first, project } = brought;
  const lines = [
    project
      ? says("report", {
          name,
          sources: says("has.sources", { count: project.sources }),
          quotes: says("has.quotes", { count: project.quotes }),
          tags: says("has.tags", { count: project.tags }),
          memos: says("has.memos", { count: project.memos }),
          insights: says("has.insights", { count: project.insights }),
          boards: says("has.boards", { count: project.boards }),
        })
      : brought.responses > 0 || brought.left > 0 || brought.unfinished > 0
        ? t("report.survey", { name, responses: brought.responses, comments: brought.comments })
        : t("report.transcript", { name, turns: brought.turns, speakers: brought.speakers }),
    ...(brought.left > 0 ? [t("report.left", { count: brought.left })] : []),
    ...(brought.unfinished > 0 ? [t("report.unfinished", { count: brought.unfinished })] : []),
    ...(brought.silent > 0 ? [t("report.silent", { count: brought.silent })] : []),
    ...(brought.organisations > 0 ? [t("report.organisations", { count: brought.organisations })] : []),
    ...(brought.participants > 0 ? [t("report.participants", { count: brought.participants })] : []),
    ...(brought.questions > 0 ? [t("report.questions", { count: brought.questions })] : []),
  ];
  return (
    <Notice
      kind="success"
      live
      title={t("report.heading")}
      action={
        <>
          {first ? (
            <LinkButton size="small" href={`/studies/${study}/sources/${first}`}>
              {t("import.read")}
            </LinkButton>
          ) : null}
          {listed ? null : (
            <LinkButton size="small" href={`/studies/${study}/sources`}>
              {t("import.toSources")}
            </LinkButton>
          )}
        </>
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {project && Object.keys(project.lost).length > 0 ? (
        <Disclosure title={says("lost.heading")} level={3}>
          <Uncarried lost={project.lost} />
        </Disclosure>
      ) : null}
      <p className="text-soft">{project ? says("undo") : t("report.undo")}</p>
    </Notice>
  );
}
