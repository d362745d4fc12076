/**
 * That an owner has judged the risk report, of one sort of files and of what stands beside their quotes, and says that they may leave.
 *
 * It stands for what was judged and nothing else: what that was is known by its seal. Rules: docs/spec/risk.md, RK15 to RK21.
 */
import * as z from "zod";
import { Day, Id, PhraseId } from "../field.ts";
import type { Beside, JudgedFile } from "../risk/beside.ts";
import { SEAL_FIELDS } from "../risk/seal-shape.ts";
import type { Changes } from "../risk/seal-shape.ts";

/** What can be signed, each by itself. */
export const Signable = z.enum([
  "document_none",
  "document_kind",
  "document_person",
  "document_both",
  "data_none",
  "data_kind",
  "data_person",
  "data_both",
] as const satisfies readonly `${JudgedFile}_${Beside}`[]);
export type SignableId = z.infer<typeof Signable>;

export const SignatureRow = z.strictObject({
  id: Signable,
  judgement: PhraseId, // why it may leave, in words
  ...SEAL_FIELDS,
  by: Id,
  on: Day, // where they were; the log has the moment
  gone: z.boolean(),
});
export type SignatureRow = z.infer<typeof SignatureRow>;

/** A signature that a file needs: that nobody has given, or that no longer stands for what would leave. */
export type Unsigned = Readonly<{ of: SignableId; changes: Changes | null }>;

/** What a signature is of. */
export function signable(file: JudgedFile, beside: Beside): SignableId {
  return `${file}_${beside}`;
}

/** The sort of files and what stands beside their quotes. */
export function signed(id: SignableId): Readonly<{ file: JudgedFile; beside: Beside }> {
  return OF[id];
}

const OF: Readonly<Record<SignableId, Readonly<{ file: JudgedFile; beside: Beside }>>> = {
  document_none: { file: "document", beside: "none" },
  document_kind: { file: "document", beside: "kind" },
  document_person: { file: "document", beside: "person" },
  document_both: { file: "document", beside: "both" },
  data_none: { file: "data", beside: "none" },
  data_kind: { file: "data", beside: "kind" },
  data_person: { file: "data", beside: "person" },
  data_both: { file: "data", beside: "both" },
};
