"use client";
/**
 * The framework matrix: cases against themes, in each cell its quotes and what the team writes of them; one cell is read and
 * written beside the table. Rules: docs/spec/framework.md.
 */
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Option } from "#components/ui/option.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Choice } from "#lib/client/matrix/choice.ts";
import { best } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Voice } from "#lib/domain/finding/voice.ts";
import { caseCode, framework } from "#lib/domain/matrix/framework.ts";
import { may } from "#lib/domain/member/shape.ts";
import { byOrd } from "#lib/domain/order.ts";
import { CASES } from "#lib/domain/summary/shape.ts";
import type { CaseKind } from "#lib/domain/summary/shape.ts";
import { FrameworkCell } from "./framework-cell.tsx";
import { Grid } from "./grid.tsx";
import type { Head } from "./grid.tsx";
import { useThemeHead } from "./names.ts";

/** What rows are, and of which board columns are. */
export function FrameworkChoice({
  desk,
  choice,
  onChoose,
}: Readonly<{ desk: Desk; choice: Choice; onChoose: (change: Partial<Choice>) => void }>) {
  const t = useTranslations("matrix");
  const boards = [...desk.rows.all("board")].filter(({ owner }) => owner === null).toSorted(byOrd);
  const shown = boards.find(({ id }) => id === choice.board) ?? boards.find(({ analysis }) => analysis);
  return (
    <>
      <Segments
        label={t("framework.cases")}
        choices={CASES.map((id) => ({ id, label: t(`framework.caseOf.${id}`) }))}
        chosen={choice.of}
        onChoose={(next) => next && onChoose({ of: next })}
      />
      {boards.length > 1 ? (
        <Select
          label={t("framework.board")}
          selectedKey={shown?.id ?? null}
          onSelectionChange={(key) => onChoose({ board: String(key) })}
          className="w-56"
        >
          {boards.map(({ id }) => (
            <Option key={id} id={id}>
              {best(desk, id, "name")?.words ?? t("framework.boardUnnamed")}
            </Option>
          ))}
        </Select>
      ) : null}
    </>
  );
}

export function FrameworkView({
  desk,
  voices,
  of,
  board,
}: Readonly<{ desk: Desk; voices: ReadonlyMap<string, Voice>; of: CaseKind; board: string }>) {
  const t = useTranslations("matrix");
  const caseName = useCaseName(desk, of);
  const themeHead = useThemeHead(desk);
  const made = useMemo(() => framework(desk.rows, board, of), [desk, board, of]); // the desk is new whenever its rows have changed
  const [open, setOpen] = useState<readonly [string, string] | null>(null);
  if (made.cases.length === 0 || made.themes.length === 0)
    return <EmptyState plain level={3} title={t("framework.none")} />;

  const rows: readonly Head[] = made.cases.map((id) => ({ id, words: caseName(id) }));
  const columns: readonly Head[] = made.themes.map(({ id, depth }) => {
    const head = themeHead(id);
    return { id, ...head, words: `${"› ".repeat(depth)}${head.words}` };
  });
  const most = Math.max(1, ...made.cells.flatMap((row) => row.map(({ quotes }) => quotes.length)));
  const at = (y: number, x: number) => made.cells[y]?.[x] ?? { quotes: [], summaries: [] };
  const summaryAt = (y: number, x: number) =>
    at(y, x)
      .summaries.flatMap(({ id }) => best(desk, id, "summary") ?? [])
      .at(0) ?? null;
  const [row, column] = [made.cases.indexOf(open?.[0] ?? ""), made.themes.findIndex(({ id }) => id === open?.[1])];
  const shown = row >= 0 && column >= 0 ? ([row, column] as const) : null;
  return (
    <div className="flex flex-col gap-2">
      <p className="max-w-measure text-sm text-soft">{t("framework.how")}</p>
      <div className="grid items-start gap-6 lg:has-[aside]:grid-cols-[minmax(0,1fr)_26rem]">
        <Grid
          caption={t("framework.title", { cases: t(`framework.caseOf.${of}`) })}
          corner={t(`framework.case.${of}`)}
          columns={columns}
          rows={rows}
          open={shown}
          figure={(y, x) => {
            const { quotes } = at(y, x);
            const summary = summaryAt(y, x);
            return {
              shown: quotes.length === 0 ? "–" : t("framework.count", { count: quotes.length }),
              share: quotes.length / most,
              label: t("framework.cell", {
                case: rows[y]?.words ?? "",
                theme: columns[x]?.words ?? "",
                count: quotes.length,
                summary: summary?.words ?? t("framework.noSummary"),
              }),
              empty: false,
              words: summary && { text: summary.words, lang: summary.lang },
            };
          }}
          onOpen={(y, x) => setOpen([made.cases[y] ?? "", made.themes[x]?.id ?? ""])}
        />
        {shown ? (
          <FrameworkCell
            key={`${open?.[0]} ${open?.[1]}`}
            desk={desk}
            voices={voices}
            of={of}
            whose={{ id: made.cases[shown[0]] ?? "", name: rows[shown[0]]?.words ?? "" }}
            theme={{ id: made.themes[shown[1]]?.id ?? "", name: columns[shown[1]]?.words ?? "" }}
            cell={at(shown[0], shown[1])}
            onClose={() => {
              setOpen(null);
              document.querySelector<HTMLElement>(`[data-at="${shown[0]}/${shown[1]}"]`)?.focus();
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** What a case is called: by pseudonym or code, and by name for those who read originals. */
function useCaseName(desk: Desk, of: CaseKind): (id: string) => string {
  const speech = useWords();
  const { me } = useStudy();
  const originals = may(me.role, "readOriginals");
  return (id) => {
    const name = originals ? speech.name(desk.rows.get(of, id)?.name) : null;
    const code = caseCode(desk.rows, of, id);
    return name ? `${code} ${name}` : code;
  };
}
