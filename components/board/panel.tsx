"use client";
/** Beside the board: one theme's name, definition, colour and place, for those who look at it. */
import { useTranslations } from "next-intl";
import { Trash2, X } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import * as Aria from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useWords } from "#lib/client/study/provider.tsx";
import { useBoard } from "./open.tsx";

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

export function ThemePanel({ theme: id }: Readonly<{ theme: string }>) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const words = useWords();
  const { ask, deeds, lang, mayChange, model, nameOf, removeTheme, selectIn, setSide, themeName } = useBoard();
  const themes = useSyncExternalStore(
    model.changed.subscribe,
    () => model.themes,
    () => model.themes,
  );
  const cloth = themes.get(id);
  if (!cloth) return null;
  const { theme } = cloth;
  const name = themeName(id);
  const definition = words.exactly(id, "definition", lang)?.words ?? "";
  const fixed = !mayChange || theme.locked;
  return (
    <aside data-no-board aria-label={t("panel.title")} className="board-panel">
      <header className="flex items-center justify-between gap-2">
        <h2 className="flex items-center gap-2 text-lg">
          <Swatch hue={theme.hue} />
          {t("panel.title")}
        </h2>
        <IconButton icon={X} label={common("close")} onPress={() => setSide(null)} />
      </header>
      <p className="text-soft">{t("panel.count", { count: cloth.count })}</p>
      <Kept
        key={`name/${name}`}
        words={name}
        label={t("theme.name")}
        isReadOnly={fixed}
        onKeep={(said) => deeds.write(id, "name", said)}
      />
      <Kept
        key={`definition/${definition}`}
        words={definition}
        label={t("panel.definition")}
        description={t("panel.definitionHelp")}
        long
        isReadOnly={fixed}
        onKeep={(said) => deeds.write(id, "definition", said)}
      />
      <Aria.RadioGroup
        value={String(theme.hue)}
        isDisabled={fixed}
        onChange={(hue) => deeds.setTheme(id, { hue: Number(hue) })}
        className="flex flex-col gap-1.5"
      >
        <Aria.Label className="font-semibold">{t("panel.colour")}</Aria.Label>
        <div className="grid grid-cols-5 gap-1">
          {HUES.map((hue) => (
            <Aria.Radio
              key={hue}
              value={hue}
              aria-label={common(`hue.${hue}`)}
              className="flex flex-col items-center gap-0.5 rounded border border-transparent p-1 text-xs text-soft ring-none data-focus-visible:ring-focus data-hovered:bg-sunk data-selected:border-line-strong data-selected:text-ink"
            >
              <Swatch hue={Number(hue)} size={24} />
              {common(`hue.${hue}`)}
            </Aria.Radio>
          ))}
        </div>
      </Aria.RadioGroup>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>{theme.parent === null ? t("panel.top") : t("panel.within", { theme: nameOf(theme.parent) })}</span>
        {fixed ? null : (
          <Button look="quiet" size="small" onPress={() => ask({ kind: "nest", theme: id })}>
            {t("panel.nest")}
          </Button>
        )}
      </p>
      {mayChange ? (
        <Switch isSelected={theme.locked} onChange={(locked) => deeds.setTheme(id, { locked })}>
          {t("panel.lock")}
        </Switch>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => selectIn(id)}>
          {t("panel.select")}
        </Button>
        {fixed ? null : (
          <Button size="small" onPress={() => removeTheme(id)}>
            <Trash2 aria-hidden size={15} />
            {t("theme.remove")}
          </Button>
        )}
      </div>
    </aside>
  );
}

/** A text that is kept when the person leaves it. */
function Kept({
  words,
  label,
  description,
  long,
  isReadOnly,
  onKeep,
}: Readonly<{
  words: string;
  label: string;
  description?: string;
  long?: boolean;
  isReadOnly: boolean;
  onKeep: (words: string) => void;
}>) {
  const [text, setText] = useState(words);
  const keep = () => {
    if (text.trim() !== words) onKeep(text.trim());
  };
  const shared = {
    label,
    value: text,
    onChange: setText,
    onBlur: keep,
    isReadOnly,
    ...(description === undefined ? {} : { description }),
  };
  return long ? (
    <TextArea {...shared} rows={4} maxLength={20_000} />
  ) : (
    <TextField {...shared} maxLength={200} onKeyDown={(event) => event.key === "Enter" && keep()} />
  );
}
