/** A project in which everything stands once and nobody's words do; what the scan compares finished files with. */
import type { Lang } from "#lib/domain/field.ts";
import type { ProjectPaper } from "./paper.ts";

const MARK = "x";

/** The blank of a language. */
export function blankProject(lang: Lang): ProjectPaper {
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
  const code = { id: id(1), name: MARK, description: MARK, colour: null, notes: [id(2)], codes: [] };
  return {
    lang,
    name: MARK,
    description: MARK,
    codes: [
      { ...code, codable: true },
      { ...code, id: id(3), codable: false },
    ],
    variables: [{ id: id(4), name: MARK }],
    cases: [
      { id: id(5), name: MARK, values: [{ variable: id(4), words: MARK }], sources: [id(6)], selections: [id(7)] },
    ],
    sources: [
      {
        id: id(6),
        name: MARK,
        description: MARK,
        text: MARK,
        selections: [
          { id: id(7), name: MARK, start: 0, end: 1, codings: [{ id: id(8), code: id(1) }], notes: [id(2)] },
        ],
        notes: [id(2)],
        values: [{ variable: id(4), words: MARK }],
      },
    ],
    notes: [{ id: id(2), name: MARK, text: MARK, notes: [] }],
    sets: [{ id: id(9), name: MARK, description: MARK, codes: [id(1)], notes: [id(2)] }],
    graphs: [
      {
        id: id(10),
        name: MARK,
        vertices: (["Rectangle", "RoundedRectangle", "Note"] as const).map((shape, at) => ({
          id: id(11 + at),
          of: id(7),
          name: MARK,
          x: 0,
          y: 0,
          w: 1,
          h: 1,
          shape,
          colour: null,
        })),
        edges: [{ id: id(14), from: id(11), to: id(12) }],
      },
    ],
    about: [id(2)],
  };
}
