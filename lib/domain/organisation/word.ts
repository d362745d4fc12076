import * as z from "zod";
import { Id } from "../field.ts";
import { OrganisationRow } from "./shape.ts";

const Fields = OrganisationRow.omit({ id: true, number: true, gone: true });

export const OrganisationAdd = z.strictObject({ kind: z.literal("organisation.add"), id: Id, fields: Fields });
export const OrganisationSet = z.strictObject({
  kind: z.literal("organisation.set"),
  id: Id,
  fields: Fields.partial(),
});
/** Takes an organisation away; refused while participants or sources belong to it. */
export const OrganisationRemove = z.strictObject({ kind: z.literal("organisation.remove"), id: Id });
