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

const EVERY = "every";

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
        <Select
          label={t("arm")}
          hideLabel
          size="small"
          className="grow basis-36 sm:w-44 sm:grow-0 sm:basis-auto"
          selectedKey={filter.arm ?? EVERY}
          onSelectionChange={(key) =>
            onChange({ ...filter, arm: key === "interview" || key === "survey" ? key : null })
          }
        >
          <Option id={EVERY}>{t("everyArm")}</Option>
          <Option id="interview">{t("arms.interview")}</Option>
          <Option id="survey">{t("arms.survey")}</Option>
        </Select>
      ) : null}
      {kinds.length > 1 ? (
        <Select
          label={t("organisationKind")}
          hideLabel
          size="small"
          className="grow basis-36 sm:w-48 sm:grow-0 sm:basis-auto"
          selectedKey={filter.kind ?? EVERY}
          onSelectionChange={(key) => onChange({ ...filter, kind: key === EVERY ? null : String(key) })}
        >
          <Option id={EVERY}>{t("everyKind")}</Option>
          {kinds.map((one) => (
            <Option key={one} id={one}>
              {t(`orgKind.${one}`)}
            </Option>
          ))}
        </Select>
      ) : null}
      {offered.length > 0 ? (
        <Select
          label={t("attribute")}
          hideLabel
          size="small"
          className="grow basis-36 sm:w-48 sm:grow-0 sm:basis-auto"
          selectedKey={filter.attribute?.name ?? EVERY}
          onSelectionChange={(key) => {
            const one = offered.find(({ name }) => name === key);
            const [value] = one?.values[0] ?? [];
            onChange({ ...filter, attribute: one && value !== undefined ? { name: one.name, value } : null });
          }}
        >
          <Option id={EVERY}>{t("everyAttribute")}</Option>
          {offered.map(({ name }) => (
            <Option key={name} id={name}>
              {name}
            </Option>
          ))}
        </Select>
      ) : null}
      {chosen && filter.attribute ? (
        <Select
          label={t("value", { attribute: chosen.name })}
          hideLabel
          size="small"
          className="grow basis-36 sm:w-44 sm:grow-0 sm:basis-auto"
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
