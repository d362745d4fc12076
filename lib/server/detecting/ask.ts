/** What the detecting thread is asked, and what it answers. */
import type { Found } from "#lib/domain/detect/hit.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";

/** Texts to look through. `all` false: by the study's own names alone, the rest having been found before. */
export type Ask = Readonly<{ named: readonly Named[]; texts: readonly string[]; all: boolean }>;

/** For each text what was found by the study's names, and without them (empty where that was not asked); in code points. */
export type Answer = readonly Readonly<{ own: readonly Found[]; found: readonly Found[] }>[];
