/** The ladder of dates: the third of their year, their year, that it is a date. Rules: docs/spec/identifier.md, I78. */
import { PLAIN } from "./plain.ts";
import type { Rung } from "./rung.ts";

/** By month, from January: a third of a year says when without saying the day. */
const THIRDS: readonly Rung[] = [
  { en: "early", cy: "dechrau" },
  { en: "mid", cy: "canol" },
  { en: "late", cy: "diwedd" },
];
const MONTHS: readonly RegExp[] = [
  /\bjan|\bion/iu,
  /\bfeb|\bchwef/iu,
  /\bmar(?:ch)?\b|\b[mf]awrth/iu,
  /\bapr|\bebr/iu,
  /\bmay\b|\bmai\b|\bfai\b/iu,
  /\bjune?\b|\b[mf]ehef/iu,
  /\bjuly?\b|\bg?orff/iu,
  /\baug|\bawst/iu,
  /\bsep|\b[mf]edi\b/iu,
  /\boct|\bhydref/iu,
  /\bnov|\b[td]achwedd/iu,
  /\bdec|\brhagfyr|\bragfyr/iu,
];

/** Of a date that says its year that stays, and the third of it where it says the month. */
export function timeLadder(words: string): readonly Rung[] {
  const year = /\b(?:19|20)\d\d\b/u.exec(words)?.[0];
  if (year === undefined) return PLAIN.time;
  const written = MONTHS.findIndex((month) => month.test(words));
  const counted = Number(/\b\d{1,2}[/.-](\d{1,2})[/.-]\d{4}\b/u.exec(words)?.[1] ?? 0) - 1;
  const month = written === -1 ? counted : written;
  const third = month < 0 ? undefined : THIRDS[Math.floor(month / 4)];
  const whole: Rung = { en: year, cy: year };
  return [
    ...(third ? [{ en: `${third.en} ${year}`, cy: `${third.cy} ${year}` }] : []),
    ...(words.trim() === year ? [] : [whole]), // a year alone would stand for itself
    ...PLAIN.time,
  ];
}
