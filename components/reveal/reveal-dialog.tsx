"use client";
/**
 * Looking at one original: somebody who reads what stands for names says what they need to see and why, and sees it once.
 *
 * What is shown stands in this dialog and nowhere else, and goes with it, or by itself after a quarter of an hour. Rules:
 * docs/spec/reveal.md, RV1 to RV5.
 */
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import * as Aria from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { join } from "#components/ui/join.ts";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PICK, PICKS } from "#components/ui/picks.ts";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { askReveal, spotsIn } from "#lib/client/reveal/reveal.ts";
import type { Failed, Spot } from "#lib/client/reveal/reveal.ts";
import { Revealed } from "#lib/domain/reveal/shape.ts";
import type { Shown } from "#lib/domain/reveal/shape.ts";
import type { Reading } from "#lib/domain/source/reading.ts";

type Props = Readonly<{
  study: string;
  /** What the source is called. */
  code: string;
  reading: Reading;
  quotes: readonly Readonly<{ start: number; end: number; words: string }>[];
  onClose: () => void;
}>;

export function RevealDialog({ study, code, reading, quotes, onClose }: Props) {
  const t = useTranslations("reveal");
  const lang = useLang();
  const spots = useMemo(() => spotsIn(reading), [reading]);
  const choices: Readonly<Record<Revealed, readonly Spot[]>> = {
    mention: spots,
    quote: quotes.map(({ words, ...span }) => ({ ...span, before: "", words, after: "" })),
    source: [{ start: 0, end: reading.length, before: "", words: code, after: "" }],
  };
  const [what, setWhat] = useState<Revealed>(spots.length > 0 ? "mention" : "source");
  const [at, setAt] = useState("0");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [seen, setSeen] = useState<Readonly<{ shown: Shown; spot: Spot }> | null>(null);
  const minutes = seen?.shown.minutes ?? null;
  useEffect(() => {
    if (minutes === null) return undefined;
    const over = setTimeout(() => setSeen(null), minutes * 60_000);
    return () => clearTimeout(over);
  }, [minutes]);
  const list = choices[what];
  const spot = list[Number(at)] ?? list[0];

  async function look(place: Spot) {
    setTried(true);
    if (reason.trim() === "") return;
    setBusy(true);
    const { start, end } = place;
    const { source, revision } = reading;
    const answer = await askReveal(study, {
      what,
      source,
      revision,
      start,
      end,
      reason: { lang, words: reason.trim() },
    });
    setBusy(false);
    setFailed("failed" in answer ? answer.failed : null);
    if (!("shown" in answer)) return;
    setSeen({ shown: answer.shown, spot: place });
    announce(t("shown"));
  }

  return (
    <Dialog title={t("title", { source: code })} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      {seen === null ? (
        <Aria.Form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (spot) void look(spot);
          }}
        >
          <p className="text-soft">{t("lead")}</p>
          {failed === null ? null : <Notice kind="error" live title={t(`failed.${failed}`)} />}
          <RadioGroup
            label={t("what")}
            value={what}
            orientation="horizontal"
            onChange={(value) => {
              setWhat(Revealed.catch("source").parse(value));
              setAt("0");
            }}
          >
            {Revealed.options.map((one) => (
              <Radio key={one} value={one} isDisabled={choices[one].length === 0}>
                {t(`kind.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          {what === "source" ? null : (
            <Aria.ListBox
              aria-label={t(`kind.${what}`)}
              items={list.map((one, n) => ({ id: String(n), one }))}
              selectionMode="single"
              selectionBehavior="replace"
              disallowEmptySelection
              selectedKeys={[at]}
              onSelectionChange={(keys) => {
                const [key] = keys === "all" ? [] : [...keys];
                if (key !== undefined) setAt(String(key));
              }}
              className={join(PICKS, "max-h-60")}
            >
              {({ id, one }) => (
                <Aria.ListBoxItem id={id} textValue={`${one.before}${one.words}${one.after}`} className={PICK}>
                  <span className="line-clamp-2 break-words" lang={reading.lang} dir="auto">
                    {one.before}
                    <b className="font-semibold">{one.words}</b>
                    {one.after}
                  </span>
                </Aria.ListBoxItem>
              )}
            </Aria.ListBox>
          )}
          <TextField
            label={t("reason")}
            description={t("reasonHelp")}
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={tried && reason.trim() === "" ? t("bare") : null}
          />
          <div>
            <Button type="submit" look="primary" isPending={busy}>
              {t("do")}
            </Button>
          </div>
        </Aria.Form>
      ) : (
        <div className="flex flex-col gap-4">
          <Notice kind="warn">{t("kept", { minutes: seen.shown.minutes })}</Notice>
          <p lang={reading.lang} dir="auto" className="max-h-[60dvh] overflow-auto break-words whitespace-pre-wrap">
            {seen.spot.before}
            <mark className="rounded-sm bg-highlight px-0.5 text-ink">{seen.shown.words}</mark>
            {seen.spot.after}
          </p>
          <div>
            <Button onPress={() => setSeen(null)}>{t("hide")}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
