"use client";
/** Whose lines are shown, about what, and from which day to which. */
import { useTranslations } from "next-intl";
import { ChoiceFilter } from "#components/ui/choice-filter.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { ABOUT } from "#lib/domain/activity/shape.ts";
import type { About, Narrow } from "#lib/domain/activity/shape.ts";

const KINDS = Object.keys(ABOUT) as readonly About[]; // Object.keys loses the literal type

export function ActivityFilters({
  narrow,
  onChange,
}: Readonly<{ narrow: Narrow; onChange: (narrow: Partial<Narrow>) => void }>) {
  const t = useTranslations("activity");
  const nameOf = usePersonNames();
  const people = useFromRows(["member"], (rows) => [...rows.all("member")].map(({ id }) => id));
  const wanted = narrow.person === null || people.includes(narrow.person) ? people : [...people, narrow.person];
  const choices = wanted
    .map((id) => ({ id, label: nameOf(id) ?? t("someone") }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <div role="group" aria-label={t("filter.label")} className="grid grid-cols-2 gap-2 sm:grid-cols-4">
      <ChoiceFilter
        label={t("filter.person")}
        every={t("filter.any")}
        chosen={narrow.person}
        choices={choices}
        onChoose={(person) => onChange({ person })}
        className="min-w-0"
      />
      <ChoiceFilter
        label={t("filter.about")}
        every={t("filter.any")}
        chosen={narrow.about}
        choices={KINDS.map((id) => ({ id, label: t(`about.${id}`) }))}
        onChoose={(about) => onChange({ about: about as About | null })} // one of the choices offered
        className="min-w-0"
      />
      <Day label={t("filter.from")} day={narrow.from} onDay={(from) => onChange({ from })} />
      <Day label={t("filter.to")} day={narrow.to} onDay={(to) => onChange({ to })} />
    </div>
  );
}

function Day({
  label,
  day,
  onDay,
}: Readonly<{ label: string; day: string | null; onDay: (day: string | null) => void }>) {
  return (
    <TextField
      type="date"
      label={label}
      value={day ?? ""}
      onChange={(value) => onDay(value === "" ? null : value)}
      className="min-w-0"
      inputClassName="min-h-7 w-full min-w-0 px-2 py-0.5 text-sm touch:min-h-11"
    />
  );
}
