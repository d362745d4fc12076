/**
 * Erases everything of somebody who has withdrawn, in one transaction: what they said, wherever it was copied to; what people wrote
 * about them or repeated of them; their name, wherever others said it; the files that they came in; the keys of what was sealed.
 *
 * While it is at it nobody else changes the study. Rules: docs/spec/consent.md, CO10 to CO19.
 */
import { Others, repeats } from "#lib/domain/erase/repeat.ts";
import type { Run } from "#lib/domain/erase/repeat.ts";
import { overwrite, united } from "#lib/domain/erase/span.ts";
import type { Span } from "#lib/domain/erase/span.ts";
import { bare } from "#lib/domain/identifier/fold.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { astralOf, lengthOf, slicePoints } from "#lib/domain/text/points.ts";
import { namedOf } from "../load/named.ts";
import * as store from "../store/erasure.ts";
import type { Erased } from "#lib/domain/participant/erased.ts";
import type { Waiting } from "../store/erasure.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { fileNames, readNames, renameFile } from "../store/identity.ts";
import { dropAllMade } from "../store/made.ts";
import { erasePads } from "../store/pad.ts";
import { endPublications } from "../store/publication.ts";
import { studyRows } from "../store/rows.ts";
import type { Db } from "../store/rows.ts";
import type { Seal } from "../store/seal.ts";

const AT_ONCE = 20; // texts
const PHRASES = 2000;

/** Whether anything was left to erase. Throws where the database objects; nothing is erased then. */
export function erase(prisma: PrismaClient, vault: Seal, who: Waiting): Promise<boolean> {
  return prisma.$transaction(
    async (db) => {
      if (!(await store.holdForErasure(db, who))) return false;
      await store.saveErased(db, who, await new Erasure(db, vault, who).run());
      return true;
    },
    { maxWait: 30_000, timeout: 600_000 },
  );
}

class Erasure {
  private readonly db: Db;
  private readonly vault: Seal;
  private readonly who: Waiting;
  private readonly study: string;

  constructor(db: Db, vault: Seal, who: Waiting) {
    this.db = db;
    this.vault = vault;
    this.who = who;
    this.study = who.study;
  }

  async run(): Promise<Erased> {
    const { db, study, who } = this;
    const sources = await store.spokenIn(db, who);
    const speakers = await store.speakersOf(db, who);
    const ids = sources.map(({ id }) => id);
    const since = await store.firstOf(db, study, ids);
    const names = await store.sealedNames(db, study);
    const words = await readNames(
      db,
      this.vault,
      study,
      names.map(({ id }) => id),
    );

    // What they said, and what of it is repeated elsewhere.
    const { said, spans } = await this.said(sources, speakers);
    const called = names.filter(({ subject }) => subject === who.participant || speakers.includes(subject));
    const wordsOf = (field: string) =>
      called.flatMap((name) => (name.field === field ? (words.get(name.id) ?? []) : []));
    const find = await this.finder(wordsOf("name"), wordsOf("label"));
    const repeated = repeats(said);

    const whole = sources.flatMap((source) => (source.whole ? [source.id] : []));
    const subjects = [who.participant, ...speakers, ...whole];
    const about = [
      ...subjects,
      ...(await store.summariesAbout(db, who)),
      ...(await store.turnsAbout(db, study, whole, speakers)),
    ];
    for (const [revision, theirs] of spans) about.push(...(await store.lyingWithin(db, study, revision, theirs)));

    const own = new Set(await store.phrasesAbout(db, study, about));
    const runs = new Map<string, { words: string; runs: Run[]; named: Span[] }>();
    for (let after: string | null = null; ;) {
      const some = await store.phrasesAfter(db, study, after, PHRASES);
      for (const { id, words: text } of some) {
        const one = own.has(id)
          ? { words: text, runs: [], named: [{ start: 0, end: lengthOf(text) }] }
          : { words: text, runs: repeated(text), named: find(text) };
        if (one.runs.length + one.named.length > 0) runs.set(id, one);
      }
      after = some.at(-1)?.id ?? null;
      if (some.length < PHRASES) break;
    }

    // What others said: whether it is the same, and whether it names them.
    const others = new Others([...runs.values()].flatMap((one) => one.runs));
    let named = 0;
    let signs = 0;
    const revisions = await store.allRevisions(db, study);
    for (let from = 0; from < revisions.length; from += AT_ONCE)
      for (const { revision, text } of await store.revisionTexts(db, study, revisions.slice(from, from + AT_ONCE))) {
        const theirs = spans.get(revision) ?? [];
        const left = theirs.length === 0 ? text : overwrite(text, theirs);
        others.hear(left);
        const spoken = find(left);
        named += spoken.length;
        const all = united([...theirs, ...spoken]);
        if (all.length === 0) continue;
        signs += theirs.reduce((sum, { start, end }) => sum + end - start, 0);
        await store.eraseSpans(db, study, revision, all);
      }
    let written = 0;
    for (const [id, one] of runs) {
      const all = united([...one.named, ...one.runs.filter((run) => others.own(run))]);
      if (all.length === 0) continue;
      written += 1;
      await store.erasePhrase(db, study, id, all);
    }

    const theirsAlone = (text: string): Span[] =>
      united([...find(text), ...repeated(text).filter((run) => others.own(run))]);
    await this.values(whole, theirsAlone);
    const files = [...new Set(sources.flatMap(({ original }) => original ?? []))];
    await store.eraseOriginals(db, study, files);
    for (const file of await fileNames(db, this.vault, study)) {
      const all = find(file.name);
      if (all.length > 0) await renameFile(db, this.vault, study, file.id, overwrite(file.name, all));
    }
    // Labels, titles and terms that name them elsewhere; an organisation's own name stays what it is.
    const elsewhere = names.filter(
      ({ id, field, subject }) =>
        !subjects.includes(subject) && field !== "name" && field !== "aliases" && find(words.get(id) ?? "").length > 0,
    );
    await store.eraseNames(
      db,
      study,
      subjects,
      elsewhere.map(({ id }) => id),
    );
    await erasePads(db, study, (text, phrase) => {
      const all = phrase !== null && own.has(phrase) ? [{ start: 0, end: lengthOf(text) }] : theirsAlone(text);
      return overwrite(text, all);
    });
    await store.eraseWords(db, study);
    // What they said may stand in these, in whatever words.
    await endPublications(db, study);
    await dropAllMade(db, study);
    return {
      whole: whole.length,
      shared: sources.length - whole.length,
      signs,
      files: files.length,
      named,
      written,
      names: called.length + elsewhere.length,
      findings: await store.findingsLost(db, who),
      since: since?.toISOString() ?? null,
    };
  }

