/** How many different people and bodies speak in a theme: what makes it more than one loud voice. */
import type { Rows } from "#lib/domain/study/rows.ts";
import { family } from "./cloth.ts";
import type { Cloth } from "./cloth.ts";
import { originOf } from "./rows.ts";

export type Voices = Readonly<{ participants: number; organisations: number }>;

/** Those who are quoted in a theme or in the themes within it. Cost: one pass over the cards in it. */
export function voicesIn(rows: Rows, themes: ReadonlyMap<string, Cloth>, theme: string): Voices {
  const participants = new Set<string>();
  const organisations = new Set<string>();
  for (const id of family(themes, theme)) {
    for (const { quote } of rows.related("cardsOfTheme", id)) {
      if (quote === null) continue;
      const { participant, organisation } = originOf(rows, quote);
      if (participant) participants.add(participant.id);
      if (organisation) organisations.add(organisation.id);
    }
  }
  return { participants: participants.size, organisations: organisations.size };
}
