"use client";
/**
 * One text in English and Welsh side by side; each is saved when its field is left.
 *
 * If a colleague saves while somebody writes, both versions stay in sight until the writer chooses.
 */
import { Fragment, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { join } from "./join.ts";
import { Notice } from "./notice.tsx";
import { TextArea } from "./text-area.tsx";

type Language = "en" | "cy";

type EditorProps = Readonly<{
  lang: Language;
  label: string;
  spoken: string;
  rows: number;
  takesFocus: boolean;
  inputClassName: string | undefined;
}>;

export type BilingualTextProps = Readonly<{
  /** The text's name; the languages are added to it. */
  label: string;
  description?: React.ReactNode;
  value: Readonly<Record<Language, string>>;
  /** Saves one language; empty words empty it. Not asked where `editor` writes. */
  onSave?: (lang: Language, words: string) => void;
  /** What is written in, in the place of a field that is saved when it is left. */
  editor?: (field: EditorProps) => React.ReactNode;
  isReadOnly?: boolean;
  rows?: number;
  /** Shows the label as a heading of this level; else it is only spoken with each field. */
  level?: 2 | 3 | 4;
  /** For a panel: a small heading, and the languages above each other where the panel is narrow. */
  isCompact?: boolean;
  /** One line: Enter saves it. */
  isLine?: boolean;
  maxLength?: number;
  /** Puts the cursor into the English field when it appears. */
  takesFocus?: boolean;
  /** Told when two versions lie side by side and somebody has to choose, and when that is over. */
  onParted?: (parted: boolean) => void;
  className?: string;
  inputClassName?: string;
}>;

export function BilingualText({
  label,
  description,
  value,
  onSave,
  editor,
  isReadOnly = false,
  rows = 3,
  level,
  isCompact = false,
  isLine = false,
  maxLength,
  takesFocus = false,
  onParted,
  className,
  inputClassName,
}: BilingualTextProps) {
  const t = useTranslations("common");
  const id = useId();
  const Heading = level === undefined ? "p" : (`h${level}` as const);
  return (
    <section
      aria-labelledby={id}
      className={join(isCompact ? "@container flex flex-col gap-1" : "flex flex-col gap-2", className)}
    >
      <Heading id={id} className={level === undefined ? "sr-only" : isCompact ? "font-semibold" : "text-lg"}>
        {label}
      </Heading>
      {description ? (
        <div className={join("max-w-measure text-soft", isCompact ? "text-sm" : undefined)}>{description}</div>
      ) : null}
      <div className={isCompact ? "grid gap-2 @min-[25rem]:grid-cols-2" : "grid gap-4 md:grid-cols-2"}>
        {(["en", "cy"] as const).map((lang) => {
          const field: EditorProps = {
            lang,
            label: t(`bilingual.${lang}`),
            spoken: `${label}: ${t(`bilingual.${lang}`)}`,
            rows: isLine ? 1 : rows,
            takesFocus: takesFocus && lang === "en",
            inputClassName,
          };
          return editor && !isReadOnly ? (
            <Fragment key={lang}>{editor(field)}</Fragment>
          ) : (
            <One
              key={lang}
              {...field}
              value={value[lang]}
              onSave={(words) => onSave?.(lang, words)}
              isReadOnly={isReadOnly}
              isLine={isLine}
              maxLength={maxLength}
              onParted={onParted}
            />
          );
        })}
      </div>
    </section>
  );
}

type OneProps = EditorProps &
  Readonly<{
    value: string;
    onSave: (words: string) => void;
    isReadOnly: boolean;
    isLine: boolean;
    maxLength: number | undefined;
    onParted: ((parted: boolean) => void) | undefined;
  }>;

function One({
  lang,
  label,
  spoken,
  value,
  onSave,
  isReadOnly,
  isLine,
  maxLength,
  rows,
  takesFocus,
  inputClassName,
  onParted,
}: OneProps) {
  const t = useTranslations("common");
  // What is being written, and the text that it began from; null while nobody writes here.
  const [draft, setDraft] = useState<Readonly<{ words: string; from: string }> | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.setAttribute("lang", lang), [lang]);
  useEffect(() => {
    if (takesFocus) area.current?.focus();
  }, [takesFocus]);
  const parted = draft !== null && draft.from !== value && draft.words !== value;
  useEffect(() => {
    onParted?.(parted);
    return () => onParted?.(false);
  }, [parted, onParted]);

  const save = () => {
    if (draft === null || parted) return;
    if (draft.words.trim() !== value.trim()) onSave(draft.words.trim());
    setDraft(null);
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TextArea
        ref={area}
        label={label}
        aria-label={spoken}
        rows={rows}
        isReadOnly={isReadOnly}
        value={draft?.words ?? value}
        onChange={(words) =>
          setDraft({ words: isLine ? words.replace(/\s*\n\s*/gu, " ") : words, from: draft?.from ?? value })
        }
        onBlur={save}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(isLine
          ? {
              onKeyDown: (event: React.KeyboardEvent) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                save();
              },
            }
          : {})}
        inputClassName={join(isLine ? "resize-none!" : undefined, inputClassName)}
      />
      {parted ? (
        <Notice
          kind="warn"
          live
          title={t("bilingual.parted")}
          action={
            <>
              <Button
                size="small"
                onPress={() => {
                  onSave(draft.words.trim());
                  setDraft(null);
                }}
              >
                {t("bilingual.mine")}
              </Button>
              <Button size="small" look="quiet" onPress={() => setDraft(null)}>
                {t("bilingual.theirs")}
              </Button>
            </>
          }
        >
          <p className="whitespace-pre-wrap">{value}</p>
        </Notice>
      ) : null}
    </div>
  );
}
