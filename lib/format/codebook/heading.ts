/** What the columns of a codebook hold, by their headings: ours in English and Welsh, and those of other tools. */
import type { Lang } from "#lib/domain/field.ts";
import type { TextField } from "#lib/domain/tag/shape.ts";

export type Role = "id" | "path" | "name" | "parent" | "colour" | TextField;
export type Column = Readonly<{ role: Role; lang: Lang | null }>;

const WORDS: readonly (readonly [Role, RegExp])[] = [
  ["id", /^(?:(?:tag|code) )?(?:id|guid)$/],
  ["path", /^(?:(?:tag|code|full) )?path$|^full name$|^hierarch(?:y|ical (?:name|code))$|^llwybr$/],
  [
    "parent",
    /^parent(?: (?:code|tag|node|name))?$|^(?:code )?category(?: name)?$|^(?:main|top) code$|^rhiant$|^categori$|^prif (?:god|dag)$/,
  ],
  [
    "name",
    /^(?:(?:code|tag|node|theme|label) ?)?name$|^(?:code|codes|tag|tags|node|label|theme)$|^enw(?: ?(?:r )?(?:tag|cod))?$|^cod(?:au)?$/,
  ],
  ["colour", /^(?:(?:code|tag) )?colou?r$|^lliw$|^rgb$|^hex$/],
  [
    "exclude",
    /^exclu(?:de|des|sion)(?: criteria)?$|^when not to (?:use|apply)(?: it)?$|^eithrio$|^pryd i beidio(?: a i ddefnyddio)?$/,
  ],
  ["include", /^inclu(?:de|des|sion)(?: criteria)?$|^when to (?:use|apply)(?: it)?$|^cynnwys$|^pryd i w ddefnyddio$/],
  ["example", /^examples?(?: (?:text|words))?$|^enghr(?:aifft|eifftiau)$/],
  [
    "description",
    /^(?:(?:code|tag|node) )?(?:descriptions?|definition|memo|comments?|notes?)$|^disgrifiad(?:au)?$|^diffiniad$|^sylw(?:adau)?$|^nodiadau$/,
  ],
];
const LANGS: readonly (readonly [Lang, RegExp])[] = [
  ["cy", /[ (_-](?:cy|cym|welsh|cymraeg)\)?$/],
  ["en", /[ (_-](?:en|eng|english|saesneg)\)?$/],
];

/** What a heading says its column holds; null where that is nothing of ours (a count, a date, a user). */
export function columnOf(heading: string): Column | null {
  let said = heading.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  let lang: Lang | null = null;
  for (const [of, pattern] of LANGS) {
    if (lang !== null || !pattern.test(said)) continue;
    lang = of;
    said = said.replace(pattern, "");
  }
  said = said.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const role = WORDS.find(([, pattern]) => pattern.test(said))?.[0];
  return role === undefined ? null : { role, lang };
}
