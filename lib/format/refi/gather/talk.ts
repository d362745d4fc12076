/**
 * What researchers wrote about things, as notes: memos with their answers, and insights, which are notes by themselves.
 *
 * A memo is in the file where what it is about is, and can carry notes; else it is counted. So nothing is told of quotes that
 * may not leave. Rules: docs/spec/refi.md, RF20.
 */
import type { Lang } from "#lib/domain/field.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { Say } from "#lib/format/report/say.ts";
import type { PaperNote } from "../paper.ts";
import type { Both, Pen } from "./pen.ts";

export type Talk = Readonly<{
  /** The notes on something, which are in the file from then on. */
  notesOn: (subject: string) => readonly string[];
  isInsight: (id: string) => boolean;
  /** All notes that are in the file, once all was asked for. Counts the memos that are not. */
  notes: () => readonly PaperNote[];
}>;

/** @param seen - whether what stands on this board may be in the file */
export function talkOf(rows: Rows, pen: Pen, say: Say, seen: (board: string) => boolean): Talk {
  const insights = new Set([...rows.all("insight")].flatMap(({ id }) => (pen.says(id, "body") ? [id] : [])));
  const about = new Map<string, string[]>(); // what is spoken of → memos
  let known = 0;
  for (const memo of [...rows.all("memo")].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { subject, parent } = memo;
    const card = rows.live("card", subject);
    const board = rows.live("board", subject)?.id ?? rows.live("theme", subject)?.board ?? card?.board;
    if ((board !== undefined && !seen(board)) || !pen.says(memo.id, "body")) continue;
    known += 1;
    const on = parent !== null && rows.live("memo", parent) ? parent : (card?.quote ?? card?.insight ?? subject);
    about.set(on, [...(about.get(on) ?? []), memo.id]);
  }
  const taken: string[] = [];
  const notesOn = (subject: string): readonly string[] => {
    const found = about.get(subject) ?? [];
    about.delete(subject); // asked for once: it stands in one place
    taken.push(...found);
    return found;
  };
  return {
    notesOn,
    isInsight: (id) => insights.has(id),
    notes: () => {
      const note = (id: string, what: "insight" | "memo"): PaperNote => ({
        id,
        name: say(what),
        text: bothOf(pen.inBoth(id, "body"), pen.lang),
        notes: notesOn(id),
      });
      const all = [...insights].toSorted().map((id) => note(id, "insight"));
      for (let at = 0; at < taken.length; at += 1) all.push(note(taken[at] ?? "", "memo")); // grows by answers
      pen.lose("loose", known - taken.length);
      return all;
    },
  };
}

/** Both languages below one another, the file's first. */
function bothOf(said: Both, lang: Lang): string {
  return [said[lang], said[lang === "en" ? "cy" : "en"]].filter((words) => words !== undefined).join("\n\n");
}
