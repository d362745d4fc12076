"use client";
/** One turn that can be corrected in place: who says it, its words, and a menu with what else may be done with it. */
import { EllipsisVertical, Merge, RotateCcw, Scissors, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { join } from "#components/ui/join.ts";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DraftRow } from "#lib/client/correct/draft.ts";

export type Deed = "cut" | "join" | "out" | "leave";
export type Voices = readonly Readonly<{ id: string; name: string }>[];

type Props = Readonly<{
  row: DraftRow;
  number: number;
  lang: string;
  voices: Voices;
  quotes: number;
  /** Whether another turn follows. */ joins: boolean;
  focused: boolean;
  onWords: (row: DraftRow, words: string) => void;
  onSpeaker: (row: DraftRow, speaker: string | null) => void;
  onNewSpeaker: (row: DraftRow) => void;
  onDeed: (row: DraftRow, deed: Deed, at: number) => void;
}>;

const NOBODY = "nobody";
const NEW = "new";

export const TurnRow = memo(function TurnRow(props: Props) {
  const { row, number, lang, voices, quotes, joins, focused, onWords, onSpeaker, onNewSpeaker, onDeed } = props;
  const t = useTranslations("correct");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) area.current?.focus({ preventScroll: true });
  }, [focused]);
  const name = voices.find(({ id }) => id === row.speaker)?.name ?? t("nobody");
  const deed = (what: Deed) => onDeed(row, what, area.current?.selectionStart ?? 0);
  if (row.part === null) {
    return (
      <div className="flex flex-wrap items-center gap-3 border-b border-line py-2 text-soft">
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{t("out", { number })}</span>{" "}
          <del lang={lang} className="line-clamp-2">
            {row.words}
          </del>
        </p>
        <Button size="small" onPress={() => deed("leave")}>
          <RotateCcw aria-hidden size={16} />
          {t("putBack")}
        </Button>
      </div>
    );
  }
  return (
    <div
      className={join(
        "grid gap-x-3 gap-y-1 border-s-3 py-2 ps-3 sm:grid-cols-[11rem_minmax(0,1fr)_auto]",
        row.changed ? "border-accent" : "border-transparent",
      )}
    >
      <div className="flex items-center gap-2 sm:flex-col sm:items-stretch">
        <Select
          label={t("speakerOf", { number })}
          hideLabel
          size="small"
          selectedKey={row.speaker ?? NOBODY}
          onSelectionChange={(key) =>
            key === NEW ? onNewSpeaker(row) : onSpeaker(row, key === NOBODY ? null : String(key))
          }
          className="min-w-32"
        >
          {voices.map((voice) => (
            <Option key={voice.id} id={voice.id}>
              {voice.name}
            </Option>
          ))}
          <Option id={NOBODY}>{t("nobody")}</Option>
          <Option id={NEW}>{t("newSpeaker.open")}</Option>
        </Select>
        <span className="text-sm text-soft">
          {[row.changed ? t("changedMark") : "", quotes > 0 ? t("quotesHere", { count: quotes }) : ""]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <div className="min-w-0">
        {/* The words once more behind the field make it as high as they are, in every browser. */}
        <div className="grid max-w-measure">
          <textarea
            ref={area}
            rows={1}
            aria-label={t("wordsOf", { number, name })}
            lang={lang}
            spellCheck
            value={row.words}
            onChange={(event) => onWords(row, event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              deed("cut");
            }}
            className="col-start-1 row-start-1 resize-none overflow-hidden rounded border border-line-strong bg-raised px-2 py-1 leading-relaxed"
          />
          <span
            aria-hidden
            className="invisible col-start-1 row-start-1 border border-transparent px-2 py-1 leading-relaxed break-words whitespace-pre-wrap"
          >
            {`${row.words} `}
          </span>
        </div>
        {row.words.trim() === "" ? <p className="text-sm text-warn">{t("empty")}</p> : null}
        {row.met ? (
          <p className="mt-1 max-w-measure rounded border border-warn/40 bg-warn-tint px-2 py-1 text-sm">
            {t("met")} <q lang={lang}>{row.turn.words}</q>
          </p>
        ) : null}
      </div>
      <MenuTrigger>
        <IconButton icon={EllipsisVertical} size="small" label={t("more", { number })} className="justify-self-end" />
        <Menu
          onAction={(key) => deed(key as Deed)}
          disabledKeys={[...(joins ? [] : ["join"]), ...(row.changed ? [] : ["leave"])]}
        >
          <MenuItem id="cut" icon={Scissors} keys="Ctrl+Enter">
            {t("cut")}
          </MenuItem>
          <MenuItem id="join" icon={Merge}>
            {t("join")}
          </MenuItem>
          <MenuItem id="out" icon={Trash2}>
            {t("takeOut")}
          </MenuItem>
          <MenuItem id="leave" icon={RotateCcw}>
            {t("leave")}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </div>
  );
});
