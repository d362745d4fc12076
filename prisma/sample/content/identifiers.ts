/**
 * What has been decided about things that could identify someone, and what is still open.
 *
 * People and organisations that are not listed here are open; so are the terms without a decision.
 */
import type { Kind } from "#lib/domain/detect/hit.ts";
import type { Both } from "./wording.ts";

type Decided = Readonly<{ decision: "replace"; by: Both }> | Readonly<{ decision: "keep"; reason: string }>;

/** Decisions about organisations, by their key. */
export const ABOUT_ORGANISATIONS: Readonly<Record<string, Decided>> = {
  "dyffryn-aeddan": { decision: "replace", by: { en: "a council in mid Wales", cy: "cyngor yn y canolbarth" } },
  "uwch-llifon": { decision: "replace", by: { en: "a council in the north", cy: "cyngor yn y gogledd" } },
  "morfa-gwylan": { decision: "replace", by: { en: "a council in the south-east", cy: "cyngor yn y de-ddwyrain" } },
  "cwm-hesgin": { decision: "replace", by: { en: "a neighbouring council", cy: "cyngor cyfagos" } },
  caerhalwen: { decision: "replace", by: { en: "a city council", cy: "cyngor dinas" } },
  meillion: { decision: "replace", by: { en: "a housing association", cy: "cymdeithas tai" } },
};

/** Decisions about people, by their key. */
export const ABOUT_PEOPLE: Readonly<Record<string, Decided>> = {
  gwenllian: { decision: "replace", by: { en: "a head of digital", cy: "pennaeth digidol" } },
  rhodri: { decision: "replace", by: { en: "a designer", cy: "dylunydd" } },
  meera: { decision: "replace", by: { en: "a data protection officer", cy: "swyddog diogelu data" } },
  heulwen: { decision: "replace", by: { en: "a head of service", cy: "pennaeth gwasanaeth" } },
  ifan: { decision: "replace", by: { en: "a developer", cy: "datblygwr" } },
  delyth: { decision: "replace", by: { en: "a director", cy: "cyfarwyddwr" } },
  lowri: { decision: "replace", by: { en: "a Welsh language officer", cy: "swyddog iaith" } },
  siobhan: { decision: "replace", by: { en: "a head of IT", cy: "pennaeth TG" } },
};

/** Terms that were added by hand; one without a decision is open. */
export const TERMS: readonly Readonly<{ key: string; term: string; thing: Kind; decided: Decided | null }>[] = [
  {
    key: "pont",
    term: "Pont",
    thing: "other",
    decided: { decision: "replace", by: { en: "a shared resident account", cy: "cyfrif a rennir i drigolion" } },
  },
  {
    key: "rhaff",
    term: "Rhaff",
    thing: "other",
    decided: { decision: "replace", by: { en: "a shared bookings service", cy: "gwasanaeth archebu a rennir" } },
  },
  {
    key: "heol-gwynt",
    term: "Heol Gwynt",
    thing: "place",
    decided: { decision: "replace", by: { en: "a street on the boundary", cy: "stryd ar y ffin" } },
  },
  {
    key: "owain-first",
    term: "Owain",
    thing: "person",
    decided: { decision: "replace", by: { en: "an engineer", cy: "peiriannydd" } },
  },
  {
    key: "jamal-first",
    term: "Jamal",
    thing: "person",
    decided: { decision: "replace", by: { en: "a delivery manager", cy: "rheolwr cyflawni" } },
  },
  {
    key: "keith",
    term: "Keith",
    thing: "person",
    decided: {
      decision: "keep",
      reason: "A first name without a surname, used as a figure of speech for a role; nobody can be found by it.",
    },
  },
  { key: "orrinsoft", term: "Orrinsoft", thing: "organisation", decided: null },
  { key: "brackwell", term: "Brackwell Data", thing: "organisation", decided: null },
  { key: "bev", term: "Bev", thing: "person", decided: null },
  { key: "graham", term: "Graham", thing: "person", decided: null },
  { key: "steffan", term: "Steffan", thing: "person", decided: null },
];
