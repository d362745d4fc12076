/**
 * Which encoding bytes are in that say nothing of it: by how much the text that comes out looks like writing.
 *
 * Each candidate must read the bytes without a fault. Where most letters are beyond ASCII the script decides (kana, Hangul,
 * common Han characters, the usual letters of Cyrillic, Greek, Hebrew, Arabic); where few are, a candidate loses by signs and
 * capitals inside words. Answers null where nothing speaks for one of them.
 *
 * Rules: docs/spec/import.md, I2 and I70.
 */

const SAMPLE = 100_000;

// Letters and signs that writing is made of, in the scripts of most of the world.
const USUAL =
  /[\u0900-\u0e7f\t\n\r\u0020-\u007e\u00a0-\u024f\u0370-\u06ff\u1e00-\u1fff\u2010-\u2049\u20ac\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef\ufeff]/;

/** Text in UTF-16 without a mark: there are zeros, and one order of the bytes gives writing. */
export function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !bytes.subarray(0, SAMPLE).includes(0)) return null;
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  let best: { label: "utf-16le" | "utf-16be"; strange: number } | null = null;
  for (const label of ["utf-16le", "utf-16be"] as const) {
    // The sample may end between the halves of a pair: then the last unit is left out.
    const text = strict(bytes.subarray(0, size), label) ?? strict(bytes.subarray(0, size - 2), label);
    if (text === null || !/[\n \u3000]/.test(text)) continue;
    const letters = Array.from(text.slice(0, 5000));
    const odd = letters.filter((letter) => letter.length === 1 && !USUAL.test(letter)).length / letters.length;
    if (odd <= 0.05 && (best === null || odd < best.strange)) best = { label, strange: odd };
  }
  return best?.label ?? null;
}

export function isJis(bytes: Uint8Array): boolean {
  for (let at = 0; at + 2 < Math.min(bytes.length, SAMPLE); at += 1)
    if (bytes[at] === 0x1b && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}

/** By the text that comes out; null where nothing speaks for any. */
export function likely(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, cutAt(bytes));
  let high = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    if (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) letters += 1;
  }
  if (high === 0) return null;
  return high >= letters * 0.3 ? byScript(sample) : bySigns(sample);
}

// The most frequent characters of running text: about two in five of all that is written.
const SIMPLIFIED = new Set(
  "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后么多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴轻松采访".split(
    "",
  ),
);
const TRADITIONAL = new Set(
  "的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後麼多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊共風戰接它許八特覺望直服林題建南度統色字請交愛讓認算論百吃義科怎元社術結六功指思非流每青管夫連遠資隊跟帶花快條院變聯言權往展該領傳近留紅治決周保達辦運武半候七必城父強步完革深區即求品士轉量空甚眾技輕程告江語英基派滿式李息寫呢識極令黃德收臉錢黨倒未持取設始版雙歷越史商千片容研像找友孩站廣改議形委早房音火際則首單據導影失拿網香似斯專石若兵弟誰校讀志飛觀爭究包組造落視濟喜離雖壞興採訪嗎辛苦".split(
    "",
  ),
);

/** Of a script: how much each letter speaks for the candidate; what is not of it speaks against. */
type Candidate = Readonly<{ label: string; weigh: (letter: string) => number }>;
const SCRIPTS: readonly Candidate[] = [
  { label: "shift_jis", weigh: japanese },
  { label: "euc-jp", weigh: japanese },
  { label: "gb18030", weigh: (letter) => han(letter, SIMPLIFIED) },
  { label: "big5", weigh: (letter) => han(letter, TRADITIONAL) },
  { label: "euc-kr", weigh: (letter) => (/[\uac00-\ud7a3]/.test(letter) ? 0.9 : wide(letter)) },
  { label: "windows-1251", weigh: of(/[\u0400-\u045f]/, "оеаинтсрвлкмдпу") },
  { label: "koi8-r", weigh: of(/[\u0410-\u0451]/, "оеаинтсрвлкмдпу") },
  { label: "ibm866", weigh: of(/[\u0410-\u0451]/, "оеаинтсрвлкмдпу") },
  { label: "windows-1253", weigh: of(/[\u0386-\u03ce]/, "αοιετσνηυρπκμλς") },
  { label: "windows-1255", weigh: of(/[\u05b0-\u05ea]/, "יוהלאמרתנבשםכ") },
  { label: "windows-1256", weigh: of(/[\u0621-\u06d2\u060c\u061f]/, "اليمنوربتهعدسكق") },
  { label: "windows-874", weigh: of(/[\u0e01-\u0e5b]/, "านรอกเงมยลวดทส") },
];

