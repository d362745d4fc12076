/**
 * Numbers and codes that stand for one person, body, vehicle or building in the United Kingdom, and a few of elsewhere.
 * Rules: docs/spec/identifier.md, I43 to I46.
 */
import { isCardNumber, isIban, isNationalInsurance, isNhsNumber, isPostalArea, isRegistration } from "./check.ts";
import { EDGE, STOP, whole, patternsOf } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";

const code = patternsOf("code");

/** What announces a number: "no.", "number", "ref:", "rhif". Up to three small words may stand between. */
const NAMED = String.raw`(?:\s*(?:numbers?|['’]s|nos?\.?|num|#|ref(?:erence)?s?|ids?|codes?|rhif(?:au)?|is|was|yw|ydy|oedd|of|the|my|your|our|his|her|their|:|=|,|\(|–|-)){0,4}\s*`;
const TOKEN = String.raw`(?=[\p{L}\d/.-]*\d)[\p{L}\d](?:[\p{L}\d]|[/.-](?=[\p{L}\d])){2,40}`;

const OUTWARD = String.raw`[A-PR-UWYZ](?:\d[A-HJKPSTUW]|\d{1,2}|[A-HK-Y]\d(?:[ABEHMNPRV-Y]|\d)?)`;

export const CODES: readonly Pattern[] = [
  code("postcode", "sure", 0.98, whole(String.raw`${OUTWARD}\s{0,2}\d[ABD-HJLNP-UW-Z]{2}`), isPostalArea),
  code(
    "postcode-district",
    "wide",
    0.6,
    whole(
      String.raw`(?:AB|BA|BH|BN|BS|CF|CH|CV|DE|EH|EX|GL|HR|LD|LL|LS|ML|NE|NG|NP|PL|SA|SY|SW|SE|NW|EC|WC)\d{1,2}`,
      "gu",
    ),
  ),
  code(
    "national-insurance",
    "sure",
    0.98,
    whole(String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?[A-D]`),
    isNationalInsurance,
  ),
  code("nhs", "sure", 0.97, whole(String.raw`\d{3}[\s-]\d{3}[\s-]\d{4}`), isNhsNumber),
  code("nhs", "wide", 0.7, whole(String.raw`\d{10}`), isNhsNumber),
  code(
    "nhs",
    "sure",
    0.95,
    new RegExp(String.raw`${EDGE}(?:NHS|GIG)${NAMED}(?<hit>\d{3}[\s-]?\d{3}[\s-]?\d{4})${STOP}`, "giud"),
  ),
  code("registration", "sure", 0.95, whole(String.raw`[A-HJ-PR-Y]{2}\d{2}\s?[A-HJ-PR-Z]{3}`, "gu"), isRegistration),
  code(
    "registration",
    "sure",
    0.9,
    whole(
      String.raw`[a-hj-pr-y]{2}\d{2}\s?(?!and|the|for|was|are|but|not|you|all|our|who|has|had|see|per|we|yn)[a-hj-pr-z]{3}`,
      "gu",
    ),
    isRegistration,
  ),
  code(
    "registration",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:reg(?:istration)?|plates?|vehicle|van|car|lorry|truck|minibus|cerbyd|fan)${NAMED}(?<hit>[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]|[A-Z]{1,3}\s?\d{1,4}(?!\s?[A-Z\d]))${STOP}`,
      "gud",
    ),
  ),
  code(
    "company-number",
    "sure",
    0.95,
    new RegExp(
      String.raw`${EDGE}(?:compan(?:y|ies)(?:\shouse)?|registered(?:\s(?:in|with)(?:\s\p{L}+){1,4})?|incorporated|cwmni|cofrestr\p{L}*)${NAMED}(?<hit>(?:SC|NI|OC|SO|NC|IP|RC|SL|LP|FC|BR|CE|R)?\s?\d{6,8})${STOP}`,
      "giud",
    ),
  ),
  code(
    "charity-number",
    "sure",
    0.95,
    new RegExp(
      String.raw`${EDGE}(?:charit(?:y|ies)|elusen)${NAMED}(?<hit>(?:SC|NIC)?\s?\d{6,7}(?:-\d{1,2})?)${STOP}`,
      "giud",
    ),
  ),
  code("uprn", "sure", 0.95, new RegExp(String.raw`${EDGE}(?:UPRN|USRN)${NAMED}(?<hit>\d{6,12})${STOP}`, "giud")),
  code("vat", "sure", 0.95, whole(String.raw`GB\s?\d{3}\s?\d{4}\s?\d{2}(?:\s?\d{3})?`, "gu")),
  code("driving-licence", "sure", 0.97, whole(String.raw`[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}`)),
  code("card", "sure", 0.97, whole(String.raw`(?:\d[\s-]?){12,18}\d`), isCardNumber),
  code("iban", "sure", 0.97, whole(String.raw`[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?`), isIban),
  code("social-security", "sure", 0.9, whole(String.raw`\d{3}-\d{2}-\d{4}`)),
  code(
    "wallet",
    "sure",
    0.9,
    whole(String.raw`(?:bc1[a-z0-9]{25,60}|[13](?=[a-km-zA-HJ-NP-Z]*\d)[a-km-zA-HJ-NP-Z1-9]{25,34})`, "gu"),
  ),
  code(
    "sort-code",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:sort\s?code|cod\sdidoli)${NAMED}(?<hit>\d{2}[\s-]?\d{2}[\s-]?\d{2})${STOP}`,
      "giud",
    ),
  ),
  code(
    "case-number",
    "sure",
    0.95,
    new RegExp(String.raw`${EDGE}(?:nos?\.?|numbers?|rhif(?:au)?)\s*(?<hit>\d{2,7}/\d{2,4})${STOP}`, "giud"),
  ),
  code("case-number", "wide", 0.6, whole(String.raw`\d{3,7}/\d{2,4}`)),
  code(
    "reference",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:passport|licen[cs]e|account|acct|reference|ref|invoice|order|ticket|employee|staff|student|member(?:ship)?|policy|patient|hospital|case|file|claim|contract|tender|customer|client|payroll|badge|serial|tracking|booking|permit|planning\sapplication|cyfeirnod|cyfrif|pasbort|trwydded|anfoneb|achos|contract)${NAMED}(?<hit>${TOKEN})${STOP}`,
      "giud",
    ),
    (words) => /\d{3}|\p{L}.*\d.*\d|\d.*\p{L}.*\d/u.test(words) && !/^(?:19|20)\d\d$/u.test(words),
  ),
  code(
    "mixed",
    "wide",
    0.5,
    whole(String.raw`(?=[A-Z\d/-]*\d)(?=[A-Z\d/-]*[A-Z])[A-Z\d]+(?:[/-][A-Z\d]+)*`, "gu"),
    (words) => words.length >= 5,
  ),
  code("mixed", "wide", 0.5, whole(String.raw`[a-z]{1,3}\d{5,}|\d{5,}[a-z]{1,3}`, "gu")),
  code("long-number", "wide", 0.5, whole(String.raw`\d{6,}|\d{3,}(?:[\s-]\d{3,}){1,4}`)),
];
