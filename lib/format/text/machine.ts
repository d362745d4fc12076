/**
 * Sentences that speech recognisers invent in silence, and the same sentence again and again.
 *
 * Only pointed at, never taken away: a person may really have said them.
 */
import type { Warning } from "#lib/domain/import/draft.ts";
import type { Piece } from "#lib/format/import/piece.ts";

const INVENTED = [
  /diolch yn fawr iawn am wylio['’]r (?:fideo|ffilm)/i,
  /最後まで視聴|ご視聴ありがとうございま/,
  /subtitles by the amara\.org community/i,
  /untertitel (?:der amara\.org-community|im auftrag des zdf)/i,
  /sous-titres réalisés par la communauté d['’]amara\.org/i,
  /^(?:thank you|thanks) for watching[.!]?$/im,
];

export function machineWords(pieces: readonly Piece[]): Warning[] {
  const warnings: Warning[] = [];
  const invented = pieces.filter((piece) => INVENTED.some((rule) => rule.test(piece.text))).length;
  if (invented > 0) warnings.push({ code: "speech.machine", count: invented });
  let repeated = 0;
  for (const piece of pieces) {
    let run = 1;
    let before = "";
    for (const sentence of piece.text.split(/(?<=[.?!…。？！])\s*/)) {
      const words = sentence.trim().toLowerCase();
      run = words.length > 8 && words === before ? run + 1 : 1;
      if (run === 4) repeated += 1;
      before = words;
    }
  }
  if (repeated > 0) warnings.push({ code: "speech.repeated", count: repeated });
  return warnings;
}
