"use client";
/** Who speaks in a transcript: names to correct, speakers to merge, who asks, and whom each one is. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Draft } from "#lib/domain/import/draft.ts";
import type { Choices, Item, NewPerson, Speaker } from "./item.ts";
import { NewPersonDialog } from "./new-person.tsx";
import { Panel } from "./panel.tsx";

type Props = Readonly<{
  item: Item;
  draft: Draft;
  choices: Choices;
  onChange: (change: Partial<Item>) => void;
  onMerge: (merge: readonly { from: string; into: string }[]) => void;
}>;

const NONE = "none";
const NEW = "new";

export function Speakers({ item, draft, choices, onChange, onMerge }: Props) {
  const t = useTranslations("sources");
  const [asking, setAsking] = useState<string | null>(null); // the label for which someone new is described
  const merged = item.options.merge ?? [];
  const set = (label: string, change: Partial<Speaker>) => {
    const now = item.speakers[label];
    if (now) onChange({ speakers: { ...item.speakers, [label]: { ...now, ...change } } });
  };
  const all = draft.speakers.reduce((sum, speaker) => sum + speaker.words, 0);

  const add = (label: string, person: NewPerson) => {
    const organisation = person.made ? crypto.randomUUID() : person.organisation;
    const id = crypto.randomUUID();
    const now = item.speakers[label];
    onChange({
      organisations:
        person.made && organisation
          ? [...item.organisations, { id: organisation, ...person.made }]
          : item.organisations,
      participants: [
        ...item.participants,
        { id, name: person.name || null, organisation, seniority: person.seniority },
      ],
      ...(item.organisation === null && organisation ? { organisation } : {}),
      ...(now ? { speakers: { ...item.speakers, [label]: { ...now, participant: id, interviewer: false } } } : {}),
    });
    setAsking(null);
  };

  return (
    <Panel title={t("speakers.heading")} help={draft.speakers.length > 0 ? t("speakers.help") : t("speakers.none")}>
      <ul className="flex flex-col divide-y divide-line">
        {draft.speakers.map(({ label, turns, words }) => {
          const speaker = item.speakers[label] ?? { name: label, participant: null, interviewer: false };
          return (
            <li
              key={label}
              className="grid grid-cols-1 items-end gap-x-4 gap-y-2 py-3 first:pt-0 sm:grid-cols-2 xl:grid-cols-[minmax(10rem,1.2fr)_minmax(12rem,1.2fr)_minmax(9rem,1fr)_auto]"
            >
              <TextField
                label={t("speakers.label")}
                aria-label={t("speakers.rename", { name: label })}
                value={speaker.name}
                onChange={(name) => set(label, { name })}
                maxLength={200}
              />
              <Select
                label={t("speakers.is")}
                aria-label={t("speakers.isWho", { name: speaker.name })}
                selectedKey={speaker.participant ?? NONE}
                isDisabled={speaker.interviewer}
                onSelectionChange={(key) =>
                  key === NEW
                    ? setAsking(label)
                    : set(label, { participant: key === NONE || key === null ? null : String(key) })
                }
              >
                <Option id={NONE}>{t("speakers.unlinked")}</Option>
                <Option id={NEW}>{t("speakers.new")}</Option>
                {item.participants.map(({ id, name }) => (
                  <Option key={id} id={id}>
                    {t("speakers.newThis", { name: name ?? t("list.untitled") })}
                  </Option>
                ))}
                {choices.participants.map((one) => (
                  <Option key={one.id} id={one.id}>
                    {one.label}
                  </Option>
                ))}
              </Select>
              {draft.speakers.length > 1 ? (
                <Select
                  label={t("speakers.merge")}
                  aria-label={t("speakers.mergeWho", { name: speaker.name })}
                  selectedKey={NONE}
                  onSelectionChange={(key) =>
                    key !== null && key !== NONE && onMerge([...merged, { from: label, into: String(key) }])
                  }
                >
                  <Option id={NONE}>{t("speakers.mergeNone")}</Option>
                  {draft.speakers
                    .filter((other) => other.label !== label)
                    .map((other) => (
                      <Option key={other.label} id={other.label}>
                        {item.speakers[other.label]?.name ?? other.label}
                      </Option>
                    ))}
                </Select>
              ) : (
                <span className="hidden xl:block" />
              )}
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1 xl:min-w-44 xl:flex-col xl:items-start">
                <Checkbox
                  isSelected={speaker.interviewer}
                  onChange={(interviewer) => set(label, { interviewer, ...(interviewer ? { participant: null } : {}) })}
                  aria-label={t("speakers.asksWho", { name: speaker.name })}
                >
                  {t("speakers.asks")}
                </Checkbox>
                <span className="text-sm text-soft tabular-nums">
                  {t("facts.turns", { count: turns })} · {all === 0 ? 0 : Math.round((words / all) * 100)}%
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      {merged.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {merged.map(({ from, into }) => (
            <li key={from} className="flex flex-wrap items-center gap-2 text-sm">
              {t("speakers.merged", { from, into: item.speakers[into]?.name ?? into })}
              <Button look="quiet" size="small" onPress={() => onMerge(merged.filter((one) => one.from !== from))}>
                {t("speakers.unmerge", { name: from })}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {asking === null ? null : (
        <NewPersonDialog
          label={item.speakers[asking]?.name ?? asking}
          organisations={[
            ...item.organisations.map(({ id, name }) => ({ id, label: t("speakers.newThis", { name }) })),
            ...choices.organisations,
          ]}
          onAdd={(person) => add(asking, person)}
          onClose={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
