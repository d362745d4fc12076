/**
 * Who asks in a transcript: a proposal, and nobody where the evidence is thin.
 *
 * A person's word comes first, then what the file itself says: headers, labels such as "Interviewer", particulars above the
 * first turn ("Interviewer: Mari Evans"). Only then do question marks count. Never the first one, never "Speaker 1".
 *
 * Rules: docs/spec/import.md, I12, I64 and I77 to I79.
 */
import type { DraftOptions } from "#lib/domain/import/draft.ts";
import { isNameLike, keyOf, saysItAnswers, saysItAsks, saysItsPart } from "#lib/format/text/label.ts";

/** A speaker with what counts as evidence. */
export type Voice = Readonly<{
  key: string;
  label: string;
  turns: number;
  words: number;
  ends: number; // turns that end with a question mark
  marks: number; // question marks
}>;

/**
 * @param preamble - what stands above the first turn that has a speaker
 * @param asking - keys of those who ask, where the file's own headers say everybody's part
 * @returns keys of those who are proposed
 */
export function whoAsks(
  speakers: readonly Voice[],
  preamble: readonly string[],
  options: DraftOptions,
  asking: readonly string[] | undefined,
): ReadonlySet<string> {
  if (options.interviewers) return new Set(options.interviewers.map(keyOf));
  if (asking) return new Set(asking);
  // Where people are called A, B, C …, the I or the Q among them is one of them.
  if (speakers.filter((speaker) => /^\p{Lu}$/u.test(speaker.label)).length >= 5) return new Set();
  const named = speakers.filter((speaker) => saysItAsks(speaker.label));
  if (named.length > 0 && named.length < speakers.length) return new Set(named.map((speaker) => speaker.key));
  if (speakers.length < 2) return new Set();
  const told = byParticulars(speakers, preamble);
  return told.size > 0 ? told : byQuestions(speakers);
}

/** "Interviewer: Mari Evans (ME)" above the first turn, and "ME" or "Evans" before the turns. */
function byParticulars(speakers: readonly Voice[], preamble: readonly string[]): ReadonlySet<string> {
  const asks = new Set<string>();
  const answers = new Set<string>();
  for (const line of preamble.flatMap((text) => text.split("\n"))) {
    // "AB – Anna Brown (interviewer)", "AB = Interviewer": what a label means.
    const [, short = "", meaning = "", role] =
      /^\W*([\p{L}\p{N}][^:=–—-]{0,20}?)\W*\s*[:=–—-]\s*(.{2,60}?)(?:\s*\(([^)]{3,30})\))?$/u.exec(line.trim()) ?? [];
    const speaker = speakers.find(({ key }) => key === keyOf(short));
    const told = [role, meaning.split(/\s*[[,;(|]/u)[0]].find((one) => one !== undefined && saysItsPart(one));
    if (speaker && told !== undefined) {
      (saysItAsks(told) ? asks : answers).add(speaker.key);
      continue;
    }
    const [, part, by, names] =
      /^\W*(?:(\p{L}[^:：]{1,30}?)\s*[:：]|(interviewed by|cyfwelwyd gan)\s)\s*(.{2,120})$/iu.exec(line.trim()) ?? [];
    if (names === undefined) continue;
    const into = by !== undefined || saysItAsks(part ?? "") ? asks : saysItAnswers(part ?? "") ? answers : null;
    if (into === null) continue;
    for (const name of names.split(/\s*(?:[;&]|,(?! (?:MBE|OBE|CBE|PhD)\b)|\band\b|\bac?\b)\s*/u))
      for (const speaker of speakers) if (isCalled(speaker.label, name)) into.add(speaker.key);
  }
  const found = new Set([...asks].filter((key) => !answers.has(key)));
  if (found.size > 0 && found.size < speakers.length) return found;
  // Of two, one of whom is said to answer, the other asks.
  const [answerer] = answers;
  if (speakers.length === 2 && answers.size === 1 && answerer !== undefined)
    return new Set(speakers.filter(({ key }) => key !== answerer).map(({ key }) => key));
  return new Set();
}

/** Whether a label is a short form of a name: its code in brackets, its initials, or some of its words. */
function isCalled(label: string, name: string): boolean {
  const [, bare = name, code] = /^(.*?)\s*[([]([^)\]]{1,12})[)\]]\s*$/u.exec(name.trim()) ?? [];
  if (code !== undefined && keyOf(code) === keyOf(label)) return true;
  if (!isNameLike(bare)) return false;
  const letters = (words: readonly string[]) => words.map((word) => word.slice(0, 1)).join("");
  const words = keyOf(bare).replace(/[.,]/g, " ").split(/\s+/).filter(Boolean);
  const short = keyOf(label).replace(/[.\s]/g, "");
  if (
    words.length >= 2 &&
    short.length >= 2 &&
    (short === letters(words) || short === letters([words[0] ?? "", words.at(-1) ?? ""]))
  )
    return true;
  const wanted = keyOf(label)
    .replace(/[.,]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !TITLE.has(word));
  return wanted.length > 0 && wanted.every((word) => word.length >= 2 && words.includes(word));
}

