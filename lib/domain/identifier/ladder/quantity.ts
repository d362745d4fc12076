/**
 * The ladder of amounts: about how many, of what order, that it is an amount. The figure itself never stands in it.
 *
 * Told of amounts in figures, of what people count, of money in pounds, and of shares. Rules: docs/spec/identifier.md, I94.
 */
import { PLAIN } from "./plain.ts";
import type { Rung } from "./rung.ts";

const FIGURE = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d,]*\d)/gu;
const SCALE = /^\s?(?:(k|thousand|mil|fil)|(m|mn|million|miliwn)|(bn|billion|biliwn))(?![\p{L}])/iu;
const SHARE = /%|\bper\s?cent\b|\by\scant\b/iu;
const POUNDS = /£|\b(?:pounds?|punt|bunt|punnoedd|bunnoedd|phunnoedd)\b/iu;

/** What is counted: as it is called in English, in Welsh behind "o", and the words by which it is known. */
const COUNTED: readonly (readonly [en: string, cy: string, forms: string])[] = [
  ["staff", "staff", "staff"],
  ["employees", "weithwyr", "employees workers gweithwyr weithwyr"],
  ["residents", "drigolion", "residents citizens inhabitants trigolion drigolion"],
  ["households", "aelwydydd", "households aelwydydd"],
  ["customers", "gwsmeriaid", "customers clients cwsmeriaid gwsmeriaid"],
  ["properties", "eiddo", "properties eiddo"],
  ["homes", "gartrefi", "homes cartrefi gartrefi"],
  ["users", "ddefnyddwyr", "users defnyddwyr ddefnyddwyr"],
  ["tenants", "denantiaid", "tenants tenantiaid denantiaid"],
  ["councillors", "gynghorwyr", "councillors cynghorwyr gynghorwyr"],
  ["members", "aelodau", "members aelodau"],
  ["pupils", "ddisgyblion", "pupils disgyblion ddisgyblion"],
  ["students", "fyfyrwyr", "students learners myfyrwyr fyfyrwyr"],
  ["patients", "gleifion", "patients cleifion gleifion"],
  ["beds", "welyau", "beds gwelyau welyau"],
  ["people", "bobl", "people persons pobl bobl"],
  ["children", "blant", "children plant blant"],
  ["families", "deuluoedd", "families teuluoedd deuluoedd"],
  ["volunteers", "wirfoddolwyr", "volunteers gwirfoddolwyr wirfoddolwyr"],
  ["officers", "swyddogion", "officers swyddogion"],
  ["colleagues", "gydweithwyr", "colleagues cydweithwyr gydweithwyr"],
  ["posts", "swyddi", "posts jobs fte ftes swyddi"],
  ["schools", "ysgolion", "schools ysgolion"],
  ["sites", "safleoedd", "sites branches offices safleoedd"],
  ["libraries", "lyfrgelloedd", "libraries llyfrgelloedd lyfrgelloedd"],
  ["vehicles", "gerbydau", "vehicles cerbydau gerbydau"],
];
const KNOWN = new Map(
  COUNTED.flatMap(([en, cy, forms]) => forms.split(" ").map((form) => [form, { en, cy }] as const)),
);
const MONEY: Rung = { en: "pounds", cy: "bunnoedd" };
const SHARED: Rung = { en: "share", cy: "cyfran" };

/** By the power of ten: what is said from one on, and from three on, where "several" begins. */
const ORDERS: readonly Readonly<{ more: Rung; several: Rung }>[] = [
  { more: { en: "", cy: "" }, several: { en: "a few", cy: "ychydig" } },
  { more: { en: "ten", cy: "deg" }, several: { en: "dozens of", cy: "degau" } },
  { more: { en: "a hundred", cy: "cant" }, several: { en: "several hundred", cy: "rhai cannoedd" } },
  { more: { en: "a thousand", cy: "mil" }, several: { en: "several thousand", cy: "rhai miloedd" } },
  { more: { en: "ten thousand", cy: "deg mil" }, several: { en: "tens of thousands of", cy: "degau o filoedd" } },
  {
    more: { en: "a hundred thousand", cy: "can mil" },
    several: { en: "hundreds of thousands of", cy: "cannoedd o filoedd" },
  },
  { more: { en: "a million", cy: "miliwn" }, several: { en: "several million", cy: "rhai miliynau" } },
];
const BEYOND: Rung = { en: "many millions of", cy: "miliynau lawer" };
const SEVERAL = 3;

/** The ladder of an amount as it is written. */
export function quantityLadder(words: string): readonly Rung[] {
  const [figure, another] = [...words.matchAll(FIGURE)];
  if (figure === undefined || another !== undefined) return PLAIN.quantity;
  const rest = words.slice(figure.index + figure[0].length);
  const value = Number(figure[0].replaceAll(",", "")) * scaleOf(rest);
  if (SHARE.test(words)) return [...shareOf(value), SHARED, ...PLAIN.quantity];
  const money = POUNDS.test(words);
  const counted = money ? MONEY : KNOWN.get(/(\p{L}+)\P{L}*$/u.exec(words)?.[1]?.toLowerCase() ?? "");
  if (counted === undefined) return PLAIN.quantity;
  return [...around(value, counted, money), ...ofOrder(value, counted), ...PLAIN.quantity];
}

function scaleOf(rest: string): number {
  const found = SCALE.exec(rest);
  return found === null ? 1 : found[1] ? 1e3 : found[2] ? 1e6 : 1e9;
}

/** To the nearest tenth of a whole; nothing near none and all. */
function shareOf(value: number): readonly Rung[] {
  const near = Math.round(value / 10) * 10;
  return near === value || near <= 0 || near >= 100 ? [] : [{ en: `around ${near}%`, cy: `tua ${near}%` }];
}

/** To one figure, from ten on; nothing where that is the figure itself. */
function around(value: number, { en, cy }: Rung, money: boolean): readonly Rung[] {
  const power = 10 ** orderOf(value);
  const near = Math.round(value / power) * power;
  if (value < 10 || near === value) return [];
  if (money) return [{ en: `around £${inWords(near, "en")}`, cy: `tua £${inWords(near, "cy")}` }];
  return [{ en: `around ${inWords(near, "en")} ${en}`, cy: `tua ${inWords(near, "cy")} o ${cy}` }];
}

/** Of which order it is; nothing of a power of ten, which would say the figure, and of less than two. */
function ofOrder(value: number, { en, cy }: Rung): readonly Rung[] {
  const order = orderOf(value);
  if (value < 2 || value === 10 ** order) return [];
  const at = ORDERS[order];
  if (at === undefined || order === 0 || value >= SEVERAL * 10 ** order) {
    const several = at?.several ?? BEYOND;
    return [{ en: `${several.en} ${en}`, cy: `${several.cy} o ${cy}` }];
  }
  return [{ en: `${at.more.en} ${en} or more`, cy: `${at.more.cy} neu fwy o ${cy}` }];
}

/** The greatest power of ten that is not above it. Counted by its digits: logarithms of 1,000 fall short of 3. */
const orderOf = (value: number): number => (value < 1 ? 0 : String(Math.floor(value)).length - 1);

function inWords(value: number, lang: "en" | "cy"): string {
  if (value >= 1e9) return `${value / 1e9} ${lang === "en" ? "billion" : "biliwn"}`;
  if (value >= 1e6) return `${value / 1e6} ${lang === "en" ? "million" : "miliwn"}`;
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
