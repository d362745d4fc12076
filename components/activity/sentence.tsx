"use client";
/** What was done, in words, with the names in it marked. */
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { FIRST, LAST, toldOf } from "#lib/domain/activity/sentence.ts";
import type { Names, Say } from "#lib/domain/activity/sentence.ts";
import type { Deed, Entry } from "#lib/domain/activity/shape.ts";

/** The sentence of a deed, as one text. */
export function useTold(): (entry: Entry, deed: Deed, names: Names) => string {
  const t = useTranslations("activity");
  // The keys are put together at run time, so the compiler cannot know them; a test knows them all.
  const say = t as unknown as Say;
  return ({ mode }, deed, names) => toldOf(mode, deed, say, names);
}

export function Sentence({ entry, deed, names }: Readonly<{ entry: Entry; deed: Deed; names: Names }>) {
  return <Marked told={useTold()(entry, deed, names)} />;
}

/** A text in which every name stands between two signs of its own. */
export function Marked({ told }: Readonly<{ told: string }>) {
  const parts = told.split(new RegExp(`[${FIRST}${LAST}]`, "u"));
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      <bdi key={at} className="rounded bg-sunk px-1 py-px wrap-anywhere">
        {part}
      </bdi>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
