"use client";
/** How often somebody was right, and whether that is more than chance. */
import { useTranslations } from "next-intl";
import { ABOVE_CHANCE } from "#lib/domain/guess/chance.ts";
import type { GuessOutcome } from "#lib/domain/guess/shape.ts";

const WHOLE = 10_000;

export function Outcome({ outcome }: Readonly<{ outcome: GuessOutcome }>) {
  const t = useTranslations("risk.guess");
  const { shown, named, people, bodies, peopleChance, bodiesChance } = outcome;
  if (named === 0) return <p>{t("namedNone", { shown })}</p>;
  return (
    <ul className="list-disc ps-5">
      <li>{t("named", { count: named, of: shown })}</li>
      {(
        [
          ["people", people, peopleChance],
          ["bodies", bodies, bodiesChance],
        ] as const
      ).map(([what, count, chance]) => (
        <li key={what} className={chance < ABOVE_CHANCE * WHOLE ? "font-semibold text-warn" : ""}>
          {t(`right.${what}`, { count })}{" "}
          {count === 0
            ? null
            : t(chance < ABOVE_CHANCE * WHOLE ? "above" : "asChance", { share: Math.max(1, Math.round(chance / 100)) })}
        </li>
      ))}
    </ul>
  );
}
