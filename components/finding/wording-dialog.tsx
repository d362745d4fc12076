"use client";
/**
 * How a quote is published: words left out, words in brackets, what it says in another language, and what will stand in the report,
 * seen at once.
 *
 * Words are marked in a field as in any other, by pointer or keys; typing changes nothing in it. Rules: docs/spec/wording.md, W10.
 */
import { Brackets, Scissors, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { shownAs, translatableTo } from "#lib/client/finding/edits.ts";
import type { Lang } from "#lib/domain/field.ts";
import { wholeWords, withEdit } from "#lib/domain/quote/editing.ts";
import { areEdits } from "#lib/domain/quote/published.ts";
import type { Edit } from "#lib/domain/quote/published.ts";
import { astralOf, toPoints } from "#lib/domain/text/points.ts";
import type { QuoteView } from "./quote-view.ts";

type Props = Readonly<{
  quote: QuoteView;
  edits: readonly Edit[];
  onSave: (edits: readonly Edit[], translations: readonly Readonly<{ lang: Lang; words: string }>[]) => void;
  onClose: () => void;
}>;

export function WordingDialog({ quote, edits: standing, onSave, onClose }: Props) {
  const t = useTranslations("findings");
  const words = quote.words ?? "";
  const points = Array.from(words);
  const field = useRef<HTMLTextAreaElement>(null);
  const beside = useRef<HTMLInputElement>(null);
  const help = useId();
  const [edits, setEdits] = useState(standing);
  const [added, setAdded] = useState("");
  const [begun] = useState(() =>
    translatableTo(quote.lang).map(
      (lang) => quote.translations?.find((one) => one.lang === lang) ?? { lang, words: "", holds: true },
    ),
  );
  const [translations, setTranslations] = useState(begun);
  const [fault, setFault] = useState<string | null>(null);

  const marked = () => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const astral = astralOf(words);
    return wholeWords(points, { start: toPoints(astral, selectionStart), end: toPoints(astral, selectionEnd) });
  };
  const add = (edit: Edit, said: string) => {
    const next = withEdit(edits, edit);
    if (
      !areEdits(
        next.map(({ words: phrase, ...span }) => ({ ...span, phrase })),
        points.length,
      )
    ) {
      setFault(t("wording.nothingLeft"));
      return false;
    }
    setFault(null);
    setEdits(next);
    announce(said);
    return true;
  };
  const leaveOut = () => {
    const span = marked();
    if (span.start === span.end) setFault(t("wording.markFirst"));
    else add({ ...span, words: null }, t("wording.leftOut", { words: points.slice(span.start, span.end).join("") }));
  };
  const bracket = (how: "instead" | "after") => {
    const said = added.trim();
    const span = marked();
    if (said === "") {
      setFault(t("wording.sayFirst"));
      beside.current?.focus();
    } else if (how === "instead" && span.start === span.end) setFault(t("wording.markFirst"));
    else {
      const start = how === "instead" ? span.start : span.end;
      if (add({ start, end: span.end, words: said }, t("wording.bracketed", { words: said }))) setAdded("");
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("wording.title")}
      actions={(close) => (
        <>
          <Button
            look="primary"
            onPress={() => {
              // What was blank and stays so is left alone: its words may not have come yet.
              onSave(
                edits,
                translations.filter(({ words: said }, at) => said !== "" || begun[at]?.words !== ""),
              );
              close();
            }}
          >
            {t("wording.save")}
          </Button>
          <Button onPress={close}>{t("wording.cancel")}</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        <p id={help} className="text-soft">
          {t("wording.help")}
        </p>
        <label className="flex flex-col gap-1">
          <span className="text-sm font-semibold">{t("wording.said")}</span>
          <textarea
            ref={field}
            lang={quote.lang}
            dir="auto"
            value={words}
            aria-describedby={help}
            spellCheck={false}
            className="field-box field-sizing-content max-h-60 resize-none leading-relaxed focus-visible:ring-focus"
            // Not read-only: browsers show no caret there, and words could not be marked by keys.
            onChange={() => undefined}
            onKeyDown={(event) => {
              if (event.key === "Delete" || event.key === "Backspace") {
                event.preventDefault();
                leaveOut();
              } else if (event.key === "[") {
                event.preventDefault();
                beside.current?.focus();
              }
            }}
            onDrop={(event) => event.preventDefault()}
          />
        </label>
        <div className="flex flex-wrap items-end gap-2">
          <Button onPress={leaveOut}>
            <Scissors aria-hidden size={16} />
            {t("wording.cut")}
          </Button>
          <TextField
            ref={beside}
            label={t("wording.add")}
            value={added}
            onChange={setAdded}
            className="min-w-48 grow"
          />
          <Button onPress={() => bracket("instead")}>
            <Brackets aria-hidden size={16} />
            {t("wording.instead")}
          </Button>
          <Button onPress={() => bracket("after")}>{t("wording.after")}</Button>
        </div>
        {fault ? (
          <p role="alert" className="text-sm text-danger">
            {fault}
          </p>
        ) : null}
        <section aria-label={t("wording.published")} className="flex flex-col gap-1.5">
          <h3 className="text-sm font-semibold">{t("wording.published")}</h3>
          <Published quote={quote} edits={edits} />
          {edits.length > 0 ? <p className="text-sm text-soft">{t("wording.data")}</p> : null}
        </section>
        {edits.length > 0 ? (
          <ul aria-label={t("wording.edits")} className="flex flex-col gap-1">
            {edits.map((edit) => (
              <li key={edit.start} className="flex items-center gap-2 text-sm">
                <IconButton
                  icon={X}
                  size="small"
                  label={t("wording.takeBack", { words: sayEdit(edit) })}
                  onPress={() => {
                    setEdits(edits.filter((one) => one !== edit));
                    setFault(null);
                  }}
                />
                <bdi lang={quote.lang}>{sayEdit(edit)}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
        {translations.map((one, at) => (
          <TextArea
            key={one.lang}
            label={t(`wording.translation.${one.lang}`)}
            description={t(one.holds ? "wording.translationHelp" : "wording.translationOld")}
            lang={one.lang}
            optional
            rows={2}
            value={one.words}
            onChange={(said) => setTranslations(translations.with(at, { ...one, words: said }))}
          />
        ))}
      </div>
    </Dialog>
  );

  function sayEdit(edit: Edit): string {
    const said = points.slice(edit.start, edit.end).join("");
    return edit.words === null
      ? t("wording.isCut", { words: said })
      : `${said === "" ? "" : `${said} → `}[${edit.words}]`;
  }
}

/** What a quote says in other languages as it is published, each said to be a translation. */
export function Translations({ quote }: Readonly<{ quote: QuoteView }>) {
  const t = useTranslations("findings");
  const standing = quote.translations?.filter(({ holds }) => holds) ?? [];
  return standing.map(({ lang, words }) => (
    <p key={lang} className="reading pt-1">
      <span className="text-sm text-soft">{t("wording.translated")}</span>{" "}
      <q lang={lang} className="before:content-['“'] after:content-['”']">
        {words}
      </q>
    </p>
  ));
}

/** A quote as it will be published; what is not the speaker's is set apart by its brackets and its weight. */
export function Published({ quote, edits }: Readonly<{ quote: QuoteView; edits: readonly Edit[] }>) {
  return (
    <blockquote lang={quote.lang} dir="auto" className="reading">
      “
      {shownAs(quote.words ?? "", edits).map(({ text, segment }, at) =>
        segment === null ? (
          // oxlint-disable-next-line react/no-array-index-key -- a stretch is its place
          <span key={at} className="text-soft">
            {text}
          </span>
        ) : (
          text
        ),
      )}
      ”
    </blockquote>
  );
}
