/** The topic guide of the sample study: nine questions, and the three guides that ask them or some of them. */
import type { Both } from "./wording.ts";

export const QUESTIONS = [
  {
    key: "role",
    text: {
      en: "Who are you, and what does your team look after?",
      cy: "Pwy ydych chi, a beth mae eich tîm yn gofalu amdano?",
    },
  },
  {
    key: "share",
    text: {
      en: "What digital services do you share with other organisations today?",
      cy: "Pa wasanaethau digidol ydych chi'n eu rhannu â sefydliadau eraill heddiw?",
    },
  },
  { key: "begin", text: { en: "How did it begin, and who decided?", cy: "Sut y dechreuodd, a phwy benderfynodd?" } },
  {
    key: "own",
    text: {
      en: "Who pays for what you share, and who owns it?",
      cy: "Pwy sy'n talu am yr hyn rydych chi'n ei rannu, a phwy sy'n berchen arno?",
    },
  },
  {
    key: "contracts",
    text: { en: "What part do contracts and suppliers play?", cy: "Pa ran mae contractau a chyflenwyr yn ei chwarae?" },
  },
  {
    key: "data",
    text: {
      en: "What helps data to pass between organisations, and what gets in the way?",
      cy: "Beth sy'n helpu data i symud rhwng sefydliadau, a beth sy'n ei rwystro?",
    },
  },
  {
    key: "welsh",
    text: { en: "When does Welsh come into the work?", cy: "Pryd mae'r Gymraeg yn dod i mewn i'r gwaith?" },
  },
  {
    key: "residents",
    text: {
      en: "How do residents experience the service, and how do you know?",
      cy: "Sut brofiad mae trigolion yn ei gael o'r gwasanaeth, a sut ydych chi'n gwybod?",
    },
  },
  {
    key: "change",
    text: {
      en: "If you could change one thing about how public bodies share digital services, what would it be?",
      cy: "Pe gallech newid un peth am y ffordd y mae cyrff cyhoeddus yn rhannu gwasanaethau digidol, beth fyddai hynny?",
    },
  },
] as const satisfies readonly Readonly<{ key: string; text: Both }>[];

export type QuestionKey = (typeof QUESTIONS)[number]["key"];

export type SampleGuide = Readonly<{
  key: "long" | "short" | "survey";
  kind: "interview" | "survey";
  minutes: number | null;
  name: Both;
  asks: readonly QuestionKey[];
}>;

export const GUIDES: readonly SampleGuide[] = [
  {
    key: "long",
    kind: "interview",
    minutes: 90,
    name: { en: "90-minute interview", cy: "Cyfweliad 90 munud" },
    asks: ["role", "share", "begin", "own", "contracts", "data", "welsh", "residents", "change"],
  },
  {
    key: "short",
    kind: "interview",
    minutes: 60,
    name: { en: "60-minute interview", cy: "Cyfweliad 60 munud" },
    asks: ["role", "share", "own", "data", "welsh", "change"],
  },
  {
    key: "survey",
    kind: "survey",
    minutes: null,
    name: { en: "Online survey", cy: "Arolwg ar-lein" },
    asks: ["share", "own", "welsh", "change"],
  },
];
