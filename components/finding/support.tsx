"use client";
/** How many support a theme: one sentence for each arm with a bar, and the same by kind of organisation. Numbers are handed in. */
import { useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { join } from "#components/ui/join.ts";
import type { Tally, ThemeCount } from "#lib/domain/finding/count.ts";

export function Support({ count, hue }: Readonly<{ count: ThemeCount; hue: number }>) {
  const t = useTranslations("findings");
  const arms = (["interview", "survey"] as const).filter((arm) => count[arm].of > 0);
  const bodies = count.interview.organisations + count.survey.organisations;
  return (
    <div className="flex flex-col gap-3" data-hue={hue}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {arms.map((arm) => (
          <div key={arm} className="flex flex-col gap-1.5">
            <dt className="text-sm text-soft">{t(`arm.${arm}`)}</dt>
            <dd className="flex flex-col gap-1.5">
              <span className="text-lg font-semibold tabular-nums">
                {t(`of.${arm}`, { count: count[arm].organisations, of: count[arm].of })}
              </span>
              <Bar tally={count[arm]} />
              <span className="text-sm text-soft tabular-nums">
                {t("behind", { participants: count[arm].participants, quotes: count[arm].quotes })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {count.quotes > 0 && bodies <= 1 ? <p className="text-sm text-warn">{t("single")}</p> : null}
      {arms.some((arm) => count[arm].kinds.length > 0) ? (
        <Disclosure title={t("byKind")} level={3}>
          <Kinds count={count} arms={arms} />
        </Disclosure>
      ) : null}
    </div>
  );
}

/** One mark for each organisation that took part, filled for those that support. */
function Bar({ tally }: Readonly<{ tally: Tally }>) {
  return (
    <span aria-hidden className="flex h-2.5 max-w-80 gap-[3px]">
      {Array.from({ length: tally.of }, (_, at) => (
        <span
          key={at}
          className={join(
            "min-w-0 grow rounded-[2px] border",
            at < tally.organisations ? "border-hue bg-hue" : "border-line-strong/50 bg-transparent",
          )}
        />
      ))}
    </span>
  );
}

function Kinds({ count, arms }: Readonly<{ count: ThemeCount; arms: readonly ("interview" | "survey")[] }>) {
  const t = useTranslations("findings");
  const kinds = [...new Set(arms.flatMap((arm) => count[arm].kinds.map((one) => one.kind)))].toSorted(
    (a, b) => ofKind(count, b) - ofKind(count, a) || (a < b ? -1 : 1),
  );
  return (
    <table className="w-full max-w-md border-collapse text-sm">
      <caption className="sr-only">{t("byKind")}</caption>
      <thead>
        <tr className="border-b border-line-strong text-start">
          <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
            {t("kindColumn")}
          </th>
          {arms.map((arm) => (
            <th key={arm} scope="col" className="py-1.5 ps-3 text-end font-semibold">
              {t(`arm.${arm}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className="border-b border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal">
              {t(`kind.${kind}`)}
            </th>
            {arms.map((arm) => {
              const row = count[arm].kinds.find((one) => one.kind === kind);
              return (
                <td key={arm} className="py-1.5 ps-3 text-end tabular-nums">
                  {row ? t("nOf", { count: row.organisations, of: row.of }) : <span className="text-soft">–</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ofKind(count: ThemeCount, kind: string): number {
  return [count.interview, count.survey].reduce(
    (sum, tally) => sum + (tally.kinds.find((one) => one.kind === kind)?.of ?? 0),
    0,
  );
}
