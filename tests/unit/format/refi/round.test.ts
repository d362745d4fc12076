import fc from "fast-check";
import { expect, test } from "vitest";
import { plan } from "#lib/domain/identifier/plan.ts";
import { NOTHING } from "#lib/domain/quote/around.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import { astralOf, slicePoints } from "#lib/domain/text/points.ts";
import { idsOf } from "#lib/format/import/ids.ts";
import { bringProject } from "#lib/format/refi/bring/project.ts";
import { gatherProject } from "#lib/format/refi/gather/project.ts";
import type { PaperCode, ProjectPaper } from "#lib/format/refi/paper.ts";
import { writeQdpx } from "#lib/format/refi/project.ts";
import { openProject } from "#lib/format/refi/read/open.ts";
import { sayCodebook, sayProject } from "#lib/server/load/say.ts";
import { bare, studies, turnAt } from "#tests/kit/refi-study.ts";
import type { Whole } from "#tests/kit/refi-study.ts";
import { STUDY, id } from "#tests/kit/study.ts";

const LANGS = ["en", "cy"] as const;

function leaves({ rows, phrases, texts, quotes }: Whole, lang: "en" | "cy", themes: "codes" | "sets"): ProjectPaper {
  const excerpts = new Map([...quotes].map(([quote, words]) => [quote, { words, around: NOTHING }]));
  const material = { rows, phrases, texts, quotes: excerpts, attributes: 0, day: "2026-11-27" };
  const wish = { study: STUDY, person: id("me"), lang, themes };
  return gatherProject(material, wish, plan([], []), { project: sayProject, codebook: sayCodebook }).paper;
}

/** Brings a file into a study with nothing in it. */
function comesIn(bytes: Uint8Array): Whole {
  const opened = openProject(bytes);
  if (!opened.ok) throw new Error(opened.fault.code);
  const wish = { study: STUDY, lang: "en", wordsLang: "en", kind: "document", cases: "none", original: null } as const;
  const made = bringProject(opened.value, wish, { tags: [], organisations: new Map() }, sayProject, idsOf(id("plan")));
  if (!made.ok) throw new Error(made.fault.code);
  const { texts, command, phrases, lost } = made.value;
  expect(lost).toEqual({});
  const whole = bare();
  for (const phrase of phrases) whole.phrases.set(phrase.id, phrase);
  const asks = new Set(command.speakers.flatMap((speaker) => (speaker.interviewer ? [speaker.id] : [])));
  const known = new Map(texts.map((text) => [text.source, text]));
  for (const { source, revision, start, end } of command.quotes) {
    const text = known.get(source);
    const at = turnAt(text?.turns ?? [], { start, end }, (speaker) => asks.has(speaker));
    if (!text || !at) throw new Error("a quote in no turn");
    const said = { turn: at.id, speaker: at.speaker, question: null, revisionEnd: Array.from(text.text).length };
    whole.rows.learn({ kind: "turn", revision, start, end, at: said });
  }
  const decided = decide(whole.rows, command, { person: id("me") });
  if (!decided.ok) throw new Error(JSON.stringify(decided.fault));
  for (const change of decided.value) evolve(whole.rows, change);
  for (const { source, revision, text, turns } of texts) whole.texts.set(source, { revision, text, turns });
  for (const { id: quote, source, start, end } of command.quotes) {
    const text = known.get(source)?.text ?? "";
    whole.quotes.set(quote, slicePoints(text, astralOf(text), start, end));
  }
  return whole;
}

/** What a project says, with ids told by what they stand for, and without any order that says nothing. */
function told(paper: ProjectPaper): unknown {
  const called = new Map<string, string>();
  const codes = (all: readonly PaperCode[], above: string): void => {
    for (const code of all) {
      called.set(code.id, `${above}/${code.name}`);
      codes(code.codes, `${above}/${code.name}`);
    }
  };
  codes(paper.codes, "code");
  for (const set of paper.sets) called.set(set.id, `set ${set.name}`);
  for (const note of paper.notes) called.set(note.id, `note ${note.text}`);
  for (const variable of paper.variables) called.set(variable.id, variable.name);
  for (const source of paper.sources) {
    called.set(source.id, source.name);
    for (const { id: own, start, end } of source.selections) called.set(own, `${source.name} ${start}-${end}`);
  }
  for (const [at, graph] of paper.graphs.entries())
    for (const [n, vertex] of graph.vertices.entries()) called.set(vertex.id, `vertex ${at}.${n}`);
  const by = (ids: readonly string[]) => ids.map((one) => called.get(one) ?? "?").toSorted();
  const code = ({ id: own, notes, codes: inner, ...rest }: PaperCode): unknown => ({
    ...rest,
    notes: by(notes),
    codes: inner.map(code),
    own: called.get(own),
  });
  return {
    ...paper,
    codes: paper.codes.map(code),
    variables: paper.variables.map(({ name }) => name),
    cases: paper.cases.map(({ name, values, sources, selections }) => ({
      name,
      values: values.map(({ variable, words }) => [called.get(variable), words]),
      sources: by(sources),
      selections: by(selections),
    })),
    sources: paper.sources.map(({ name, description, text, selections, notes, values }) => ({
      name,
      description,
      text,
      notes: by(notes),
      values: values.map(({ variable, words }) => [called.get(variable), words]),
      selections: selections
        .map(({ start, end, name: begins, codings, notes: on }) =>
          JSON.stringify({ start, end, begins, codes: by(codings.map((one) => one.code)), notes: by(on) }),
        )
        .toSorted(),
    })),
    notes: paper.notes.map(({ name, text, notes }) => JSON.stringify({ name, text, notes: by(notes) })).toSorted(),
    sets: paper.sets.map(({ name, description, codes: held, notes }) => ({
      name,
      description,
      codes: by(held),
      notes: by(notes),
    })),
    graphs: paper.graphs.map(({ name, vertices, edges }) => ({
      name,
      vertices: vertices.map((vertex) => ({ ...vertex, id: called.get(vertex.id), of: called.get(vertex.of) })),
      edges: edges.map(({ from, to }) => `${called.get(from)} in ${called.get(to)}`).toSorted(),
    })),
    about: by(paper.about),
  };
}

test("[RF37] [RF13] any study that leaves as a project comes in as what it was, whoever the file is for", () => {
  const profile = fc.constantFrom("standard", "nvivo", "atlas");
  const themes = fc.constantFrom("codes", "sets");
  fc.assert(
    fc.property(studies, fc.constantFrom(...LANGS), themes, profile, (study, lang, as, whom) => {
      const left = leaves(study, lang, as);
      const again = comesIn(writeQdpx(left, whom));
      expect(told(leaves(again, lang, as))).toEqual(told(left));
    }),
    { numRuns: 200 },
  );
});

test("[RF32] labels of turns become speakers again, and quotes are what they were", () => {
  fc.assert(
    fc.property(studies, (study) => {
      const again = comesIn(writeQdpx(leaves(study, "en", "codes"), "standard"));
      const words = (whole: Whole) => [...whole.texts.values()].map(({ text }) => text);
      expect(words(again)).toEqual(words(study));
      expect([...again.quotes.values()].toSorted()).toEqual([...study.quotes.values()].toSorted());
    }),
    { numRuns: 100 },
  );
});
