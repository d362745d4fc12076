/** The ladder of what no list needs to be asked about, or of what nobody has asked them yet. Rules: docs/spec/identifier.md, I92. */
import type { Kind } from "../../detect/hit.ts";
import { PLAIN } from "./plain.ts";
import { quantityLadder } from "./quantity.ts";
import { plainly } from "./rung.ts";
import type { Level } from "./rung.ts";
import { timeLadder } from "./time.ts";

export function unlistedLevels(kind: Kind, words: string): readonly Level[] {
  if (kind === "quantity") return quantityLadder(words).map(plainly);
  return (kind === "time" ? timeLadder(words) : PLAIN[kind]).map(plainly);
}
