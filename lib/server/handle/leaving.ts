/**
 * What would leave a study in the quotes of its files, each with what in it narrows down whose it is.
 *
 * Knows nothing of Next or Prisma. Rules: docs/spec/risk.md, RK6 to RK10.
 */
import { setImmediate } from "node:timers/promises";
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import { voicesIn } from "#lib/domain/finding/voice.ts";
import { classOf, laddersOf } from "#lib/domain/identifier/ladder/levels.ts";
import type { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import type { Hit } from "#lib/domain/report/check.ts";
import { wordsOf } from "#lib/domain/report/model.ts";
import { cluesIn } from "#lib/domain/risk/clues.ts";
import type { KeptName } from "#lib/domain/risk/clues.ts";
import { listen } from "#lib/domain/risk/habit.ts";
import type { Said } from "#lib/domain/risk/habit.ts";
import { judge } from "#lib/domain/risk/judge.ts";
import type { JudgedWhole, Leaving } from "#lib/domain/risk/judge.ts";
import type { People } from "#lib/domain/risk/left.ts";
import { peopleOf, speakerOf } from "#lib/domain/risk/people.ts";
import type { Beside, JudgedFile } from "#lib/domain/risk/beside.ts";
import type { Clue, RiskReport, StudyRisk } from "#lib/domain/risk/shape.ts";
import { studyRisk } from "#lib/domain/risk/study-risk.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import { text } from "#lib/format/report/compose.ts";
import { gather } from "#lib/format/report/gather.ts";
import type { Quoted, Words } from "#lib/format/report/material.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { agreedIn } from "./desk.ts";
import type { Laid, WholeReading } from "./desk.ts";

/** A quote that would leave; `kind`: the kind of organisation that may stand beside it (DC19). */
type Gone = Leaving & Readonly<{ kind: OrganisationKind | null }>;

export type Gathered = Readonly<
  Record<JudgedFile, readonly Gone[]> & {
    people: People;
    study: Omit<StudyRisk, "missed">;
    least: RiskReport["least"];
  }
>;

/** Gathers it. Cost: the study's texts once, for what everybody is in the way of saying. */
export async function gatherLeaving(laid: Laid<WholeReading>, study: string): Promise<Gathered> {
  const { reading, named } = laid;
  const { rows, phrases, quotes, day, spoken } = reading;
  const gathered = gather(
    rows,
    study,
    { lang: "en", appendices: [], beside: "kind" }, // the same quotes leave in either language, whatever stands beside them, and translations are taken into either
    { phrases, quotes, agreed: agreedIn(laid), day, spoken },
  );
  const settings = settingsOf(rows, phrases);
  const voices = voicesIn(rows);
  const names = new Map(named.map(({ id, full }) => [id, full]));
  const words = (phrase: string | null) => (phrase === null ? null : (phrases.get(phrase)?.words ?? null));
  const people = peopleOf(rows, voices.values(), {
    classOf: (organisation) => classOf(names.get(organisation) ?? ""),
    roleOf: (participant) =>
      [...rows.related("wordingsOf", participant)]
        .flatMap(({ field, phrase }) => (field === "role" ? (words(phrase) ?? []) : []))
        .join(" ") || null,
  });
  const pause = pausing();
  const { hear, habits } = listen();
  for (const said of saidIn(reading)) {
    hear(said);
    await pause();
  }
  const known = new Map<string, readonly Clue[]>(); // most quotes read alike in documents and in data
  const leaving = async (quote: string, finding: string | null, said: Quoted): Promise<Gone> => {
    await pause();
    const voice = voices.get(quote);
    const { text: veiled, hits } = veilText(text(said), "quote", laid.plan);
    const { participant = null, organisation = null } = voice ?? {};
    const key = `${quote} ${wordsOf(veiled)}`;
    const clues = known.get(key) ?? cluesIn(veiled.pieces, keptIn(hits, laid), habits(participant ?? ""));
    known.set(key, clues);
    return {
      quote,
      source: rows.live("quote", quote)?.source ?? "",
      finding,
      participant,
      organisation,
      speaker: speakerOf({ participant, organisation }),
      lang: said.lang,
      pieces: veiled.pieces,
      wordings: [],
      clues,
      kind: said.by && "kind" in said.by ? said.by.kind : null,
    };
  };
  // One finding may stand under several themes, and one quote in several findings, each time edited in its own way.
  const cited = new Map(gathered.cited.map((one) => [`${one.finding}/${one.quote}`, one]));
  const ladderOf = laddersOf(rows, named, settings.thresholds);
  const [document, data]: [Gone[], Gone[]] = [[], []];
  /** A quote with what stands beside it. */
  const together = async (whole: Gone, said: readonly Words[]): Promise<Gone> => {
    const beside: Gone[] = [];
    for (const one of said) beside.push(await leaving(whole.quote, whole.finding, one));
    return {
      ...whole,
      wordings: beside.map(({ lang, pieces }) => ({ lang, pieces })),
      clues: [...whole.clues, ...beside.flatMap(({ clues }) => clues)],
    };
  };
  const inTables = new Map<string, Words[]>(); // what findings put in brackets, and what they translate, stands beside it there (W11)
  for (const { quote, finding, words: said, translations } of cited.values()) {
    document.push(await together(await leaving(quote, finding, said), translations));
    const own = [...(said.edits?.length ? [said] : []), ...translations];
    inTables.set(quote, [...(inTables.get(quote) ?? []), ...own]);
  }
  const listed = new Set(gathered.listed);
  for (const { id } of rows.all("quote")) {
    const said = gathered.said(id);
    if (!said) continue;
    data.push(await together(await leaving(id, null, said), listed.has(id) ? (inTables.get(id) ?? []) : []));
  }
  return {
    document,
    data,
    people,
    study: studyRisk(rows, {
      settings,
      people: people.people,
      words,
      levelsOf: (id) => {
        const row = rows.live("identifier", id);
        return row ? ladderOf({ id, of: row.kind, kind: row.thing ?? "other", words: names.get(id) ?? "" }) : [];
      },
    }),
    least: { organisations: settings.thresholds.organisations, people: settings.thresholds.people },
  };
}

/** Judges the quotes of one sort of files, with what stands beside them. */
export function judgeLeaving(gathered: Gathered, file: JudgedFile, beside: Beside): JudgedWhole {
  const shown = beside === "kind" || beside === "both";
  const leaving = gathered[file].map(({ kind, ...one }): Leaving => {
    return shown && kind !== null ? { ...one, clues: [kindBeside(kind), ...one.clues] } : one;
  });
  return judge(leaving, gathered.people, beside === "person" || beside === "both");
}

const kindBeside = (kind: OrganisationKind): Clue => ({
  kind: "beside",
  words: kind,
  fact: { of: "kind", kind, classes: null },
});

const AT_ONCE = 30; // milliseconds

/** Lets others have their turn now and then: a study is judged on the thread that serves people. */
function pausing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONCE) return;
    await setImmediate();
    since = performance.now();
  };
}

