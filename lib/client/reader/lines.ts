"use client";
/** Where turns stand that are known only by their line; asked for once each, all that a screen shows together. */
import { useEffect, useRef, useState } from "react";
import { Lines } from "#lib/domain/source/line.ts";
import type { Line } from "#lib/domain/source/line.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";

/** @param subjects - what may be lines; quotes and insights among them are not asked for */
export function useLines(study: string, subjects: readonly string[]): ReadonlyMap<string, Line> {
  const [known, setKnown] = useState<ReadonlyMap<string, Line>>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = useFromRows(
    ["quote", "insight"],
    (rows) => subjects.filter((one) => !rows.get("quote", one) && !rows.get("insight", one)).join(" "),
    [subjects.join(" ")],
  );
  useEffect(() => {
    const lines = wanted.split(" ").filter((one) => one !== "" && !asked.current.has(one));
    if (lines.length === 0) return;
    for (const line of lines) asked.current.add(line);
    fetch(`/api/studies/${study}/lines`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ lines }),
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`lines: ${response.status}`);
        const found = Lines.parse(await response.json());
        setKnown((old) => new Map([...old, ...found.lines.map((line) => [line.line, line] as const)]));
      })
      .catch(() => {
        for (const line of lines) asked.current.delete(line); // the next look asks again
      });
  }, [study, wanted]);
  return known;
}
