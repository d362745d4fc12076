"use client";
/**
 * The report: its texts, the names that must be decided before it may leave, the document itself, and the files.
 *
 * The server composes and checks; this screen asks again whenever something has changed. Rules: docs/spec/report.md.
 */
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Held, isHeld } from "#components/identifier/held.tsx";
import { ToSign } from "#components/risk/to-sign.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Link } from "#components/ui/link.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tab, TabList, TabPanel, Tabs } from "#components/ui/tabs.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { addTerm, decideAll } from "#lib/client/identifier/decision.ts";
import type { Decided, Subject } from "#lib/client/identifier/decision.ts";
import { fetchCheck } from "#lib/client/report.ts";
import { takeFile } from "#lib/client/save.ts";
import type { CheckAnswer } from "#lib/client/report.ts";
import { citedLooks } from "#lib/domain/correction/look.ts";
import { lowered } from "#lib/domain/disclosure/threshold.ts";
import { unreadCited } from "#lib/domain/source/read-through.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { held } from "#lib/domain/report/held.ts";
import { candidateKey } from "#lib/domain/identifier/candidate.ts";
import { APPENDICES, ATTRIBUTIONS } from "#lib/domain/report/check.ts";
import type { Check, Found, ReportWish, ReportFault, ReportFormat } from "#lib/domain/report/check.ts";
import { ArchivePart } from "./archive.tsx";
import { Decisions } from "./decisions.tsx";
import { Files } from "./files.tsx";
import { Preview } from "./preview.tsx";
import { ProjectPart } from "./project.tsx";
import { Publish } from "./publish.tsx";
import { Texts } from "./texts.tsx";

export type ReportPart = "texts" | "names" | "preview";

