/**
 * What stands in the .json of a report: its blocks in their order, and the quotes of its themes. For programs of others, so it changes
 * only with its `version`; the schema that is published is made from this.
 *
 * `replaced` are the stretches in [brackets] that nobody said: what stands for words that could identify somebody, for what was
 * left out, and what makes a quote clear. In code points, `end` exclusive, as everywhere in this product and in the W3C Web
 * Annotation model. Rules: docs/spec/report.md, R29 to R31.
 */
import * as z from "zod";

const language = z.string().min(2).describe("The language (BCP 47).");
const at = z.int().min(0);

const TextShape = z
  .strictObject({
    language,
    text: z.string().describe("The words."),
    replaced: z
      .array(z.strictObject({ start: at, end: at }))
      .describe(
        "The stretches in [brackets] that nobody said, as they stand for words that could identify somebody or were left out, or make a quote clear. In code points, end exclusive.",
      ),
  })
  .describe("Words in one language.");

const BlockShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), level: z.int().min(1).max(4), text: TextShape }),
  z.strictObject({
    kind: z.literal("paragraph"),
    lead: z.boolean().describe("Whether it is the statement of a finding."),
    text: TextShape,
  }),
  z.strictObject({
    kind: z.literal("quote"),
    text: TextShape,
    translation: TextShape.nullable().describe(
      "What it says in the language of the report, where somebody wrote that.",
    ),
    by: TextShape.nullable().describe(
      "What stands beside it about who said it, where the report was asked to say that.",
    ),
  }),
  z.strictObject({ kind: z.literal("list"), items: z.array(TextShape) }),
  z.strictObject({
    kind: z.literal("respondents"),
    items: z.array(
      z.strictObject({
        name: z.string().nullable().describe("An organisation that agreed to be named."),
        note: TextShape.nullable(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal("table"),
    caption: TextShape,
    head: z.array(TextShape),
    rows: z.array(z.array(TextShape)),
  }),
]);

export const ReportFile = z
  .strictObject({
    format: z.literal("carthen-report"),
    version: z.literal(4),
    language: z.enum(["en-GB", "cy-GB"]).describe("The language of the fixed words."),
    title: TextShape,
    blocks: z.array(BlockShape).describe("The report from its beginning to its end."),
    quotes: z
      .array(
        z.strictObject({
          theme: TextShape.describe("The names of its theme and of those around it, the outermost first, parted by ›."),
          quote: TextShape.describe("As it was said."),
          published: z
            .array(
              z.strictObject({
                statement: TextShape.describe("The statement of the finding."),
                use: z.enum(["supports", "contradicts"]).describe("What it cites the quote for."),
                text: TextShape.describe("The quote as it is published there."),
                translation: TextShape.nullable().describe("What that says in the language of the report."),
              }),
            )
            .describe(
              "As findings publish it that shorten it, make it clear or translate it, in their order; empty where it is published as it was said and no more, or not at all.",
            ),
          by: TextShape.nullable().describe("What stands beside it about who said it."),
          tags: z.array(TextShape),
          arm: z.enum(["interview", "survey"]).nullable().describe("How it was asked for."),
          use: z.enum(["supports", "contradicts"]).nullable().describe("What a finding cites it for."),
        }),
      )
      .describe("The quotes of all themes, cited or not; a quote of two themes stands there twice."),
  })
  .describe("A report of a thematic analysis, anonymised. Numbers are told as disclosure control allows.");
export type ReportFile = z.infer<typeof ReportFile>;
export type TextInFile = ReportFile["title"];

/** The schema that is published (JSON Schema, 2020-12). */
export function reportSchema(): object {
  return { $id: "urn:carthen:report:4", title: "Carthen report", ...z.toJSONSchema(ReportFile) };
}
