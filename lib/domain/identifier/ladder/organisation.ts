/** The ladder of organisations: class and region, class, kind, public body, organisation. Rules: docs/spec/identifier.md, I23 and I94. */
import type { BodyClass } from "../../detect/list/body-size.ts";
import { populationOf, populationOfKind } from "../../organisation/population.ts";
import type { Part } from "../../organisation/population.ts";
import { PUBLIC_KINDS } from "../../organisation/shape.ts";
import type { OrganisationKind, Region } from "../../organisation/shape.ts";
import { plainly, weighed } from "./rung.ts";
import type { Level, Rung } from "./rung.ts";

/** An organisation of the study; `of`: the class in which the lists have it, if they do. */
export type Fellow = Readonly<{ kind: OrganisationKind; region: Region | null; of: BodyClass | null }>;

const KINDS: Readonly<Partial<Record<OrganisationKind, Rung>>> = {
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
/** The classes of each kind, with words where they say more than the kind does. */
const CLASSES: Readonly<Partial<Record<BodyClass, Readonly<{ kind: OrganisationKind; words: Rung | null }>>>> = {
  council: { kind: "local_authority", words: null },
  "health-board": { kind: "health_body", words: { en: "health board", cy: "bwrdd iechyd" } },
  "nhs-trust": { kind: "health_body", words: { en: "NHS trust", cy: "ymddiriedolaeth GIG" } },
  "special-health-authority": {
    kind: "health_body",
    words: { en: "special health authority", cy: "awdurdod iechyd arbennig" },
  },
  fire: { kind: "emergency_service", words: { en: "fire and rescue service", cy: "gwasanaeth tân ac achub" } },
  police: { kind: "emergency_service", words: { en: "police force", cy: "heddlu" } },
  "national-park": { kind: "national_park", words: null },
  university: { kind: "education", words: { en: "university", cy: "prifysgol" } },
  college: { kind: "education", words: { en: "college", cy: "coleg" } },
  "arms-length-body": { kind: "arms_length_body", words: null },
  "housing-association": { kind: "housing_association", words: null },
  government: { kind: "government", words: null },
  "central-government": { kind: "government", words: null },
  "third-sector": { kind: "third_sector", words: null },
  company: { kind: "private", words: null },
  utility: { kind: "private", words: { en: "utility company", cy: "cwmni cyfleustodau" } },
};
/** Where in Wales; each half of the south is also told as the south. */
const PARTS: Readonly<Record<Part, Rung>> = {
  north: { en: "in north Wales", cy: "yng ngogledd Cymru" },
  mid: { en: "in mid Wales", cy: "yng nghanolbarth Cymru" },
  south_west: { en: "in south-west Wales", cy: "yn ne-orllewin Cymru" },
  south_east: { en: "in south-east Wales", cy: "yn ne-ddwyrain Cymru" },
  south: { en: "in south Wales", cy: "yn ne Cymru" },
};
const PUBLIC: Rung = { en: "public body", cy: "corff cyhoeddus" };
const ORGANISATION: Rung = { en: "organisation", cy: "sefydliad" };

/** The parts of Wales that a region lies in, the smallest first. */
export function partsOf(region: Region | null): readonly Part[] {
  if (region === "south_west" || region === "south_east") return [region, "south"];
  return region === "north" || region === "mid" ? [region] : [];
}

/** Words with where it is. */
export const within = (words: Rung, part: Part): Rung => ({
  en: `${words.en} ${PARTS[part].en}`,
  cy: `${words.cy} ${PARTS[part].cy}`,
});

/**
 * The ladder of an organisation of the study.
 *
 * @param fellows - all of them, itself among them
 * @param least - how many of them a level must be true of
 */
export function organisationLevels(self: Fellow, fellows: readonly Fellow[], least: number): readonly Level[] {
  const kind = KINDS[self.kind];
  const listed = self.of === null ? undefined : CLASSES[self.of];
  const own = listed?.kind === self.kind ? listed.words : null;
  const count = (fits: (one: Fellow) => boolean) => fellows.filter(fits).length;
  const alike = (one: Fellow) => one.kind === self.kind && (own === null || one.of === self.of);
  const [closest, size] =
    own && self.of
      ? [own, (part: Part | null) => populationOf(self.of ? [self.of] : [], part)]
      : [kind, (part: Part | null) => populationOfKind(self.kind, part)];
  const levels: Level[] = [];
  if (closest) {
    for (const part of partsOf(self.region)) {
      const here = count((one) => alike(one) && partsOf(one.region).includes(part));
      levels.push(weighed(within(closest, part), here, size(part), least));
    }
    levels.push(weighed(closest, count(alike), size(null), least));
  }
  if (own && kind) {
    const ofKind = count((one) => one.kind === self.kind);
    levels.push(weighed(kind, ofKind, populationOfKind(self.kind), least));
  }
  if (PUBLIC_KINDS.includes(self.kind))
    levels.push(
      weighed(
        PUBLIC,
        count((one) => PUBLIC_KINDS.includes(one.kind)),
        "many",
        least,
      ),
    );
  return [...levels, plainly(ORGANISATION)];
}

/** The ladder of a body that is none of the study's, by the class in which the lists have it. */
export function bodyLevels(of: BodyClass | null): readonly Level[] {
  const listed = of === null ? undefined : CLASSES[of];
  if (of === null || listed === undefined) return [plainly(ORGANISATION)];
  const kind = KINDS[listed.kind];
  return [
    ...(listed.words ? [weighed(listed.words, null, populationOf([of]), 0)] : []),
    ...(kind ? [weighed(kind, null, populationOfKind(listed.kind), 0)] : []),
    ...(PUBLIC_KINDS.includes(listed.kind) ? [plainly(PUBLIC)] : []),
    plainly(ORGANISATION),
  ];
}
