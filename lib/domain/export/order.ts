/**
 * What is asked for where a file is to leave a study: which one, in which form, and in which language. Ids and codes, never words.
 *
 * Rules: docs/spec/exports.md.
 */
import * as z from "zod";
import { Id, Lang } from "../field.ts";
import { NumbersOrder } from "../matrix/order.ts";
import { may } from "../member/shape.ts";
import type { Capability, Role } from "../member/shape.ts";
import {
  APPENDICES,
  ATTRIBUTIONS,
  BOARD_FORMATS,
  CODEBOOK_FORMATS,
  NUMBERS_FORMATS,
  REPORT_FORMATS,
} from "../report/check.ts";
import type { Format } from "../report/check.ts";
import { ArchiveOrder } from "../report/archive.ts";
import { ProjectOrder } from "../report/project.ts";

/** The most cards that are asked for one by one. */
export const MOST_CARDS = 20_000;

export const ExportOrder = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.literal("report"),
    format: z.enum(REPORT_FORMATS),
    language: Lang,
    appendices: z.array(z.enum(APPENDICES)).max(APPENDICES.length).default([]),
    beside: z.enum(ATTRIBUTIONS).default("none"),
  }),
  z.strictObject({
    what: z.literal("board"),
    board: Id,
    format: z.enum(BOARD_FORMATS),
    language: Lang,
    /** null: the whole board */
    cards: z.array(Id).min(1).max(MOST_CARDS).nullable(),
  }),
  z.strictObject({ what: z.literal("codebook"), format: z.enum(CODEBOOK_FORMATS), language: Lang }),
  z.strictObject({
    what: z.literal("numbers"),
    format: z.enum(NUMBERS_FORMATS),
    language: Lang,
    numbers: NumbersOrder,
  }),
  z.strictObject({ what: z.literal("project"), ...ProjectOrder.shape }),
  z.strictObject({ what: z.literal("archive"), ...ArchiveOrder.shape }),
  z.strictObject({ what: z.literal("activity"), language: Lang }),
  /** What was replaced by what: the one file that holds the names themselves. */
  z.strictObject({ what: z.literal("log"), language: Lang }),
]);
export type ExportOrder = z.infer<typeof ExportOrder>;

/** Which file it is. */
export const What = z.enum(ExportOrder.options.map((one) => one.shape.what.value));
export type What = z.infer<typeof What>;

const NEEDED: Readonly<Record<What, readonly Capability[]>> = {
  report: ["export"],
  board: ["export"],
  codebook: ["export"],
  numbers: ["export"],
  activity: ["export"],
  // They keep together who said what: what owners answer for.
  project: ["export", "managePeople"],
  archive: ["export", "managePeople"],
  log: ["export", "readOriginals", "decideIdentifiers"],
};

/** Whether a role may take such a file out of a study. */
export function mayTake(role: Role | null, what: What): boolean {
  return NEEDED[what].every((capability) => may(role, capability));
}

/** The files that leave in one form only. */
export const ONE_FORM: Readonly<Partial<Record<What, Format>>> = {
  project: "qdpx",
  archive: "zip",
  activity: "csv",
  log: "csv",
};
