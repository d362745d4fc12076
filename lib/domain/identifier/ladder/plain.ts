/** Words of each kind that are true of anything of it. Rules: docs/spec/identifier.md, I78 and I92. */
import type { Kind } from "../../detect/hit.ts";
import type { Rung } from "./rung.ts";

export const PLAIN: Readonly<Record<Kind, readonly Rung[]>> = {
  person: [
    { en: "person", cy: "unigolyn" },
    { en: "colleague", cy: "cydweithiwr" },
    { en: "senior manager", cy: "uwch-reolwr" },
  ],
  organisation: [
    { en: "organisation", cy: "sefydliad" },
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
  time: [
    { en: "date", cy: "dyddiad" },
    { en: "length of time", cy: "cyfnod o amser" },
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
  other: [
    { en: "system", cy: "system" },
    { en: "supplier", cy: "cyflenwr" },
    { en: "service", cy: "gwasanaeth" },
    { en: "project", cy: "prosiect" },
    { en: "place", cy: "lle" },
    { en: "person", cy: "unigolyn" },
  ],
};

/** For several things of different kinds at once. */
export const MIXED: readonly Rung[] = [
  { en: "name", cy: "enw" },
  { en: "person", cy: "unigolyn" },
  { en: "organisation", cy: "sefydliad" },
  { en: "place", cy: "lle" },
];
