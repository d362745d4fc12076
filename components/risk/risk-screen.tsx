"use client";
/**
 * Who could guess whose words the quotes are, the closest first, with what to do about each.
 *
 * The server judges; this screen asks again whenever something has changed. Rules: docs/spec/risk.md.
 */
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { fetchRisk } from "#lib/client/risk.ts";
import type { RiskAnswer } from "#lib/client/risk.ts";
import { BESIDES, FILES } from "#lib/domain/risk/beside.ts";
import type { Beside } from "#lib/domain/risk/beside.ts";
import type { Judged } from "#lib/domain/risk/shape.ts";
import type { SignableReport, Standing } from "#lib/domain/signature/standing.ts";
import { Guessed } from "./guessed.tsx";
import { People } from "./people.tsx";
import { QuoteRisk } from "./quote-risk.tsx";
import { Sign } from "./sign.tsx";
import { WholeStudy } from "./whole-study.tsx";

const FIRST = 25; // quotes that are shown at once

export function RiskScreen({
  desk,
  settled,
  waits,
}: Readonly<{
  desk: Desk;
  /** Grows with what the server has confirmed. */
  settled: number;
  /** Whether something of this person's is still on its way to the server. */
  waits: boolean;
}>) {
  const t = useTranslations("risk");
  const report = useTranslations("report");
  const [answer, setAnswer] = useState<RiskAnswer | null>(null);
  const [again, setAgain] = useState(0);
  const asked = useSearchParams().get("beside"); // a file that waits leads to what it needs
  const [beside, setBeside] = useState<Beside>(BESIDES.find((one) => one === asked) ?? "none");
  const { study } = desk;
  useEffect(() => {
    if (waits) return undefined;
    const stop = new AbortController();
    // A burst of changes is judged once.
    const timer = setTimeout(() => {
      void fetchRisk(study, beside, stop.signal).then((next) => {
        if (!stop.signal.aborted) setAnswer(next);
      });
    }, 300);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [study, beside, settled, waits, again]);

  if (answer === null)
    return (
      <div role="status">
        <p className="pb-3 text-soft">{t("judging")}</p>
        <Skeleton lines={8} />
      </div>
    );
  if ("failed" in answer)
    return (
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
    );
  return (
    <div className="flex flex-col gap-8">
      <Select
        label={report("besideQuotes")}
        selectedKey={beside}
        onSelectionChange={(key) => setBeside(BESIDES.find((one) => one === key) ?? "none")}
        className="w-full max-w-md"
      >
        {BESIDES.map((one) => (
          <Option key={one} id={one}>
            {one === "both" ? t("both") : report(`attributionOf.${one}`)}
          </Option>
        ))}
      </Select>
      <Told desk={desk} risk={answer.got} />
    </div>
  );
}

function Told({ desk, risk }: Readonly<{ desk: Desk; risk: SignableReport }>) {
  const t = useTranslations("risk");
  const asked = useSearchParams().get("file");
  const [file, setFile] = useState(FILES.find((one) => one === asked) ?? "document");
  const [all, setAll] = useState(false);
  const judged: Judged = risk[file];
  const shown = judged.quotes.slice(0, all ? undefined : FIRST);
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="risk-quotes" className="flex flex-col gap-4">
        <h2 id="risk-quotes" className="text-xl">
          {t("quotes")}
        </h2>
        <Segments
          label={t("file")}
          hideLabel
          choices={FILES.map((id) => ({ id, label: t(`files.${id}`) }))}
          chosen={file}
          onChoose={(next) => setFile(next ?? "document")}
        />
        <p className="max-w-measure text-soft">{t(`filesHelp.${file}`)}</p>
        {judged.count === 0 ? (
          <EmptyState plain title={t("noneTitle")}>
            {t("none")}
          </EmptyState>
        ) : (
          <>
            <SignedAlready state={risk.signing[file].standing.state} />
            <output className={judged.alone > 0 ? "block font-semibold text-warn" : "block font-semibold text-ok"}>
              {t("alone", { count: judged.alone, of: judged.count })}
            </output>
            <ol aria-label={t("quotes")} className="flex flex-col gap-4">
              {shown.map((one) => (
                <QuoteRisk key={`${one.finding ?? ""}/${one.quote}`} desk={desk} risk={one} least={risk.least} />
              ))}
            </ol>
            {judged.quotes.length > shown.length ? (
              <Button className="self-start" onPress={() => setAll(true)}>
                {t("more", { count: judged.quotes.length - shown.length })}
              </Button>
            ) : null}
            {judged.count > judged.quotes.length ? (
              <p className="text-soft">{t("beyond", { count: judged.count - judged.quotes.length })}</p>
            ) : null}
          </>
        )}
        {judged.nobody > 0 ? <p className="text-soft">{t("nobody", { count: judged.nobody })}</p> : null}
      </section>
      {judged.people.length === 0 ? null : <People desk={desk} people={judged.people} least={risk.least} />}
      <WholeStudy desk={desk} risk={risk.study} />
      <Guessed desk={desk} />
      {judged.count + judged.nobody === 0 ? null : <Sign desk={desk} signing={risk.signing[file]} />}
    </div>
  );
}

/** Whether what is shown is signed, before it is read. */
function SignedAlready({ state }: Readonly<{ state: Standing["state"] }>) {
  const t = useTranslations("risk.sign");
  return (
    <p className={state === "holds" ? "text-ok" : "text-warn"}>
      {t(`state.${state}`)} <Link href="#risk-sign">{t(state === "holds" ? "toSigned" : "toSign")}</Link>
    </p>
  );
}
