/** Every file that can be taken out of a study, in both languages. */
import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import type * as z from "zod";
import { What } from "#lib/domain/export/order.ts";
import type { ExportOrder } from "#lib/domain/export/order.ts";
import { BOARD_FORMATS, CODEBOOK_FORMATS, REPORT_FORMATS } from "#lib/domain/report/check.ts";
import type { Rooms } from "./visits.ts";

export type Order = Readonly<{ name: string; order: z.input<typeof ExportOrder> }>;

const LANGS = ["en", "cy"] as const;

export function orders({ board, secondBoard, hiddenBoard }: Rooms): readonly Order[] {
  return LANGS.flatMap((language): Order[] => [
    ...REPORT_FORMATS.map((format) => ({
      name: `report.${format}, ${language}`,
      order: { what: "report" as const, format, language },
    })),
    ...CODEBOOK_FORMATS.map((format) => ({
      name: `codebook.${format}, ${language}`,
      order: { what: "codebook" as const, format, language },
    })),
    // Of the tables of numbers those that words stand in, and that a study of few people may have.
    ...(
      [
        { view: "coverage", of: "questions" },
        { view: "framework", of: "participant", board: null },
      ] as const
    ).flatMap((numbers) =>
      (["csv", "svg"] as const).map((format) => ({
        name: `${numbers.view}.${format}, ${language}`,
        order: { what: "numbers" as const, format, language, numbers },
      })),
    ),
    ...(["codes", "sets"] as const).flatMap((themes) =>
      (["standard", "nvivo"] as const).map((profile) => ({
        name: `project.qdpx, ${themes}, ${profile}, ${language}`,
        order: { what: "project" as const, profile, themes, language, together: true as const },
      })),
    ),
    { name: `archive.zip, ${language}`, order: { what: "archive", language, linkable: true } },
    { name: `activity.csv, ${language}`, order: { what: "activity", language } },
    ...(
      [
        ["board", board],
        ["second board", secondBoard],
        ["hidden board", hiddenBoard],
      ] as const
    ).flatMap(([name, id]) =>
      BOARD_FORMATS.map((format) => ({
        name: `${name}.${format}, ${language}`,
        order: { what: "board" as const, board: id, format, language, cards: null },
      })),
    ),
  ]);
}

/** Takes a file out: asks for it and fetches it, or the answer that says why there is none. */
export async function take(
  request: APIRequestContext,
  url: string,
  study: string,
  { order }: Order,
): Promise<APIResponse> {
  const id = randomUUID();
  const at = `/api/studies/${study}/exports`;
  const ask = (path: string, data: unknown) => request.post(path, { data, headers: { origin: url } });
  const begun = await ask(at, { id, order });
  if (!begun.ok()) return begun;
  for (;;) {
    const answer = await ask(`${at}/${id}`, {});
    if (answer.status() !== 202) return answer; // the server itself waits a while
  }
}

/** The files that have no order. The log of what was replaced is one that holds names, and no observer is given it. */
export function unordered(rooms: Rooms): readonly string[] {
  const known = new Set<string>(["log", ...orders(rooms).map(({ order }) => order.what)]);
  return What.options.filter((what) => !known.has(what)).map((what) => `${what} leaves, and nobody takes it here`);
}
