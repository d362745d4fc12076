"use client";
/** What was done to one finding, the latest first: who agreed to it and when, and what came since. */
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { ActivityLine } from "#components/activity/line.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useActivity } from "#lib/client/activity/use-activity.ts";
import { useNames } from "#lib/client/activity/use-names.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { momentInWords } from "#lib/client/i18n/moment.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { gather } from "#lib/domain/activity/gather.ts";
import { EVERYTHING } from "#lib/domain/activity/shape.ts";
import type { Entry } from "#lib/domain/activity/shape.ts";

export function History({ study, finding, isAgreed }: Readonly<{ study: string; finding: string; isAgreed: boolean }>) {
  const t = useTranslations("evidence");
  const lang = useLang();
  const person = usePersonNames();
  const narrow = useMemo(() => ({ ...EVERYTHING, thing: finding }), [finding]);
  const { entries, things, next, fresh, busy, failed, older, show } = useActivity(narrow);
  const names = useNames(things);
  const agreement = isAgreed ? entries.find(agrees) : undefined;
  // Of a finding that was worked on for long the agreement may lie further back than a part of the log reaches.
  const seek = isAgreed && agreement === undefined && next !== null && !busy && !failed;
  useEffect(() => {
    if (seek) older();
  }, [seek, older]);
  // What somebody does to the finding on this page is told at once.
  useEffect(() => {
    if (fresh.count > 0) show();
  }, [fresh.count, show]);
  const since = agreement ? entries.filter(({ seq }) => seq > agreement.seq).length : 0;
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h2 id="history" className="text-lg">
        {t("history")}
      </h2>
      {agreement ? (
        <Notice
          kind={since > 0 ? "info" : "success"}
          title={t("agreedBy", {
            person: person(agreement.actor) ?? t("someone"),
            moment: momentInWords(agreement.at, lang),
          })}
        >
          <p>
            {t("since", { count: since })}{" "}
            <Link href={`/studies/${study}/activity/past?at=${agreement.seq}`}>{t("asItWas")}</Link>
          </p>
        </Notice>
      ) : null}
      {failed ? <Notice kind="error" live title={t("historyFailed")} /> : null}
      <ol aria-busy={busy} className="border-t border-line">
        {gather(entries).map((line) => (
          <ActivityLine key={line.at(-1)?.seq} study={study} line={line} names={names} things={things} withDay />
        ))}
      </ol>
      {busy && entries.length === 0 ? <Spinner label={t("loading")} /> : null}
      {next === null ? null : (
        <Button className="self-start" isPending={busy} onPress={older}>
          {t("older")}
        </Button>
      )}
    </section>
  );
}

/** That a finding was agreed to, and not that this was taken back. */
function agrees({ kind, mode, deed }: Entry): boolean {
  return kind === "finding.set" && deed.word === "agreed" && mode !== "undo";
}
