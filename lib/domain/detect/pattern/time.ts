/** Dates, times, ages and how long: English and Welsh, in figures and in words. Rules: docs/spec/identifier.md, I49 and I50. */
import { isDay } from "./check.ts";
import { NUMBER } from "./number.ts";
import { EDGE, STOP, either, whole, patternsOf } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";

const time = patternsOf("time");

const MONTHS =
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split(
    " ",
  );
const MISOEDD =
  "ionawr chwefror mawrth fawrth ebrill mai fai mehefin fehefin gorffennaf orffennaf ngorffennaf awst medi fedi hydref tachwedd dachwedd nhachwedd rhagfyr ragfyr".split(
    " ",
  );
/** Months that are no other word; the others need a day or a year beside them. */
const PLAIN_MONTHS = [
  ...MONTHS.slice(0, 12).filter((name) => !/^(?:march|may|august)$/u.test(name)),
  ...MISOEDD.filter((name) => name.length > 5),
];
const MONTH = String.raw`${either([...MONTHS, ...MISOEDD])}\.?`;
const DAYS = either(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun llun mawrth mercher iau gwener sadwrn".split(
    " ",
  ),
);
const WEEKDAY = String.raw`(?:(?:dydd|ddydd|nos)\s)?${DAYS}\.?`;
const YEAR = String.raw`(?:1[5-9]|20)\d\d`;
const ORDINAL = either(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed".split(
    " ",
  ),
);
const DAY = String.raw`(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?|(?:twenty[\s-]|thirty[\s-])?${ORDINAL})`;
const SEASON = either(
  "spring summer autumn winter fall gwanwyn wanwyn haf hydref gaeaf aeaf easter christmas pasg nadolig".split(" "),
);
const NEAR = String.raw`(?:(?:early|mid|late|the\s(?:beginning|start|middle|end)\sof|dechrau|canol|diwedd)[\s-])?`;
const LONG = either(
  "years year yrs yr months month weeks week days day hours hour minutes decades decade fortnight blynedd flynedd mlynedd blwyddyn flwyddyn mis fis misoedd wythnos wythnosau diwrnod ddiwrnod niwrnod".split(
    " ",
  ),
);
const DECADE = either(
  "twenties thirties forties fifties sixties seventies eighties nineties noughties ugeiniau tridegau pedwardegau pumdegau chwedegau saithdegau wythdegau nawdegau".split(
    " ",
  ),
);
const CLOCK = String.raw`(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|UTC|CET|IST|EST|PST|EDT|PDT))?`;
const ZONE = String.raw`(?:[\sT,]{1,2}${CLOCK}(?:Z|[+-]\d{2}:?\d{2})?)?`;

/** A year beside other numbers that look like one ("1,950", "20/2003") is none. */
const ALONE = String.raw`(?<![\p{L}\p{N}_/.,§£€$-])`;

const AFTER_YEAR = String.raw`(?![\p{L}\p{N}_%]|[/.,:-]\d)`;
const MODERN = String.raw`(?:19[2-9]\d|20[0-4]\d)`;

