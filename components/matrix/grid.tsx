"use client";
/**
 * A table of numbers that is walked through by arrow keys; a number opens what is behind it.
 *
 * One stop for the Tab key, as the ARIA Authoring Practices' grid is. Its shade repeats the number and says nothing by itself.
 * Rules: docs/spec/matrix.md, MX17.
 */
import { useRef, useState } from "react";
import { Swatch } from "#components/ui/swatch.tsx";
import { join } from "#components/ui/join.ts";

export type Head = Readonly<{
  id: string;
  words: string;
  lang?: string;
  hue?: number;
  note?: string | null;
  depth?: number;
}>;
/**
 * `share`: how dark, from 0 to 1. `label` says the number with what it is of. `empty`: nothing is behind it. `words` stand
 * below the number, as far as there is room.
 */
export type Figure = Readonly<{
  shown: string;
  share: number;
  label: string;
  empty: boolean;
  words?: Readonly<{ text: string; lang: string }> | null;
}>;

type Props = Readonly<{
  caption: string;
  corner: string;
  columns: readonly Head[];
  rows: readonly Head[];
  /** The number in a row and a column. */
  figure: (row: number, column: number) => Figure;
  onOpen: (row: number, column: number) => void;
  /** Whether the first column is the whole of each row. */
  whole?: boolean;
  /** The cell that is read beside the table, where cells open there and not above it. */
  open?: readonly [number, number] | null;
}>;

export function Grid({ caption, corner, columns, rows, figure, onOpen, whole = false, open = null }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [row, column] = [Math.min(at[0], rows.length - 1), Math.min(at[1], columns.length - 1)];

  const move = (event: React.KeyboardEvent) => {
    const last = [rows.length - 1, columns.length - 1] as const;
    const to = target(event, [row, column], last);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to[0]}/${to[1]}"]`)?.focus();
  };

  return (
    <div
      className="max-h-[70dvh] w-fit max-w-full overflow-auto rounded-md border border-line"
      role="region"
      aria-label={caption}
    >
      <table
        ref={table}
        role="grid"
        aria-label={caption}
        className="w-max border-separate border-spacing-0 text-sm"
        onKeyDown={move}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 top-0 z-20 min-w-40 border-e border-b border-line-strong bg-raised px-3 py-2 text-start align-bottom font-semibold sm:min-w-60"
            >
              {corner}
            </th>
            {columns.map((head, x) => (
              <th
                key={head.id}
                scope="col"
                lang={head.lang}
                className={join(
                  "sticky top-0 z-10 max-w-36 min-w-20 border-b border-line-strong bg-raised px-2 py-2 text-center align-bottom font-semibold",
                  whole && x === 0 && "border-e",
                )}
              >
                <bdi className="line-clamp-4 hyphens-auto">{head.words}</bdi>
                {head.note ? <span className="block font-normal text-soft tabular-nums">{head.note}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((head, y) => (
            <tr key={head.id} data-hue={head.hue}>
              <th
                scope="row"
                lang={head.lang}
                className="sticky start-0 z-10 max-w-44 border-e border-b border-line bg-raised px-3 py-1.5 text-start font-normal sm:max-w-80"
                style={{ paddingInlineStart: `${0.75 + (head.depth ?? 0)}rem` }}
              >
                <span className="flex items-start gap-2">
                  {head.hue ? <Swatch hue={head.hue} size={12} className="mt-1 shrink-0" /> : null}
                  <bdi className={join("line-clamp-3", head.depth ? "" : "font-semibold")}>{head.words}</bdi>
                </span>
              </th>
              {columns.map((one, x) => {
                const { shown, share, label, empty, words } = figure(y, x);
                const here = y === row && x === column;
                return (
                  <td
                    key={one.id}
                    className={join(
                      "border-b border-line p-0 text-center tabular-nums",
                      words !== undefined && "border-e align-top",
                      whole && x === 0 && "border-e border-e-line-strong font-semibold",
                    )}
                    style={empty || words !== undefined ? undefined : { background: shade(share) }}
                  >
                    <button
                      type="button"
                      data-at={`${y}/${x}`}
                      tabIndex={here ? 0 : -1}
                      aria-disabled={empty}
                      aria-haspopup={empty || words !== undefined ? undefined : "dialog"}
                      aria-pressed={words === undefined ? undefined : open?.[0] === y && open[1] === x}
                      className={join(
                        "block min-h-9 px-2 py-1.5 focus-visible:ring-focus focus-visible:-outline-offset-2 touch:min-h-11",
                        words === undefined
                          ? "w-full"
                          : "h-24 w-52 overflow-hidden text-start whitespace-normal aria-pressed:inset-ring-2 aria-pressed:inset-ring-accent",
                        empty ? "cursor-default text-soft" : "hover:underline",
                      )}
                      onFocus={() => setAt([y, x])}
                      onClick={() => (empty ? undefined : onOpen(y, x))}
                    >
                      <span aria-hidden className={words === undefined ? undefined : "block text-soft"}>
                        {shown}
                      </span>
                      {words ? (
                        <span aria-hidden lang={words.lang} className="line-clamp-3">
                          {words.text}
                        </span>
                      ) : null}
                      <span className="sr-only">{label}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Never so dark that ink on it would be hard to read. */
function shade(share: number): string {
  return `color-mix(in oklab, var(--hue, var(--accent)) ${Math.round(4 + share * 30)}%, transparent)`;
}

/** Where a key leads from here; nothing for keys that lead nowhere. */
function target(
  { key, ctrlKey, metaKey }: Readonly<{ key: string; ctrlKey: boolean; metaKey: boolean }>,
  [y, x]: readonly [number, number],
  [bottom, end]: readonly [number, number],
): readonly [number, number] | null {
  switch (key) {
    case "ArrowUp":
      return [Math.max(0, y - 1), x];
    case "ArrowDown":
      return [Math.min(bottom, y + 1), x];
    case "ArrowLeft":
      return [y, Math.max(0, x - 1)];
    case "ArrowRight":
      return [y, Math.min(end, x + 1)];
    case "Home":
      return [ctrlKey || metaKey ? 0 : y, 0];
    case "End":
      return [ctrlKey || metaKey ? bottom : y, end];
    default:
      return null;
  }
}