function byScript(sample: Uint8Array): string | null {
  let best: { label: string; score: number } | null = null;
  for (const { label, weigh } of SCRIPTS) {
    const text = strict(sample, label);
    if (text === null) continue;
    let score = 0;
    let count = 0;
    let before = "";
    for (const letter of text) {
      if (letter <= "\u007f") {
        before = letter;
        continue;
      }
      count += 1;
      score += weigh(letter);
      // A capital within a word is a letter of another code page.
      if (isSmall(before) && isCapital(letter)) score -= 1;
      before = letter;
    }
    const mean = count === 0 ? 0 : score / count;
    if (mean > 0.3 && (best === null || mean > best.score)) best = { label, score: mean };
  }
  return best?.label ?? null;
}

function of(script: RegExp, usual: string): (letter: string) => number {
  const often = new Set(usual);
  return (letter) =>
    often.has(letter) ? 1 : script.test(letter) ? 0.4 : /[\u00a0«»„“”‘’–—…°№]/.test(letter) ? 0.1 : -0.8;
}

function japanese(letter: string): number {
  if (/[\u3041-\u3096\u30a1-\u30fc]/.test(letter)) return 1;
  if (/[\uff61-\uff9f]/.test(letter)) return -0.3; // half-width kana: bytes of another encoding, nearly always
  return han(letter, SIMPLIFIED) > 0 ? 0.35 : wide(letter);
}

function han(letter: string, often: ReadonlySet<string>): number {
  if (often.has(letter)) return 1.2;
  return /[\u4e00-\u9fff]/.test(letter) ? 0.3 : wide(letter);
}

/** Punctuation that all of East Asia has; anything else beyond ASCII is strange there. */
function wide(letter: string): number {
  if (/[\u3000-\u303f\uff01-\uff5e\u2010-\u2026\u00b7]/.test(letter)) return 0.3;
  return /[\u4e00-\u9fff]/.test(letter) ? 0.15 : -0.5;
}

// Western first: where two read the same text without anything strange, the more common one is taken.
const WESTERN = ["windows-1252", "windows-1250", "iso-8859-2", "iso-8859-15", "macintosh", "windows-1254"] as const;

function bySigns(sample: Uint8Array): string | null {
  let best: { label: string; strange: number } | null = null;
  for (const label of WESTERN) {
    const text = strict(sample, label);
    if (text === null) continue;
    const odd = strange(text);
    if (best === null || odd < best.strange) best = { label, strange: odd };
  }
  if (best?.label === "windows-1252" && isWelsh(new TextDecoder("windows-1252").decode(sample))) return "iso-8859-14";
  return best?.label ?? null;
}

/** Signs between letters, capitals after small letters, control characters: none of them is writing. */
function strange(text: string): number {
  const signs =
    text.match(/\p{L}[^\p{L}\p{M}\p{N}\s'’‘"“”„«»().,;:!?…/&@+*=_<>[\]{}|~^`´%$€°·•–—\u00ad-]\p{L}/gu)?.length ?? 0;
  const starts = text.match(/(?:^|\s)[¿¡¢¥¦¨ª¬¯±²³¶¸¹º¼½¾×÷†‡ˆ˜‰¤]\p{Ll}/gu)?.length ?? 0;
  const ends = text.match(/\p{Ll}[¿¡£¢¥¦¨¬¯±²³¶¸¹º¼½¾×÷†‡ˆ˜¤](?=[\s.,;:!?)]|$)/gu)?.length ?? 0;
  const pounds = text.match(/£\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Ll}[\u00c0-\u024f](?<=\p{Lu})/gu)?.length ?? 0;
  const controls = text.match(/[\u0080-\u009f]/g)?.length ?? 0;
  return signs + starts + ends + pounds + capitals + controls * 2;
}

/** ŵ and ŷ stand in ISO 8859-14 where Western pages have the Icelandic ð and þ. */
function isWelsh(text: string): boolean {
  if (!/[ðþÐÞ]/.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const welsh = words.filter((word) =>
    /^(?:yn|yr|y|mae|ac|ar|wedi|oedd|ei|eu|nid|hefyd|bod|gan|am|ond|fel|hynny|ni|chi|iawn|dim|sydd)$/.test(word),
  );
  return welsh.length >= Math.max(2, words.length * 0.08);
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Where the sample may end without cutting a character: at a line's end. */
function cutAt(bytes: Uint8Array): number {
  if (bytes.length <= SAMPLE) return bytes.length;
  const line = bytes.lastIndexOf(0x0a, SAMPLE);
  return line > SAMPLE / 2 ? line : SAMPLE;
}

function strict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
