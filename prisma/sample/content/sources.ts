/**
 * The sources of the sample study: eleven transcripts in `transcripts/`, and one survey in `survey.csv`
 * whose nine rows are nine responses.
 */
import type { QuestionKey, SampleGuide } from "./guide.ts";

export type SampleTranscript = Readonly<{
  /** The file's name in `transcripts/`, without `.txt`. */
  file: string;
  title: string;
  organisation: string;
  guide: SampleGuide["key"];
  minutes: number;
  heldOn: string;
  lang: "en" | "cy";
  /** Who speaks: the label in the transcript and the person's key, or null for a researcher. */
  speakers: Readonly<Record<string, string | null>>;
}>;

const ELIN = { "Elin Wynne": null };
const TOMOS = { "Tomos Beddard": null };

export const TRANSCRIPTS: readonly SampleTranscript[] = [
  {
    file: "01-dyffryn-aeddan",
    title: "Dyffryn Aeddan County Council",
    organisation: "dyffryn-aeddan",
    guide: "long",
    minutes: 84,
    heldOn: "2025-11-04",
    lang: "en",
    speakers: { ...TOMOS, "Gwenllian Astley": "gwenllian", "Rhodri Pask": "rhodri", "Meera Tandon": "meera" },
  },
  {
    file: "02-uwch-llifon",
    title: "Cyngor Sir Uwch Llifon",
    organisation: "uwch-llifon",
    guide: "long",
    minutes: 86,
    heldOn: "2025-11-06",
    lang: "cy",
    speakers: { ...ELIN, "Heulwen Parri": "heulwen", "Ifan Gruffudd": "ifan" },
  },
  {
    file: "03-morfa-gwylan",
    title: "Morfa Gwylan County Borough Council",
    organisation: "morfa-gwylan",
    guide: "long",
    minutes: 84,
    heldOn: "2025-11-11",
    lang: "en",
    speakers: { ...TOMOS, "Callum Rowe-Bevis": "callum", "Sunita Rawle": "sunita" },
  },
  {
    file: "04-cwm-hesgin",
    title: "Cwm Hesgin County Borough Council",
    organisation: "cwm-hesgin",
    guide: "long",
    minutes: 85,
    heldOn: "2025-11-13",
    lang: "en",
    speakers: {
      ...ELIN,
      "Delyth Marchant": "delyth",
      "Owain Treharn": "owain",
      "Farah Siddall": "farah",
      "Pete Gollop": "pete",
    },
  },
  {
    file: "05-bro-llechwen",
    title: "Bro Llechwen Council",
    organisation: "bro-llechwen",
    guide: "short",
    minutes: 56,
    heldOn: "2025-11-18",
    lang: "en",
    speakers: { ...TOMOS, "Ruth Ellwood": "ruth" },
  },
  {
    file: "06-ystrad-ferddwyn",
    title: "Ystrad Ferddwyn County Council",
    organisation: "ystrad-ferddwyn",
    guide: "short",
    minutes: 57,
    heldOn: "2025-11-20",
    lang: "en",
    speakers: { ...ELIN, "Bryn Castellan": "bryn" },
  },
  {
    file: "07-caerhalwen",
    title: "City of Caerhalwen Council",
    organisation: "caerhalwen",
    guide: "long",
    minutes: 87,
    heldOn: "2025-11-25",
    lang: "en",
    speakers: { ...TOMOS, "Angharad Voyle": "angharad", "Dewi Sandham": "dewi", "Lowri Pugh-Adair": "lowri" },
  },
  {
    file: "08-tenancy-registry",
    title: "Tenancy Registry Wales",
    organisation: "tenancy-registry",
    guide: "long",
    minutes: 86,
    heldOn: "2025-12-02",
    lang: "en",
    speakers: { ...ELIN, "Martin Okell": "martin", "Ceri Fontaine": "ceri" },
  },
  {
    file: "09-inland-waters",
    title: "Dyfroedd Mewndirol Cymru",
    organisation: "inland-waters",
    guide: "short",
    minutes: 58,
    heldOn: "2025-12-04",
    lang: "cy",
    speakers: { ...ELIN, "Non Meredudd": "non" },
  },
  {
    file: "10-craft-skills",
    title: "Craft Skills Wales",
    organisation: "craft-skills",
    guide: "long",
    minutes: 86,
    heldOn: "2025-12-09",
    lang: "en",
    speakers: { ...TOMOS, "Tegwen Rusk": "tegwen", "Jamal Birtle": "jamal" },
  },
  {
    file: "11-meillion",
    title: "Cartrefi Meillion",
    organisation: "meillion",
    guide: "short",
    minutes: 55,
    heldOn: "2025-12-11",
    lang: "en",
    speakers: { ...ELIN, "Siobhan Carrow": "siobhan" },
  },
];

/** What each column of `survey.csv` is; the last four answer questions of the guide. */
export const SURVEY_COLUMNS = [
  { as: "ignore" },
  { as: "attribute" },
  { as: "attribute" },
  { as: "attribute" },
  { as: "attribute" },
  { as: "attribute" },
  { as: "attribute" },
  { as: "question", question: "share" },
  { as: "question", question: "own" },
  { as: "question", question: "welsh" },
  { as: "question", question: "change" },
] as const satisfies readonly (
  | Readonly<{ as: "ignore" | "attribute" }>
  | Readonly<{ as: "question"; question: QuestionKey }>
)[];

export type SampleResponse = Readonly<{
  row: number;
  person: string;
  organisation: string;
  lang: "en" | "cy";
  submitted: string;
}>;

export const RESPONSES: readonly SampleResponse[] = [
  { row: 1, person: "respondent-1", organisation: "glyn-marchnant", lang: "en", submitted: "2026-02-03" },
  { row: 2, person: "respondent-2", organisation: "rhos-felynwy", lang: "en", submitted: "2026-02-03" },
  { row: 3, person: "respondent-3", organisation: "traeth-arwel", lang: "cy", submitted: "2026-02-05" },
  { row: 4, person: "respondent-4", organisation: "bro-tesog", lang: "en", submitted: "2026-02-06" },
  { row: 5, person: "respondent-5", organisation: "pant-y-wennol", lang: "en", submitted: "2026-02-09" },
  { row: 6, person: "respondent-6", organisation: "pant-y-wennol", lang: "cy", submitted: "2026-02-11" },
  { row: 7, person: "respondent-7", organisation: "livestock-movements", lang: "en", submitted: "2026-02-12" },
  { row: 8, person: "respondent-8", organisation: "reading-service", lang: "en", submitted: "2026-02-12" },
  { row: 9, person: "respondent-9", organisation: "mynydd-tarian", lang: "en", submitted: "2026-02-16" },
];
