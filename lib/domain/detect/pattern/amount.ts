/** Money, shares and counts of people, English and Welsh. Rules: docs/spec/identifier.md, I51 and I52. */
import { DIGITS, ENGLISH_TEN, NUMBER, WELSH_NUMBER } from "./number.ts";
import { either, patternsOf, whole } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";

const amount = patternsOf("quantity");

const TIMES = String.raw`(?:\s?(?:k|m|bn|mn|million|billion|thousand|hundred|miliwn|biliwn|mil|fil))?`;
const CURRENCY = either(
  "pounds pound quid pence euros euro dollars dollar francs guilders marks deutschmarks lire liras lira kroner kronor krone zlotys zloty roubles rubles rupees pesetas escudos schillings drachmas forints leva hryvnias punnoedd bunnoedd phunnoedd punt bunt ewro".split(
    " ",
  ),
);
const CODES = either(
  "GBP EUR USD CHF DEM FRF ITL ATS TRL TRY PLN PLZ CZK SKK HUF SEK NOK DKK FIM NLG BEF ESP PTE GRD RUB RUR UAH RON ROL BGN HRK CYP MTL IEP INR JPY CAD AUD".split(
    " ",
  ),
);
const ABOUT = String.raw`(?:(?:about|around|over|under|nearly|almost|some|roughly|approximately|tua|dros|bron|rhyw)\s)?`;
/** From ten on, or in Welsh words. */
const MANY = String.raw`\d{2,}|\d{1,3}(?:,\d{3})+|${ENGLISH_TEN}|${WELSH_NUMBER}`;
/** Those whom a body counts as its own. */
const BELONGING = either(
  "staff employees residents households customers properties tenants councillors pupils beds homes fte ftes members aelodau gweithwyr weithwyr trigolion disgyblion tenantiaid cynghorwyr".split(
    " ",
  ),
);
const PEOPLE = either(
  (
    "staff employees people persons person residents citizens households customers properties users participants respondents tenants councillors members pupils students patients beds homes " +
    "workers colleagues officers volunteers children families applicants applicants' inhabitants schools sites branches offices libraries vehicles clients learners " +
    "developers engineers managers directors analysts designers nurses doctors teachers fte ftes posts jobs " +
    "aelodau gweithwyr trigolion disgyblion cleifion tenantiaid cynghorwyr cwsmeriaid ddefnyddwyr defnyddwyr pobl bobl swyddi cartrefi gartrefi ysgolion"
  ).split(" "),
);

export const AMOUNTS: readonly Pattern[] = [
  amount(
    "money",
    "sure",
    0.95,
    new RegExp(
      String.raw`(?:(?:US|AU|CA|NZ|HK)?[£€$¥₺₹])\s?(?:${DIGITS})${TIMES}(?:\s?(?:-|–|to)\s?[£€$]?\s?(?:${DIGITS})${TIMES})?(?![\p{L}\p{N}])`,
      "giu",
    ),
  ),
  amount(
    "money",
    "sure",
    0.93,
    whole(String.raw`${NUMBER}${TIMES}\s(?:o\s)?(?:\p{L}+\s)?${CURRENCY}(?:\s\(${CODES}\))?`),
  ),
  amount(
    "money",
    "sure",
    0.95,
    whole(String.raw`${CODES}\s?(?:${DIGITS})${TIMES}|(?:${DIGITS})${TIMES}\s?${CODES}`, "gu"),
  ),
  amount("money", "sure", 0.9, new RegExp(String.raw`(?:${DIGITS})(?:k|m|bn)?[£€](?![\p{L}\p{N}])`, "giu")),
  amount(
    "share",
    "wide",
    0.9,
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_])${NUMBER}\s?(?:%|(?:per\s?cent|y\scant|percentage\spoints?)${"(?![\\p{L}\\p{N}_])"})`,
      "giu",
    ),
  ),
  amount(
    "headcount",
    "sure",
    0.88,
    whole(String.raw`${ABOUT}(?:${MANY})(?:\s(?:o\s)?(?!years?|months?|of\s|the\s)[\p{L}-]+)?\s(?:o\s)?${BELONGING}`),
  ),
  amount(
    "headcount",
    "wide",
    0.7,
    whole(
      String.raw`${ABOUT}${NUMBER}(?:\s(?:o\s)?(?!years?|months?|of\s|the\s)[\p{L}-]+)?\s(?:o\s)?(?:${PEOPLE}|${BELONGING})`,
    ),
  ),
  amount(
    "headcount",
    "wide",
    0.6,
    whole(
      String.raw`(?:team|group|staff|department|family|panel|board|tîm|dîm)\s(?:of|o)\s(?:about\s|around\s|tua\s)?${NUMBER}`,
    ),
  ),
  amount(
    "measure",
    "wide",
    0.5,
    whole(
      String.raw`(?:${DIGITS})\s?(?:kilograms?|kilos?|kg|grams?|g|km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|hectares?|acres?|square\s(?:met(?:re|er)s|feet|miles|kilomet(?:re|er)s)|sq\s?m|m²|cm|mm|litres?|tonnes?|tons?|feet|ft|mph|GB|MB|TB)`,
    ),
  ),
  amount("number", "wide", 0.4, whole(String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}`)),
];
