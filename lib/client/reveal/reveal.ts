/** The browser's way to one original, and to who has looked at which. */
import { ask } from "#lib/client/ask.ts";
import { fetchAnswer } from "#lib/client/fetch-answer.ts";
import { LONGEST_MENTION } from "#lib/domain/reveal/shape.ts";
import type { Look, RevealAsked, Shown } from "#lib/domain/reveal/shape.ts";
import type { Reading, Segment } from "#lib/domain/source/reading.ts";
import { nearest } from "#lib/domain/text/nearest.ts";

/** What was asked for does not stand there any more. */
const ELSEWHERE: ReadonlySet<string | undefined> = new Set(["source.revised", "row.missing", "quote.span"]);

export type Failed = "denied" | "corrected" | "line";

/** Asks to see one original for a reason. */
export async function askReveal(
  study: string,
  asked: RevealAsked,
): Promise<Readonly<{ shown: Shown }> | { failed: Failed }> {
  const answer = await ask("POST", `/api/studies/${study}/reveals`, asked);
  if (answer.ok) return { shown: answer.value as Shown }; // our own route's answer, of the same version as this page
  const { status, code } = answer.fault;
  if (status === 403 || status === 404) return { failed: "denied" };
  return { failed: ELSEWHERE.has(code) ? "corrected" : "line" };
}

export type LooksAnswer = Readonly<{ looks: readonly Look[] } | { failed: "denied" | "line" }>;

/** Who has looked at which originals of a study, the latest first. */
export async function fetchLooks(study: string, signal: AbortSignal): Promise<LooksAnswer> {
  const answer = await fetchAnswer<Readonly<{ looks: readonly Look[] }>>(`/api/studies/${study}/reveals`, signal);
  return "got" in answer ? answer.got : answer;
}

/** A place that could be looked at, with what is shown of it and around it. */
export type Spot = Readonly<{ start: number; end: number; before: string; words: string; after: string }>;

const BESIDE = 40; // signs on each side

/** The places of a text in which something stands for a name, in order; what is longer than a name is seen as a quote. */
export function spotsIn({ turns }: Reading): readonly Spot[] {
  return turns.flatMap(({ segments }) =>
    segments.flatMap((segment, at): Spot[] =>
      segment.replaced && segment.end - segment.start <= LONGEST_MENTION
        ? [
            {
              start: segment.start,
              end: segment.end,
              before: nearest(said(segments.slice(0, at)), "before", BESIDE),
              words: segment.text,
              after: nearest(said(segments.slice(at + 1)), "after", BESIDE),
            },
          ]
        : [],
    ),
  );
}

function said(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}
