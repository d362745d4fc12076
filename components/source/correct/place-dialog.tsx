"use client";
/**
 * Gives a quote its place by hand: a turn of the text in a field that cannot be changed, where words are selected with
 * the mouse or with Shift and the arrows. It opens where the quote was.
 */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useRevision } from "#lib/client/correct/door.ts";
import { toldIn } from "#lib/client/correct/use.ts";
import { useReading } from "#lib/client/reader/fetch.ts";
import { courseOf, place } from "#lib/domain/correction/course.ts";
import type { Look } from "#lib/domain/correction/look.ts";
import { shown, spanOf, turnIndexAt, unitAt, wordsAt } from "#lib/domain/source/reading.ts";
import type { Reading, Span } from "#lib/domain/source/reading.ts";

type Props = Readonly<{
  study: string;
  source: string;
  revision: string;
  look: Look;
  words: string;
  onClose: () => void;
  onPlace: (span: Span) => void;
}>;

export function PlaceDialog({ study, source, revision, look, words, onClose, onPlace }: Props) {
  const t = useTranslations("correct");
  const now = useReading(study, source, revision);
  const elsewhere = look.anchor.revision === revision ? null : look.anchor.revision;
  const old = useRevision(study, source, elsewhere);
  const reading = now.state === "ready" ? now.value : null;
  const near = useMemo((): Span | null => {
    if (!reading || (elsewhere !== null && old === undefined)) return null;
    if (!old) return { start: look.anchor.start, end: look.anchor.end };
    const to = place(courseOf(toldIn(old), toldIn(reading)), look.anchor);
    return to.state === "lost" ? to.near : to;
  }, [reading, old, elsewhere, look]);
  return (
    <Dialog title={t("placeTitle")} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      {reading && near ? (
        <Picker reading={reading} near={near} words={words} onPlace={onPlace} />
      ) : (
        <Progress label={t("loading")} />
      )}
    </Dialog>
  );
}

function Picker({
  reading,
  near,
  words,
  onPlace,
}: Readonly<{ reading: Reading; near: Span; words: string; onPlace: (span: Span) => void }>) {
  const t = useTranslations("correct");
  const field = useRef<HTMLTextAreaElement>(null);
  const help = useId();
  const { turns, lang } = reading;
  const [index, setIndex] = useState(() => turnIndexAt(turns, near.start));
  const [span, setSpan] = useState<Span | null>(null);
  const turn = turns[index];
  useEffect(() => {
    const area = field.current;
    if (!area || !turn) return;
    const within = (point: number) => Math.min(Math.max(point, turn.start), turn.end);
    area.setSelectionRange(unitAt(turn, within(near.start), "start"), unitAt(turn, within(near.end), "end"));
    area.focus();
  }, [turn, near]);
  function read() {
    const area = field.current;
    if (!area) return;
    const [from, to] = [area.selectionStart, area.selectionEnd];
    setSpan(from < to ? spanOf(turns, { turn: index, unit: from }, { turn: index, unit: to }, lang) : null);
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-sm text-soft">{t("saidBefore")}</p>
        <blockquote lang={lang} className="max-w-measure border-s-3 border-line-strong ps-3 whitespace-pre-wrap">
          {words}
        </blockquote>
      </div>
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <span className="grow font-semibold">{t("turnOf", { number: index + 1, count: turns.length })}</span>
          <Button size="small" isDisabled={index === 0} onPress={() => setIndex(index - 1)}>
            <ArrowUp aria-hidden size={16} />
            {t("turnBefore")}
          </Button>
          <Button size="small" isDisabled={index >= turns.length - 1} onPress={() => setIndex(index + 1)}>
            <ArrowDown aria-hidden size={16} />
            {t("turnAfter")}
          </Button>
        </div>
        <textarea
          ref={field}
          readOnly
          aria-label={t("turnOf", { number: index + 1, count: turns.length })}
          aria-describedby={help}
          lang={lang}
          value={turn ? shown(turn) : ""}
          onSelect={read}
          rows={Math.min(12, Math.max(3, Math.ceil((turn ? shown(turn).length : 0) / 70)))}
          className="w-full rounded border border-line-strong bg-raised px-2 py-1 leading-relaxed"
        />
        <p id={help} className="text-sm text-soft">
          {t("placeHelp")}
        </p>
      </div>
      <p role="status" lang={lang} className="min-h-6 max-w-measure whitespace-pre-wrap">
        {span ? <q>{wordsAt(turns, span)}</q> : null}
      </p>
      <div>
        <Button look="primary" isDisabled={!span} onPress={() => span && onPlace(span)}>
          {t("placeHere")}
        </Button>
      </div>
    </div>
  );
}
