/** The tags and themes of the sample study. One theme has no definition yet, as in a study that is under way. */
import type { Both } from "./wording.ts";

export const TAGS = [
  { key: "trust", hue: 1, name: { en: "trust between people", cy: "ymddiriedaeth rhwng pobl" } },
  { key: "governance", hue: 2, name: { en: "governance", cy: "llywodraethu" } },
  { key: "leadership", hue: 2, name: { en: "leaders' cover", cy: "cefnogaeth arweinwyr" } },
  { key: "money", hue: 3, name: { en: "money", cy: "arian" } },
  { key: "contract", hue: 3, name: { en: "contracts", cy: "contractau" } },
  { key: "supplier", hue: 3, name: { en: "suppliers", cy: "cyflenwyr" } },
  { key: "skills", hue: 4, name: { en: "skills", cy: "sgiliau" } },
  { key: "capacity", hue: 4, name: { en: "capacity", cy: "capasiti" } },
  { key: "law", hue: 5, name: { en: "law and data protection", cy: "y gyfraith a diogelu data" } },
  { key: "legacy", hue: 6, name: { en: "old systems and habits", cy: "hen systemau ac arferion" } },
  { key: "welsh", hue: 7, name: { en: "Welsh language", cy: "y Gymraeg" } },
  { key: "translation", hue: 7, name: { en: "translation", cy: "cyfieithu" } },
  { key: "need", hue: 8, name: { en: "what residents need", cy: "anghenion trigolion" } },
  { key: "pilot", hue: 9, name: { en: "starting small", cy: "dechrau'n fach" } },
] as const satisfies readonly Readonly<{ key: string; hue: number; name: Both }>[];

export type TagKey = (typeof TAGS)[number]["key"];

type Theme = Readonly<{
  key: string;
  parent: string | null;
  hue: number;
  status: "candidate" | "agreed";
  name: Both;
  definition: Both | null;
}>;

export const THEMES = [
  {
    key: "trust",
    parent: null,
    hue: 1,
    status: "agreed",
    name: { en: "It starts with two people", cy: "Mae'n dechrau gyda dau berson" },
    definition: {
      en: "Shared services begin, and are kept alive, by people who know each other well enough to admit what they do not know. Includes accounts of services that began without such people, and what it took instead.",
      cy: "Mae gwasanaethau a rennir yn dechrau, ac yn cael eu cadw'n fyw, gan bobl sy'n adnabod ei gilydd yn ddigon da i gyfaddef yr hyn nad ydynt yn ei wybod. Mae'n cynnwys hanes gwasanaethau a ddechreuodd heb bobl felly, a'r hyn yr oedd ei angen yn eu lle.",
    },
  },
  {
    key: "money",
    parent: null,
    hue: 3,
    status: "agreed",
    name: { en: "Everybody's service, nobody's budget", cy: "Gwasanaeth i bawb, cyllideb neb" },
    definition: {
      en: "Costs are shared by agreement or by favour, and responsibility is not: who pays, who is paid, who gets up at night, and what a yearly budget does to the people whose jobs hang on it.",
      cy: "Rhennir costau drwy gytundeb neu ffafr, ond ni rennir cyfrifoldeb: pwy sy'n talu, pwy sy'n cael ei dalu, pwy sy'n codi yn y nos, a beth mae cyllideb flynyddol yn ei wneud i'r bobl y mae eu swyddi'n dibynnu arni.",
    },
  },
  {
    key: "contracts",
    parent: "money",
    hue: 6,
    status: "agreed",
    name: { en: "Contracts choose the partners", cy: "Contractau sy'n dewis y partneriaid" },
    definition: {
      en: "End dates, standing orders and suppliers' terms decide who can share with whom, and what it costs to leave.",
      cy: "Dyddiadau gorffen, rheolau sefydlog ac amodau cyflenwyr sy'n penderfynu pwy all rannu â phwy, a faint mae'n ei gostio i adael.",
    },
  },
  {
    key: "few",
    parent: null,
    hue: 4,
    status: "agreed",
    name: { en: "A few people carry it", cy: "Ychydig o bobl sy'n ei gario" },
    definition: {
      en: "Services for several counties rest on one or two people, often unseen by the organisations that employ them. Includes sharing people as the remedy.",
      cy: "Mae gwasanaethau i sawl sir yn pwyso ar un neu ddau berson, yn aml heb i'r sefydliadau sy'n eu cyflogi weld hynny. Mae'n cynnwys rhannu pobl fel ateb.",
    },
  },
  {
    key: "data",
    parent: null,
    hue: 5,
    status: "agreed",
    name: { en: "The law allows it, nobody signs it", cy: "Mae'r gyfraith yn caniatáu, ond neb yn llofnodi" },
    definition: {
      en: "What stops data at the boundary between organisations: fear of blame, forms that do not fit together, and systems that can only hand over everything or nothing. The rare case in which the law itself says no belongs here too.",
      cy: "Yr hyn sy'n atal data ar y ffin rhwng sefydliadau: ofn cael y bai, ffurflenni nad ydynt yn cyd-fynd, a systemau na allant ond trosglwyddo popeth neu ddim. Yma hefyd mae'r achos prin lle mae'r gyfraith ei hun yn gwrthod.",
    },
  },
  {
    key: "welsh",
    parent: null,
    hue: 7,
    status: "agreed",
    name: { en: "Welsh from the first sketch", cy: "Y Gymraeg o'r braslun cyntaf" },
    definition: {
      en: "What happens when both languages are in the room from the start: in the wording, in the design, and in the cost.",
      cy: "Yr hyn sy'n digwydd pan fo'r ddwy iaith yn yr ystafell o'r dechrau: yn y geiriad, yn y dyluniad, ac yn y gost.",
    },
  },
  {
    key: "late",
    parent: "welsh",
    hue: 8,
    status: "agreed",
    name: { en: "Translation as the last step", cy: "Cyfieithu fel y cam olaf" },
    definition: {
      en: "Welsh that arrives when nothing can be changed any more, and the people who make that work all the same.",
      cy: "Cymraeg sy'n cyrraedd pan na ellir newid dim mwyach, a'r bobl sy'n gwneud i hynny weithio er hynny.",
    },
  },
  {
    key: "boundaries",
    parent: null,
    hue: 2,
    status: "candidate",
    name: { en: "Residents do not see the border", cy: "Nid yw trigolion yn gweld y ffin" },
    definition: null,
  },
] as const satisfies readonly Theme[];

export type ThemeKey = (typeof THEMES)[number]["key"];
