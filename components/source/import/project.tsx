"use client";
/**
 * The preview of a project of other software: what comes in, where its selections stand, what a person says of it, and what does not
 * come in. Rules: docs/spec/refi.md, RF27, RF33 and RF36.
 */
import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { CasesAs, UNCARRIED } from "#lib/domain/project/shape.ts";
import type { Lost, ProjectSeen } from "#lib/domain/project/shape.ts";
import { KindSelect, LangSelect } from "./details.tsx";
import type { Item } from "./item.ts";
import { Panel } from "./panel.tsx";

type Props = Readonly<{ item: Item; project: ProjectSeen; onChange: (change: Partial<Item>) => void }>;

const PARTS = ["sources", "quotes", "tags", "cases", "memos", "insights", "boards", "themes"] as const;

export function Project({ item, project, onChange }: Props) {
  const t = useTranslations("refi.bring");
  const { origin, own, counts, here } = project;
  const textless = counts.sources === 0 && project.sources.length > 0;
  return (
    <div className="flex flex-col gap-6">
      <p className="text-soft">{origin === null ? t("from.untold") : t("from.told", { origin })}</p>
      {here ? <Notice kind="warn">{t("here")}</Notice> : null}
      {textless ? <Notice kind="warn">{t("textless")}</Notice> : null}
      <Panel title={t("comes")}>
        <p>
          {PARTS.filter((part) => counts[part] > 0)
            .map((part) => t(`has.${part}`, { count: counts[part] }))
            .join(" · ") || t("nothing")}
        </p>
        {counts.merged > 0 ? <p className="max-w-measure">{t("merged", { count: counts.merged })}</p> : null}
        {counts.tags > 0 ? <p className="max-w-measure text-soft">{t("known")}</p> : null}
        {counts.sources > 0 && !own ? <p className="max-w-measure text-soft">{t("who")}</p> : null}
      </Panel>
      {project.counting.of > 0 ? <Counted project={project} /> : null}
      {project.sources.length > 0 ? <Documents project={project} /> : null}
      {own ? null : <About item={item} project={project} onChange={onChange} />}
      <Panel title={t("lost.heading")}>
        <Uncarried lost={project.lost} />
        <p className="text-soft">{t("lost.always")}</p>
      </Panel>
    </div>
  );
}

/** What of a project does not come in, or did not. */
export function Uncarried({ lost }: Readonly<{ lost: Lost }>) {
  const t = useTranslations("refi.bring");
  const lines = UNCARRIED.flatMap((what) => {
    const count = lost[what] ?? 0;
    return count > 0 ? [t(`lost.${what}`, { count })] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="max-w-measure list-disc ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Counted({ project: { counting, own } }: Readonly<{ project: ProjectSeen }>) {
  const t = useTranslations("refi.bring");
  const { fit, of, cut, standard, by } = counting;
  const format = useFormatter();
  return (
    <Panel title={t("counting.heading")} help={t("counting.help")}>
      <p className="max-w-measure">
        {t("counting.fit", { fit: format.number(fit), of })}{" "}
        {standard < fit ? t("counting.standard", { count: format.number(standard) }) : null}{" "}
        {cut > 0 ? t("counting.cut", { count: cut }) : null}
      </p>
      <p className="max-w-measure text-soft">
        {t(`counting.unit.${counting.unit}`)} {t(`counting.ends.${counting.ends === 1 ? "one" : "two"}`)}{" "}
        {counting.mark ? t("counting.mark") : null} {counting.last ? t("counting.last") : null}{" "}
        {t(`counting.by.${own && by === "origin" ? "own" : by}`)}
      </p>
    </Panel>
  );
}

function Documents({ project: { sources, counts, lost } }: Readonly<{ project: ProjectSeen }>) {
  const t = useTranslations("refi.bring");
  const format = useFormatter();
  const all = counts.sources + (lost.media ?? 0) + (lost.textless ?? 0);
  const heading = "px-3 py-2 font-semibold";
  return (
    <Panel title={t("documents.heading")}>
      <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t("documents.heading")}>
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-b border-line-strong text-soft">
              <th scope="col" className="py-2 pe-4 text-start font-semibold">
                {t("documents.name")}
              </th>
              <th scope="col" className={`${heading} text-start`}>
                {t("documents.medium")}
              </th>
              {(["characters", "quotes", "fit"] as const).map((column) => (
                <th key={column} scope="col" className={`${heading} text-end`}>
                  {t(`documents.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map(({ name, medium, characters, quotes, fit, of }, at) => (
              <tr key={`${at} ${name}`} className="border-b border-line">
                <th scope="row" className="max-w-xs py-2 pe-4 text-start font-normal break-words">
                  <bdi>{name || t("documents.unnamed")}</bdi>
                </th>
                <td className="px-3 py-2">{t(`medium.${medium}`)}</td>
                {characters === null ? (
                  <td colSpan={3} className="px-3 py-2 text-end text-soft">
                    {t("documents.out")}
                  </td>
                ) : (
                  <>
                    <td className="px-3 py-2 text-end tabular-nums">{format.number(characters)}</td>
                    <td className="px-3 py-2 text-end tabular-nums">{format.number(quotes)}</td>
                    <td className="px-3 py-2 text-end tabular-nums">
                      {of === 0 ? null : t("documents.of", { fit: format.number(fit), of: format.number(of) })}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > sources.length ? (
        <p className="text-soft">{t("documents.more", { count: all - sources.length })}</p>
      ) : null}
    </Panel>
  );
}

/** What the file does not say. */
function About({ item, project: { counts }, onChange }: Props) {
  const t = useTranslations("refi.bring");
  const common = useTranslations("common");
  return (
    <Panel title={t("about.heading")}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {counts.sources > 0 ? (
          <>
            <KindSelect item={item} onChange={onChange} />
            <LangSelect item={item} onChange={onChange} />
          </>
        ) : null}
        <Select
          label={t("about.words")}
          selectedKey={item.wordsLang}
          onSelectionChange={(key) => onChange({ wordsLang: key === "cy" ? "cy" : "en" })}
        >
          <Option id="en">{common("bilingual.en")}</Option>
          <Option id="cy">{common("bilingual.cy")}</Option>
        </Select>
      </div>
      {counts.cases > 0 ? (
        <RadioGroup
          label={t("cases.label")}
          value={item.cases}
          onChange={(value) => onChange({ cases: CasesAs.safeParse(value).data ?? "participants" })}
        >
          <Radio value="participants" description={t("cases.participantsHelp")}>
            {t("cases.participants")}
          </Radio>
          <Radio value="organisations" description={t("cases.organisationsHelp")}>
            {t("cases.organisations")}
          </Radio>
          <Radio value="none">{t("cases.none")}</Radio>
        </RadioGroup>
      ) : null}
    </Panel>
  );
}
