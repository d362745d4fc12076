"use client";
/** From which theme of one board to which of the other quotes go: a plain table, the largest ways first. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Flow } from "#lib/domain/board/compare.ts";
import { Place, usePlaceName } from "./place.tsx";

type Props = Readonly<{
  flows: readonly Flow[];
  names: Readonly<{ from: string; to: string }>;
  chosen: string | null;
  onChoose: (flow: string | null) => void;
}>;

const FIRST = 200; // rows shown before more are asked for

export function Flows({ flows, names, chosen, onChoose }: Props) {
  const t = useTranslations("boards.compare");
  const nameOf = usePlaceName();
  const [most, setMost] = useState(FIRST);
  const largest = Math.max(1, ...flows.slice(0, 1).map(({ quotes }) => quotes.length));
  return (
    <div className="min-w-0 grow">
      <table className="board-compare-table">
        <caption>{t("caption", { ...names, count: flows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("on", { board: names.from })}</th>
            <th scope="col">{t("on", { board: names.to })}</th>
            <th scope="col">{t("quotes")}</th>
          </tr>
        </thead>
        <tbody>
          {flows.slice(0, most).map((flow) => {
            const { from, to, quotes } = flow;
            const key = keyOf(flow);
            return (
              <tr key={key} data-chosen={key === chosen || undefined}>
                <td>
                  <Place place={from} />
                </td>
                <td>
                  <Place place={to} />
                </td>
                <td>
                  <Button
                    look="quiet"
                    size="small"
                    aria-label={t("show", { from: nameOf(from), to: nameOf(to), count: quotes.length })}
                    aria-expanded={key === chosen}
                    className="w-full justify-start px-1.5"
                    onPress={() => onChoose(key === chosen ? null : key)}
                  >
                    <span className="w-9 text-end tabular-nums">{quotes.length}</span>
                    <span
                      aria-hidden
                      className="board-compare-bar"
                      style={{ width: `${(quotes.length / largest) * 55}%` }}
                    />
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {flows.length === 0 ? <p className="py-4 text-soft">{t("nothingMoved")}</p> : null}
      {flows.length > most ? (
        <Button className="mt-3" onPress={() => setMost(most + FIRST)}>
          {t("more", { count: flows.length - most })}
        </Button>
      ) : null}
    </div>
  );
}

/** A name for a flow among the others. */
export function keyOf({ from, to }: Flow): string {
  return `${from}/${to}`;
}
