"use client";
/** Hits one below the other. Each says where it stands and who said it, and can be quoted there. */
import { Check, Highlighter } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useRef, useState } from "react";
import { QuoteForm } from "#components/quote/form.tsx";
import { TagChip } from "#components/tag/chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Link } from "#components/ui/link.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useActs } from "#lib/client/reader/act.ts";
import type { Chosen } from "#lib/client/reader/act.ts";
import { clock } from "#lib/client/i18n/clock.ts";
import { selectedWithin } from "#lib/client/reader/selection.ts";
import { useQuestionText, useSource, useTags } from "#lib/client/reader/use.ts";
import type { Choice, TagView } from "#lib/client/reader/view.ts";
import { chosenIn } from "#lib/client/search/quoting.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import type { Hit } from "#lib/domain/search/shape.ts";
import "#components/source/read/read.css";
import { useSpoken } from "#lib/client/reader/spoken.ts";
import { useMarksByRevision } from "#lib/client/reader/marks.ts";
import type { Mark } from "#lib/client/reader/marks.ts";

const NONE: readonly Mark[] = [];

export function HitList({ study, hits }: Readonly<{ study: string; hits: readonly Hit[] }>) {
  const t = useTranslations("search");
  const canChange = may(useStudy().me.role, "change");
  const tags = useTags();
  const quoted = useMarksByRevision(tags);
  return (
    <ol aria-label={t("hits")} className="flex flex-col">
      {hits.map((hit) => (
        <HitItem
          key={hit.place}
          study={study}
          hit={hit}
          tags={tags}
          quoted={quoted.get(hit.revision) ?? NONE}
          canChange={canChange}
        />
      ))}
    </ol>
  );
}

type ItemProps = Readonly<{
  study: string;
  hit: Hit;
  tags: readonly TagView[];
  quoted: readonly Mark[];
  canChange: boolean;
}>;

const HitItem = memo(function HitItem({ study, hit, tags, quoted, canChange }: ItemProps) {
  const t = useTranslations("search");
  const read = useTranslations("reader");
  const acts = useActs();
  const questionOf = useQuestionText();
  const source = useSource(hit.source, useSpoken());
  const words = useRef<HTMLDivElement>(null);
  const item = useRef<HTMLLIElement>(null);
  const [composing, setComposing] = useState<Chosen | null>(null);
  const first = hit.pieces.find(({ kind }) => kind === "found") ?? hit.pieces[0];
  const last = hit.pieces.at(-1);
  const mine = quoted.filter(({ start, end }) => start < (last?.end ?? 0) && end > (hit.pieces[0]?.start ?? 0));
  const worn = tags.filter((tag) => mine.some((one) => one.tags.some(({ id }) => id === tag.id)));
  const href = `/studies/${study}/sources/${hit.source}`;
  const voice = source?.voiceOf(hit.speaker);
  const question = questionOf(hit.question);
  const title = `${source?.code ?? ""}${source?.title ? ` · ${source.title}` : ""}`;

  function begin() {
    const part = words.current ? selectedWithin(words.current) : null;
    setComposing(chosenIn(hit, part));
  }

  function end() {
    setComposing(null);
    document.getSelection()?.removeAllRanges();
    requestAnimationFrame(() => item.current?.querySelector("button")?.focus());
  }

  function make(chosen: readonly Choice[]) {
    if (!composing) return;
    const { id, answered } = acts.make(composing, chosen, null);
    void answered.then((outcome) => {
      if ("refused" in outcome) return;
      toast({ text: t("made"), kind: "success", action: { label: read("undo"), onPress: acts.undo } });
    });
    announce(t("made"));
    setMade(id);
    end();
  }
  const [made, setMade] = useState<string | null>(null);
  const link = mine.find(({ id }) => id === made) ?? mine[0];

  return (
    <li
      ref={item}
      aria-label={title}
      className="-mx-2 flex flex-col gap-1.5 border-b border-line px-2 py-3.5 [contain-intrinsic-size:auto_8rem] [content-visibility:auto]"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-soft">
        <Link
          href={first ? `${href}?at=${first.start}-${first.end}` : href}
          className="max-w-full truncate font-semibold text-ink no-underline hover:underline"
        >
          {title}
        </Link>
        {voice ? <bdi>{voice.code ? `${voice.name}, ${voice.code}` : voice.name}</bdi> : null}
        {hit.startMs === null ? null : <span className="tabular-nums">{clock(hit.startMs)}</span>}
        {question ? <span className="line-clamp-1 max-w-full">{question}</span> : null}
      </div>
      <div className="flex items-start gap-3 max-sm:flex-col max-sm:gap-2">
        <div ref={words} className="min-w-0 grow">
          <p className="reader-words max-w-[66ch]" lang={hit.lang} dir="auto">
            {hit.more.before ? <span aria-hidden>… </span> : null}
            <span data-words={0}>
              {hit.pieces.map((piece) =>
                piece.kind === "found" ? (
                  <mark key={piece.start} className="rounded-sm bg-accent-tint px-0.5 font-semibold text-ink">
                    {piece.text}
                  </mark>
                ) : (
                  <span key={piece.start} className={piece.kind === "replaced" ? "reader-replaced" : undefined}>
                    {piece.text}
                  </span>
                ),
              )}
            </span>
            {hit.more.after ? <span aria-hidden> …</span> : null}
          </p>
        </div>
        {canChange && !composing ? (
          <Button
            look="quiet"
            size="small"
            preventFocusOnPress
            onPress={begin}
            aria-label={t("quoteOf", { where: source?.code ?? "" })}
          >
            <Highlighter aria-hidden size={15} />
            {t("quote")}
          </Button>
        ) : null}
      </div>
      {link ? (
        <div className="flex flex-wrap items-center gap-1.5 text-[0.8125rem]">
          <Check aria-hidden size={14} className="text-ok" />
          <Link href={`${href}?quote=${link.id}`}>{t("quoted")}</Link>
          {worn.map((tag) => (
            <TagChip key={tag.id} name={tag.name} hue={tag.hue} />
          ))}
        </div>
      ) : null}
      {composing ? (
        <div className="flex max-w-xl flex-col gap-2" role="group" aria-label={read("newQuote")}>
          <blockquote lang={composing.said.lang} className="border-s-2 border-accent ps-3 text-sm">
            {composing.said.words}
          </blockquote>
          <QuoteForm tags={tags} onMake={make} onCancel={end} />
        </div>
      ) : null}
    </li>
  );
});