export const TIMES: readonly Pattern[] = [
  time(
    "date",
    "sure",
    0.97,
    whole(
      String.raw`(?:${WEEKDAY},?\s(?:the\s|y\s)?)?${DAY}(?:\s?(?:-|–|to|and|or|a|i)\s?${DAY})?[\s-](?:(?:of|o|day\sof)\s)?${MONTH}(?:[\s,-]{1,2}'?(?:${YEAR}|\d{2}(?=\D|$)))?${ZONE}`,
    ),
    (words) => !/^(?:ail|second|first|a)\s(?:may|mai|mar)$/iu.test(words),
  ),
  time(
    "date",
    "sure",
    0.97,
    whole(
      String.raw`(?:${WEEKDAY},?\s)?${MONTH}\s(?:the\s)?${DAY}(?:\s?(?:-|–|to|and)\s?${DAY})?(?:,?\s${YEAR})?${ZONE}`,
    ),
    (words, match, text) =>
      !/^(?:may|march|mar|mai)\s/u.test(words) ||
      /\d{4}|th|st|nd|rd/u.test(words) ||
      /[A-Z]/u.test(text.charAt(match.index)),
  ),
  time(
    "month",
    "sure",
    0.96,
    whole(String.raw`${NEAR}${MONTH}(?:\s?(?:-|–|to|and|a)\s?${MONTH})?,?\s(?:of\s|o\s)?'?${YEAR}`),
  ),
  time(
    "date",
    "sure",
    0.95,
    whole(String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2}))${ZONE}`),
    (words) => isDay(words),
  ),
  time("season", "sure", 0.92, whole(String.raw`${NEAR}${SEASON}\s(?:of\s|o\s)?'?(?:${YEAR}|\d{2})`)),
  time(
    "season",
    "wide",
    0.6,
    whole(
      String.raw`(?:last|this|next|that)\s(?:${SEASON}|${MONTH}|year|month|week|${WEEKDAY})|(?:y\s)?(?:${SEASON}|llynedd)\s(?:diwethaf|dwetha|hwn|nesa)`,
    ),
  ),
  time("month", "wide", 0.7, whole(String.raw`${NEAR}${either(PLAIN_MONTHS)}`)),
  time(
    "month",
    "wide",
    0.7,
    whole(
      String.raw`(?:in|since|until|by|during|from|of|last|ym|ers|tan|mis)\s(?:early\s|mid[\s-]|late\s)?(?:march|may|august|mawrth|mai|awst|medi|ebrill)`,
    ),
  ),
  time(
    "year",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:in|since|until|till|by|before|after|from|to|during|around|about|circa|of|yn|ym|ers|tan|hyd|cyn|o)\s(?:early\s|mid[\s-]|late\s)?(?<hit>${MODERN}(?:\s?[-–/]\s?(?:19|20)?\d\d)?)${AFTER_YEAR}`,
      "giud",
    ),
  ),
  time("year", "wide", 0.7, new RegExp(String.raw`${ALONE}${MODERN}(?:\s?[-–/]\s?(?:19|20)?\d\d)?${AFTER_YEAR}`, "gu")),
  time(
    "year",
    "wide",
    0.7,
    new RegExp(String.raw`${ALONE}1[5-9]\d\d(?:\s?[-–]\s?(?:1[5-9]|20)?\d\d)?(?![\p{L}\p{N}_%]|[/.,:-]\d)`, "gu"),
  ),
  time("decade", "sure", 0.9, whole(String.raw`${NEAR}(?:(?:1[5-9]|20)\d0'?s|(?:19|20)\d0au)`)),
  time("decade", "wide", 0.6, whole(String.raw`${NEAR}(?:'?\d0s|${DECADE})`)),
  time(
    "weekday",
    "wide",
    0.5,
    whole(
      String.raw`(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:dydd|ddydd|nos)\s${DAYS})s?(?:\s(?:morning|afternoon|evening|night))?`,
    ),
  ),
  time(
    "clock",
    "wide",
    0.6,
    whole(String.raw`${CLOCK}|(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?[ap]\.?m\.?|(?:noon|midnight)|\d{1,2}\s?o['’]clock`),
  ),

  time(
    "age",
    "sure",
    0.93,
    new RegExp(String.raw`${EDGE}(?:aged?|yn)\s(?:of\s)?(?<hit>${NUMBER}(?:\s(?:oed|mlwydd\soed))?)${STOP}`, "giud"),
    (words, match) => /^aged?/iu.test(match[0]) || /oed$/iu.test(words),
  ),
  time(
    "age",
    "sure",
    0.93,
    whole(
      String.raw`${NUMBER}[\s-](?:year|month|week|day)s?[\s-]old(?:s)?|${NUMBER}\s(?:years?|months?)\sof\sage|${NUMBER}\s(?:mlwydd\s)?oed`,
    ),
  ),
  time(
    "age",
    "sure",
    0.9,
    whole(
      String.raw`in\s(?:his|her|their|my|your)\s(?:(?:early|mid|late)[\s-])?(?:teens|${DECADE}|\d0s)|yn\s(?:ei|eu|fy)\s(?:${DECADE}|h?ugeiniau|mhumdegau)`,
    ),
  ),
  time(
    "tenure",
    "wide",
    0.85,
    whole(
      String.raw`(?:(?:over|under|about|around|almost|nearly|more\sthan|less\sthan|at\sleast|some|past|last|next|for|bron|dros|tua)\s)?(?:(?:the\s)?(?:past|last|next|first)\s)?${NUMBER}(?:\s(?:and\sa\shalf|or\s${NUMBER}|to\s${NUMBER})|\s?[-–]\s?${NUMBER})?[\s-](?:full\s|whole\s|long\s|calendar\s|working\s)?${LONG}(?:['’]s?)?(?:\s(?:ago|yn\sôl))?`,
    ),
    (words) => !/^(?:un|one)\s(?:day|mis|diwrnod)$/iu.test(words),
  ),
];
