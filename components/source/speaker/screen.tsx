"use client";
/**
 * Who speaks in a source, after it has come in: the name of each speaker, who that is, whether they ask, and who is the same.
 *
 * Each change is a command of its own and counts at once; beside it stands what the speaker says, to know them by.
 * Rules: docs/spec/correct.md, K22 and K23.
 */
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { ParticipantForm } from "#components/people/participant-form.tsx";
import { useToChange } from "#components/source/use-to-change.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link, LinkButton } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { useParticipants } from "#lib/client/study/use-participants.ts";
import type { ParticipantChoice } from "#lib/client/study/use-participants.ts";
import type { Reading } from "#lib/domain/source/reading.ts";
import { followers, saidBy } from "#lib/domain/source/said.ts";
import type { Said } from "#lib/domain/source/said.ts";
import type { SpeakerRow } from "#lib/domain/source/shape.ts";
import { SpeakerFields } from "./fields.tsx";
import { MergeDialog } from "./merge-dialog.tsx";

type Props = Readonly<{ study: string; source: string }>;

export function SpeakersScreen({ study, source }: Props) {
  const t = useTranslations("speaker");
  const { view, fetched, barred } = useToChange(study, source, { title: t("noRight"), help: t("noRightHelp") });
  // While the text of a new revision is on its way, the one before stays: what had the focus keeps it.
  const last = useRef<Reading | null>(null);
  if (fetched.state === "ready") last.current = fetched.value;
  const reading = last.current?.source === source ? last.current : null;
  if (barred) return barred;
  if (!view || !reading) return <Progress label={t("loading")} />;
  return <Open study={study} view={view} reading={reading} />;
}

type Asked = Readonly<{ from: SpeakerRow; into: SpeakerRow }>;

