"use client";
/** What stands together: tags and themes, each with each. */
import type { Ground } from "#lib/domain/matrix/axis.ts";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Choice } from "#lib/client/matrix/choice.ts";
import type { Desk } from "#lib/client/desk.ts";
import { together } from "#lib/domain/matrix/together.ts";
import type { Unit } from "#lib/domain/matrix/order.ts";
import type { Thing } from "#lib/domain/matrix/together.ts";
import type { Opened } from "./cell-quotes.tsx";
import { Grid } from "./grid.tsx";
import { useTagHead, useThemeHead } from "./names.ts";

type Props = Readonly<{
  desk: Desk;
  ground: Ground;
  choice: Choice;
  unit: Unit;
  onOpen: (opened: Opened) => void;
}>;

export function TogetherView({ desk, ground, choice, unit, onOpen }: Props) {
  const t = useTranslations("matrix");
  const heads = { theme: useThemeHead(desk), tag: useTagHead(desk) };
  const { arm, down, across } = choice;
  const made = useMemo(() => together(ground, arm, down, across), [ground, arm, down, across]);
  if (made.rows.length === 0 || made.columns.length === 0)
    return <EmptyState plain level={3} title={t("nothingTogether")} />;
  const list = (thing: Thing, ids: readonly string[]) => ids.map((id) => ({ id, ...heads[thing](id) }));
  const [rows, columns] = [list(down, made.rows), list(across, made.columns)];
  const at = (y: number, x: number) => made.cells[y]?.[x] ?? { quotes: [], participants: 0, organisations: 0 };
  const number = (y: number, x: number) => (unit === "quotes" ? at(y, x).quotes.length : at(y, x)[unit]);
  const same = (y: number, x: number) => rows[y]?.id === columns[x]?.id;
  const most = Math.max(
    1,
    ...made.rows.flatMap((_, y) => made.columns.map((__, x) => (same(y, x) ? 0 : number(y, x)))),
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-soft">{t(`togetherHow.${unit}`)}</p>
      <Grid
        caption={t("togetherOf", { down: t(`thing.${down}`), across: t(`thing.${across}`) })}
        corner={t(`thing.${down}`)}
        columns={columns}
        rows={rows}
        figure={(y, x) => {
          const count = number(y, x);
          const [one, other] = [rows[y]?.words ?? "", columns[x]?.words ?? ""];
          return {
            shown: count === 0 ? "–" : String(count),
            share: same(y, x) ? 0 : count / most,
            label: t(`meet.${unit}`, { one, other, count }),
            empty: at(y, x).quotes.length === 0,
          };
        }}
        onOpen={(y, x) => onOpen({ title: `${rows[y]?.words ?? ""} · ${columns[x]?.words ?? ""}`, cell: at(y, x) })}
      />
    </div>
  );
}
