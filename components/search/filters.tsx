"use client";
/** Where hits come from: who speaks, what kind of body and source, which question, which tag. */
import { useLocale, useTranslations } from "next-intl";
import { ChoiceFilter } from "#components/ui/choice-filter.tsx";
import { useQuestionText, useTags } from "#lib/client/reader/use.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { useParticipants } from "#lib/client/study/use-participants.ts";
import { byOrd } from "#lib/domain/order.ts";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { Filters } from "#lib/domain/search/shape.ts";
import { SourceKind } from "#lib/domain/source/shape.ts";

export function SearchFilters({
  filters,
  onChange,
}: Readonly<{ filters: Filters; onChange: (filters: Filters) => void }>) {
  const t = useTranslations("search.filter");
  const read = useTranslations("reader");
  const locale = useLocale();
  const people = useParticipants();
  const textOf = useQuestionText();
  const tags = useTags();
  const there = useFromRows(["source", "organisation", "question"], (rows) => ({
    bodies: new Set([...rows.all("organisation")].map(({ kind }) => kind)),
    kinds: new Set([...rows.all("source")].map(({ kind }) => kind)),
    questions: [...rows.all("question")].toSorted(byOrd).map(({ id }) => id),
  }));
  const bodies = OrganisationKind.options
    .filter((kind) => there.bodies.has(kind))
    .map((kind) => ({ id: kind, label: read(`orgKind.${kind}`) }));
  const kinds = SourceKind.options
    .filter((kind) => there.kinds.has(kind))
    .map((kind) => ({ id: kind, label: read(`kind.${kind}`) }));
  const questions = there.questions.map((id, at) => ({
    id,
    label: `${at + 1}. ${textOf(id) ?? read("questionless")}`,
  }));
  const named = tags
    .filter(({ name }) => name !== "")
    .map(({ id, name }) => ({ id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const voices = [
    { id: "respondents", label: t("respondents") },
    { id: "interviewers", label: t("interviewers") },
    ...people,
  ];
  const set =
    <F extends keyof Filters>(field: F) =>
    (chosen: string | null) =>
      onChange({ ...filters, [field]: chosen as Filters[F] }); // one of the choices offered for this field
  const look = { every: t("any"), className: "min-w-0" };
  return (
    <div role="group" aria-label={t("label")} className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
      <ChoiceFilter {...look} label={t("voice")} chosen={filters.voice} choices={voices} onChoose={set("voice")} />
      <ChoiceFilter
        {...look}
        label={t("organisation")}
        chosen={filters.organisation}
        choices={bodies}
        onChoose={set("organisation")}
      />
      <ChoiceFilter {...look} label={t("source")} chosen={filters.source} choices={kinds} onChoose={set("source")} />
      <ChoiceFilter
        {...look}
        label={t("question")}
        chosen={filters.question}
        choices={questions}
        onChoose={set("question")}
      />
      <ChoiceFilter {...look} label={t("tag")} chosen={filters.tag} choices={named} onChoose={set("tag")} />
    </div>
  );
}
