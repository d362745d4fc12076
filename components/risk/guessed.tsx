"use client";
/** What came of guessing whose words the quotes are, and the way to guess. */
import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { idsIn } from "#lib/domain/guess/shape.ts";
import { Outcome } from "./outcome.tsx";

export function Guessed({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("risk.guess");
  const nameOf = usePersonNames();
  const games = [...desk.rows.all("guess")].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return (
    <section aria-labelledby="risk-guessed" className="flex max-w-measure flex-col gap-3">
      <h2 id="risk-guessed" className="text-xl">
        {t("heading")}
      </h2>
      <p className="text-soft">{t("help")}</p>
      {games.length === 0 ? <p>{t("noGames")}</p> : null}
      <ul className="flex flex-col gap-3">
        {games.map((game) => (
          <li key={game.id} className="rounded-md border border-line px-3 py-2">
            <p>{t("by", { name: nameOf(game.by) ?? t("somebody"), day: dayInWords(game.on, desk.locale) })}</p>
            <Outcome outcome={game} />
          </li>
        ))}
      </ul>
      <LinkButton className="self-start" href={`/studies/${desk.study}/report/guess`}>
        {t("play")}
      </LinkButton>
    </section>
  );
}

/** Says of a quote how often it was guessed. */
export function GuessedRight({ desk, quote }: Readonly<{ desk: Desk; quote: string }>) {
  const t = useTranslations("risk.guess");
  const games = [...desk.rows.all("guess")];
  const count = (list: "peopleRight" | "bodiesRight") =>
    games.filter((game) => idsIn(game[list]).includes(quote)).length;
  const [people, bodies] = [count("peopleRight"), count("bodiesRight")];
  if (bodies === 0) return null;
  return (
    <p className="text-sm font-semibold text-warn">
      {people > 0 ? t("personGuessed", { count: people }) : t("bodyGuessed", { count: bodies })}
    </p>
  );
}
