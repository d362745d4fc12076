/** Ways to reach somebody: telephone, e-mail, web, handles. Rules: docs/spec/identifier.md, I47 and I48. */
import { digitsOf, isIpv4 } from "./check.ts";
import { SPOKEN_DIGIT } from "./number.ts";
import { EDGE, STOP, either, whole, patternsOf } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";

const code = patternsOf("code");

const ENDINGS = either(
  "com org net edu gov mil int info biz name io ai app dev co uk wales cymru scot london ie eu fr de es it nl be ch at se no dk fi pl pt cz gr tr ru us ca au nz in jp cn br za me tv online site blog shop tech xyz".split(
    " ",
  ),
);
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const DOMAIN = String.raw`(?:${LABEL}\.)+${ENDINGS}`;
const EXTENSION = String.raw`(?:\s*,?\s*(?:x|ext\.?|extension|est\.?|estyniad)\s*\d{1,6})?`;
const SEPARATE = String.raw`[\s.\u2011-]{0,2}`;

const national = (words: string): boolean => {
  const digits = digitsOf(words.replace(/(?:x|ext|est).*$/iu, ""))
    .replace(/^(?:0044|44)0?/u, "0")
    .replace(/^00/u, "0");
  return /^0[1-9]\d{8,9}$/u.test(digits);
};
const enough = (least: number, most: number) => (words: string) => {
  const { length } = digitsOf(words.replace(/(?:x|ext|est).*$/iu, ""));
  return length >= least && length <= most;
};

export const CONTACTS: readonly Pattern[] = [
  code(
    "email",
    "sure",
    0.99,
    new RegExp(String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@(?:${LABEL}\.)*${LABEL}(?:\.\p{L}{2,})${STOP}`, "giu"),
  ),
  code(
    "email",
    "sure",
    0.95,
    whole(
      String.raw`[\p{L}\p{N}]+(?:(?:[._-]|\sdot\s|\sunderscore\s|\sdot\s)[\p{L}\p{N}]+){0,4}\s(?:at|@|\[at\]|\(at\))\s[\p{L}\p{N}-]+(?:(?:\sdot\s|\s?\[dot\]\s?|\.)[\p{L}\p{N}-]+){0,3}(?:\sdot\s|\s?\[dot\]\s?)${ENDINGS}`,
    ),
  ),
  code(
    "url",
    "sure",
    0.97,
    new RegExp(
      String.raw`${EDGE}(?:(?:https?|ftp)://|www\.)[^\s<>"“”(){}|\\^\x60]*[^\s<>"“”(){}|\\^\x60.,;:!?'’]`,
      "giu",
    ),
  ),
  code(
    "domain",
    "sure",
    0.9,
    new RegExp(
      String.raw`(?<![\p{L}\p{N}@._-])${DOMAIN}(?:/[^\s<>"“”()]*[^\s<>"“”().,;:!?'’])?(?![\p{L}\p{N}_@])`,
      "giu",
    ),
  ),
  code("ip", "sure", 0.95, new RegExp(String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)`, "gu"), isIpv4),
  code(
    "ip",
    "sure",
    0.95,
    new RegExp(String.raw`(?<![\p{L}\p{N}:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\p{L}\p{N}:])`, "giu"),
    (words) => /[a-f]|::/iu.test(words) && !/^\d{1,2}:\d{2}(?::\d{2})?$/u.test(words),
  ),
  code("mac", "sure", 0.95, whole(String.raw`[\da-f]{2}(?:[:-][\da-f]{2}){5}`)),
  code(
    "handle",
    "sure",
    0.95,
    new RegExp(String.raw`(?<![\p{L}\p{N}_@.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[.-](?=[\p{L}\p{N}_]))*`, "gu"),
  ),
  code(
    "handle",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:user(?:name)?|handle|screen\sname|login|twitter|instagram|insta|tiktok|snapchat|discord|skype|enw\sdefnyddiwr)(?:\s(?:is|yw|ydy))?\s*[:=]\s*(?<hit>[\p{L}\p{N}_.-]{3,40})`,
      "giud",
    ),
  ),
  code("handle", "wide", 0.6, whole(String.raw`\p{L}[\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)+`)),
  code("handle", "wide", 0.5, whole(String.raw`[\p{L}]{3,}\d{2,4}`)),
  code("handle", "wide", 0.5, whole(String.raw`\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+\d*`, "gu")),
  code("hashtag", "wide", 0.5, new RegExp(String.raw`(?<![\p{L}\p{N}&#])#\p{L}[\p{L}\p{N}_]+`, "gu")),

  code(
    "phone",
    "sure",
    0.95,
    new RegExp(
      String.raw`(?<![\p{L}\p{N}+/.,-])(?:(?:\+|00)44${SEPARATE}(?:\(0\))?|\(?0)(?:\d${SEPARATE}\)?${SEPARATE}){8,10}\d?${EXTENSION}(?![\p{L}\p{N}/])`,
      "giu",
    ),
    (words) => national(words.trim()),
  ),
  code(
    "phone",
    "sure",
    0.93,
    new RegExp(String.raw`(?<![\p{L}\p{N}])\+\d{1,3}(?:${SEPARATE}\(?\d{1,5}\)?){2,6}${EXTENSION}${STOP}`, "giu"),
    enough(8, 16),
  ),
  code(
    "phone",
    "sure",
    0.93,
    new RegExp(String.raw`(?<![\p{L}\p{N}.-])00[1-9]\d{0,2}(?:[\s.-]\(?\d{1,5}\)?){2,6}${EXTENSION}${STOP}`, "giu"),
    enough(9, 17),
  ),
  code(
    "phone",
    "sure",
    0.93,
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.-])(?:1[\s.-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[.-]?\d{4}${EXTENSION}${STOP}`,
      "giu",
    ),
  ),
  code(
    "phone",
    "sure",
    0.9,
    new RegExp(
      String.raw`${EDGE}(?:phone|telephone|tel|mobile|cell|call(?:s|ed|ing)?|ring|text|fax|number|whatsapp|hotline|helpline|ffôn|ffonio|ffonia|symudol|rhif)(?:\s(?:from|me|us|him|her|them|on|at|is|number|to|no\.?|ar|yw|ydy|fi|i))*\s*[:.]?\s*(?<hit>\(?\d(?:[\s().-]{0,2}\d){6,13})${STOP}`,
      "giud",
    ),
  ),
  code(
    "phone",
    "wide",
    0.6,
    whole(String.raw`\d{2,5}(?:[\s.-]\d{2,4}){2,4}`),
    (words) => enough(9, 13)(words) && !/^(?:\d{1,3}[.\s])?(?:\d{3}[.\s]?)*$/u.test(words),
  ),
  code(
    "spoken-number",
    "sure",
    0.9,
    whole(
      String.raw`(?:(?:double|triple|treble|dwbl)[\s-])?${SPOKEN_DIGIT}(?:[\s,.-]{1,3}(?:(?:double|triple|treble|dwbl)[\s-])?${SPOKEN_DIGIT}){6,14}`,
    ),
  ),
];