const TITLE = new Set("mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|cllr|councillor|rev|y|parch".split("|"));

const ASKERS = 3; // at most
const CLEAR = 2; // times the evidence of the others
const CLEAR_SEVERAL = 3;

/**
 * Who asks ends turns with a question and says little else: both together told interviewers apart in every real transcript
 * that names them. Two hosts of one talk are found by the widest gap. Somebody who says more at a time than the others is
 * believed only where much of it is questions; and where "Unknown Speaker" stands for several people, nobody is.
 */
function byQuestions(speakers: readonly Voice[]): ReadonlySet<string> {
  const score = ({ ends, turns, marks, words }: Voice) =>
    turns >= 2 && marks >= 3 ? (ends / turns) * (marks / Math.max(1, words)) * 1000 : 0;
  const unknown = (speaker: Voice) => /^(?:unknown|unidentified)\b/i.test(speaker.label);
  const turns = sum(speakers, (speaker) => speaker.turns);
  if (speakers.length > 2 && sum(speakers.filter(unknown), (speaker) => speaker.turns) > turns / 4) return new Set();

  const order = speakers
    .filter((speaker) => speaker.turns >= 2)
    .toSorted((a, b) => score(b) - score(a) || b.marks - a.marks);
  const others = speakers.filter((speaker) => speaker.turns < 2);
  const voices = order.filter((speaker) => speaker.turns >= turns / 10);
  let best: Readonly<{ keys: readonly string[]; evidence: number }> = { keys: [], evidence: 0 };
  for (let count = 1; count <= ASKERS; count += 1) {
    const askers = order.slice(0, count);
    const rest = [...order.slice(count), ...others];
    if (askers.length < count || rest.length === 0 || (count > 1 && order.length < count * 2 - 1)) break;
    if (!askers.every((speaker) => speaker.ends >= 2 && score(speaker) > 0 && !unknown(speaker))) break;
    const gap = least(askers.map(score)) / Math.max(0.05, ...rest.map(score));
    const brief = perTurn(rest) / Math.max(1, ...askers.map((speaker) => perTurn([speaker])));
    const outright = least(askers.map((speaker) => speaker.ends / speaker.turns));
    if (brief < 1 && outright < 0.4) continue;
    if (voices.length > 2 && Math.max(...askers.map((speaker) => speaker.ends / speaker.turns)) < 0.2) continue;
    const evidence = gap * Math.min(2, Math.max(1, brief));
    if (gap >= (count === 1 ? 1 : CLEAR_SEVERAL) && evidence >= CLEAR && evidence > best.evidence)
      best = { keys: askers.map((speaker) => speaker.key), evidence };
  }
  return new Set(best.keys);
}

function perTurn(speakers: readonly Voice[]): number {
  return (
    sum(speakers, (speaker) => speaker.words) /
    Math.max(
      1,
      sum(speakers, (speaker) => speaker.turns),
    )
  );
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

function least(list: readonly number[]): number {
  return list.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);
}
