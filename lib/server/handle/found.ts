/** Begins a study: an owner, a title, a board, and the three guides that most studies have. */
import { randomUUID } from "node:crypto";
import type { Lang } from "#lib/domain/field.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Writer } from "./writer.ts";

export type Ports = Readonly<{
  makeStudy: (study: string, lang: Lang) => Promise<void>;
  writer: Pick<Writer, "submit">;
}>;

/**
 * @param ids - for a study whose ids must be known beforehand (the sample); else they are made
 * @returns the new study's id. Throws where the database cannot be reached.
 */
export async function foundStudy(
  ports: Ports,
  owner: string,
  title: Readonly<{ lang: Lang; words: string }>,
  ids: Readonly<{
    study?: string;
    board?: string;
    guides?: readonly { id: string; kind: "interview" | "survey"; minutes: number | null }[];
  }> = {},
): Promise<string> {
  const study = ids.study ?? randomUUID();
  await ports.makeStudy(study, title.lang);
  const phrase = { id: randomUUID(), ...title };
  const [outcome] = await ports.writer.submit(study, [
    {
      cmdId: randomUUID(),
      person: owner,
      phrases: [phrase],
      names: [],
      command: {
        kind: "study.found",
        study,
        lang: title.lang,
        owner,
        title: { lang: title.lang, phrase: phrase.id },
        board: ids.board ?? randomUUID(),
        guides: [
          ...(ids.guides ?? [
            { id: randomUUID(), kind: "interview" as const, minutes: 90 },
            { id: randomUUID(), kind: "interview" as const, minutes: 60 },
            { id: randomUUID(), kind: "survey" as const, minutes: null },
          ]),
        ],
      },
    },
  ]);
  if (!founded(outcome)) throw new Error("a study could not be founded");
  return study;
}

function founded(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && "seq" in outcome;
}
