"use client";
/** Narrows the answers to a question: interviews or survey, kinds of organisation, what is known of respondents, words. */
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Option } from "#components/ui/option.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { bare } from "#lib/domain/identifier/fold.ts";
import type { Answer } from "#lib/domain/source/reading.ts";
import type { Respondent } from "./answer.ts";
import { ChoiceFilter } from "#components/ui/choice-filter.tsx";

/** What is wanted; null: everything. `attribute` is a name and one of its values. */
export type Filter = Readonly<{
  arm: Respondent["arm"] | null;
  kind: string | null;
  attribute: Readonly<{ name: string; value: string }> | null;
  words: string;
}>;
export const ALL: Filter = { arm: null, kind: null, attribute: null, words: "" };

/** An attribute is offered where its values are few: ages and towns are, numbers of responses are not. */
const MOST_VALUES = 30;

type RespondentOf = (answer: Pick<Answer, "source" | "speaker">) => Respondent;

/** The answers that a filter lets through. `names` are those of the attributes, by position. */
export function kept(
  answers: readonly Answer[],
  names: readonly string[],
  { arm, kind, attribute, words }: Filter,
  respondentOf: RespondentOf,
): readonly Answer[] {
  const at = attribute ? names.indexOf(attribute.name) : -1;
  const wanted = bare(words.trim());
  return answers.filter((one) => {
    const who = respondentOf(one);
    return (
      (arm === null || who.arm === arm) &&
      (kind === null || who.kind === kind) &&
      (attribute === null || one.attributes[at] === attribute.value) &&
      (wanted === "" ||
        bare(one.segments.map(({ text }) => text).join("")).includes(wanted) ||
        one.attributes.some((value) => bare(value).includes(wanted)))
    );
  });
}

/** The attributes with few values, each with those values and how often they stand there. */
function choices(answers: readonly Answer[], names: readonly string[]) {
  return names.flatMap((name, at) => {
    const values = new Map<string, number>();
    for (const { attributes } of answers) {
      const value = attributes[at];
      if (value) values.set(value, (values.get(value) ?? 0) + 1);
      if (values.size > MOST_VALUES) return [];
    }
    return values.size > 1 ? [{ name, values: [...values].toSorted(([a], [b]) => a.localeCompare(b)) }] : [];
  });
}

type Props = Readonly<{
  answers: readonly Answer[];
  names: readonly string[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  respondentOf: RespondentOf;
}>;

const look = { hideLabel: true, className: "grow basis-36 sm:w-48 sm:grow-0 sm:basis-auto" };

export function Filters({ answers, names, filter, onChange, respondentOf }: Props) {
  const t = useTranslations("reader");
  const { arms, kinds } = useMemo(() => {
    const found = answers.map(respondentOf);
    return {
      arms: new Set(found.map(({ arm }) => arm)),
      kinds: [...new Set(found.map(({ kind }) => kind))].filter((kind) => kind !== null).toSorted(),
    };
  }, [answers, respondentOf]);
  const offered = useMemo(() => choices(answers, names), [answers, names]);
  const chosen = offered.find(({ name }) => name === filter.attribute?.name);
  return (
    <div role="group" aria-label={t("filters")} className="flex flex-wrap items-center gap-2">
      {arms.size > 1 ? (
        <ChoiceFilter
          {...look}
          label={t("arm")}
          every={t("everyArm")}
          chosen={filter.arm}
          choices={(["interview", "survey"] as const).map((arm) => ({ id: arm, label: t(`arms.${arm}`) }))}
          onChoose={(arm) => onChange({ ...filter, arm: arm === "interview" || arm === "survey" ? arm : null })}
        />
      ) : null}
      {kinds.length > 1 ? (
        <ChoiceFilter
          {...look}
          label={t("organisationKind")}
          every={t("everyKind")}
          chosen={filter.kind}
          choices={kinds.map((kind) => ({ id: kind, label: t(`orgKind.${kind}`) }))}
          onChoose={(kind) => onChange({ ...filter, kind })}
        />
      ) : null}
      {offered.length > 0 ? (
        <ChoiceFilter
          {...look}
          label={t("attribute")}
          every={t("everyAttribute")}
          chosen={filter.attribute?.name ?? null}
          choices={offered.map(({ name }) => ({ id: name, label: name }))}
          onChoose={(name) => {
            const one = offered.find((other) => other.name === name);
            const [value] = one?.values[0] ?? [];
            onChange({ ...filter, attribute: one && value !== undefined ? { name: one.name, value } : null });
          }}
        />
      ) : null}
      {chosen && filter.attribute ? (
        <Select
          label={t("value", { attribute: chosen.name })}
          {...look}
          size="small"
          selectedKey={filter.attribute.value}
          onSelectionChange={(key) => onChange({ ...filter, attribute: { name: chosen.name, value: String(key) } })}
        >
          {chosen.values.map(([value, count]) => (
            <Option key={value} id={value} textValue={value} description={t("answerCount", { count })}>
              {value}
            </Option>
          ))}
        </Select>
      ) : null}
      <SearchField
        label={t("searchComments")}
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
        className="grow basis-full sm:w-52 sm:grow-0 sm:basis-auto"
      />
    </div>
  );
}
