"use client";
/** Two boards side by side: how far they agree, and from which theme of one to which of the other quotes go. */
import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { lyingOf, stays } from "#lib/client/board/sides.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { ABSENT, agreement, flowsBetween } from "#lib/domain/board/compare.ts";
import type { Agreement, Flow } from "#lib/domain/board/compare.ts";
import { byOrd } from "#lib/domain/order.ts";
import { useBoards } from "../boards/use-boards.ts";
import { useBoard } from "../open.tsx";
import { Flows, keyOf } from "./flows.tsx";
import { FlowQuotes } from "./quotes.tsx";
import "./compare.css";

export function Compare({ other }: Readonly<{ other: string }>) {
  const t = useTranslations("boards.compare");
  const { board, compareWith, themeName } = useBoard();
  const { nameOf } = useBoards();
  const [moved, setMoved] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const { a, b } = useFromRows(["card", "theme"], (rows) => ({ a: lyingOf(rows, board), b: lyingOf(rows, other) }), [
    board,
    other,
  ]);
  const boards = useFromRows(["board"], (rows) => rows.related("boards", "").toSorted(byOrd));
  const flows = useMemo(() => flowsBetween(a, b), [a, b]);
  const measured = useMemo(() => agreement(a, b), [a, b]);
  const shown = useMemo(
    () => (moved ? flows.filter((flow) => !stays(flow, board, other, themeName)) : flows),
    [moved, flows, board, other, themeName],
  );
  const flow = shown.find((each) => keyOf(each) === chosen);
  const names = { from: nameOf(board), to: nameOf(other) };
  return (
    <section className="board-compare" aria-labelledby="board-compare-title">
      <header className="flex items-start gap-3">
        <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-2">
          <h2 id="board-compare-title" className="min-w-0 text-xl">
            {t("title", names)}
          </h2>
          <Select
            label={t("with")}
            hideLabel
            size="small"
            selectedKey={other}
            onSelectionChange={(key) => {
              choose(null);
              compareWith(String(key));
            }}
          >
            {boards
              .filter(({ id }) => id !== board)
              .map(({ id }) => (
                <Option key={id} id={id}>
                  {nameOf(id)}
                </Option>
              ))}
          </Select>
        </div>
        <IconButton icon={X} label={t("close")} onPress={() => compareWith(null)} />
      </header>
      <Measures flows={flows} measured={measured} names={names} />
      {flows.length === 0 ? (
        <EmptyState plain level={3} title={t("empty")}>
          {t("emptyHelp")}
        </EmptyState>
      ) : (
        <>
          <Switch isSelected={moved} onChange={setMoved} description={t("movedHelp")}>
            {t("moved")}
          </Switch>
          <div className="board-compare-parts">
            <Flows flows={shown} names={names} chosen={chosen} onChoose={choose} />
            {flow ? <FlowQuotes key={chosen} flow={flow} onClose={() => choose(null)} /> : null}
          </div>
        </>
      )}
    </section>
  );
}

type MeasuresProps = Readonly<{
  flows: readonly Flow[];
  measured: Agreement | null;
  names: Readonly<{ from: string; to: string }>;
}>;

function Measures({ flows, measured, names }: MeasuresProps) {
  const t = useTranslations("boards.compare");
  const format = useFormatter();
  const quotesIn = (which: (flow: Flow) => boolean) =>
    new Set(flows.filter(which).flatMap(({ quotes }) => quotes)).size;
  return (
    <dl className="board-compare-measures">
      <Measure
        name={t("both")}
        value={format.number(quotesIn(({ from, to }) => from !== ABSENT && to !== ABSENT))}
        help={t("onlyOn", {
          ...names,
          left: quotesIn(({ to }) => to === ABSENT),
          right: quotesIn(({ from }) => from === ABSENT),
        })}
      />
      <Measure
        name={t("pairs")}
        value={measured ? format.number(measured.pairs, { style: "percent", maximumFractionDigits: 0 }) : t("nothing")}
        help={measured ? t("pairsHelp", { count: measured.quotes }) : t("tooFew")}
      />
      <Measure
        name={t("adjusted")}
        value={
          measured
            ? format.number(measured.adjusted, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
            : t("nothing")
        }
        help={t("adjustedHelp")}
      />
    </dl>
  );
}

function Measure({ name, value, help }: Readonly<{ name: string; value: string; help: string }>) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
      <dd className="text-sm text-soft">{help}</dd>
    </div>
  );
}