export function ReportScreen({
  desk,
  settled,
  waits,
  part = "texts",
}: Readonly<{
  desk: Desk;
  /** Grows with what the server has confirmed. */
  settled: number;
  /** Whether something of this person's is still on its way to the server: what it would answer now is out of date. */
  waits: boolean;
  /** The part that is shown first. */
  part?: ReportPart;
}>) {
  const t = useTranslations("report");
  const [wish, setWish] = useState<ReportWish>({ lang: desk.locale, appendices: [], beside: "none" });
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [refusal, setRefusal] = useState<ReportFault | null>(null);
  const [again, setAgain] = useState(0);
  const { study, mayExport } = desk;

  useEffect(() => {
    if (!mayExport || waits) return undefined;
    const stop = new AbortController();
    // A burst of changes is checked once.
    const ask = async () => {
      const next = await fetchCheck(study, wish, stop.signal);
      if (stop.signal.aborted) return;
      setAnswer(next);
      if ("check" in next && next.check.searching) timer = setTimeout(() => void ask(), 1500);
    };
    let timer = setTimeout(() => void ask(), 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [study, wish, settled, waits, again, mayExport]);

  const agreeAt = `/studies/${study}/privacy?part=decided`;
  const check = answer !== null && "check" in answer ? answer.check : null;
  const take = async (format: ReportFormat) => {
    setBusy(format);
    setRefusal(null);
    const { lang: language, appendices, beside } = wish;
    const got = await takeFile(study, { what: "report", format, language, appendices: [...appendices], beside });
    setBusy(null);
    if ("done" in got) toast({ kind: "success", text: t("taken", { file: t(`format.${format}`) }) });
    else if ("fault" in got) setRefusal(got.fault);
    else if ("failed" in got) toast({ kind: "error", text: t(`failed.${got.failed}`) });
  };
  const decide = (found: Found, decided: Decided) => {
    decideAll(desk, [subjectOf(found)], decided);
    setRefusal(null);
    setAnswer((now) => (now !== null && "check" in now ? { check: foresee(now.check, found.id, decided) } : now));
  };
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} className="pb-0" />
      {mayExport ? (
        <section aria-label={t("take")} className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4">
          <div className="flex flex-wrap items-end gap-3">
            <Select
              label={t("language")}
              selectedKey={wish.lang}
              onSelectionChange={(key) => setWish({ ...wish, lang: key === "cy" ? "cy" : "en" })}
              className="w-44"
            >
              <Option id="en">{t("languageOf.en")}</Option>
              <Option id="cy">{t("languageOf.cy")}</Option>
            </Select>
            <Select
              label={t("besideQuotes")}
              selectedKey={wish.beside}
              onSelectionChange={(key) =>
                setWish({ ...wish, beside: ATTRIBUTIONS.find((one) => one === key) ?? "none" })
              }
              className="w-72"
            >
              {ATTRIBUTIONS.map((one) => (
                <Option key={one} id={one}>
                  {t(`attributionOf.${one}`)}
                </Option>
              ))}
            </Select>
            <Files ready={check?.open === 0} busy={busy} onTake={(format) => void take(format)} />
          </div>
          {wish.beside === "person" ? <p className="text-soft">{t("besidePerson")}</p> : null}
          <div role="group" aria-label={t("appendices")} className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <span aria-hidden className="text-sm font-semibold">
              {t("appendices")}
            </span>
            {APPENDICES.map((one) => (
              <Checkbox
                key={one}
                isSelected={wish.appendices.includes(one)}
                onChange={(on) => {
                  const appendices = APPENDICES.filter((each) => (each === one ? on : wish.appendices.includes(each)));
                  setWish({ ...wish, appendices });
                }}
              >
                {t(`appendixOf.${one}`)}
              </Checkbox>
            ))}
          </div>
          {check === null ? null : check.searching ? (
            <Held fault={{ code: "report.searching" }} study={study} />
          ) : check.open > 0 ? (
            <output className="block text-warn">{t("waits", { count: check.open })}</output>
          ) : (
            <output className="block text-ok">{t("ready")}</output>
          )}
          {check !== null && check.leftOut > 0 ? (
            <p className="text-soft">{t("leftOut", { count: check.leftOut })}</p>
          ) : null}
          <ToAgree at={agreeAt} waiting={check?.waiting ?? 0} />
          <ToLook desk={desk} />
          <ToRead desk={desk} />
          <LowerLimits desk={desk} />
          <ToSign desk={desk} beside={wish.beside} />
          {desk.mayPublish && desk.mayReadOriginals ? (
            <p className="text-soft">
              {t("risk")} <Link href={`/studies/${study}/report/risk`}>{t("riskGo")}</Link>
            </p>
          ) : null}
          {desk.mayChange && desk.mayReadOriginals ? (
            <p className="text-soft">
              {t("guess")} <Link href={`/studies/${study}/report/guess`}>{t("guessGo")}</Link>
            </p>
          ) : null}
          {desk.mayPublish ? <Publish study={study} locale={desk.locale} wish={wish} onRefused={setRefusal} /> : null}
          {refusal === null ? null : <Refusal refusal={refusal} check={check} study={study} />}
        </section>
      ) : (
        <Notice>{t("notYours")}</Notice>
      )}
      <ProjectPart />
      <ArchivePart />
      {answer !== null && "failed" in answer ? (
        <Notice
          kind="error"
          live
          action={
            <Button size="small" onPress={() => setAgain(again + 1)}>
              {t("again")}
            </Button>
          }
        >
          {t(`failed.${answer.failed}`)}
        </Notice>
      ) : null}
      <Tabs defaultSelectedKey={mayExport ? part : "texts"}>
        <TabList aria-label={t("parts")}>
          <Tab id="texts">{t("tab.texts")}</Tab>
          {mayExport ? (
            <Tab id="names">
              {t("tab.names")}
              {check !== null && check.open > 0 ? (
                <span className="rounded-full bg-warn-tint px-2 text-sm text-warn tabular-nums">{check.open}</span>
              ) : null}
            </Tab>
          ) : null}
          {mayExport ? <Tab id="preview">{t("tab.preview")}</Tab> : null}
        </TabList>
        <TabPanel id="texts">
          <Texts desk={desk} />
        </TabPanel>
        <TabPanel id="names">
          {check === null ? (
            <Skeleton lines={6} />
          ) : (
            <div className="flex flex-col gap-4">
              <p className="max-w-measure text-soft">{t("namesLead")}</p>
              <Decisions
                identifiers={check.identifiers}
                agreeAt={agreeAt}
                onDecide={decide}
                onAdd={(term, thing) => {
                  addTerm(desk, term, thing);
                  setAnswer((now) => (now !== null && "check" in now ? { check: without(now.check, term) } : now));
                }}
                onRemove={(found) => desk.send({ kind: "identifier.remove", id: found.id })}
              />
            </div>
          )}
        </TabPanel>
        <TabPanel id="preview">{check === null ? <Skeleton lines={12} /> : <Preview report={check.report} />}</TabPanel>
      </Tabs>
    </div>
  );
}

