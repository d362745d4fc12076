/** Texts as JSON for the database, in the form in which they are stored. */
import { createHash } from "node:crypto";
import { astralOf } from "#lib/domain/text/points.ts";

/** JSON arrays of rows. */
export type Rows = Readonly<{ revisions: string; turns: string; values: string }>;

type Turn = Readonly<{
  id: string;
  start: number;
  end: number;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  question: string | null;
}>;

/** A text with its turns, and what else is known by the number of an attribute. */
export type Text = Readonly<{
  source: string;
  revision: string;
  text: string;
  turns: readonly Turn[];
  values: Readonly<Record<number, string>>;
}>;

/** A few texts as rows; surveys are poured instead. */
export function rowsOf(texts: readonly Text[]): Rows {
  return {
    revisions: JSON.stringify(texts.map(({ source, revision, text }) => textRow(source, revision, text))),
    turns: JSON.stringify(texts.flatMap(({ revision, turns }) => turns.map((turn, n) => ({ ...turn, n, revision })))),
    values: JSON.stringify(
      texts.flatMap(({ source, values }) => (Object.keys(values).length === 0 ? [] : [{ source, values }])),
    ),
  };
}

/** A text as it is stored: its length in code points, and where the characters are that take two units in UTF-16. */
export function textRow(source: string, revision: string, text: string) {
  const astral = astralOf(text);
  return {
    id: revision,
    source,
    text,
    length: text.length - astral.length,
    astral,
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}
