/** A report that can be read at a link. Rules: docs/spec/publication.md. */
import * as z from "zod";
import { Id, Lang } from "../field.ts";
import { APPENDICES, ATTRIBUTIONS } from "../report/check.ts";

/** How many days a link may hold. */
export const DAYS = [7, 30, 90, 365] as const;

/** What an owner orders. */
export const PublicationOrder = z.strictObject({
  language: Lang,
  appendices: z.array(z.enum(APPENDICES)).max(APPENDICES.length).default([]),
  beside: z.enum(ATTRIBUTIONS).default("none"),
  days: z.literal(DAYS),
});

/** What is published now, without its link, which nobody knows any more. Moments are ISO 8601. */
export const Publication = z.strictObject({ id: Id, lang: Lang, by: Id, at: z.string(), expiresAt: z.string() });
export type Publication = z.infer<typeof Publication>;
