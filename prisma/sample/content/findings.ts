/** The findings of the sample study, with the quotes that support and contradict them. */
import type { ThemeKey } from "./codebook.ts";
import type { Both } from "./wording.ts";

export type SampleFinding = Readonly<{
  key: string;
  status: "draft" | "agreed";
  themes: readonly ThemeKey[];
  statement: Both;
  supports: readonly string[];
  contradicts: readonly string[];
}>;

export const FINDINGS: readonly SampleFinding[] = [
  {
    key: "begin",
    status: "agreed",
    themes: ["trust"],
    statement: {
      en: "Most shared services began between two people who trusted each other, and were put on paper afterwards. A smaller number began with a law or a signed agreement, and those had everything that could be argued about written down from the first day.",
      cy: "Dechreuodd y rhan fwyaf o'r gwasanaethau a rennir rhwng dau berson a oedd yn ymddiried yn ei gilydd, ac fe'u rhoddwyd ar bapur wedyn. Dechreuodd nifer llai gyda deddf neu gytundeb wedi'i lofnodi, ac yn y rheini roedd popeth y gellid dadlau yn ei gylch wedi'i ysgrifennu o'r diwrnod cyntaf.",
    },
    supports: [
      "dyffryn-aeddan-2",
      "uwch-llifon-1",
      "ystrad-ferddwyn-1",
      "caerhalwen-2",
      "inland-waters-1",
      "craft-skills-1",
      "survey-8-1",
    ],
    contradicts: ["morfa-gwylan-2", "tenancy-registry-1", "meillion-4"],
  },
  {
    key: "owner",
    status: "agreed",
    themes: ["money", "contracts"],
    statement: {
      en: "Shared services have payers but seldom an owner. Where it is written down who chases the money and who leaves on what terms, there are no arguments; elsewhere the host carries the cost in silence and the staff wait each spring to hear whether they have a job.",
      cy: "Mae gan wasanaethau a rennir rai sy'n talu, ond anaml y mae ganddynt berchennog. Lle mae wedi'i ysgrifennu pwy sy'n mynd ar ôl yr arian a phwy sy'n gadael ar ba delerau, nid oes dadlau; mewn mannau eraill mae'r cynhaliwr yn talu'r gost yn dawel ac mae'r staff yn aros bob gwanwyn i glywed a oes ganddynt swydd.",
    },
    supports: [
      "dyffryn-aeddan-4",
      "dyffryn-aeddan-5",
      "uwch-llifon-3",
      "morfa-gwylan-3",
      "cwm-hesgin-2",
      "bro-llechwen-4",
      "ystrad-ferddwyn-3",
      "caerhalwen-4",
      "inland-waters-2",
      "survey-2-2",
    ],
    contradicts: ["tenancy-registry-3", "craft-skills-2", "meillion-3"],
  },
  {
    key: "both-languages",
    status: "agreed",
    themes: ["welsh", "late"],
    statement: {
      en: "Services that are written in Welsh and English side by side need less correction and read better in both languages. Where there are too few Welsh writers for that, careful checking by a second reader can come close.",
      cy: "Mae angen llai o gywiro ar wasanaethau a ysgrifennir yn Gymraeg ac yn Saesneg ochr yn ochr, ac maent yn darllen yn well yn y ddwy iaith. Lle nad oes digon o ysgrifenwyr Cymraeg ar gyfer hynny, gall gwirio gofalus gan ail ddarllenydd ddod yn agos.",
    },
    supports: [
      "dyffryn-aeddan-10",
      "uwch-llifon-5",
      "cwm-hesgin-5",
      "cwm-hesgin-6",
      "caerhalwen-7",
      "caerhalwen-8",
      "tenancy-registry-8",
      "meillion-6",
      "survey-2-3",
      "survey-8-2",
    ],
    contradicts: ["bro-llechwen-6", "bro-llechwen-7"],
  },
  {
    key: "blame",
    status: "draft",
    themes: ["data"],
    statement: {
      en: "What keeps data from passing between organisations is more often the fear of being blamed, and forms that do not fit together, than the law.",
      cy: "Yr hyn sy'n atal data rhag symud rhwng sefydliadau yn amlach na'r gyfraith yw ofn cael y bai, a ffurflenni nad ydynt yn cyd-fynd.",
    },
    supports: [
      "dyffryn-aeddan-6",
      "dyffryn-aeddan-7",
      "bro-llechwen-5",
      "tenancy-registry-4",
      "inland-waters-4",
      "inland-waters-6",
      "survey-7-1",
    ],
    contradicts: ["cwm-hesgin-8"],
  },
];
