"use client";
/** Publishing the report at a link that ends, and taking it back. For owners. Rules: docs/spec/publication.md. */
import { Globe } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import * as z from "zod";
import { CopyOnce } from "#components/members/copy-once.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ask } from "#lib/client/ask.ts";
import { fetchAnswer } from "#lib/client/fetch-answer.ts";
import { momentInWords } from "#lib/client/i18n/moment.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { DAYS, Publication } from "#lib/domain/publication/shape.ts";
import type { Language, ReportFault, ReportWish } from "#lib/domain/report/check.ts";

type Props = Readonly<{
  study: string;
  locale: Language;
  /** What is published. */
  wish: ReportWish;
  /** Says why a report does not leave. */
  onRefused: (fault: ReportFault) => void;
}>;

export function Publish({ study, locale, wish, onRefused }: Props) {
  const t = useTranslations("publication");
  const person = usePersonNames();
  const [days, setDays] = useState<(typeof DAYS)[number]>(30);
  const [url, setUrl] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [all, setAll] = useState<readonly Publication[]>([]);
  const at = `/api/studies/${study}/publications`;

  const load = useCallback(
    async (signal: AbortSignal) => {
      const answer = await fetchAnswer<unknown>(at, signal);
      const read = "got" in answer ? z.array(Publication).safeParse(answer.got) : null;
      if (read?.success && !signal.aborted) setAll(read.data);
    },
    [at],
  );
  useEffect(() => {
    const stop = new AbortController();
    void load(stop.signal);
    return () => stop.abort();
  }, [load]);

  async function publish() {
    setPending(true);
    setUrl(null);
    const { lang, ...rest } = wish;
    const answer = await ask("POST", at, { language: lang, ...rest, days });
    setPending(false);
    if (answer.ok) {
      setUrl(String(answer.value.url));
      await load(new AbortController().signal);
    } else if (answer.fault.status === 409)
      onRefused({ code: answer.fault.code, ...answer.fault.detail } as ReportFault); // our own server's, as of a download
    else toast({ kind: "error", text: t("notDone") });
  }
  async function takeBack(id: string) {
    const answer = await ask("DELETE", `${at}/${id}`);
    toast(answer.ok ? { text: t("takenBack") } : { kind: "error", text: t("notDone") });
    setUrl(null);
    await load(new AbortController().signal);
  }
  return (
    <Disclosure title={t("title")} level={2}>
      <div className="flex flex-col gap-4">
        <p className="max-w-measure text-soft">{t("lead")}</p>
        <div className="flex flex-wrap items-end gap-3">
          <Select
            label={t("days")}
            selectedKey={`d${days}`}
            onSelectionChange={(key) => setDays(DAYS.find((one) => `d${one}` === key) ?? days)}
            className="w-44"
          >
            {DAYS.map((one) => (
              <Option key={one} id={`d${one}`}>
                {t(`day.d${one}`)}
              </Option>
            ))}
          </Select>
          <Button isPending={isPending} onPress={() => void publish()}>
            <Globe aria-hidden size={16} />
            {t("publish")}
          </Button>
        </div>
        {url ? (
          <CopyOnce key={url} url={url} title={t("published")}>
            {t("linkHelp")}
          </CopyOnce>
        ) : null}
        <div className="flex flex-col gap-1">
          <p className="text-sm font-semibold">{t("now", { count: all.length })}</p>
          <ul>
            {all.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5">
                <span className="min-w-0 grow">
                  {t("one", {
                    language: t(`language.${one.lang}`),
                    person: person(one.by) ?? t("someone"),
                    at: momentInWords(one.at, locale),
                    until: momentInWords(one.expiresAt, locale),
                  })}
                </span>
                <Button
                  size="small"
                  aria-label={t("takeBackNamed", {
                    language: t(`language.${one.lang}`),
                    at: momentInWords(one.at, locale),
                  })}
                  onPress={() => void takeBack(one.id)}
                >
                  {t("takeBack")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Disclosure>
  );
}