function subjectOf({ id, kind, name, thing, found }: Found): Subject {
  const is = thing ?? found;
  return { id: found ? null : id, of: kind, words: name, ...(is && { kind: is }) };
}

/** What the list will say once the server has the decision, so that the next name is at hand at once. */
function foresee(check: Check, id: string, decided: Decided): Check {
  const identifiers = check.identifiers.map((one): Found =>
    one.id !== id
      ? one
      : {
          ...one,
          thing: one.thing ?? one.found,
          decision: decided.decision,
          replacement: decided.decision === "replace" && decided.en !== "" ? decided.en : null,
          replacementCy: decided.decision === "replace" && decided.cy !== "" ? decided.cy : null,
          reason: decided.decision === "keep" ? decided.reason : null,
          second: null,
        },
  );
  return { ...check, identifiers, ...held(identifiers) };
}

/** The check without what was found under words that have just been added by hand, so that nobody decides them twice. */
function without(check: Check, term: string): Check {
  const key = candidateKey(term);
  return { ...check, identifiers: check.identifiers.filter(({ found, name }) => !found || candidateKey(name) !== key) };
}

function Refusal({ refusal, check, study }: Readonly<{ refusal: ReportFault; check: Check | null; study: string }>) {
  const t = useTranslations("report");
  const nameOf = (id: string) => check?.identifiers.find((one) => one.id === id)?.name ?? t("aName");
  if (isHeld(refusal)) return <Held fault={refusal} study={study} />;
  if (refusal.code === "report.open") {
    return (
      <Notice kind="warn" live title={t("refused.open", { count: refusal.open.length })}>
        <p>{refusal.open.map(nameOf).join(", ")}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="error" live title={t("refused.leak")}>
      <ul className="list-disc ps-5">
        {refusal.leaks.slice(0, 8).map((leak, at) => (
          <li key={at}>
            {t("refused.leakAt", { name: leak.term === "" ? t("unreadable") : nameOf(leak.term), place: leak.place })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Names that are to be kept and wait for a second person, with the way there. Rule I90. */
function ToAgree({ at, waiting }: Readonly<{ at: string; waiting: number }>) {
  const t = useTranslations("report");
  if (waiting === 0) return null;
  return (
    <p className="text-warn">
      {t("second", { count: waiting })} <Link href={at}>{t("secondGo")}</Link>
    </p>
  );
}

/** Cited sources that nobody has read through for what identifies people, with the way there. Rule I84. */
function ToRead({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("report");
  const size = unreadCited(desk.rows).length;
  if (size === 0) return null;
  return (
    <p className="text-warn">
      {t("unread", { count: size })} <Link href={`/studies/${desk.study}/privacy?part=through`}>{t("unreadGo")}</Link>
    </p>
  );
}

/** That limits of disclosure control are lower than usual, as the report itself says, with the way to them. Rule DC23. */
function LowerLimits({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("report");
  const set = desk.rows.live("disclosure", desk.study);
  const [accepted] = desk.rows.all("acceptance");
  if (!accepted && (!set || lowered(set).length === 0)) return null;
  return (
    <p className="text-soft">
      {t("lowerLimits")} <Link href={`/studies/${desk.study}/privacy?part=limits`}>{t("lowerLimitsGo")}</Link>
    </p>
  );
}

/** Cited quotes whose words a correction changed or took away, with the way to where a person decides. Rule G8. */
function ToLook({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("report");
  const waiting = citedLooks(desk.rows);
  if (waiting.size === 0) return null;
  return (
    <p className="text-warn">
      {t("look", { count: [...waiting.values()].reduce((sum, count) => sum + count, 0) })}{" "}
      {[...waiting].flatMap(([id]) => {
        const source = desk.rows.live("source", id);
        return source
          ? [
              <Link key={id} className="me-2" href={`/studies/${desk.study}/sources/${id}/look`}>
                {t("lookIn", { source: sourceCode(source) })}
              </Link>,
            ]
          : [];
      })}
    </p>
  );
}
