import type * as z from "zod";
import type { CardRow, ThemeRow } from "../board/shape.ts";
import type { SourcePublish } from "../source/word.ts";
import type { TagsBring } from "../tag/word.ts";
import type { Said } from "../wording/decide.ts";
import type { Field } from "../wording/shape.ts";

type Published = z.infer<typeof SourcePublish>;

/** A new theme with all that is said of it. */
export type NewTheme = Pick<ThemeRow, "id" | "parent" | "x" | "y" | "w" | "h" | "hue"> &
  Readonly<{ texts: readonly (Said & Readonly<{ field: Field }>)[] }>;

export type NewCard = Pick<CardRow, "id" | "quote" | "insight" | "theme" | "x" | "y" | "size">;

/**
 * Brings a project of other software in, all by one step: documents whose texts have been staged, who is in them, tags,
 * quotes, insights, memos, boards. Only the server says so. A memo comes before
 * its answers; themes lie in one another in no ring. Cards and themes lie in the order in which they are named.
 */
export type ProjectBring = Readonly<{
  kind: "project.bring";
  /** what the study is about, where nothing is said of that in this language */
  problem: (Said & Readonly<{ study: string }>) | null;
  organisations: NonNullable<Published["organisations"]>;
  participants: NonNullable<Published["participants"]>;
  /** participant → the number that it had elsewhere, and keeps where nobody here has or had it */
  numbers: Readonly<Record<string, number>>;
  sources: Published["sources"];
  speakers: Published["speakers"];
  tags: z.infer<typeof TagsBring>["tags"];
  quotes: readonly Readonly<{
    id: string;
    source: string;
    revision: string;
    start: number;
    end: number;
    tags: readonly string[];
  }>[];
  insights: readonly Readonly<{ id: string; body: Said }>[];
  memos: readonly Readonly<{ id: string; subject: string; parent: string | null; body: Said }>[];
  boards: readonly Readonly<{
    id: string;
    name: Said | null;
    themes: readonly NewTheme[];
    cards: readonly NewCard[];
  }>[];
}>;
