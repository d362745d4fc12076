"use client";
/** Who speaks in a transcript: names to correct, speakers to merge, who asks, and whom each one is. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { SpeakerFields } from "#components/source/speaker/fields.tsx";
import { Button } from "#components/ui/button.tsx";
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
            <li key={label} className="py-3 first:pt-0">
              <SpeakerFields
                called={speaker.name}
                name={speaker.name}
                participant={speaker.participant}
                interviewer={speaker.interviewer}
                participants={[
                  ...item.participants.map(({ id, name }) => ({
                    id,
                    label: t("speakers.newThis", { name: name ?? t("list.untitled") }),
                  })),
                  ...choices.participants,
                ]}
                others={draft.speakers
                  .filter((other) => other.label !== label)
                  .map((other) => ({ id: other.label, label: item.speakers[other.label]?.name ?? other.label }))}
                onName={(name) => set(label, { name })}
                onParticipant={(participant) => set(label, { participant })}
                onNew={() => setAsking(label)}
                onInterviewer={(interviewer) =>
                  set(label, { interviewer, ...(interviewer ? { participant: null } : {}) })
                }
                onMerge={draft.speakers.length > 1 ? (into) => onMerge([...merged, { from: label, into }]) : null}
              >
                {t("facts.turns", { count: turns })} · {all === 0 ? 0 : Math.round((words / all) * 100)}%
              </SpeakerFields>
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
