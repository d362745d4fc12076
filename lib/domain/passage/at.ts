/** Which question is answered at a place of a text, as a command sees it. Rule: docs/spec/passage.md, PA3. */
import type { View } from "../study/rows.ts";
import { questionAt } from "./lay.ts";
import type { PassageRow } from "./shape.ts";

/** The passages of a revision; the command needs `passagesOfSource`. */
export function passagesOf(view: View, source: string, revision: string): readonly PassageRow[] {
  return view.related("passagesOfSource", source).filter((passage) => passage.revision === revision);
}

/** The question of the passage that most of a span stands in, else that of its turn. */
export function askedAt(
  view: View,
  { source, revision, start, end }: Readonly<{ source: string; revision: string; start: number; end: number }>,
  turn: Readonly<{ question: string | null }>,
): string | null {
  return questionAt(passagesOf(view, source, revision), start, end) ?? turn.question;
}
