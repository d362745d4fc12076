/**
 * Notes of a project as memos on what they are about, and as insights where they lie on a board by themselves.
 *
 * A note is about whatever refers to it or is linked with it; a note within a note answers it. One that is about nothing is a memo
 * on the study. What is described where no text has a place for it (a document, a selection, a case) is a memo on that.
 * Rules: docs/spec/refi.md, RF34.
 */
import { tooMany } from "#lib/domain/project/limit.ts";
import type { TooMany } from "#lib/domain/project/limit.ts";
import type { ProjectBring } from "#lib/domain/project/word.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { OpenProject } from "../read/open.ts";
import type { Pen } from "./pen.ts";

export type BroughtTalk = Readonly<{
  insights: ProjectBring["insights"];
  memos: ProjectBring["memos"];
  /** note → insight */
  insightIds: ReadonlyMap<string, string>;
}>;

type Material = Readonly<{
  study: string;
  /** whether the file is ours */
  own: boolean;
  /** what notes are about */
  notes: readonly Readonly<{ subject: string; note: string }>[];
  /** what links tie notes to: id in the file → what it is here */
  subjectOf: (guid: string) => string | null;
  described: readonly Readonly<{ subject: string; words: string }>[];
}>;

type Memo = ProjectBring["memos"][number];
type Written = Pick<Memo, "id" | "body">;

/** Faults: `project.too-many`, notes on more than that in all. */
export function talkOf(
  project: OpenProject,
  { study, own, notes, subjectOf, described }: Material,
  pen: Pen,
): Result<BroughtTalk, TooMany> {
  const at = new Map(project.notes.map(({ guid }, n) => [guid, n]));
  const about = new Map<string, Set<string>>();
  const tie = (note: string, subject: string) => about.set(note, (about.get(note) ?? new Set()).add(subject));
  for (const { subject, note } of notes) if (at.has(note)) tie(note, subject);
  for (const note of project.about) if (at.has(note)) tie(note, study);
  for (const { origin, target, notes: on } of project.links) {
    let tied = false;
    for (const [note, other] of [
      [origin, target],
      [target, origin],
    ] as const) {
      const subject = subjectOf(other);
      if (!at.has(note) || subject === null) continue;
      tie(note, subject);
      tied = true;
    }
    if (!tied) pen.lose("links");
    // A note on a link is about both of its ends.
    for (const note of on)
      for (const end of [origin, target])
        if (at.has(note) && subjectOf(end) !== null) tie(note, subjectOf(end) ?? study);
  }

  const many = tooMany([["notes", [...about.values()].reduce((sum, { size }) => sum + size, 0)]]);
  if (many) return no(many);

  const drawn = new Set(project.graphs.flatMap(({ vertices }) => vertices.map(({ of }) => of)));
  const answers = new Set(project.notes.flatMap((note) => note.notes.filter((one) => one !== note.guid)));
  const insights: Written[] = [];
  const insightIds = new Map<string, string>();
  const memos: Memo[] = [];
  /** Writes it down where it belongs; null where it has no words, or more than fit. */
  const write = (what: string, words: string, into: (one: Written) => void): string | null => {
    const body = pen.say(words);
    if (body === null) return null;
    const id = pen.id(what);
    into({ id, body });
    return id;
  };

  const done = new Set<string>();
  /** Takes a note in, about this or as an insight, and then what answers it. */
  const take = (first: Taking): void => {
    const left = [first];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { guid, subjects, parent } = next;
      const n = at.get(guid);
      const note = n === undefined ? undefined : project.notes[n];
      if (n === undefined || note === undefined || done.has(guid)) continue;
      done.add(guid);
      pen.lose("noteQuotes", note.selections);
      pen.lose("wholes", note.codes);
      const words = wordsOf(note, project.said[n] ?? null, own);
      const insight = subjects.length === 0 ? write(`insight/${n}`, words, (one) => insights.push(one)) : null;
      if (insight !== null) insightIds.set(guid, insight);
      const written = subjects.map((subject, m) =>
        write(`memo/${n}/${m}`, words, (one) => memos.push({ ...one, subject, parent })),
      );
      const [memo = null] = written;
      const subject = insight ?? subjects[0];
      if (subject === undefined || (insight ?? memo) === null) {
        pen.lose("noteTexts");
        continue;
      }
      for (const answer of note.notes)
        left.push(
          about.has(answer)
            ? { guid: answer, subjects: [...(about.get(answer) ?? [])], parent: null }
            : { guid: answer, subjects: [subject], parent: memo },
        );
    }
  };
  for (const { guid } of project.notes) {
    const subjects = [...(about.get(guid) ?? [])];
    if (subjects.length > 0) take({ guid, subjects, parent: null });
    else if (!answers.has(guid)) take({ guid, subjects: drawn.has(guid) ? [] : [study], parent: null });
  }
  // What is left only answers one another, or what has no words.
  for (const { guid } of project.notes) take({ guid, subjects: [study], parent: null });
  for (const [n, { subject, words }] of described.entries())
    if (write(`memo/described/${n}`, words, (one) => memos.push({ ...one, subject, parent: null })) === null)
      pen.lose("noteTexts");
  return yes({ insights, memos, insightIds });
}

/** A note on its way in. `subjects` empty: it is about nothing, and lies on a board. */
type Taking = Readonly<{ guid: string; subjects: readonly string[]; parent: string | null }>;

/** What a note says: in files of ours its text, in others what it is called and described as besides. */
function wordsOf(
  { name, description }: Readonly<{ name: string; description: string }>,
  said: string | null,
  own: boolean,
): string {
  if (own) return said ?? "";
  const text = (said ?? "").trim();
  const heading = name.trim();
  return [text.startsWith(heading) ? "" : heading, description.trim(), text].filter((part) => part !== "").join("\n\n");
}
