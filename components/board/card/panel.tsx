"use client";
/** Beside the board: one card in full, where it comes from, and what the team says about it. */
import { BookOpen, FolderInput, NotebookPen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { Memos } from "#components/memo/memos.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { CAPTION_NOUNS, originOf, voiceOf } from "#lib/client/board/rows.ts";
import { useFromRows, useRow, useWords } from "#lib/client/study/provider.tsx";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { useBoard } from "../open.tsx";
import { useThemes } from "../use-themes.ts";

export function CardPanel({ card: id }: Readonly<{ card: string }>) {
  const t = useTranslations("board-cards");
  const common = useTranslations("common");
  const words = useWords();
  const { intents, lang, mayChange, model, nameOf, reading, setSide, stage } = useBoard();
  const card = useRow("card", id);
  const themes = useThemes();
  useEffect(() => {
    reading.current?.focus(); // once: who goes on to another card stays there
  }, [reading]);
  useEffect(() => {
    // Who goes on to another card reads that one.
    if (!stage) return;
    return stage.focusChanged.subscribe(() => {
      const [next] = model.ids([stage.focus]);
      if (next !== undefined && next !== id) setSide({ kind: "card", card: next });
    });
  }, [id, model, setSide, stage]);
  if (!card) return null;
  const said =
    card.quote === null ? words.wording(card.insight ?? "", "body", lang) : (words.quote(card.quote) ?? null);
  const subject = card.quote ?? card.insight ?? "";
  const hue = themes.get(card.theme ?? "")?.theme.hue ?? 0;
  const close = () => {
    setSide(null);
    if (stage) stage.setFocus(model.slotOf(id), true);
    else document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    // Escape leaves it, whatever in it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={reading}
      tabIndex={-1}
      data-no-board
      aria-label={t("card.title")}
      className="board-panel ring-none"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="flex items-center justify-between gap-2">
        <h2 className="text-lg">{t(card.quote === null ? "card.insight" : "card.quote")}</h2>
        <IconButton icon={X} label={common("close")} onPress={close} />
      </header>
      <blockquote lang={said?.lang} className="text-[1.0625rem] leading-relaxed whitespace-pre-wrap">
        {said?.words ?? t("card.loading")}
      </blockquote>
      {card.quote === null ? null : <Whence quote={card.quote} />}
      <p className="flex items-center">
        {hue > 0 ? <Swatch hue={hue} /> : null}
        {card.theme === null ? (
          <span className="text-soft">{nameOf(null)}</span>
        ) : (
          <Button
            look="quiet"
            size="small"
            className="min-w-0 shrink whitespace-normal text-start"
            onPress={() => setSide({ kind: "theme", theme: card.theme ?? "" })}
          >
            {nameOf(card.theme)}
          </Button>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {card.quote !== null || mayChange ? (
          <Button size="small" onPress={() => intents.open(id)}>
            {card.quote === null ? <NotebookPen aria-hidden size={15} /> : <BookOpen aria-hidden size={15} />}
            {t(card.quote === null ? "card.change" : "card.open")}
          </Button>
        ) : null}
        {mayChange ? (
          <Button size="small" onPress={() => intents.askMove([id])}>
            <FolderInput aria-hidden size={15} />
            {t("card.move")}
          </Button>
        ) : null}
      </div>
      <Memos key={subject} subject={subject} />
    </aside>
  );
}

/** Who said it, where: a pseudonym, never a name. */
function Whence({ quote }: Readonly<{ quote: string }>) {
  const t = useTranslations("board-cards");
  const board = useTranslations("board");
  const words = useWords();
  const { lang } = useBoard();
  const { source, voice } = useFromRows(
    CAPTION_NOUNS,
    (rows) => ({ voice: voiceOf(rows, quote), source: originOf(rows, quote).source }),
    [quote],
  );
  const tags = voice.tags.flatMap((tag) => words.wording(tag, "name", lang)?.words ?? []);
  const facts = [
    { label: t("find.participant"), words: voice.pseudonym },
    { label: t("find.kind"), words: voice.kind && board(`kind.${voice.kind}`) },
    { label: t("find.source"), words: source && `${sourceCode(source)} · ${board(`source.${source.kind}`)}` },
    { label: t("card.tags"), words: tags.length > 0 ? tags.join(", ") : null },
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {facts.map((fact) =>
        fact.words ? (
          <div key={fact.label} className="contents">
            <dt className="text-soft">{fact.label}</dt>
            <dd>{fact.words}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
