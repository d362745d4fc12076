"use client";
/** What the colour of cards tells: the choice in the board's head, and the legend that names every colour. */
import { Palette, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { DialogTrigger } from "react-aria-components";
import { announce } from "#components/ui/live-region.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { COLOUR_NOUNS, COLOURINGS, coloursOf, OTHERS } from "#lib/client/board/colour.ts";
import type { Colouring, Entry } from "#lib/client/board/colour.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { bodyCode, OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { SourceKind } from "#lib/domain/source/shape.ts";
import { useBoard } from "./open.tsx";

const isColouring = (value: string): value is Colouring => (COLOURINGS as readonly string[]).includes(value);

export function ColourButton() {
  const t = useTranslations("board-cards");
  const { colouring } = useBoard();
  return (
    <DialogTrigger>
      <IconButton icon={Palette} label={t("colour.button")} />
      <Popover label={t("colour.button")} placement="bottom end" className="flex w-72 flex-col gap-3">
        <RadioGroup
          label={t("colour.label")}
          value={colouring.by}
          onChange={(by) => {
            if (isColouring(by)) colouring.choose(by);
          }}
        >
          {COLOURINGS.map((by) => (
            <Radio key={by} value={by}>
              {t(`colour.by.${by}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Legend />
      </Popover>
    </DialogTrigger>
  );
}

/** The legend above the board, where it covers nothing, while colours tell something that themes do not. */
export function LegendStrip() {
  const t = useTranslations("board-cards");
  const { colouring } = useBoard();
  if (colouring.by === "theme") return null;
  return (
    <aside data-no-board aria-label={t("colour.legend")} className="board-legend">
      <h2 className="shrink-0 text-sm font-semibold">{t(`colour.by.${colouring.by}`)}</h2>
      <Legend inRow />
      <IconButton icon={X} size="small" label={t("colour.back")} onPress={() => colouring.choose("theme")} />
    </aside>
  );
}

function Legend({ inRow = false }: Readonly<{ inRow?: boolean }>) {
  const t = useTranslations("board-cards");
  const b = useTranslations("board");
  const { board, colouring, model } = useBoard();
  const { by } = colouring;
  const painted = useSyncExternalStore(
    model.changed.subscribe,
    () => model.colours,
    () => model.colours,
  );
  const counted = useFromRows(COLOUR_NOUNS, (rows) => (by === "theme" ? coloursOf(rows, board, by) : null), [
    board,
    by,
  ]);
  const colours = counted ?? painted;
  const nameOf = useNames(by, colours.others);
  const select = (entry: Entry) => {
    model.selection.set(
      model.all().filter((slot) => {
        const card = model.cards[slot];
        return by === "theme" ? card?.theme === entry.value : card?.hue === entry.fill;
      }),
    );
    announce(b("say.selected", { count: model.selection.count }));
  };
  return (
    <div className={inRow ? "board-legend-row" : "min-h-0 overflow-auto"}>
      <ul aria-label={t("colour.legend")} className={inRow ? "flex max-sm:w-max sm:flex-wrap" : "flex flex-col"}>
        {colours.legend.map((entry) => (
          <li key={`${entry.value ?? ""}${entry.fill}`}>
            <button
              type="button"
              title={t("colour.select")}
              className="flex min-h-7 w-full items-center gap-2 rounded px-2 py-0.5 text-start text-sm ring-none hover:bg-sunk focus-visible:ring-focus touch:min-h-11"
              onClick={() => select(entry)}
            >
              <Shade fill={entry.fill} />
              <span className="min-w-0 grow">{nameOf(entry)}</span>
              <span className="text-soft tabular-nums">{entry.count}</span>
              <span className="sr-only">{t("colour.select")}</span>
            </button>
          </li>
        ))}
      </ul>
      {by === "tag" && !inRow ? <p className="px-2 pt-1 text-sm text-soft">{t("colour.firstTag")}</p> : null}
    </div>
  );
}

function Shade({ fill }: Readonly<{ fill: number }>) {
  if (fill > 0 && fill !== OTHERS) return <Swatch hue={fill} />;
  return (
    <span
      aria-hidden
      className="size-4 shrink-0 rounded-[3px] border border-line-strong"
      style={fill === OTHERS ? { background: "color-mix(in oklab, var(--ink) 70%, var(--paper))" } : undefined}
    />
  );
}

/** What a colour of the legend stands for, in words. */
function useNames(by: Colouring, others: number): (entry: Entry) => string {
  const t = useTranslations("board-cards");
  const board = useTranslations("board");
  const words = useWords();
  const { rows } = useStudy().state;
  const { lang, nameOf } = useBoard();
  return ({ fill, value }) => {
    if (fill === OTHERS) return t("colour.others", { count: others });
    if (by === "theme") return nameOf(value);
    if (value === null) return t(`colour.none.${by}`);
    if (by === "tag") return words.wording(value, "name", lang)?.words ?? "";
    if (by === "kind") return board(`kind.${OrganisationKind.parse(value)}`);
    if (by === "source") return board(`source.${SourceKind.parse(value)}`);
    if (by === "organisation") {
      const body = rows.get("organisation", value);
      return body ? `${bodyCode(body)} · ${board(`kind.${body.kind}`)}` : "";
    }
    const person = rows.get("participant", value);
    const body = rows.live("organisation", person?.organisation ?? "");
    return [person && pseudonym(person), body && board(`kind.${body.kind}`)].filter(Boolean).join(" · ");
  };
}
