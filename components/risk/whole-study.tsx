"use client";
/** What of the study as a whole bears on how safe its quotes are. */
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { OrganisationKind, Region } from "#lib/domain/organisation/shape.ts";
import type { Cell, StudyRisk } from "#lib/domain/risk/shape.ts";

export function WholeStudy({ desk, risk }: Readonly<{ desk: Desk; risk: StudyRisk }>) {
  const t = useTranslations("risk");
  const kinds = useTranslations("findings.kind");
  const regions = useTranslations("people.region");
  const limits = useTranslations("identifier.limits");
  const nameOf = ({ by, value }: Cell) =>
    by === "kind" ? kinds(OrganisationKind.parse(value)) : regions(Region.parse(value));
  const privacy = `/studies/${desk.study}/privacy`;
  const { ladder, mentions, missed } = risk;
  return (
    <section aria-labelledby="risk-study" className="flex flex-col gap-3">
      <h2 id="risk-study" className="text-xl">
        {t("study")}
      </h2>
      <ul className="flex max-w-measure list-disc flex-col gap-1 ps-5">
        <li>
          {risk.lowered.length === 0
            ? t("usual")
            : t("lowered", { limits: risk.lowered.map((one) => limits(`${one}.label`)).join("; ") })}{" "}
          <Link href={`${privacy}?part=limits`}>{t("do.limits")}</Link>
        </li>
        {risk.accepted.length === 0 ? null : (
          <li>{t("accepted", { kinds: risk.accepted.map((one) => kinds(OrganisationKind.parse(one))).join("; ") })}</li>
        )}
        <li>{t("ladderOver", { count: ladder.over })}</li>
        <li>{t("ladderOwn", { count: ladder.own })}</li>
        <li>{t("kept", { count: risk.kept })}</li>
        <li>
          {t("mentionsShown", { count: mentions.shown })} {t("mentionsReplaced", { count: mentions.replaced })}{" "}
          <Link href={`${privacy}?part=decided`}>{t("do.decided")}</Link>
        </li>
        <li>
          {missed.confirmed === 0 ? t("missedUnknown") : t("missed", { count: missed.added, of: missed.confirmed })}
        </li>
      </ul>
      <div className="overflow-x-auto" role="region" aria-labelledby="risk-cells" tabIndex={0}>
        <table className="w-full max-w-3xl border-collapse text-sm">
          <caption id="risk-cells" className="pb-1.5 text-start font-semibold">
            {t("cells")}
          </caption>
          <thead>
            <tr className="border-b border-line-strong">
              {(["sort", "organisations", "persons", "enough"] as const).map((head) => (
                <th key={head} scope="col" className="py-1.5 pe-4 text-start font-semibold">
                  {t(`column.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {risk.cells.map((cell) => (
              <tr key={`${cell.by} ${cell.value}`} className="border-b border-line">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                  {nameOf(cell)}
                </th>
                <td className="py-1.5 pe-4 tabular-nums">{cell.organisations}</td>
                <td className="py-1.5 pe-4 tabular-nums">{cell.people}</td>
                <td className={cell.small ? "py-1.5 pe-4 font-semibold text-warn" : "py-1.5 pe-4"}>
                  {t(cell.small ? "tooFew" : "enough")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
