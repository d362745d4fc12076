"use client";
/** The preview of a transcript: what was found, what is left out, and the text as it will be saved. */
import { useMemo, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { join } from "#components/ui/join.ts";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { clock } from "#lib/client/i18n/clock.ts";
import type { Draft } from "#lib/domain/import/draft.ts";
import { Dialect } from "#lib/domain/import/draft.ts";
import { Details } from "./details.tsx";
import { Dropped, Warnings } from "./dropped.tsx";
import type { Choices, Item } from "./item.ts";
import { Panel } from "./panel.tsx";
import { Speakers } from "./speakers.tsx";

type Props = Readonly<{
  item: Item;
  draft: Draft;
  choices: Choices;
  onChange: (change: Partial<Item>) => void;
  onOptions: (options: Item["options"]) => void;
}>;

const TEXT: readonly Dialect[] = [
  "colon",
  "alone",
  "bold",
  "bracket",
  "name-time",
  "time-name",
  "dash",
  "number",
  "initials",
  "inline",
  "alternate",
  "questions",
  "plain",
];
const CAPTIONS: readonly Dialect[] = ["voice", "cue-label", "cue"];
/** How else a file of a format may mark its speakers; of the others there is only one way to read them. */
const WAYS: Readonly<Partial<Record<Draft["format"], readonly Dialect[]>>> = {
  vtt: CAPTIONS,
  srt: CAPTIONS,
  sbv: CAPTIONS,
  json: [],
  chat: [],
};
const FIRST = 40;

export function Transcript({ item, draft, choices, onChange, onOptions }: Props) {
  const t = useTranslations("sources");
  const words = draft.text.split(/\s+/).length;
  const last = draft.turns.reduce((most, turn) => Math.max(most, turn.endMs ?? turn.startMs ?? 0), 0);
  const read = (dialect: Dialect | undefined) => {
    const { dialect: _, merge: __, column: ___, ...rest } = item.options;
    onOptions(dialect ? { ...rest, dialect } : rest);
  };
  const fits = (["number", "initials", "alternate", "questions"] as const).find((how) =>
    draft.warnings.some(({ code }) => code === `speakers.${how}`),
  );
  return (
    <div className="flex flex-col gap-6">
      <p className="text-soft">
        {[
          t("facts.format", { format: t(`format.${draft.format}`), encoding: draft.encoding.toUpperCase() }),
          t("facts.turns", { count: draft.turns.length }),
          t("facts.speakers", { count: draft.speakers.length }),
          t("facts.words", { count: words }),
          ...(last > 0 ? [t("facts.until", { time: clock(last) })] : []),
        ].join(" · ")}
      </p>
      <Warnings
        warnings={draft.warnings}
        action={
          fits ? (
            <Button size="small" onPress={() => read(fits)}>
              {t(`unlabelled.${fits}`)}
            </Button>
          ) : null
        }
      />
      <Details item={item} choices={choices} onChange={onChange} />
      <div className="flex flex-col gap-4">
        <Speakers
          item={item}
          draft={draft}
          choices={choices}
          onChange={onChange}
          onMerge={(merge) => onOptions({ ...item.options, merge: merge.slice() })}
        />
        <Select
          label={t("dialect.label")}
          description={t("dialect.help")}
          selectedKey={item.options.dialect ?? "auto"}
          onSelectionChange={(key) => read(Dialect.safeParse(key).data)}
          className="max-w-sm"
        >
          <Option id="auto">{`${t("dialect.auto")}: ${t(`dialect.${draft.dialect}`)}`}</Option>
          {(WAYS[draft.format] ?? TEXT).map((dialect) => (
            <Option key={dialect} id={dialect}>
              {t(`dialect.${dialect}`)}
            </Option>
          ))}
        </Select>
        {draft.columns.length > 0 ? (
          <Select
            label={t("column.label")}
            description={t("column.help")}
            selectedKey={String(draft.columns.find(({ said }) => said)?.at)}
            onSelectionChange={(key) => onOptions({ ...item.options, column: Number(key) })}
            className="max-w-sm"
          >
            {draft.columns.map(({ at, heading }) => (
              <Option key={at} id={String(at)}>
                {heading || t("column.unnamed", { n: at + 1 })}
              </Option>
            ))}
          </Select>
        ) : null}
      </div>
      <Turns draft={draft} item={item} />
      <Dropped dropped={draft.dropped} />
    </div>
  );
}

function Turns({ draft, item }: Readonly<{ draft: Draft; item: Item }>) {
  const t = useTranslations("sources");
  const [shown, setShown] = useState(FIRST);
  const letters = useMemo(() => Array.from(draft.text.slice(0, 2_000_000)), [draft.text]);
  const turns = draft.turns.slice(0, shown);
  return (
    <Panel
      title={t("preview.heading")}
      {...(draft.turns.length > shown ? { help: t("preview.rest", { shown, count: draft.turns.length }) } : {})}
    >
      <ol
        className="flex max-h-[36rem] flex-col gap-3 overflow-y-auto rounded-md border border-line bg-raised p-4"
        tabIndex={0}
        aria-label={t("preview.heading")}
      >
        {turns.map((turn) => {
          const label = turn.speaker === null ? null : draft.speakers[turn.speaker]?.label;
          const speaker = label === null || label === undefined ? undefined : item.speakers[label];
          const asks = speaker?.interviewer ?? false;
          return (
            <li key={turn.start} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
              <div className="flex items-baseline gap-2 text-sm sm:flex-col sm:gap-0">
                <span
                  className={join(
                    "max-w-full truncate font-semibold",
                    asks ? "text-accent" : "text-ink",
                    label === null && "font-normal text-soft",
                  )}
                >
                  {speaker?.name ?? label ?? t("preview.nobody")}
                </span>
                {turn.startMs === null ? null : <span className="text-soft tabular-nums">{clock(turn.startMs)}</span>}
              </div>
              <p className={join("max-w-measure whitespace-pre-wrap", asks && "text-soft")} lang={item.lang}>
                {letters.slice(turn.start, Math.min(turn.end, turn.start + 4000)).join("")}
                {turn.end - turn.start > 4000 ? " …" : ""}
              </p>
            </li>
          );
        })}
      </ol>
      {draft.turns.length > shown ? (
        <div>
          <Button size="small" onPress={() => setShown(shown + 200)}>
            {t("preview.more", { count: Math.min(200, draft.turns.length - shown) })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
