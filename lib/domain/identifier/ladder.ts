/**
 * What could stand in place of a name, from the most telling words to the plainest, in both languages.
 *
 * Offered, never chosen by itself. Words that few bodies of the study fit are not offered: they would name what they hide.
 * They go into documents, so they are data and not the page's own text. Rules: docs/spec/identifier.md, I23, I24 and I78.
 */
import type { Kind } from "../detect/hit.ts";

/** A replacement in both languages, without its brackets. */
export type Rung = Readonly<{ en: string; cy: string }>;

const KINDS: Readonly<Record<string, Rung>> = {
  local_authority: { en: "local authority", cy: "awdurdod lleol" },
  arms_length_body: { en: "arm’s length body", cy: "corff hyd braich" },
  housing_association: { en: "housing association", cy: "cymdeithas dai" },
  health_body: { en: "health body", cy: "corff iechyd" },
  education: { en: "education body", cy: "corff addysg" },
  emergency_service: { en: "emergency service", cy: "gwasanaeth brys" },
  national_park: { en: "national park authority", cy: "awdurdod parc cenedlaethol" },
  government: { en: "government body", cy: "corff llywodraeth" },
  third_sector: { en: "third sector organisation", cy: "sefydliad trydydd sector" },
  private: { en: "company", cy: "cwmni" },
};
const REGIONS: Readonly<Record<string, Rung>> = {
  north: { en: "in north Wales", cy: "yng ngogledd Cymru" },
  mid: { en: "in mid Wales", cy: "yng nghanolbarth Cymru" },
  south_west: { en: "in south-west Wales", cy: "yn ne-orllewin Cymru" },
  south_east: { en: "in south-east Wales", cy: "yn ne-ddwyrain Cymru" },
};
const PUBLIC: Rung = { en: "public body", cy: "corff cyhoeddus" };
const ORGANISATION: Rung = { en: "organisation", cy: "sefydliad" };
const LEAST = 3;

/** Replacements for an organisation; `fellows` are the study's organisations, itself among them. */
export function organisationLadder(
  self: Readonly<{ kind: string; region: string | null }>,
  fellows: readonly Readonly<{ kind: string; region: string | null }>[],
): readonly Rung[] {
  const kind = KINDS[self.kind];
  const region = REGIONS[self.region ?? ""];
  const alike = fellows.filter((one) => one.kind === self.kind);
  const rungs: Rung[] = [];
  if (kind && alike.length >= LEAST) rungs.push(kind);
  if (kind && region && alike.filter((one) => one.region === self.region).length >= LEAST)
    rungs.push({ en: `${kind.en} ${region.en}`, cy: `${kind.cy} ${region.cy}` });
  if (!["third_sector", "private", "other"].includes(self.kind)) rungs.push(PUBLIC);
  return [...rungs, ORGANISATION];
}

/** Replacements for a person. */
export function personLadder(seniority: string | null): readonly Rung[] {
  const senior: Rung = { en: "senior manager", cy: "uwch-reolwr" };
  const officer: Rung = { en: "officer", cy: "swyddog" };
  return [
    ...(seniority === "leader" ? [senior] : seniority === "practitioner" ? [officer] : []),
    { en: "colleague", cy: "cydweithiwr" },
    { en: "person", cy: "unigolyn" },
  ];
}

/** Replacements for a term added by hand, which may be anything. */
export const TERM_LADDER: readonly Rung[] = [
  { en: "system", cy: "system" },
  { en: "supplier", cy: "cyflenwr" },
  { en: "service", cy: "gwasanaeth" },
  { en: "project", cy: "prosiect" },
  { en: "place", cy: "lle" },
  { en: "person", cy: "unigolyn" },
];

/** Replacements for several things of different kinds at once. */
export const MIXED_LADDER: readonly Rung[] = [
  { en: "name", cy: "enw" },
  { en: "person", cy: "unigolyn" },
  ORGANISATION,
  { en: "place", cy: "lle" },
];

const RUNGS: Readonly<Record<Exclude<Kind, "time">, readonly Rung[]>> = {
  person: [
    { en: "person", cy: "unigolyn" },
    { en: "colleague", cy: "cydweithiwr" },
    { en: "senior manager", cy: "uwch-reolwr" },
  ],
  organisation: [
    ORGANISATION,
    PUBLIC,
    { en: "supplier", cy: "cyflenwr" },
    { en: "partner organisation", cy: "sefydliad partner" },
  ],
  place: [
    { en: "place", cy: "lle" },
    { en: "town", cy: "tref" },
    { en: "area", cy: "ardal" },
    { en: "building", cy: "adeilad" },
  ],
  code: [
    { en: "number", cy: "rhif" },
    { en: "address", cy: "cyfeiriad" },
    { en: "reference", cy: "cyfeirnod" },
  ],
  quantity: [
    { en: "number", cy: "nifer" },
    { en: "amount", cy: "swm" },
    { en: "length of time", cy: "cyfnod o amser" },
  ],
  trait: [
    { en: "role", cy: "rôl" },
    { en: "team", cy: "tîm" },
    { en: "personal detail", cy: "manylyn personol" },
  ],
  other: TERM_LADDER,
};
const DATE: Rung = { en: "date", cy: "dyddiad" };
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

/** Replacements for what detection found; of a date its year, and the third of it, stay. */
export function candidateLadder(kind: Kind, words: string): readonly Rung[] {
  if (kind !== "time") return RUNGS[kind];
  const year = /\b(?:19|20)\d\d\b/u.exec(words)?.[0];
  if (year === undefined) return [DATE, ...RUNGS.quantity.slice(-1)];
  const written = MONTHS.findIndex((month) => month.test(words));
  const counted = Number(/\b\d{1,2}[/.-](\d{1,2})[/.-]\d{4}\b/u.exec(words)?.[1] ?? 0) - 1;
  const month = written === -1 ? counted : written;
  const third = THIRDS[Math.floor(month / 4)];
  const whole: Rung = { en: year, cy: year };
  return third && month >= 0 ? [{ en: `${third.en} ${year}`, cy: `${third.cy} ${year}` }, whole, DATE] : [whole, DATE];
}
