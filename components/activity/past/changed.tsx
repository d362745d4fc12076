"use client";
/** What changed from the moment that is looked at to another one, or to now: a list, by what it is. */
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Place } from "#components/activity/past/place.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { boardToOpen } from "#lib/client/board/rows.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { momentInWords } from "#lib/client/i18n/moment.ts";
import { useMoment } from "#lib/client/activity/use-moment.ts";
import type { Looked } from "#lib/client/activity/use-moment.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { COMPARED, differenceOf } from "#lib/domain/activity/difference.ts";
import type { Compared } from "#lib/domain/activity/difference.ts";
import { NOUNS } from "#lib/domain/study/rows.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { OnDate } from "./head.tsx";
import type { Go } from "./head.tsx";

const KINDS = Object.keys(COMPARED) as readonly Compared[]; // Object.keys loses the literal type
const FIRST = 20; // of one kind, before more are asked for

type Props = Readonly<{
  study: string;
  then: Looked;
  board: string | null;
  /** The minute to compare with; null: now. */
  other: string | null;
  onGo: Go;
}>;

export function Changed({ then, board: asked, other, onGo }: Props) {
  const t = useTranslations("activity.past");
  const lang = useLang();
  const { looked, busy, failed } = useMoment(other === null ? null : `on=${other}`);
  const now = useFromRows(NOUNS, (rows) => ({ rows })).rows;
  const { rows } = then.past.state;
  const to = other === null ? now : (looked?.past.state.rows ?? null);
  const board = boardToOpen(rows, asked) ?? (to ? boardToOpen(to, asked) : null);
  // The rows of now are changed in place: what is computed from them anew comes with a new object around them.
  const turned = other !== null && looked !== null && looked.moment.seq < then.moment.seq;
  const names = useTexts();
  const version = useStudy().state.version(NOUNS);
  const difference = useMemo(
    () => (to === null ? null : turned ? differenceOf(to, rows, board) : differenceOf(rows, to, board)),
    // oxlint-disable-next-line react/exhaustive-deps -- the version stands for the rows of now
    [rows, to, board, turned, version],
  );
  const first = then.moment.part.entries[0]?.at;
  const second = looked?.moment.part.entries[0]?.at;
  const moments = [
    first ? momentInWords(first, lang) : "",
    other === null ? t("rightNow") : second ? momentInWords(second, lang) : "",
  ];
  const [from = "", until = ""] = turned ? moments.toReversed() : moments;
  const [before, after] = turned && to ? [to, rows] : [rows, to ?? rows];

  const sections =
    difference === null
      ? []
      : KINDS.flatMap((kind) => {
          const { made, gone } = difference.coming[kind];
          const renamed = difference.renamed[kind];
          const steps = kind === "tag" ? difference.steps : [];
          const lines = [
            ...made.map((id) => t("made", { name: names.of(after, kind, id, lang) })),
            ...gone.map((id) => t("gone", { name: names.of(before, kind, id, lang) })),
            ...renamed.map(({ was, now: is }) =>
              was === null
                ? t("called", { name: names.phrase(is) || t("nameless") })
                : t("renamed", { was: names.phrase(was) || t("nameless"), now: names.phrase(is) || t("nameless") }),
            ),
            ...steps.map(({ kind: step, from: one, into, quotes }) =>
              t(step, {
                from: names.of(after, "tag", one, lang, before),
                into: names.of(after, "tag", into, lang),
                quotes,
              }),
            ),
          ];
          return lines.length === 0 ? [] : [{ kind, lines }];
        });
  return (
    <div className="min-h-0 grow overflow-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <h2 className="min-w-0 text-xl">{t("between", { from, until })}</h2>
          <div className="flex flex-wrap items-end gap-2">
            <OnDate
              key={second}
              label={t("with")}
              go={t("compare")}
              at={second ?? null}
              onMinute={(minute) => onGo({ with: minute })}
            />
            {other === null ? null : (
              <Button size="small" look="quiet" onPress={() => onGo({ with: null })}>
                {t("withNow")}
              </Button>
            )}
          </div>
        </div>
        {busy ? <Spinner label={t("busy")} /> : null}
        {failed ? <p className="text-danger">{t("failed")}</p> : null}
        {difference && sections.length === 0 && difference.flows.length === 0 && !busy ? (
          <EmptyState plain title={t("same")} />
        ) : null}
        {sections.map(({ kind, lines }) => (
          <List key={kind} title={t(`kinds.${kind}`)} lines={lines} />
        ))}
        {difference && difference.flows.length > 0 ? (
          <section aria-labelledby="changed-flows">
            <h3 id="changed-flows" className="pb-1 text-base">
              {t("flows")}
            </h3>
            <ul className="border-t border-line">
              {difference.flows.slice(0, FIRST * 5).map((flow) => (
                <li
                  key={`${flow.from}/${flow.to}`}
                  className="flex flex-wrap items-baseline gap-x-2 border-b border-line py-1.5"
                >
                  <span className="w-28 shrink-0 tabular-nums">{t("flow", { count: flow.quotes.length })}</span>
                  <Place rows={before} place={flow.from} name={(id) => names.of(before, "theme", id, lang)} />
                  <span aria-hidden>→</span>
                  <span className="sr-only">{t("to")}</span>
                  <Place rows={after} place={flow.to} name={(id) => names.of(after, "theme", id, lang)} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  );
}

function List({ title, lines }: Readonly<{ title: string; lines: readonly string[] }>) {
  const t = useTranslations("activity.past");
  const [most, setMost] = useState(FIRST);
  return (
    <section>
      <h3 className="pb-1 text-base">
        {title} <span className="font-normal text-soft tabular-nums">{lines.length}</span>
      </h3>
      <ul className="border-t border-line">
        {lines.slice(0, most).map((line, at) => (
          <li key={at} className="border-b border-line py-1.5 wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <Button size="small" className="mt-2" onPress={() => setMost(most + 10 * FIRST)}>
          {t("more", { count: lines.length - most })}
        </Button>
      ) : null}
    </section>
  );
}

type Texts = Readonly<{
  phrase: (id: string | null) => string;
  /** What something was called at a moment, or at another where it was not there. */
  of: (rows: Rows, noun: Compared, id: string, lang: "en" | "cy", or?: Rows) => string;
}>;

function useTexts(): Texts {
  const t = useTranslations("activity");
  const words = useWords();
  const phrase = (id: string | null) => words.phrase(id) ?? "";
  const of: Texts["of"] = (rows, noun, id, lang, or) => {
    const nameless = t(`count.${noun}`, { count: 1 });
    if (noun === "quote") return `“${words.quote(id)?.words ?? nameless}”`;
    if (noun === "source") {
      const source = rows.get("source", id);
      return source ? sourceCode(source) : nameless;
    }
    const field = COMPARED[noun];
    for (const each of lang === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const)) {
      const said = phrase(rows.live("wording", slot(id, field, each))?.phrase ?? null);
      if (said !== "") return said;
    }
    return or ? of(or, noun, id, lang) : nameless;
  };
  return { phrase, of };
}
