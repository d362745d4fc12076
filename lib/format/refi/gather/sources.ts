/** Sources with their texts as they may leave, and the quotes in them. Rules: docs/spec/refi.md, RF14 to RF16. */
import { v5 } from "uuid";
import type { Lang } from "#lib/domain/field.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import { spoken } from "#lib/domain/identifier/overlay.ts";
import { placed } from "#lib/domain/identifier/placed.ts";
import { quotable } from "#lib/domain/participant/consent.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { aroundOf } from "#lib/domain/quote/around.ts";
import type { Excerpt } from "#lib/domain/quote/around.ts";
import type { Span } from "#lib/domain/source/reading.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import type { Say } from "#lib/format/report/say.ts";
import type { PaperSelection, PaperSource } from "../paper.ts";
import { veilSource, wordsIn } from "../source.ts";
import type { OutTurn } from "../source.ts";
import type { Pen } from "./pen.ts";
import type { Talk } from "./talk.ts";

/** The text that a source has now. Offsets are code points. */
export type WholeText = Readonly<{
  revision: string;
  text: string;
  turns: readonly (Span & Readonly<{ speaker: string | null }>)[];
}>;

type Material = Readonly<{
  rows: Rows;
  texts: ReadonlyMap<string, WholeText>;
  quotes: ReadonlyMap<string, Excerpt>;
  heard: ReadonlyMap<string, Voice>;
  day: string;
}>;

export type GatheredSource = Readonly<{
  source: Omit<PaperSource, "values">;
  /** the participants who speak in it */
  people: ReadonlySet<string>;
  /** how many words its text has, without those that say whose turn it is */
  words: number;
}>;

const NAME = 80; // signs of a quote that it is called by

/**
 * Gathers them.
 *
 * @param codes - the codes that stand on a quote, in order
 * @param say - the fixed words of a project, in each language
 */
export function gatherSources(
  { rows, texts, quotes, heard, day }: Material,
  codes: (quote: string) => readonly string[],
  pen: Pen,
  { notesOn }: Talk,
  say: (lang: Lang) => Say,
): readonly GatheredSource[] {
  const may = (participant: string | null): boolean => {
    const row = rows.live("participant", participant ?? "");
    return participant === null || (row !== undefined && quotable(row, day));
  };
  /** Whose words a turn is; as of quotes (domain/finding/voice.ts). */
  const turnOf = (source: SourceRow, { start, end, speaker }: WholeText["turns"][number], own: Say) => {
    const row = rows.live("speaker", speaker ?? "");
    if (row?.interviewer)
      return { participant: null, asks: true, out: { start, end, label: own("interviewer"), withheld: false } };
    const participant = row?.participant ?? (source.kind === "survey" || row === undefined ? source.participant : null);
    const who = rows.live("participant", participant ?? "");
    const label = row === undefined ? null : who ? pseudonym(who) : own("speaker", { number: row.number });
    return { participant, asks: false, out: { start, end, label, withheld: !may(participant) } };
  };
  const gathered = (source: SourceRow, whole: WholeText): GatheredSource[] => {
    const own = say(source.lang.toLowerCase().startsWith("cy") ? "cy" : "en");
    const turns = whole.turns.map((turn) => turnOf(source, turn, own));
    const withheld = turns.filter(({ out }) => out.withheld).length;
    const said = rows.related("quotesOfSource", source.id);
    const open = said.filter(({ id }) => may(heard.get(id)?.participant ?? null));
    pen.lose("quotesWithheld", said.length - open.length);
    if (withheld > 0 && turns.every(({ asks, out }) => asks || out.withheld)) {
      pen.lose("sourcesWithheld");
      return [];
    }
    pen.lose("turnsWithheld", withheld);
    const outs = apart(
      turns.map(({ out }) => out),
      own("nobody"),
    );
    const { segments, found } = veilSource(whole, outs, source.lang, pen.plan, own("withheld"));
    const place = placed(segments);
    const text = spoken(segments);
    const [was, is] = [astralOf(whole.text), astralOf(text)];
    const standing = (span: Span) => ({
      words: slicePoints(text, is, span.start, span.end),
      around: aroundOf(text, is, span),
    });
    pen.found(
      found.map((one) => ({ open: pen.plan.open(one), spared: pen.plan.spared(one) ? standing(place(one)) : null })),
    );
    const selections = open.flatMap(({ id }): PaperSelection[] => {
      const anchor = rows
        .related("anchorsOfQuote", id)
        .find(
          ({ revision, start, end }) =>
            revision === source.revision && slicePoints(whole.text, was, start, end) === quotes.get(id)?.words,
        );
      if (!anchor) {
        pen.lose("quotesLost");
        return [];
      }
      const { start, end } = place(anchor);
      const name = shortened(slicePoints(text, is, start, end));
      const codings = codes(id).map((code) => ({ id: v5(code, id), code }));
      return [{ id, name, start, end, codings, notes: notesOn(id) }];
    });
    return [
      {
        people: new Set(turns.flatMap(({ participant }) => participant ?? [])),
        words: wordsIn(segments),
        source: {
          id: source.id,
          name: sourceCode(source),
          description: say(pen.lang)(`source.${source.kind}`),
          text,
          selections: selections.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)),
          notes: notesOn(source.id),
        },
      },
    ];
  };
  return [...rows.all("source")]
    .toSorted((a, b) => a.number - b.number)
    .flatMap((source) => {
      const whole = texts.get(source.id);
      return whole ? gathered(source, whole) : [];
    });
}

/** Turns of nobody beside those of somebody say so, else they would read as theirs. */
function apart(turns: readonly OutTurn[], nobody: string): readonly OutTurn[] {
  const told = turns.some(({ label }) => label !== null);
  return told ? turns.map((turn) => ({ ...turn, label: turn.label ?? nobody })) : turns;
}

/** The beginning of a quote, on one line. */
function shortened(words: string): string {
  const points = Array.from(words.replace(/\s+/gu, " ").trim());
  return points.length <= NAME ? points.join("") : `${points.slice(0, NAME - 1).join("")}…`;
}
