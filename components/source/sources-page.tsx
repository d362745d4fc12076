"use client";
/** The sources of the study that is open. */
import { useEffect, useMemo, useState } from "react";
import { Jobs } from "#components/job/jobs.tsx";
import { turnsOf } from "#lib/client/import/send.ts";
import { useRows, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { SourceLine } from "./sources-screen.tsx";
import { SourcesScreen } from "./sources-screen.tsx";

export function SourcesPage() {
  const { study, me } = useStudy();
  const loaded = useStandingOf("loaded");
  const speech = useWords();
  const [sources, organisations, quotes] = [useRows("source"), useRows("organisation"), useRows("quote")];
  const [turns, setTurns] = useState<Readonly<Record<string, number>>>({});
  const spoken = sources.filter((row) => row.kind !== "survey").length;
  useEffect(() => {
    let here = true;
    void turnsOf(study).then((found) => here && setTurns(found));
    return () => {
      here = false;
    };
  }, [study, spoken]);
  const lines = useMemo((): SourceLine[] => {
    const counts = new Map<string, number>();
    for (const { source } of quotes) counts.set(source, (counts.get(source) ?? 0) + 1);
    const bodies = new Map(organisations.map((row) => [row.id, row]));
    return sources
      .toSorted((a, b) => a.number - b.number)
      .map((row) => {
        const body = row.organisation === null ? undefined : bodies.get(row.organisation);
        return {
          id: row.id,
          code: sourceCode(row),
          kind: row.kind,
          title: speech.name(row.title) ?? null,
          organisation: body ? (speech.name(body.name) ?? `O${String(body.number).padStart(2, "0")}`) : null,
          turns: turns[row.id] ?? null,
          quotes: counts.get(row.id) ?? 0,
          heldOn: row.heldOn,
          together: row.kind === "survey" ? row.original : null,
        };
      });
  }, [sources, organisations, quotes, speech, turns]);
  return (
    <SourcesScreen study={study} lines={lines} loaded={loaded} mayChange={may(me.role, "change")} jobs={<Jobs />} />
  );
}