  /** What they said in each text, and where. */
  private async said(
    sources: readonly store.Spoken[],
    speakers: readonly string[],
  ): Promise<{ said: string[]; spans: Map<string, Span[]> }> {
    const { db, study } = this;
    const whole = new Set(sources.flatMap((source) => (source.whole ? [source.id] : [])));
    const turns = Map.groupBy(await store.turnsOf(db, study, speakers), ({ revision }) => revision);
    const spans = new Map<string, Span[]>();
    const said: string[] = [];
    for (const { revision, source, text, length } of await store.revisionsOf(
      db,
      study,
      sources.map(({ id }) => id),
    )) {
      const spoken = united(turns.get(revision) ?? []);
      const astral = astralOf(text);
      // Of a source that goes as a whole, what an interviewer asked is nobody's words to be looked for elsewhere.
      const heard = whole.has(source) && spoken.length === 0 ? [{ start: 0, end: length }] : spoken;
      for (const { start, end } of heard) said.push(slicePoints(text, astral, start, end));
      spans.set(revision, whole.has(source) ? [{ start: 0, end: length }] : spoken);
    }
    return { said, spans };
  }

  /**
   * Finds where a text names them, and nobody else whom the study knows: by every name that they had in it, and by what they
   * were called in transcripts, where that is part of such a name ("Siân", but not "Speaker 2").
   */
  private async finder(called: readonly string[], labels: readonly string[]): Promise<(text: string) => Span[]> {
    const { db, study, who, vault } = this;
    const parts = new Set(called.flatMap((name) => bare(name).split(/[^\p{L}]+/u)).filter((part) => part.length > 2));
    const known = labels.filter((label) =>
      bare(label)
        .split(/[^\p{L}]+/u)
        .some((part) => parts.has(part)),
    );
    const [full = "", ...more] = [...called, ...known];
    if (full === "") return () => [];
    const rows = await studyRows(db, study, ["organisation", "participant", "identifier"]);
    const others = (await namedOf(db, vault, study, rows)).filter(
      ({ id, kind }) => id !== who.participant && kind !== "term",
    );
    const them: Named = { id: who.participant, kind: "participant", full, others: more.join("\n") };
    const { find } = plan([...others, them], []);
    return (text) => find(text).filter(({ term, also }) => term === who.participant && also.length === 0);
  }

  /** What respondents filled in beside questions: theirs goes, and what others wrote of them is overwritten. */
  private async values(whole: readonly string[], find: (text: string) => readonly Span[]): Promise<void> {
    const { db, study } = this;
    await store.eraseSources(db, study, whole);
    for (const { source, values } of await store.allValues(db, study)) {
      let changed = false;
      const cleaned = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(cleaned);
        if (typeof value !== "string") return value;
        const all = find(value);
        if (all.length > 0) changed = true;
        return all.length > 0 ? overwrite(value, all) : value;
      };
      const remains = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleaned(value)]));
      if (changed) await store.eraseValues(db, study, source, remains);
    }
  }
}
