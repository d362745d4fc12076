/**
 * What could stand in place of a name, from the most telling words to the plainest, in both languages.
 *
 * Offered, never chosen by itself. Words that few bodies of the study fit are not offered: they would name what they hide.
 * They go into documents, so they are data and not the page's own text. Rules: docs/spec/identifier.md, I23, I24.
 */

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
