/** Numbers in words, English and Welsh, as parts of patterns. */
import { either } from "./pattern.ts";

const UNITS = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fourty fifty sixty seventy eighty ninety".split(" ");
const WELSH =
  "un dau ddau dwy ddwy tri dri tair dair pedwar bedwar pedair bedair pump bump pum bum chwech chwe saith wyth naw deg ddeg deuddeg ddeuddeg pymtheg bymtheg ugain deugain trigain hanner cant gant cannoedd mil fil".split(
    " ",
  );

const BELOW_HUNDRED = String.raw`(?:${either(TENS)}(?:[\s-]${either(UNITS)})?|${either([...TEENS, ...UNITS])})`;
const ROUND = "(?:hundred|thousand|million|billion|dozen)";

/** A number in English words: "twenty-two", "three hundred and six", "a hundred thousand". */
export const ENGLISH_NUMBER = String.raw`(?:(?:(?:a|half\sa|${BELOW_HUNDRED})\s(?:hundred|thousand|million|billion|dozen)(?:\s${ROUND})*)(?:\s(?:and\s)?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`;
/** The same, from ten on. */
export const ENGLISH_TEN = String.raw`(?:(?:${either(TENS)}(?:[\s-]${either(UNITS)})?|${either(TEENS)})(?:\s${ROUND})?|(?:a|${either(UNITS)})\s${ROUND}(?:\s(?:and\s)?${BELOW_HUNDRED})?)`;
/** A number in Welsh words: "tri deg pump", "ugain". */
export const WELSH_NUMBER = String.raw`(?:${either(WELSH)}(?:\s${either(WELSH)}){0,3})`;
/** A number in digits: "4", "1,200", "3.5", "12 000". */
export const DIGITS = String.raw`\d{1,3}(?:[,.\s]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
/** A number in any of these. */
export const NUMBER = `(?:${DIGITS}|${ENGLISH_NUMBER}|${WELSH_NUMBER})`;

/** Digits as they are said one by one. */
export const SPOKEN_DIGIT =
  "(?:zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine|dim|sero|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw)";