function Open({ study, view, reading }: Readonly<{ study: string; view: SourceView; reading: Reading }>) {
  const t = useTranslations("speaker");
  const session = useStudy();
  const speech = useWords();
  const { source } = reading;
  const home = `/studies/${study}/sources/${source}`;
  const speakers = useFromRows(
    ["speaker"],
    (rows) => rows.related("speakersOfSource", source).toSorted((a, b) => a.number - b.number),
    [source],
  );
  const participants = useParticipants();
  const withdrawn = new Set(participants.flatMap(({ id, withdrawn: gone }) => (gone ? [id] : [])));
  const isKnown = ({ participant, interviewer }: SpeakerRow) =>
    interviewer || (participant !== null && !withdrawn.has(participant));
  const hinting = speakers.length > 1 && !speakers.some(isKnown);
  const said = saidBy(reading.turns);
  const all = [...said.values()].reduce((sum, { words }) => sum + words, 0);
  const [making, setMaking] = useState<SpeakerRow | null>(null); // for whom somebody new is described
  const [asked, setAsked] = useState<Asked | null>(null);
  const hint = useId();
  const [merged, setMerged] = useState<Asked | null>(null);
  const rows = useRef(new Map<string, HTMLLIElement>());
  const silent = merged !== null && !said.has(merged.from.id);
  useEffect(() => {
    if (!silent || merged === null) return;
    rows.current.get(merged.into.id)?.focus(); // the field that was chosen from is not there any more
    setMerged(null);
  }, [silent, merged]);

  const nameOf = (row: SpeakerRow) => view.voiceOf(row.id)?.name ?? "";
  const say = (row: SpeakerRow, who: Pick<SpeakerRow, "participant" | "interviewer">) => {
    for (const one of [row, ...followers(speakers, said, row)])
      void session.send({ kind: "speaker.set", id: one.id, fields: who });
  };
  const named = (row: SpeakerRow, words: string) => {
    const draft = session.draft();
    const label = words === "" ? null : draft.name(row.id, "label", words);
    void draft.send({ kind: "speaker.set", id: row.id, fields: { label } });
  };
  const nobody = said.get(null)?.turns ?? 0;
  const correct = <LinkButton href={`${home}/correct`}>{t("correct")}</LinkButton>;

  return (
    <Page>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: home, text: `${view.code} ${view.title}`.trim() }]} />}
        title={t("title")}
        lead={t("lead")}
        actions={<LinkButton href={home}>{t("toText")}</LinkButton>}
      />
      {speakers.length === 0 ? (
        <EmptyState title={t("none")} action={correct}>
          <p>{t("noneHelp")}</p>
        </EmptyState>
      ) : (
        <>
          {hinting ? (
            <p id={hint} className="mb-4 max-w-measure text-sm text-soft">
              {t("sayFirst")}
            </p>
          ) : null}
          <ul aria-label={t("list")} className="flex flex-col divide-y divide-line border-y border-line">
            {speakers.map((row) => (
              <li
                key={row.id}
                ref={(element) => {
                  if (element) rows.current.set(row.id, element);
                  else rows.current.delete(row.id);
                }}
                tabIndex={-1}
                aria-label={nameOf(row)}
                className="-mx-3 flex flex-col gap-2 px-3 py-4"
              >
                <Fields
                  row={row}
                  known={speech.name(row.label) ?? ""}
                  called={nameOf(row)}
                  said={said.get(row.id) ?? null}
                  all={all}
                  participants={participants}
                  others={speakers
                    .filter((other) => other.id !== row.id && said.has(other.id) && isKnown(other))
                    .map((other) => ({ id: other.id, label: nameOf(other) }))}
                  noOthers={hinting ? hint : null}
                  onNamed={(words) => named(row, words)}
                  onSay={(who) => say(row, who)}
                  onNew={() => setMaking(row)}
                  onMerge={
                    said.has(row.id) && speakers.length > 1
                      ? (id) => {
                          const into = speakers.find((other) => other.id === id);
                          if (into) setAsked({ from: row, into });
                        }
                      : null
                  }
                />
                <Beginning home={home} lang={reading.lang} name={nameOf(row)} said={said.get(row.id) ?? null} />
              </li>
            ))}
          </ul>
        </>
      )}
      {nobody > 0 && speakers.length > 0 ? (
        <p className="mt-6 flex flex-wrap items-center gap-3 text-soft">
          {t("nobody", { count: nobody })}
          {correct}
        </p>
      ) : null}
      {making ? (
        <ParticipantForm
          row={null}
          organisation={view.row.organisation}
          called={speech.name(making.label) ?? ""}
          onAdded={(participant) => say(making, { participant, interviewer: false })}
          onClose={() => setMaking(null)}
        />
      ) : null}
      {asked ? (
        <MergeDialog
          study={study}
          reading={reading}
          from={{ row: asked.from, name: nameOf(asked.from) }}
          into={{ row: asked.into, name: nameOf(asked.into) }}
          onMerged={() => {
            setMerged(asked);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Page>
  );
}

type FieldsProps = Readonly<{
  row: SpeakerRow;
  /** The name in the text; empty where there is none. */
  known: string;
  called: string;
  said: Said | null;
  /** Words of the whole text. */
  all: number;
  participants: readonly ParticipantChoice[];
  others: readonly Readonly<{ id: string; label: string }>[];
  noOthers: string | null;
  onNamed: (words: string) => void;
  onSay: (who: Pick<SpeakerRow, "participant" | "interviewer">) => void;
  onNew: () => void;
  onMerge: ((into: string) => void) | null;
}>;

function Fields({ row, known, called, said, all, participants, others, noOthers, ...on }: FieldsProps) {
  const t = useTranslations("speaker");
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() !== known) on.onNamed(typed.trim());
  };
  return (
    <SpeakerFields
      called={called}
      name={typed ?? known}
      participant={row.participant}
      interviewer={row.interviewer}
      participants={participants.filter(({ id, withdrawn }) => !withdrawn || id === row.participant)}
      others={others}
      noOthers={noOthers}
      onName={setTyped}
      onNamed={done}
      onParticipant={(participant) => on.onSay({ participant, interviewer: row.interviewer })}
      onNew={on.onNew}
      onInterviewer={(interviewer) => on.onSay({ interviewer, participant: interviewer ? null : row.participant })}
      onMerge={on.onMerge}
    >
      {said
        ? t("facts", { count: said.turns, share: all === 0 ? 0 : Math.round((said.words / all) * 100) })
        : t("silent")}
    </SpeakerFields>
  );
}

/** How a speaker begins, to know them by, and the way there; why somebody is here who says nothing. */
function Beginning({
  home,
  lang,
  name,
  said,
}: Readonly<{ home: string; lang: string; name: string; said: Said | null }>) {
  const t = useTranslations("speaker");
  if (!said) return <p className="max-w-measure text-sm text-soft">{t("earlierHelp")}</p>;
  return (
    <p className="flex max-w-measure flex-col items-start gap-1 text-sm">
      <span lang={lang} dir="auto" className="line-clamp-2 text-soft">
        {said.first.words}
      </span>
      <Link href={`${home}?turn=${said.first.line}`} aria-label={t("readOf", { name })}>
        {t("read")}
      </Link>
    </p>
  );
}
