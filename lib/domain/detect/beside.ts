/**
 * Words beside a name that belong to it: "Zblorna *special school*", "*j. m.* zblorna", "*district of* zblorna".
 *
 * A name that nobody would know again without them may be known with them. What is added is wide. Rules: docs/spec/identifier.md, I62.
 */
import type { Hit } from "./hit.ts";
import { either } from "./pattern/pattern.ts";

const BODY = either(
  "university college school academy hospital clinic surgery prison court council police station house home hall centre center library museum church chapel theatre hotel farm district region county province village town parish valley street road avenue lane square park bridge station airport association society club union party group foundation institute trust agency authority office bank company ltd limited inc plc llp gmbh cyf newspaper festival prifysgol ysgol".split(
    " ",
  ),
);
const BEFORE =
  /(?:(?:university|district|village|town|city|province|county|region|municipality|bishop|port|isle|vale|bank|prifysgol|cyngor|gyngor|nghyngor|ysgol|ysbyty|coleg|heddlu|pentref|tref|dinas)(?: of)?(?: the)? |(?<![\p{L}\p{N}])(?:\p{L}\.[ -]?){1,3}|(?<![\p{L}\p{N}'’])\p{L} )$/iu;
const AFTER = new RegExp(
  String.raw`^(?:['’]s?)? (?:(?!(?:and|or|but|to|for|in|on|at|of|by|with|the|a|an|is|was|has|had|went|goes|from|as|who|which|that|when|where|into|near|left|held|ran|runs|said)${"(?![\\p{L}])"})[\p{L}-]+ ){0,2}${BODY}(?![\p{L}\p{N}])`,
  "iu",
);
const NAMES: ReadonlySet<Hit["detector"]> = new Set(["own", "list", "noun", "second"]);

/** What a hit comes to with the words beside it; nothing where there are none. */
export function beside(text: string, hit: Hit): readonly Hit[] {
  if (!NAMES.has(hit.detector) || hit.kind === "time" || hit.kind === "quantity" || hit.kind === "trait") return [];
  const before = BEFORE.exec(text.slice(Math.max(0, hit.start - 24), hit.start))?.[0].length ?? 0;
  const initial = before === 2 && /^[aiyo] $/iu.test(text.slice(hit.start - 2, hit.start)); // a word, not an initial
  const after = hit.kind === "person" ? 0 : (AFTER.exec(text.slice(hit.end, hit.end + 48))?.[0].length ?? 0);
  const [start, end] = [hit.start - (initial ? 0 : before), hit.end + after];
  if (start === hit.start && end === hit.end) return [];
  return [{ ...hit, start, end, reason: "beside", score: Math.min(hit.score, 0.4), layer: "wide" }];
}
