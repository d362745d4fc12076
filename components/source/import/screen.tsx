"use client";
/** The whole way of a file: dropped, looked at, decided about, brought in. Nothing is saved before the last step. */
import { useEffect, useState } from "react";
import { useTranslations } from "next-intl";
import { Jobs } from "#components/job/jobs.tsx";
import { JobProgress } from "#components/job/progress.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Select } from "#components/ui/select.tsx";
import { cancelJob } from "#lib/client/cancel-job.ts";
import { bringIn, lookAt } from "#lib/client/import/send.ts";
import type { ImportJob } from "#lib/domain/job/shape.ts";
import { As } from "#lib/domain/import/plan.ts";
import { Drop } from "./drop.tsx";
import { Fault } from "./fault.tsx";
import { Files } from "./files.tsx";
import type { Choices, Item } from "./item.ts";
import { begin, coming, followed, found, isReady, planOf } from "./item.ts";
import { Project } from "./project.tsx";
import { Report } from "./report.tsx";
import { Survey } from "./survey.tsx";
import { Transcript } from "./transcript.tsx";

type Props = Readonly<{ study: string; choices: Choices; mayChange: boolean; jobs: readonly ImportJob[] }>;

export function ImportScreen({ study, choices, mayChange, jobs }: Props) {
  const t = useTranslations("sources");
  const [items, setItems] = useState<readonly Item[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const item = items.find((one) => one.id === chosen) ?? items[0] ?? null;
  useEffect(() => {
    setItems((list) => {
      const next = list.map((one) => followed(one, jobs));
      return next.some((one, at) => one !== list[at]) ? next : list;
    });
  }, [jobs, items]);
  const change = (id: string, to: (item: Item) => Item) =>
    setItems((list) => list.map((one) => (one.id === id ? to(one) : one)));

  async function look(one: Item, keep = false) {
    const respondent = one.uses.indexOf("respondent");
    const answer = await lookAt(study, one, {
      ...(one.as ? { as: one.as } : {}),
      options: one.options,
      table: one.table,
      ...(one.uses.length > 0 ? { respondent: respondent < 0 ? null : respondent } : {}),
    });
    // A later look at the same file with other options has overtaken this one.
    change(one.id, (now) =>
      now.options !== one.options || now.as !== one.as || now.table !== one.table
        ? now
        : answer.ok
          ? found(now, answer.value, choices)
          : { ...now, phase: "faulty", preview: keep ? now.preview : null, fault: answer.fault },
    );
  }

  function add(fresh: readonly Item[]) {
    setItems((list) => [...list, ...fresh]);
    setChosen((now) => now ?? fresh[0]?.id ?? null);
    void fresh.reduce((before, one) => before.then(() => look(one)), Promise.resolve());
  }

  function again(one: Item, wish: Wish) {
    const next: Item = { ...one, ...wish, phase: "reading" };
    change(one.id, () => next);
    void look(next, wish.table !== undefined); // a sheet that cannot be read leaves the choice of another
  }

  async function bring(one: Item) {
    const plan = planOf(one, choices, (column) => t("survey.question", { n: column + 1 }));
    if (!plan) return;
    change(one.id, (now) => ({ ...now, phase: "saving", fault: null, cancelled: false }));
    const answer = await bringIn(study, one, plan);
    change(one.id, (now) =>
      answer.ok ? followed({ ...now, sent: true }, [answer.value]) : { ...now, phase: "ready", fault: answer.fault },
    );
  }

  async function bringAll() {
    for (const one of items.filter(isReady)) await bring(one);
  }

  const ready = items.filter(isReady).length;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: `/studies/${study}/sources`, text: t("import.back") }]} />}
        title={t("import.title")}
        lead={t("import.lead")}
      />
      <Jobs without={items.map(({ id }) => id)} />
      {mayChange ? null : (
        <Notice kind="info" className="mb-6">
          {t("import.noRight")}
        </Notice>
      )}
      {mayChange ? (
        <div className={items.length === 0 ? "max-w-3xl" : "grid gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]"}>
          <div className="flex flex-col gap-5 lg:sticky lg:top-4 lg:self-start">
            <Drop
              compact={items.length > 0}
              onFiles={(files) => add(files.map((file) => begin(file.name, file, undefined, choices.lang)))}
              onPaste={(words, as) => add([begin(t("import.pastedName"), words, as, choices.lang)])}
            />
            {items.length > 0 ? (
              <Files
                items={items}
                jobs={jobs}
                chosen={item?.id ?? null}
                onChoose={setChosen}
                onRemove={(id) => setItems((list) => list.filter((one) => one.id !== id))}
              />
            ) : null}
            {ready > 1 ? <Button onPress={bringAll}>{t("import.saveAll", { count: ready })}</Button> : null}
          </div>
          {item ? (
            <Detail
              key={item.id}
              item={item}
              job={jobs.find(({ id }) => id === item.id) ?? null}
              study={study}
              choices={choices}
              onChange={(to) => change(item.id, (now) => ({ ...now, ...to }))}
              onAgain={(wish) => again(item, wish)}
              onBring={() => bring(item)}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type Wish = Partial<Pick<Item, "as" | "options" | "table" | "uses">>;
type DetailProps = Readonly<{
  item: Item;
  job: ImportJob | null;
  study: string;
  choices: Choices;
  onChange: (change: Partial<Item>) => void;
  onAgain: (wish: Wish) => void;
  onBring: () => void;
}>;

function Detail({ item, job, study, choices, onChange, onAgain, onBring }: DetailProps) {
  const t = useTranslations("sources");
  const says = useTranslations("jobs");
  const { preview } = item;
  const kind = item.as === "comments" ? "comments" : preview?.kind === "survey" ? "survey" : "transcript";
  return (
    <article aria-label={item.name} className="flex min-w-0 flex-col gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <h2 className="min-w-0 text-xl break-words">{item.name}</h2>
        {preview && preview.kind !== "project" && item.phase !== "done" && item.phase !== "saving" ? (
          <Select
            label={t("import.readAs")}
            selectedKey={kind}
            size="small"
            onSelectionChange={(key) =>
              As.safeParse(key).success && key !== kind && onAgain({ as: As.parse(key), options: {}, uses: [] })
            }
          >
            <Option id="transcript">{t("import.readAsTranscript")}</Option>
            <Option id="survey">{t("import.readAsSurvey")}</Option>
            <Option id="comments">{t("import.readAsComments")}</Option>
          </Select>
        ) : null}
      </header>
      {item.phase === "reading" && !preview ? <Progress label={t("import.reading", { name: item.name })} /> : null}
      {item.fault ? <Fault name={item.name} fault={item.fault} /> : null}
      {item.phase === "done" && item.brought ? (
        <Report name={item.title || item.name} brought={item.brought} study={study} />
      ) : null}
      {item.cancelled ? (
        <Notice kind="info" live>
          {says("cancelled", { name: item.name })}
        </Notice>
      ) : null}
      {item.phase === "saving" ? (
        <Coming item={item} job={item.sent ? job : null} onCancel={(id) => cancelJob(study, id)} />
      ) : null}
      {item.phase !== "done" && item.phase !== "saving" && preview ? (
        <>
          {preview.known ? <Notice kind="warn">{t("import.known")}</Notice> : null}
          {preview.kind === "project" ? (
            <Project item={item} project={preview.project} onChange={onChange} />
          ) : preview.kind === "transcript" ? (
            <Transcript
              item={item}
              draft={preview.draft}
              choices={choices}
              onChange={onChange}
              onOptions={(options) => onAgain({ options })}
            />
          ) : (
            <Survey
              item={item}
              preview={preview}
              choices={choices}
              onChange={onChange}
              onTable={(table) => onAgain({ table, uses: [] })}
              onUses={(uses) => {
                const moved = uses.indexOf("respondent") !== item.uses.indexOf("respondent");
                if (moved) onAgain({ uses }); // who is known again depends on it
                else onChange({ uses });
              }}
            />
          )}
          <footer className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper px-1 py-3">
            <Button look="primary" isDisabled={!isReady(item)} onPress={onBring}>
              {t("import.save")}
            </Button>
            <span className="text-sm text-soft">
              {preview.kind === "survey" ? t("survey.willMake", { count: coming(item) }) : t("import.unsaved")}
            </span>
          </footer>
        </>
      ) : null}
    </article>
  );
}

/** A file on its way in. The screen may be left. */
function Coming({
  item,
  job,
  onCancel,
}: Readonly<{ item: Item; job: ImportJob | null; onCancel: (id: string) => Promise<boolean> }>) {
  const t = useTranslations("jobs");
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-5">
      <JobProgress job={job} name={item.name} onCancel={onCancel} />
      {item.sent ? <p className="text-sm text-soft">{t("leave")}</p> : null}
    </div>
  );
}
