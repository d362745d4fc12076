import * as z from "zod";
import { Day, PhraseId } from "../field.ts";
import { SEAL_FIELDS } from "../risk/seal-shape.ts";
import { Signable } from "./shape.ts";

/** Signs what was judged, with the judgement in words and the seal of what its author saw; without either takes that back. */
export const RiskSign = z.strictObject({
  kind: z.literal("risk.sign"),
  of: Signable,
  signed: z.strictObject({ judgement: PhraseId, ...SEAL_FIELDS }).nullable(),
  on: Day,
});
