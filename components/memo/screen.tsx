"use client";
/**
 * All that the team says to each other in a study, the latest first: what is open, what waits for the reader, what is
 * settled. Each talk says what it is about and leads there. Rules: docs/spec/memo.md.
 */
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Page } from "#components/ui/page.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { allTalks, waitsFor } from "#lib/client/memos.ts";
import type { Talk } from "#lib/client/memos.ts";
import { useLines } from "#lib/client/reader/lines.ts";
import { useFromRows, useStudy } from "#lib/client/study/provider.tsx";
import type { Rows } from "#lib/domain/study/rows.ts";
import { About } from "./about.tsx";
import { OneTalk } from "./memos.tsx";

const WHICH = ["open", "mine", "settled"] as const;
type Which = (typeof WHICH)[number];

const SHOWN = 40;

export function MemosScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("memo");
  const { me } = useStudy();
  const asked = useSearchParams().get("show");
  const [which, setWhich] = useState<Which>(WHICH.find((one) => one === asked) ?? "open");
  const [most, setMost] = useState(SHOWN);
  // Someone who answers or settles a talk is still reading it: it stays until they look at another list.
  const [first, setFirst] = useState<ReadonlySet<string>>(new Set());
  const { talks, counts } = useFromRows(
    ["memo", "call"],
    (rows) => {
      const all = allTalks(rows);
      const counts = Object.fromEntries(
        WHICH.map((one) => [one, all.filter((talk) => isIn(rows, talk, one, me.id)).length]),
      ) as Record<Which, number>; // one for each of WHICH
      return { talks: all.filter((talk) => first.has(talk.memo.id) || isIn(rows, talk, which, me.id)), counts };
    },
    [which, me.id, first],
  );
  const shown = talks.slice(0, most);
  const lines = useLines(
    study,
    shown.map(({ memo }) => memo.subject),
  );

  function choose(next: Which) {
    setWhich(next);
    setMost(SHOWN);
    setFirst(new Set());
    const address = new URL(location.href);
    address.searchParams.set("show", next);
    history.replaceState(null, "", address);
    announce(t("count", { count: counts[next] }));
  }

  return (
    <Page className="max-w-3xl">
      <PageHeader title={t("title")} lead={t("lead")} />
      <RadioGroup
        label={t("show")}
        orientation="horizontal"
        value={which}
        onChange={(key) => choose(WHICH.find((one) => one === key) ?? "open")}
      >
        {WHICH.map((one) => (
          <Radio key={one} value={one}>
            {t(`which.${one}`)} <span className="text-soft">({counts[one]})</span>
          </Radio>
        ))}
      </RadioGroup>
      {shown.length === 0 ? (
        <EmptyState title={t(`nothing.${which}`)}>{t("nothingHelp")}</EmptyState>
      ) : (
        <ul aria-label={t("list")} className="mt-5 flex flex-col gap-7">
          {shown.map((talk) => (
            <li
              key={talk.memo.id}
              className="flex flex-col gap-2"
              onFocus={() => setFirst((old) => (old.has(talk.memo.id) ? old : new Set([...old, talk.memo.id])))}
            >
              <About study={study} subject={talk.memo.subject} line={lines.get(talk.memo.subject)} />
              <OneTalk talk={talk} />
            </li>
          ))}
        </ul>
      )}
      {talks.length > shown.length ? (
        <Button className="mt-6" onPress={() => setMost((now) => now + SHOWN)}>
          {t("more")}
        </Button>
      ) : null}
    </Page>
  );
}

function isIn(rows: Rows, talk: Talk, which: Which, person: string): boolean {
  if (which === "mine") return waitsFor(rows, talk, person);
  return talk.memo.resolved === (which === "settled");
}
