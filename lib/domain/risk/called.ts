/**
 * Words by which a quote says of what kind an organisation is, and in which part of Wales.
 *
 * They tell nothing by themselves; together with others they leave few. Mutated forms are found too. Rules: docs/spec/risk.md, RK6.
 */
import type { BodyClass } from "../detect/list/body-size.ts";
import { EDGE, STOP, either } from "../detect/pattern/pattern.ts";
import type { Part } from "../organisation/population.ts";
import type { OrganisationKind } from "../organisation/shape.ts";
import type { Fact, Placed } from "./shape.ts";

/** `classes`: null where the words say the kind and no more. */
type Kind = Readonly<{ kind: OrganisationKind; classes: readonly BodyClass[] | null; forms: string }>;

const KINDS: readonly Kind[] = [
  {
    kind: "local_authority",
    classes: null,
    forms:
      "local authority, local authorities, council, councils, awdurdod lleol, awdurdodau lleol, cyngor, gyngor, nghyngor, chyngor, cynghorau, gynghorau, chynghorau",
  },
  {
    kind: "arms_length_body",
    classes: null,
    forms:
      "arm's length body, arm's length bodies, arms length body, arms length bodies, corff hyd braich, cyrff hyd braich",
  },
  {
    kind: "housing_association",
    classes: null,
    forms:
      "housing association, housing associations, registered social landlord, registered social landlords, cymdeithas dai, gymdeithas dai, chymdeithas dai, cymdeithasau tai, gymdeithasau tai",
  },
  { kind: "health_body", classes: null, forms: "health body, health bodies, corff iechyd, gorff iechyd, cyrff iechyd" },
  {
    kind: "health_body",
    classes: ["health-board"],
    forms: "health board, health boards, bwrdd iechyd, fwrdd iechyd, byrddau iechyd, fyrddau iechyd",
  },
  {
    kind: "health_body",
    classes: ["nhs-trust"],
    forms: "NHS trust, NHS trusts, ymddiriedolaeth GIG, ymddiriedolaethau GIG",
  },
  {
    kind: "health_body",
    classes: ["special-health-authority"],
    forms: "special health authority, special health authorities, awdurdod iechyd arbennig",
  },
  {
    kind: "education",
    classes: null,
    forms: "education body, education bodies, corff addysg, gorff addysg, cyrff addysg",
  },
  {
    kind: "education",
    classes: ["university"],
    forms: "university, universities, prifysgol, brifysgol, phrifysgol, prifysgolion, brifysgolion",
  },
  {
    kind: "education",
    classes: ["college"],
    forms: "college, colleges, coleg, goleg, ngholeg, choleg, colegau, golegau",
  },
  {
    kind: "emergency_service",
    classes: null,
    forms: "emergency service, emergency services, gwasanaeth brys, wasanaeth brys, gwasanaethau brys",
  },
  {
    kind: "emergency_service",
    classes: ["fire"],
    forms:
      "fire and rescue service, fire and rescue services, fire and rescue authority, fire service, fire services, gwasanaeth tân, wasanaeth tân, gwasanaeth tân ac achub, wasanaeth tân ac achub",
  },
  {
    kind: "emergency_service",
    classes: ["police"],
    forms: "police force, police forces, the police, police service, heddlu, heddluoedd",
  },
  {
    kind: "national_park",
    classes: null,
    forms:
      "national park, national parks, national park authority, national park authorities, parc cenedlaethol, barc cenedlaethol, parciau cenedlaethol, barciau cenedlaethol",
  },
  {
    kind: "government",
    classes: null,
    forms: "government body, government bodies, government department, corff llywodraeth",
  },
  {
    kind: "third_sector",
    classes: null,
    forms:
      "third sector organisation, third sector organisations, charity, charities, elusen, elusennau, trydydd sector",
  },
  {
    kind: "private",
    classes: null,
    forms: "private company, private companies, private firm, cwmni preifat, gwmni preifat",
  },
  {
    kind: "private",
    classes: ["utility"],
    forms: "utility company, utility companies, cwmni cyfleustodau, gwmni cyfleustodau",
  },
];

const PARTS: Readonly<Record<Part, string>> = {
  north: "north Wales, northern Wales, gogledd Cymru, ngogledd Cymru, ogledd Cymru",
  mid: "mid Wales, canolbarth Cymru, nghanolbarth Cymru, ganolbarth Cymru",
  south_west: "south west Wales, south-west Wales, west Wales, de-orllewin Cymru, ne-orllewin Cymru, gorllewin Cymru",
  south_east: "south east Wales, south-east Wales, de-ddwyrain Cymru, ne-ddwyrain Cymru",
  south: "south Wales, southern Wales, de Cymru, ne Cymru, dde Cymru",
};

const formsOf = (list: string) =>
  list.split(",").map((form) =>
    form
      .trim()
      .replaceAll("'", "['’]")
      .replaceAll(" ", String.raw`\s`),
  );
const pattern = (list: string) => new RegExp(`${EDGE}${either(formsOf(list))}${STOP}`, "giu");

const CALLED: readonly Readonly<{ what: "kind" | "part"; fact: Fact; find: RegExp }>[] = [
  ...KINDS.map(({ kind, classes, forms }) => ({
    what: "kind" as const,
    fact: { of: "kind" as const, kind, classes },
    find: pattern(forms),
  })),
  ...Object.entries(PARTS).map(([part, forms]) => ({
    what: "part" as const,
    fact: { of: "part" as const, part: part as Part }, // Object.entries loses the keys' type
    find: pattern(forms),
  })),
];

/** What a text says of kinds of organisation and parts of Wales. */
export function calledIn(text: string): readonly Placed[] {
  return CALLED.flatMap(({ what, fact, find }) =>
    Array.from(text.matchAll(find), (match): Placed => ({
      kind: what,
      words: match[0],
      start: match.index,
      end: match.index + match[0].length,
      fact,
    })),
  );
}
