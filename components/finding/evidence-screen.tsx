"use client";
/**
 * A finding with everything that stands behind it, for whoever asks: who said it, how many speak of it, who agreed and when.
 *
 * Rules: docs/spec/evidence.md.
 */
import { byOrd } from "#lib/domain/order.ts";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { useWho } from "#components/quote/who.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { best } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";
import { standingEdits, standingTranslations } from "#lib/client/finding/edits.ts";
import { backing } from "#lib/domain/finding/backing.ts";
import { outline } from "#lib/domain/finding/outline.ts";
import { scopeOf } from "#lib/domain/finding/scope.ts";
import { History } from "./history.tsx";
import { Published, Translations } from "./wording-dialog.tsx";

const ARMS = ["interview", "survey"] as const;
const STANCES = ["supports", "contradicts"] as const;

export function EvidenceScreen({ desk, finding }: Readonly<{ desk: Desk; finding: string }>) {
  const t = useTranslations("evidence");
  const words = useTranslations("findings");
  const who = useWho(desk);
  const { rows, study } = desk;
  const told = useMemo(() => outline(desk.rows), [desk]); // the desk is new whenever its rows have changed
  const behind = useMemo(() => backing(desk.rows, told, finding), [desk, told, finding]);
  const row = rows.live("finding", finding);
  const statement = best(desk, finding, "statement");
  const other = desk.slot(finding, "statement", statement?.lang === "en" ? "cy" : "en").words;
  const themes = rows.related("themesOfFinding", finding).flatMap(({ theme }) => rows.live("theme", theme) ?? []);
  const evidence = rows.related("evidenceOfFinding", finding).toSorted(byOrd);
  const arms = ARMS.filter((arm) => told.asked[arm].size > 0);

  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-3">
        <Breadcrumbs crumbs={[{ href: `/studies/${study}/findings`, text: t("toFindings") }]} />
        <h1 lang={statement?.lang} className="text-2xl leading-snug">
          {statement?.words ?? t("unwritten")}
        </h1>
        {other === "" ? null : (
          <p lang={statement?.lang === "en" ? "cy" : "en"} className="reading text-soft">
            {other}
          </p>
        )}
        <p className="text-sm font-semibold">{t(row?.status === "agreed" ? "agreed" : "draft")}</p>
      </header>

      {behind.single === null ? null : <Notice kind="warn" title={t(`single.${behind.single}`)} />}

      <section aria-labelledby="scope" className="flex flex-col gap-2">
        <h2 id="scope" className="text-lg">
          {t("scope")}
        </h2>
        <ul className="flex flex-col gap-1">
          {arms.map((arm) => {
            const { organisations, of } = behind.scope[arm];
            const scope = scopeOf(organisations, of);
            return scope === null || themes.length === 0 ? null : (
              <li key={arm}>
                <span className="font-semibold">{t(`scopeWord.${scope}`)}</span>{" "}
                {t(`scopeOf.${arm}`, { count: organisations, of })}
              </li>
            );
          })}
          {arms.flatMap((arm) =>
            STANCES.map((stance) => {
              const { quotes, participants, organisations } = behind[stance][arm];
              return quotes === 0 ? null : (
                <li key={`${arm} ${stance}`} className="text-soft">
                  {t(`cited.${stance}`, { arm: words(`arm.${arm}`), quotes, participants, organisations })}
                </li>
              );
            }),
          )}
        </ul>
        <p className="text-sm text-soft">{t("scale")}</p>
      </section>

      <BilingualPad
        subject={finding}
        field="confidence"
        level={2}
        label={t("confidence")}
        description={t("confidenceHelp")}
        rows={3}
        value={{ en: desk.slot(finding, "confidence", "en").words, cy: desk.slot(finding, "confidence", "cy").words }}
        isReadOnly={!desk.mayChange}
      />

      {themes.length === 0 ? null : (
        <section aria-labelledby="themes" className="flex flex-col gap-2">
          <h2 id="themes" className="text-lg">
            {t("themes")}
          </h2>
          <ul className="flex flex-col gap-3">
            {themes.map(({ id, hue, board }) => {
              const name = best(desk, id, "name");
              const meaning = best(desk, id, "definition");
              return (
                <li key={id} data-hue={hue} className="flex flex-col gap-1 border-s-2 border-hue ps-3">
                  <span className="flex items-center gap-2">
                    <Swatch hue={hue} size={14} />
                    <Link lang={name?.lang} href={`/studies/${study}/board?board=${board}`}>
                      {name?.words ?? words("unnamed")}
                    </Link>
                  </span>
                  {meaning ? (
                    <p lang={meaning.lang} className="reading text-soft">
                      {meaning.words}
                    </p>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </section>
      )}

      {STANCES.map((stance) => {
        const those = evidence.filter((one) => one.stance === stance);
        return those.length === 0 ? null : (
          <section key={stance} aria-labelledby={stance} className="flex flex-col gap-3">
            <h2 id={stance} className="text-lg">
              {words(stance, { count: those.length })}
            </h2>
            <ul className="flex flex-col gap-4">
              {those.map(({ quote }) => {
                const said = desk.quote(quote);
                const voice = told.voices.get(quote);
                const edits = desk.mayReadOriginals ? standingEdits(desk, finding, quote) : [];
                const view = {
                  id: quote,
                  words: said?.words,
                  lang: said?.lang ?? "en",
                  who: voice ? who(voice) : "",
                  translations: desk.mayReadOriginals ? standingTranslations(desk, finding, quote) : [],
                };
                return (
                  <li key={quote} className="border-s-2 border-line-strong ps-3">
                    {said ? <Published quote={view} edits={edits} /> : <span className="breathe text-soft">…</span>}
                    {said ? <Translations quote={view} /> : null}
                    <p className="flex flex-wrap gap-x-4 text-sm text-soft">
                      <span>
                        {[view.who, edits.length > 0 ? words("wording.edited") : null].filter(Boolean).join(" · ")}
                      </span>
                      <Link href={`/studies/${study}/sources/${rows.live("quote", quote)?.source}?quote=${quote}`}>
                        {t("openSource")}
                      </Link>
                    </p>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <History study={study} finding={finding} isAgreed={row?.status === "agreed"} />
    </div>
  );
}
