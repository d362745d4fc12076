"use client";
/** Beside the board: one theme's name, definition, how it stands, colour and place, and what can be done with it. */
import { useTranslations } from "next-intl";
import { ChevronDown, ChevronRight, LayoutGrid, Merge, Trash2, X } from "lucide-react";
import * as Aria from "react-aria-components";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { voicesIn } from "#lib/client/board/voices.ts";
import { CAPTION_NOUNS } from "#lib/client/board/rows.ts";
import { useFromRows, useWords } from "#lib/client/study/provider.tsx";
import { ThemeStatus } from "#lib/domain/board/shape.ts";
import type { Lang } from "#lib/domain/field.ts";
import { useBoard } from "./open.tsx";
import { useThemeWork } from "./theme/work.ts";
import { useThemes } from "./use-themes.ts";

const VOICE_NOUNS = ["card", ...CAPTION_NOUNS] as const;
const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

export function ThemePanel({ theme: id }: Readonly<{ theme: string }>) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const words = useWords();
  const h = useTranslations("board-themes");
  const { ask, deeds, intents, mayChange, nameOf, removeTheme, selectIn, setSide } = useBoard();
  const { arrange } = useThemeWork();
  const themes = useThemes();
  const voices = useFromRows(VOICE_NOUNS, (rows) => voicesIn(rows, themes, id), [themes, id]);
  const cloth = themes.get(id);
  if (!cloth) return null;
  const { theme } = cloth;
  const fixed = !mayChange || theme.locked;
  const said = (field: "name" | "definition" | "include" | "exclude", of: Lang) =>
    words.exactly(id, field, of)?.words ?? "";
  const look = (field: "name" | "definition" | "include" | "exclude") =>
    ({
      level: 3,
      isCompact: true,
      isReadOnly: fixed,
      value: { en: said(field, "en"), cy: said(field, "cy") },
    }) as const;
  const Chevron = theme.collapsed ? ChevronDown : ChevronRight;
  return (
    <aside data-no-board aria-label={t("panel.title")} className="board-panel" data-wide>
      <header className="flex items-center justify-between gap-2">
        <h2 className="flex items-center gap-2 text-lg">
          <Swatch hue={theme.hue} />
          {t("panel.title")}
        </h2>
        <IconButton icon={X} label={common("close")} onPress={() => setSide(null)} />
      </header>
      <p className="text-soft">
        {t("panel.count", { count: cloth.count })}
        <br />
        {h("panel.voices", voices)}
      </p>
      <BilingualText
        {...look("name")}
        label={t("theme.name")}
        isLine
        maxLength={200}
        onSave={(of, now) => deeds.write(id, "name", now, of)}
      />
      <BilingualPad
        subject={id}
        field="definition"
        {...look("definition")}
        label={t("panel.definition")}
        description={t("panel.definitionHelp")}
        rows={3}
      />
      <BilingualPad
        subject={id}
        field="include"
        {...look("include")}
        label={h("panel.include")}
        description={h("panel.includeHelp")}
        rows={2}
      />
      <BilingualPad
        subject={id}
        field="exclude"
        {...look("exclude")}
        label={h("panel.exclude")}
        description={h("panel.excludeHelp")}
        rows={2}
      />
      <RadioGroup
        label={h("status.label")}
        orientation="horizontal"
        value={theme.status}
        isDisabled={fixed}
        onChange={(status) => deeds.setTheme(id, { status: ThemeStatus.parse(status) })}
      >
        {ThemeStatus.options.map((status) => (
          <Radio key={status} value={status}>
            <span className="inline-block first-letter:uppercase">{h(`status.${status}`)}</span>
          </Radio>
        ))}
      </RadioGroup>
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
      <div role="group" aria-label={h("panel.work")} className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => selectIn(id)}>
          {t("panel.select")}
        </Button>
        {mayChange ? (
          <Button size="small" onPress={() => intents.collapseTheme(id, !theme.collapsed)}>
            <Chevron aria-hidden size={15} />
            {h(theme.collapsed ? "open" : "collapse")}
          </Button>
        ) : null}
        {fixed || theme.collapsed ? null : (
          <Button size="small" onPress={() => arrange(id)}>
            <LayoutGrid aria-hidden size={15} />
            {h("arrange")}
          </Button>
        )}
        {fixed ? null : (
          <Button size="small" onPress={() => ask({ kind: "merge", theme: id })}>
            <Merge aria-hidden size={15} />
            {h("merge.ask")}
          </Button>
        )}
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
