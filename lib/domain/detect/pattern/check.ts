/** Check digits and what else tells a number from any other. Each takes the words as they stand in the text. */

/** The digits of some words, without what parts them. */
export function digitsOf(words: string): string {
  return words.replace(/\D/gu, "");
}

/** NHS numbers: ten digits, the last checks the others by modulus 11 (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(words: string): boolean {
  const digits = digitsOf(words);
  if (digits.length !== 10 || /^(\d)\1+$/u.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

/** Cards: modulus 10 as of ISO/IEC 7812-1. */
export function isCardNumber(words: string): boolean {
  const digits = digitsOf(words);
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/u.test(digits)) return false;
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Accounts: modulus 97 as of ISO 13616. */
export function isIban(words: string): boolean {
  const signs = words.replace(/[\s-]/gu, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    for (const digit of /\d/u.test(sign) ? sign : String(sign.charCodeAt(0) - 55))
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

const NO_PREFIX = new Set(["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]);

/** National Insurance numbers: prefixes that were never given out are none (HMRC, NIM39110). */
export function isNationalInsurance(words: string): boolean {
  return !NO_PREFIX.has(words.slice(0, 2).toUpperCase());
}

/** Letters of all postal areas. */
const AREAS = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX " +
    "IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS " +
    "ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
  ).split(" "),
);

/** Postcodes: begin with the letters of an area. */
export function isPostalArea(words: string): boolean {
  return AREAS.has((/^[A-Z]+/iu.exec(words)?.[0] ?? "").toUpperCase());
}

/** Registrations since 2001: the digits say when (DVLA, INF104). */
export function isRegistration(words: string): boolean {
  const age = Number(/\d{2}/u.exec(words)?.[0] ?? "0");
  return (age >= 2 && age <= 30) || (age >= 51 && age <= 80);
}

/** An address of the internet, version 4. */
export function isIpv4(words: string): boolean {
  return words.split(".").every((part) => Number(part) <= 255);
}

/** A day that a calendar has, in either order of day and month. */
export function isDay(words: string): boolean {
  const [one = 0, two = 0, three = 0] = words.split(/\D+/u).map(Number);
  if (/^\d{4}/u.test(words)) return two >= 1 && two <= 12 && three >= 1 && three <= 31;
  return (one >= 1 && one <= 31 && two >= 1 && two <= 12) || (one >= 1 && one <= 12 && two >= 1 && two <= 31);
}
