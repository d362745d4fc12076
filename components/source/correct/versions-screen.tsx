"use client";
/**
 * The history of a text: who corrected it, when, why and what; every text that was read before, and the way back to it.
 * Rules: docs/spec/correct.md, K10, K14 and K17.
 */
import { useLocale, useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { useFaultWords } from "#components/sync/fault-words.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { toast } from "#components/ui/toast.tsx";
import { sendCorrection, usePast, useRevision } from "#lib/client/correct/door.ts";
import { toldIn } from "#lib/client/correct/use.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useSource } from "#lib/client/reader/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useFromRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { differences } from "#lib/domain/correction/compare.ts";
import type { CorrectionRow } from "#lib/domain/correction/shape.ts";
import { may } from "#lib/domain/member/shape.ts";
import { shown } from "#lib/domain/source/reading.ts";
import { useSpoken } from "#lib/client/reader/spoken.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { usePersonName } from "#lib/client/study/use-person-name.ts";

type Props = Readonly<{ study: string; source: string }>;

export function VersionsScreen({ study, source }: Props) {
  const t = useTranslations("correct");
  const session = useStudy();
  const router = useRouter();
  const loaded = useStandingOf("loaded");
  const faultWords = useFaultWords();
  const view = useSource(source, useSpoken());
  const reads = may(session.me.role, "readOriginals");
  const wanted = useSearchParams().get("revision");
  const corrections = useFromRows(
    ["correction"],
    (rows) => rows.related("correctionsOfSource", source).toSorted((a, b) => b.n - a.n),
    [source],
  );
  const past = usePast(study, reads ? source : null, corrections.length);
  const times = new Map(past?.corrections.map(({ id, at }) => [id, at]));
  const [going, setGoing] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const home = `/studies/${study}/sources/${source}`;
  if (!reads || (!view && loaded))
    return (
      <EmptyState
        title={t(reads ? "missing" : "noRight")}
        action={<LinkButton href={`/studies/${study}/sources`}>{t("toSources")}</LinkButton>}
      />
    );
  if (!view) return <Progress label={t("loading")} />;
  const now = view.row.revision;
  const back = (to: string) => {
    setGoing(null);
    void sendCorrection(study, source, { id: crypto.randomUUID(), base: now, to, reason: null }).then((answer) => {
      if (!answer.ok) return setFault(answer.fault);
      toast({
        text: t("wentBack"),
        kind: "success",
        action: { label: t("undo"), onPress: () => void session.send({ kind: "undo", how: "ask" }) },
      });
      router.push(home);
    });
  };
  const crumbs = [{ href: home, text: `${view.code} ${view.title}`.trim() }];
  const mayChange = may(session.me.role, "change");
  return (
    <Page className="max-w-4xl">
      <PageHeader
        above={
          <Breadcrumbs crumbs={wanted ? [...crumbs, { href: `${home}/versions`, text: t("versions") }] : crumbs} />
        }
        title={t(wanted ? "version" : "versions")}
        lead={t(wanted ? "versionLead" : "versionsLead")}
        actions={
          wanted && wanted !== now && mayChange ? (
            <Button onPress={() => setGoing(wanted)}>{t("goBack")}</Button>
          ) : (
            <LinkButton href={home}>{t("toText")}</LinkButton>
          )
        }
      />
      {fault ? (
        <Notice kind="error" live className="mb-4">
          {fault === "line.down" ? t("lineDown") : faultWords(fault)}
        </Notice>
      ) : null}
      {wanted ? (
        <Version study={study} view={view} revision={wanted} />
      ) : corrections.length === 0 ? (
        <EmptyState title={t("never")}>
          <p>{t("neverHelp")}</p>
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-4" reversed>
          {corrections.map((one) => (
            <Entry
              key={one.id}
              study={study}
              view={view}
              correction={one}
              at={times.get(one.id) ?? null}
              {...(mayChange && one.was !== now ? { onBack: () => setGoing(one.was) } : {})}
            />
          ))}
        </ol>
      )}
      {going ? (
        <AlertDialog
          title={t("goBackTitle")}
          action={t("goBack")}
          isDanger={false}
          isOpen
          onOpenChange={(open) => !open && setGoing(null)}
          onAction={() => back(going)}
        >
          {t("goBackHelp")}
        </AlertDialog>
      ) : null}
    </Page>
  );
}

function Entry({
  study,
  view,
  correction,
  at,
  onBack,
}: Readonly<{ study: string; view: SourceView; correction: CorrectionRow; at: string | null; onBack?: () => void }>) {
  const t = useTranslations("correct");
  const locale = useLocale();
  const lang = useLang();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const name = usePersonName(correction.by) ?? t("someone");
  const reason = words.wording(correction.id, "note", lang);
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-raised p-4">
      <p>
        <span className="font-semibold">{t("entry", { n: correction.n, name })}</span>
        {at ? <span className="text-soft">{` · ${dayInWords(at, locale)}, ${at.slice(11, 16)} UTC`}</span> : null}
      </p>
      {reason ? <p lang={reason.lang}>{reason.words}</p> : null}
      <Disclosure title={t("whatChanged")} level={2} isExpanded={open} onExpandedChange={setOpen}>
        {open ? <Changes study={study} view={view} correction={correction} /> : null}
      </Disclosure>
      <div className="flex flex-wrap gap-2">
        <LinkButton
          size="small"
          look="quiet"
          href={`/studies/${study}/sources/${view.row.id}/versions?revision=${correction.was}`}
        >
          {t("readBefore")}
        </LinkButton>
        {onBack ? (
          <Button size="small" look="quiet" onPress={onBack}>
            {t("goBackBefore")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Changes({
  study,
  view,
  correction,
}: Readonly<{ study: string; view: SourceView; correction: CorrectionRow }>) {
  const t = useTranslations("correct");
  const was = useRevision(study, view.row.id, correction.was);
  const is = useRevision(study, view.row.id, correction.revision);
  const found = useMemo(() => (was && is ? differences(toldIn(was), toldIn(is)) : null), [was, is]);
  if (was === null || is === null) return <p className="text-soft">{t("failed")}</p>;
  if (!found) return <Progress label={t("loading")} />;
  const named = (speaker: string | null) => view.voiceOf(speaker)?.name ?? t("nobody");
  return (
    <ul className="flex flex-col gap-3 py-1">
      {found.map(({ line, runs, speakers }) => (
        <li key={line} className="border-s-3 border-line-strong ps-3">
          {speakers ? (
            <p className="text-sm text-soft">
              {t("speakerChanged", { before: named(speakers.before), after: named(speakers.after) })}
            </p>
          ) : null}
          <p lang={view.row.lang} className="max-w-measure break-words whitespace-pre-wrap">
            {runs.map(({ kind, words }, n) =>
              kind === "gone" ? (
                <del key={n} className="bg-danger-tint">
                  {words}
                </del>
              ) : kind === "new" ? (
                <ins key={n} className="bg-ok-tint">
                  {words}
                </ins>
              ) : (
                <span key={n}>{words}</span>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** An earlier text, to read. What is not in sight is not laid out by the browser (content-visibility). */
function Version({ study, view, revision }: Readonly<{ study: string; view: SourceView; revision: string }>) {
  const t = useTranslations("correct");
  const reading = useRevision(study, view.row.id, revision);
  if (reading === null) return <Notice kind="error">{t("failed")}</Notice>;
  if (!reading) return <Progress label={t("loading")} />;
  return (
    <ol className="flex flex-col gap-4" aria-label={t("version")}>
      {reading.turns.map((turn) => (
        <li
          key={turn.id}
          className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)] [contain-intrinsic-size:auto_4rem] [content-visibility:auto]"
        >
          <span className="text-sm font-semibold">{view.voiceOf(turn.speaker)?.name ?? ""}</span>
          <p lang={reading.lang} className="max-w-measure break-words whitespace-pre-wrap">
            {shown(turn)}
          </p>
        </li>
      ))}
    </ol>
  );
}
