"use client";
/** One quote as it would leave, what in it narrows down whose it is, who is left, and what can be done. */
import { useTranslations } from "next-intl";
import { Words } from "#components/report/preview.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import type { ClueKind, JudgedQuote, RiskReport } from "#lib/domain/risk/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { GuessedRight } from "./guessed.tsx";
import { LeftList } from "./left.tsx";

/** What is decided of a name, and not by how the quote is published. */
const NAMED: ReadonlySet<ClueKind> = new Set(["kind", "part", "place", "name"]);

export function QuoteRisk({
  desk,
  risk,
  least,
}: Readonly<{ desk: Desk; risk: JudgedQuote; least: RiskReport["least"] }>) {
  const t = useTranslations("risk");
  const kindOne = useTranslations("findings.kindOne");
  const { study, rows } = desk;
  const source = rows.live("source", risk.source);
  const participant = rows.live("participant", risk.participant ?? "");
  const at = `/studies/${study}`;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <blockquote lang={risk.lang} dir="auto" className="reading border-s-2 border-accent ps-4 whitespace-pre-line">
        “<Words text={risk} />”
      </blockquote>
      {risk.wordings.length === 0 ? null : (
        <div className="text-sm">
          <p className="text-soft">{t("wordings")}</p>
          <ul className="flex flex-col gap-1">
            {risk.wordings.map(({ lang, pieces }) => (
              <li key={pieces.map(({ text }) => text).join("")} lang={lang} dir="auto" className="ps-4">
                “<Words text={{ pieces }} />”
              </li>
            ))}
          </ul>
        </div>
      )}
      {risk.clues.length === 0 ? (
        <p className="text-sm text-soft">{t("noClues")}</p>
      ) : (
        <ul aria-label={t("clues")} className="flex flex-wrap gap-2">
          {risk.clues.map(({ kind, words }) => (
            <li key={`${kind} ${words}`} className="rounded border border-line-strong px-2 py-0.5 text-sm">
              <span className="text-soft">{t(`clue.${kind}`)}</span>{" "}
              {kind === "beside" ? kindOne(OrganisationKind.parse(words)) : <span lang={risk.lang}>{words}</span>}
            </li>
          ))}
        </ul>
      )}
      <LeftList left={risk.left} least={least} />
      <GuessedRight desk={desk} quote={risk.quote} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span className="text-soft">{participant ? pseudonym(participant) : t("unknown")}</span>
        {source ? (
          <Link href={`${at}/sources/${source.id}?quote=${risk.quote}`}>
            {t("open", { source: sourceCode(source) })}
          </Link>
        ) : null}
        {risk.finding === null ? (
          <Link href={`${at}/board`}>{t("do.board")}</Link>
        ) : (
          <Link href={`${at}/findings`}>{t("do.reword")}</Link>
        )}
        {risk.clues.some(({ kind }) => NAMED.has(kind)) ? (
          <Link href={`${at}/privacy?part=decided`}>{t("do.generalise")}</Link>
        ) : null}
      </p>
    </li>
  );
}
