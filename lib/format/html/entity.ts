/**
 * Character references of HTML, wherever they stand: in web pages, captions, tables and exported Markdown.
 *
 * Named ones are those of HTML 4, which every exporter knows, and the four of HTML 5 that Welsh has.
 */
import type { Tally } from "#lib/format/import/piece.ts";

const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
    " ",
  );
const OTHER: Readonly<Record<string, number>> = {
  amp: 38,
  lt: 60,
  gt: 62,
  quot: 34,
  apos: 39,
  OElig: 338,
  oelig: 339,
  Scaron: 352,
  scaron: 353,
  Yuml: 376,
  fnof: 402,
  circ: 710,
  tilde: 732,
  ensp: 8194,
  emsp: 8195,
  thinsp: 8201,
  zwnj: 8204,
  zwj: 8205,
  lrm: 8206,
  rlm: 8207,
  ndash: 8211,
  mdash: 8212,
  lsquo: 8216,
  rsquo: 8217,
  sbquo: 8218,
  ldquo: 8220,
  rdquo: 8221,
  bdquo: 8222,
  dagger: 8224,
  Dagger: 8225,
  bull: 8226,
  hellip: 8230,
  permil: 8240,
  prime: 8242,
  Prime: 8243,
  lsaquo: 8249,
  rsaquo: 8250,
  euro: 8364,
  trade: 8482,
  larr: 8592,
  uarr: 8593,
  rarr: 8594,
  darr: 8595,
  harr: 8596,
  minus: 8722,
  infin: 8734,
  ne: 8800,
  le: 8804,
  ge: 8805,
  Wcirc: 372,
  wcirc: 373,
  Ycirc: 374,
  ycirc: 375,
}; // the last four: Welsh, of HTML 5
const NAMED = new Map([...LATIN.map((name, at) => [name, 160 + at] as const), ...Object.entries(OTHER)]);

// Numbers from 128 to 159 mean Windows-1252, as every browser reads them (HTML, 13.2.5.80).
const WINDOWS = new TextDecoder("windows-1252");

// Old exporters write these in capitals too.
const SHOUTED = /^(?:AMP|LT|GT|QUOT|APOS|NBSP)$/;

/** Reads the references in a text that is no markup, and tells that it did. */
export function entities(text: string, tally: Tally): string {
  return references(text, (whole) => tally.drop("entity", whole));
}

/**
 * Reads the references in a piece of text; what is none stays as it stands.
 *
 * @param read - is told of each that was read
 */
export function references(text: string, read: (whole: string) => void = () => undefined): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|([A-Za-z][A-Za-z0-9]{1,8});)/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : numberOf(name ?? "");
      if (point === undefined || point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return whole;
      read(whole);
      if (point >= 0x80 && point <= 0x9f) return WINDOWS.decode(Uint8Array.of(point));
      return String.fromCodePoint(point);
    },
  );
}

function numberOf(name: string): number | undefined {
  return NAMED.get(SHOUTED.test(name) ? name.toLowerCase() : name);
}
