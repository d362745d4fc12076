/**
 * The organisations and people of the sample study, all invented.
 *
 * `aliases` are the other names that stand for an organisation in speech, for anonymising.
 */
import type { Both } from "./wording.ts";

export type SampleOrganisation = Readonly<{
  key: string;
  name: string;
  aliases: readonly string[];
  kind: "local_authority" | "arms_length_body" | "housing_association" | "education" | "national_park";
  region: "north" | "mid" | "south_west" | "south_east" | "national";
  /** The day on which it agreed to be named, or null where it did not. */
  namedOn: string | null;
}>;

const [la, alb] = ["local_authority", "arms_length_body"] as const;

export const ORGANISATIONS: readonly SampleOrganisation[] = [
  {
    key: "dyffryn-aeddan",
    name: "Dyffryn Aeddan County Council",
    aliases: ["Dyffryn Aeddan", "Cyngor Sir Dyffryn Aeddan"],
    kind: la,
    region: "mid",
    namedOn: "2025-11-04",
  },
  {
    key: "uwch-llifon",
    name: "Uwch Llifon County Council",
    aliases: ["Uwch Llifon", "Cyngor Sir Uwch Llifon"],
    kind: la,
    region: "north",
    namedOn: "2025-11-06",
  },
  {
    key: "morfa-gwylan",
    name: "Morfa Gwylan County Borough Council",
    aliases: ["Morfa Gwylan"],
    kind: la,
    region: "south_east",
    namedOn: "2025-11-11",
  },
  {
    key: "cwm-hesgin",
    name: "Cwm Hesgin County Borough Council",
    aliases: ["Cwm Hesgin"],
    kind: la,
    region: "south_east",
    namedOn: "2025-11-13",
  },
  {
    key: "bro-llechwen",
    name: "Bro Llechwen Council",
    aliases: ["Bro Llechwen"],
    kind: la,
    region: "north",
    namedOn: "2025-11-18",
  },
  {
    key: "ystrad-ferddwyn",
    name: "Ystrad Ferddwyn County Council",
    aliases: ["Ystrad Ferddwyn", "Ystrad"],
    kind: la,
    region: "mid",
    namedOn: "2025-11-20",
  },
  {
    key: "caerhalwen",
    name: "City of Caerhalwen Council",
    aliases: ["Caerhalwen", "City of Caerhalwen"],
    kind: la,
    region: "south_east",
    namedOn: "2025-11-25",
  },
  {
    key: "tenancy-registry",
    name: "Tenancy Registry Wales",
    aliases: ["the Registry", "Cofrestrfa Tenantiaethau Cymru"],
    kind: alb,
    region: "national",
    namedOn: "2025-12-02",
  },
  {
    key: "inland-waters",
    name: "Inland Waters Wales",
    aliases: ["Inland Waters", "Dyfroedd Mewndirol Cymru"],
    kind: alb,
    region: "national",
    namedOn: "2025-12-04",
  },
  {
    key: "craft-skills",
    name: "Craft Skills Wales",
    aliases: ["Craft Skills", "Sgiliau Crefft Cymru", "Sgiliau Crefft"],
    kind: alb,
    region: "national",
    namedOn: "2025-12-09",
  },
  {
    key: "meillion",
    name: "Cartrefi Meillion",
    aliases: ["Meillion"],
    kind: "housing_association",
    region: "south_east",
    namedOn: null,
  },
  {
    key: "glyn-marchnant",
    name: "Glyn Marchnant County Council",
    aliases: ["Glyn Marchnant"],
    kind: la,
    region: "mid",
    namedOn: "2026-02-03",
  },
  {
    key: "rhos-felynwy",
    name: "Rhos Felynwy County Borough Council",
    aliases: ["Rhos Felynwy"],
    kind: la,
    region: "south_east",
    namedOn: "2026-02-03",
  },
  {
    key: "traeth-arwel",
    name: "Traeth Arwel County Council",
    aliases: ["Traeth Arwel", "Cyngor Sir Traeth Arwel"],
    kind: la,
    region: "south_west",
    namedOn: "2026-02-05",
  },
  { key: "bro-tesog", name: "Bro Tesog Council", aliases: ["Bro Tesog"], kind: la, region: "north", namedOn: null },
  {
    key: "pant-y-wennol",
    name: "Coleg Pant y Wennol",
    aliases: ["Pant y Wennol"],
    kind: "education",
    region: "south_east",
    namedOn: "2026-02-09",
  },
  {
    key: "livestock-movements",
    name: "Livestock Movements Wales",
    aliases: ["Livestock Movements", "Symudiadau Da Byw Cymru"],
    kind: alb,
    region: "national",
    namedOn: "2026-02-12",
  },
  {
    key: "reading-service",
    name: "Reading Service Wales",
    aliases: ["the reading service", "Gwasanaeth Darllen Cymru"],
    kind: alb,
    region: "national",
    namedOn: "2026-02-12",
  },
  {
    key: "mynydd-tarian",
    name: "Mynydd Tarian National Park Authority",
    aliases: ["Mynydd Tarian", "the national park"],
    kind: "national_park",
    region: "north",
    namedOn: "2026-02-16",
  },
];

