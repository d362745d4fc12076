"use client";
/** Themes against one thing: who of which kind, region, role … speaks of what. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Choice } from "#lib/client/matrix/choice.ts";
import type { Desk } from "#lib/client/desk.ts";
import { matrix } from "#lib/domain/matrix/matrix.ts";
import type { Cell } from "#lib/domain/matrix/matrix.ts";
import type { Ground, Of } from "#lib/domain/matrix/axis.ts";
import type { Unit } from "#lib/domain/matrix/order.ts";
import type { Opened } from "./cell-quotes.tsx";
import { Grid } from "./grid.tsx";
import type { Figure, Head } from "./grid.tsx";
import { useColumnWords, useThemeHead } from "./names.ts";

type Props = Readonly<{
  desk: Desk;
  ground: Ground;
  choice: Choice;
  unit: Unit;
  onOpen: (opened: Opened) => void;
}>;

export function TableView({ desk, ground, choice, unit, onOpen }: Props) {
  const t = useTranslations("matrix");
  const wordsOf = useColumnWords(desk, ground);
  const themeHead = useThemeHead(desk);
  const { by, arm } = choice;
  const made = useMemo(() => matrix(ground, by, arm), [ground, by, arm]);
  if (made.columns.length === 0)
    return (
      <EmptyState plain level={3} title={t("noColumns")}>
        <p>{t(`how.${by}`)}</p>
      </EmptyState>
    );

  const noteOf = (of: Of, times: number | null) =>
    [
      times !== null && times > 1 ? t("submissions", { count: times }) : null,
      unit === "quotes" || (by === "organisation" && unit === "organisations") ? null : t("of", { of: of[unit] }),
    ]
      .filter(Boolean)
      .join(" ") || null;
  const columns: readonly Head[] = [
    { id: "all", words: t("all"), note: noteOf(made.of, null) },
    ...made.columns.map((column) => ({
      id: column.value ?? "none",
      ...wordsOf(by, column),
      note: noteOf(column.of, column.times),
    })),
  ];
  const rows: readonly Head[] = made.rows.map(({ theme, depth }) => ({ id: theme, depth, ...themeHead(theme) }));
  const most = Math.max(1, ...made.rows.flatMap(({ cells }) => cells.map(({ quotes }) => quotes.length)));
  const at = (y: number, x: number): Readonly<{ cell: Cell; of: Of }> => {
    const row = made.rows[y];
    const cell = (x === 0 ? row?.whole : row?.cells[x - 1]) ?? { quotes: [], participants: 0, organisations: 0 };
    return { cell, of: (x === 0 ? made.of : made.columns[x - 1]?.of) ?? made.of };
  };
  const labelOf = (y: number, x: number, number: number, of: Of) => {
    const named = { theme: rows[y]?.words ?? "", column: columns[x]?.words ?? "", count: number };
    return unit === "quotes" ? t("cell.quotes", named) : t(`cell.${unit}`, { ...named, of: of[unit] });
  };
  const figure = (y: number, x: number): Figure => {
    const { cell, of } = at(y, x);
    const number = unit === "quotes" ? cell.quotes.length : cell[unit];
    const share = unit === "quotes" ? number / most : of[unit] === 0 ? 0 : number / of[unit];
    return {
      shown: cell.quotes.length === 0 ? "–" : String(number),
      share: Math.min(1, share),
      label: labelOf(y, x, number, of),
      empty: cell.quotes.length === 0,
    };
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-soft">{t(`how.${by}`)}</p>
      <Grid
        whole
        caption={t("tableOf", { axis: t(`axis.${by}`) })}
        corner={t("theme")}
        columns={columns}
        rows={rows}
        figure={figure}
        onOpen={(y, x) => {
          const { cell } = at(y, x);
          onOpen({ title: `${rows[y]?.words ?? ""} · ${columns[x]?.words ?? ""}`, cell });
        }}
      />
    </div>
  );
}
