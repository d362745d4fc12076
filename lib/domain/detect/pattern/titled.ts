/**
 * People, bodies and streets that say what they are: "Mrs Pugh", "Pugh & Sons Ltd", "14 Heol y Bont". Needs capitals, except
 * where a house number stands before a street. Rules: docs/spec/identifier.md, I57.
 */
import { EDGE, STOP, either, whole } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";

const TITLE = either(
  "Mr Mrs Ms Miss Mx Dr Doctor Prof Professor Sir Dame Lord Lady Rev Reverend Father Sister Brother Judge Justice Sergeant Inspector Constable Cllr Councillor Alderman Mme Mlle Herr Frau Senator President Cyng Cynghorydd Athro Parch Syr Meistr Bonwr Bones Doctor Nurse Uncle Auntie Aunt Grandma Nain Taid Yncl Anti".split(
    " ",
  ),
);
/** What may stand between the words of a name: not the end of a line. */
const GAP = String.raw`[ \u00a0]`;
/** A word written large, with what may be within: O'Brien, Prys-Davies, McDonald, D'Arcy. */
export const LARGE = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`;
/** What may follow the first letters of such a word. */
const MORE = String.raw`[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`;
const INITIAL = String.raw`\p{Lu}\.(?:[ \u00a0-]?\p{Lu}\.)*`;
const PARTICLE = "(?:ap|ab|ferch|de|da|di|du|del|della|van|von|der|den|le|la|dos|bin|bint|al|el|ben|ibn|ter|ten|zu|y)";
const NAME = String.raw`(?:(?:${INITIAL}|${LARGE})${GAP}?)?(?:(?:${INITIAL}|${LARGE}|${PARTICLE})${GAP}){0,3}${LARGE}`;

/** Forms that the law gives a body. */
const FIRM = either(
  "Ltd Limited plc PLC LLP Inc Incorporated Corp GmbH AG SpA BV NV Oy Cyf Cyfyngedig CIC LLC Cooperative Co-operative".split(
    " ",
  ),
);
/** What public bodies call themselves. */
const PUBLIC = either(
  "Council|County Council|University|College|School|Academy|Hospital|Infirmary|Surgery|Health Board|NHS Trust|Housing Association|Fire and Rescue Service|National Park Authority|Constabulary".split(
    "|",
  ),
);
/** What many bodies call themselves, and what is no body's name. */
const BODY = either(
  "Corporation Company Co AB Group Holdings Partners Associates Bank Solutions Consulting Technologies Systems Foundation Institute Association Society Federation Union Clinic Trust Authority Agency Commission Committee Ministry Department Office Partnership Consortium Network Board Museum Library Church Party Club Court Tribunal Police Service Services Housing Alliance Assembly Parliament Government Forum Hub Centre Project Programme".split(
    " ",
  ),
);
const GENERAL =
  "(?:The|A|An|This|That|Our|Your|My|His|Her|Their|Every|Each|No|Any|Some|And|But|At|In|On|From|To|For|With|If|When|Primary|Secondary|High|Local)";
const BODY_OF = either([
  "University",
  "College",
  "Ministry",
  "Department",
  "Bank",
  "Office",
  "Institute",
  "Church",
  "Museum",
  "City",
  "County",
  "Borough",
  "Diocese",
  "Bishop",
  "Port",
  "Chamber",
  "Federation",
  "Union",
  "Association",
  "Society",
  "School",
  "Court",
  "Faculty",
  "Board",
  "Bureau",
  "Directorate",
  "Commission",
]);
const WELSH_BODY = either([
  "Cyngor",
  "Gyngor",
  "Nghyngor",
  "Chyngor",
  "Prifysgol",
  "Brifysgol",
  "Coleg",
  "Goleg",
  "Ysgol",
  "Ysbyty",
  "Bwrdd",
  "Fwrdd",
  "Heddlu",
  "Cymdeithas",
  "Gymdeithas",
  "Awdurdod",
  "Ymddiriedolaeth",
  "Llyfrgell",
  "Lyfrgell",
  "Amgueddfa",
  "Canolfan",
  "Ganolfan",
  "Gwasanaeth",
  "Wasanaeth",
  "Comisiynydd",
  "Menter",
  "Tai",
  "Grŵp",
  "Eglwys",
  "Capel",
  "Meddygfa",
  "Undeb",
  "Urdd",
  "Clwb",
  "Parc",
  "Llywodraeth",
  "Lywodraeth",
]);
const STREET = either(
  "Street St Road Rd Avenue Ave Lane Close Drive Terrace Crescent Square Gardens Boulevard Blvd Grove Mews Parade Highway Quay Embankment Court Walk Row Rise Way Place Hill View".split(
    " ",
  ),
);
/** Those that are no other word. */
const PLAIN_STREET = "(?:street|road|avenue|lane|terrace|crescent|boulevard)";
const HEOL = either(
  "Stryd Heol Ffordd Lôn Lon Rhodfa Maes Clos Cilgant Teras Rhes Gerddi Llwyn Pen-y Plas Bryn Tŷ".split(" "),
);
const LINK = "(?:of|and|for|the|in|on|de|des|du|la|y|yr|a|ac|ar|o|&|dros|i)";

const named = (
  kind: Pattern["kind"],
  reason: string,
  layer: Pattern["layer"],
  score: number,
  find: RegExp,
): Pattern => ({
  reason,
  kind,
  layer,
  score,
  find,
});

const CLOSED =
  "(?:the|a|an|and|or|but|of|to|for|in|on|at|by|with|from|as|is|was|are|were|be|been|has|had|have|it|its|this|that|we|they|he|she|i|you|our|their|his|her|my|your|not|very|so|too|more|no|yn|y|yr|ac|o|ar)";
/** In Welsh, "Sir" is also "county". */
const COUNTY =
  "Sir (?:Gâr|Gar|Fôn|Fon|Ynys|Fynwy|Benfro|Penfro|Ddinbych|Gaerfyrddin|Caerfyrddin|Gaernarfon|Feirionnydd|Frycheiniog|Faesyfed|Drefaldwyn|Aberteifi|Ceredigion|Amwythig|Henffordd|Powys|Gaer|Forgannwg)";
const BODY_WORDS = String.raw`(?!${GENERAL}${GAP})(?:(?:${LARGE}|\d+(?:st|nd|rd|th)|&)${GAP}(?:${LINK}${GAP}){0,2}){1,6}`;
const BODY_PLACE = String.raw`(?:${GAP}(?:of|for)${GAP}(?:the${GAP})?${LARGE}(?:${GAP}(?:and${GAP})?${LARGE}){0,3})?`;

export const TITLED: readonly Pattern[] = [
  named("person", "title-and-name", "sure", 0.95, whole(String.raw`(?!${COUNTY})${TITLE}\.?${GAP}${NAME}`, "gu")),
  named(
    "person",
    "title-and-name",
    "wide",
    0.6,
    whole(
      String.raw`(?:mrs?|ms|miss|dr|prof|cllr|councillor|auntie|nurse|cyng|cynghorydd|parch)\.?${GAP}(?:\p{L}\.?${GAP}?){0,3}(?!${CLOSED}${GAP})[\p{L}\p{M}'’-]{3,}`,
    ),
  ),
  named(
    "place",
    "welsh-place",
    "sure",
    0.9,
    whole(
      String.raw`(?:Llan|Cwm|Gwm|Nghwm|Chwm|Rhyd|Ynys|Caer|Nghaer|Chaer|Blaen|Mlaen|Betws|Mhont|Mhorth|Mhen|Nhre)(?=\p{Ll}{3})\p{Ll}+(?:-\p{L}+)*`,
      "gu",
    ),
  ),
  named(
    "place",
    "welsh-place",
    "wide",
    0.5,
    whole(
      String.raw`(?:Llan|Cwm|Rhyd|Ynys|Aber|Pont|Porth|Tre|Pen)-?\p{Ll}{3,}(?:-\p{L}+)+|(?:[Ll]lan(?=f|g|d|rh|y|b)|[Ll]an(?=f|g(?!u)|d(?!lord|sc|fill|mark|ing|ed)|rh|y|b)|cwm|rhyd|ynys|nghaer|nghwm|mhont)\p{Ll}{3,}(?:-\p{L}+)*`,
      "gu",
    ),
  ),
  named(
    "person",
    "initials-and-name",
    "sure",
    0.9,
    // Not where a line begins: that is how headings are numbered.
    new RegExp(
      String.raw`(?<!^\s*|[\p{L}\p{N}_])${INITIAL}(?:${GAP}|(?=\p{Lu}\p{Ll}))(?:(?:${LARGE}|${PARTICLE})${GAP}){0,2}\p{Lu}\p{Ll}[\p{L}\p{M}]*(?:['’-]\p{Lu}[\p{L}\p{M}]*)*${STOP}`,
      "gum",
    ),
  ),
  named(
    "person",
    "name-with-initial",
    "sure",
    0.9,
    whole(String.raw`${LARGE} (?:\p{Lu}\. ?){1,2}\p{Lu}\p{Ll}[\p{L}\p{M}]*(?:['’-]\p{Lu}[\p{L}\p{M}]*)*`, "gu"),
  ),
  named(
    "person",
    "initials",
    "wide",
    0.6,
    new RegExp(String.raw`${EDGE}(?:\p{Lu}\.[ \u00a0-]?){2,4}(?![\p{L}\p{N}])`, "gu"),
  ),
  named(
    "person",
    "welsh-patronymic",
    "sure",
    0.95,
    whole(String.raw`${LARGE}${GAP}(?:ap|ab|ferch)${GAP}${LARGE}`, "gu"),
  ),
  named(
    "person",
    "field",
    "sure",
    0.9,
    new RegExp(
      String.raw`(?<=^|[|;,\n]\s*)(?:name|full${GAP}name|user|author|from|contact|enw|awdur|cyswllt)\s*:\s*(?<hit>[\p{L}\p{M}\p{N}_.'’-]+(?: [\p{L}\p{M}_.'’-]+){0,3}?)(?=\s*(?:[|;,\n<(]|$))`,
      "giumd",
    ),
  ),
  named(
    "place",
    "field",
    "sure",
    0.9,
    new RegExp(
      String.raw`(?<=^|[|;,\n]\s*)(?:location|address|city|town|place|based${GAP}in|lleoliad|cyfeiriad|tref)\s*:\s*(?<hit>[\p{L}\p{N}][^|;\n]{1,60}?)(?=\s*(?:[|;\n]|$))`,
      "giumd",
    ),
  ),
  named("organisation", "kind-of-body", "sure", 0.9, whole(String.raw`${BODY_WORDS}(?:${FIRM}|${PUBLIC})`, "gu")),
  named(
    "organisation",
    "kind-of-body",
    "wide",
    0.7,
    whole(String.raw`${BODY_WORDS}(?:${FIRM}|${PUBLIC}|${BODY})${BODY_PLACE}`, "gu"),
  ),
  named(
    "organisation",
    "kind-of-body",
    "wide",
    0.7,
    whole(
      String.raw`${BODY_OF}${GAP}(?:of|for)${GAP}(?:the${GAP})?${LARGE}(?:${GAP}(?:(?:and|of|the|&)${GAP}){0,2}${LARGE}){0,5}`,
      "gu",
    ),
  ),
  named("organisation", "kind-of-body", "sure", 0.9, whole(String.raw`University${GAP}of${GAP}${LARGE}`, "gu")),
  named(
    "organisation",
    "kind-of-body",
    "sure",
    0.9,
    whole(String.raw`${WELSH_BODY}${GAP}(?:(?:${LINK}${GAP}){0,2}${LARGE}${GAP}?){1,6}(?<=\p{L})`, "gu"),
  ),
  named(
    "person",
    "name-with-initial",
    "wide",
    0.6,
    whole(String.raw`\p{Lu}\p{Ll}${MORE}${GAP}[B-HJ-Z]${GAP}\p{Lu}\p{Ll}${MORE}`, "gu"),
  ),
  named(
    "place",
    "unit",
    "sure",
    0.9,
    whole(
      String.raw`(?:Suite|Apt\.?|Apartment|Flat|Unit|Fflat|Uned|Plot|P\.?O\.?${GAP}Box|Box)${GAP}(?:no\.?${GAP})?(?=[\dA-Z]{0,4}\d)[\dA-Z]{1,6}`,
      "gu",
    ),
  ),
  named(
    "organisation",
    "kind-of-body",
    "wide",
    0.5,
    whole(
      String.raw`(?:(?!${CLOSED}${GAP})[\p{L}\d&'’-]+,?${GAP}(?:and${GAP}|&${GAP})?){1,3}(?:ltd|limited|inc|plc|llp|llc|gmbh|cyf)\.?`,
    ),
  ),
  named(
    "place",
    "street",
    "sure",
    0.93,
    whole(String.raw`\d{1,5}[A-Za-z]?,?${GAP}(?:${LARGE}${GAP}){1,3}(?:${STREET})`, "gu"),
  ),
  named(
    "place",
    "street",
    "sure",
    0.9,
    whole(
      String.raw`\d{1,5}[a-z]?,?${GAP}(?:(?!(?:the|of|a|an|and|or|in|on|at|to|for|years?|days?|months?)${GAP})\p{L}[\p{L}'’-]*${GAP}){1,3}${PLAIN_STREET}`,
    ),
  ),
  named(
    "place",
    "street",
    "sure",
    0.88,
    whole(String.raw`(?:${LARGE}${GAP}){1,3}(?:Street|Road|Avenue|Lane|Terrace|Crescent|Boulevard)`, "gu"),
  ),
  named(
    "place",
    "street",
    "sure",
    0.93,
    whole(String.raw`\d{1,4}[A-Za-z]?,?${GAP}${HEOL}(?:[ \u00a0-](?:${LINK}${GAP})?[\p{L}'’-]+){1,3}`),
  ),
  named(
    "place",
    "street",
    "sure",
    0.88,
    whole(String.raw`(?:Stryd|Heol|Ffordd|Lôn|Rhodfa)(?:${GAP}(?:${LINK}${GAP}){0,2}${LARGE}){1,3}`, "gu"),
  ),
];