export type SamplePerson = Readonly<{
  key: string;
  /** The person's name as it stands in the transcript; null for a survey respondent who gave none. */
  name: string | null;
  organisation: string;
  role: Both;
  seniority: "leader" | "practitioner";
}>;

const person = (
  key: string,
  name: string | null,
  organisation: string,
  seniority: SamplePerson["seniority"],
  en: string,
  cy: string,
): SamplePerson => ({ key, name, organisation, seniority, role: { en, cy } });

/** In the order in which they were spoken to: the app numbers them P01, P02 … in this order. */
export const PEOPLE: readonly SamplePerson[] = [
  person("gwenllian", "Gwenllian Astley", "dyffryn-aeddan", "leader", "Head of digital", "Pennaeth digidol"),
  person("rhodri", "Rhodri Pask", "dyffryn-aeddan", "practitioner", "Service designer", "Dylunydd gwasanaethau"),
  person("meera", "Meera Tandon", "dyffryn-aeddan", "practitioner", "Data protection officer", "Swyddog diogelu data"),
  person(
    "heulwen",
    "Heulwen Parri",
    "uwch-llifon",
    "leader",
    "Head of customer services",
    "Pennaeth gwasanaethau cwsmer",
  ),
  person("ifan", "Ifan Gruffudd", "uwch-llifon", "practitioner", "Developer", "Datblygwr"),
  person(
    "callum",
    "Callum Rowe-Bevis",
    "morfa-gwylan",
    "leader",
    "Digital programme manager",
    "Rheolwr rhaglen ddigidol",
  ),
  person("sunita", "Sunita Rawle", "morfa-gwylan", "practitioner", "User researcher", "Ymchwilydd defnyddwyr"),
  person("delyth", "Delyth Marchant", "cwm-hesgin", "leader", "Director of resources", "Cyfarwyddwr adnoddau"),
  person("owain", "Owain Treharn", "cwm-hesgin", "practitioner", "Infrastructure manager", "Rheolwr seilwaith"),
  person("farah", "Farah Siddall", "cwm-hesgin", "practitioner", "Content designer", "Dylunydd cynnwys"),
  person("pete", "Pete Gollop", "cwm-hesgin", "leader", "Contact centre manager", "Rheolwr y ganolfan gyswllt"),
  person("ruth", "Ruth Ellwood", "bro-llechwen", "leader", "Chief digital officer", "Prif swyddog digidol"),
  person(
    "bryn",
    "Bryn Castellan",
    "ystrad-ferddwyn",
    "practitioner",
    "Web and systems officer",
    "Swyddog gwe a systemau",
  ),
  person("angharad", "Angharad Voyle", "caerhalwen", "leader", "Transformation lead", "Arweinydd trawsnewid"),
  person("dewi", "Dewi Sandham", "caerhalwen", "practitioner", "Enterprise architect", "Pensaer menter"),
  person("lowri", "Lowri Pugh-Adair", "caerhalwen", "practitioner", "Welsh language officer", "Swyddog iaith"),
  person(
    "martin",
    "Martin Okell",
    "tenancy-registry",
    "leader",
    "Head of service delivery",
    "Pennaeth darparu gwasanaethau",
  ),
  person("ceri", "Ceri Fontaine", "tenancy-registry", "practitioner", "Product manager", "Rheolwr cynnyrch"),
  person("non", "Non Meredudd", "inland-waters", "practitioner", "Data manager", "Rheolwr data"),
  person("tegwen", "Tegwen Rusk", "craft-skills", "leader", "Chief executive", "Prif weithredwr"),
  person("jamal", "Jamal Birtle", "craft-skills", "practitioner", "Delivery manager", "Rheolwr cyflawni"),
  person("siobhan", "Siobhan Carrow", "meillion", "leader", "Head of IT and insight", "Pennaeth TG a dirnadaeth"),
  person("respondent-1", null, "glyn-marchnant", "leader", "Head of customer services", "Pennaeth gwasanaethau cwsmer"),
  person("respondent-2", null, "rhos-felynwy", "practitioner", "Digital officer", "Swyddog digidol"),
  person(
    "respondent-3",
    null,
    "traeth-arwel",
    "practitioner",
    "Online services manager",
    "Rheolwr gwasanaethau ar-lein",
  ),
  person("respondent-4", null, "bro-tesog", "leader", "ICT manager", "Rheolwr TGCh"),
  person("respondent-5", null, "pant-y-wennol", "leader", "Head of learner systems", "Pennaeth systemau dysgwyr"),
  person("respondent-6", null, "pant-y-wennol", "practitioner", "Welsh language officer", "Swyddog y Gymraeg"),
  person("respondent-7", null, "livestock-movements", "leader", "Data protection manager", "Rheolwr diogelu data"),
  person("respondent-8", null, "reading-service", "practitioner", "Operations manager", "Rheolwr gweithrediadau"),
  person(
    "respondent-9",
    null,
    "mynydd-tarian",
    "practitioner",
    "Visitor services lead",
    "Arweinydd gwasanaethau ymwelwyr",
  ),
];
