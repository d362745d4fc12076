"use client";
/** One table of coverage: what it is, how much of it is quoted, and whether anybody has touched it. */
import { useFormatter, useTranslations } from "next-intl";

export type Line = Readonly<{
  id: string;
  name: React.ReactNode;
  words?: number;
  quoted?: number;
  numbers: readonly number[];
  touched: boolean;
}>;

type Props = Readonly<{
  title: string;
  first: string; // what a line is
  columns: readonly string[];
  /** With words, and how many of them are quoted. */
  shares?: boolean;
  lines: readonly Line[];
  /** Only what nobody has touched. */
  only: boolean;
}>;

export function CoverTable({ title, first, columns, shares = false, lines, only }: Props) {
  const t = useTranslations("coverage");
  const format = useFormatter();
  const shown = only ? lines.filter(({ touched }) => !touched) : lines;
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      {shown.length === 0 ? (
        <p className="text-soft">{t("allTouched")}</p>
      ) : (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={title}>
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="border-b border-line-strong text-start text-soft">
                <th scope="col" className="py-2 pe-4 text-start font-semibold">
                  {first}
                </th>
                {shares ? (
                  <>
                    <th scope="col" className="px-3 py-2 text-end font-semibold">
                      {t("words")}
                    </th>
                    <th scope="col" className="min-w-44 px-3 py-2 text-start font-semibold">
                      {t("share")}
                    </th>
                  </>
                ) : null}
                {columns.map((column) => (
                  <th key={column} scope="col" className="px-3 py-2 text-end font-semibold">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, name, words = 0, quoted = 0, numbers, touched }) => (
                <tr key={id} className="border-b border-line">
                  <th scope="row" className="max-w-md py-2 pe-4 text-start font-normal">
                    <bdi>{name}</bdi>
                    {touched ? null : (
                      <span className="ms-2 inline-block rounded border border-line-strong px-1.5 text-[0.8125rem] text-soft">
                        {t("untouched")}
                      </span>
                    )}
                  </th>
                  {shares ? (
                    <>
                      <td className="px-3 py-2 text-end tabular-nums">{format.number(words)}</td>
                      <td className="px-3 py-2">
                        <span className="flex items-center gap-2">
                          <span aria-hidden className="h-2 w-24 shrink-0 overflow-hidden rounded-full bg-sunk">
                            <span
                              className="block h-full rounded-full bg-accent"
                              style={{ width: `${words === 0 ? 0 : (quoted / words) * 100}%` }}
                            />
                          </span>
                          <span className="tabular-nums">
                            {format.number(words === 0 ? 0 : quoted / words, {
                              style: "percent",
                              maximumFractionDigits: quoted > 0 && quoted / words < 0.1 ? 1 : 0,
                            })}
                          </span>
                        </span>
                      </td>
                    </>
                  ) : null}
                  {numbers.map((number, at) => (
                    <td key={columns[at]} className="px-3 py-2 text-end tabular-nums">
                      {format.number(number)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