/** The names that stay in a quote as they are. */
function keptIn(hits: readonly Hit[], { named }: Laid<WholeReading>): readonly KeptName[] {
  return hits.flatMap(({ kept, terms, words }): KeptName[] => {
    if (!kept) return [];
    const kinds = named.flatMap(({ id, kind }) => (terms.includes(id) ? [kind] : []));
    return [{ words, of: kinds.includes("participant") ? "participant" : (kinds[0] ?? "term") }];
  });
}

/** What each participant said in all sources, turn by turn. */
function* saidIn({ rows, texts }: WholeReading): Generator<Said> {
  for (const source of rows.all("source")) {
    const whole = texts.get(source.id);
    if (!whole || (source.kind !== "interview" && source.kind !== "survey")) continue;
    const astral = astralOf(whole.text);
    for (const { start, end, speaker: id } of whole.turns) {
      const speaker = rows.live("speaker", id ?? "");
      if (speaker?.interviewer) continue;
      const participant = speaker?.participant ?? (source.kind === "survey" || !speaker ? source.participant : null);
      // Somebody who is not known is somebody else: what they say too is no habit of one.
      yield {
        participant: participant ?? speaker?.id ?? source.id,
        words: slicePoints(whole.text, astral, start, end),
      };
    }
  }
}
