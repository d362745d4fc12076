/**
 * Puts canaries into files after the fact, each in one of the ways in which words hide, to prove that a search that finds nothing
 * could have found something.
 */
import { deflateSync, gzipSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { accented, mutated } from "./canary.ts";

export type Plant = Readonly<{ how: string; bytes: Uint8Array }>;
type Behind = readonly [how: string, hide: (word: string) => Uint8Array | string];
type Way = readonly [how: string, plant: (file: Buffer, word: string) => Uint8Array];

const SHEET = "xl/worksheets/sheet1.xml";
const half = (word: string): readonly [string, string] => [word.slice(0, 6), word.slice(6)];
const wide = (words: string) => Buffer.from(words, "utf16le");
const coded = (words: string, before: number) =>
  Buffer.from(`${"·".repeat(before)}${words}`, "latin1").toString("base64");

/** Ways to hide a word behind the words of any text. */
const TEXT: readonly Behind[] = [
  ["as it is", (word) => word],
  ["possessive", (word) => ` ${word}’s office`],
  ["mutated", (word) => ` yn ${mutated(word)}`],
  ["in capitals", (word) => ` ${word.toUpperCase()}`],
  ["with accents", (word) => ` ${accented(word)}`],
  ["with accents apart", (word) => ` ${accented(word).normalize("NFD")}`],
  ["over two lines", (word) => ` ${half(word).join("-\r\n  ")}`],
  ["with soft hyphens and joiners", (word) => ` ${half(word).join("\u00ad\u200d")}`],
  ["between tags", (word) => `<b>${half(word)[0]}</b><i class="x">${half(word)[1]}</i>`],
  ["in an attribute, as entities", (word) => `<p title="${entities(word)}">`],
  ["in a comment", (word) => `<!-- ${word} -->`],
  ["as percent codes", (word) => `?q=${percents(word)}`],
  ["as percent codes twice", (word) => `?q=${encodeURIComponent(percents(word))}`],
  ["as escapes of JSON", (word) => `"${escapes(word)}"`],
  ["as quoted-printable", (word) => ` ${half(word).join("=\r\n")}`],
  ["in UTF-16", (word) => wide(word)],
  ["in UTF-16, the other way", (word) => wide(word).swap16()],
  ["in UTF-16, at odd bytes, with accents", (word) => Buffer.concat([Buffer.from([0]), wide(accented(word))])],
  ...[0, 1, 2].map((before): Behind => [`in base64, ${before} before it`, (word) => ` ${coded(word, before)}`]),
  [
    "in base64 over lines",
    (word) => `\n${coded(`Something longer about ${word} and more`, 0).replace(/.{20}/g, "$&\r\n")}`,
  ],
  ["in base64 of UTF-16", (word) => ` ${wide(` ${word}`).toString("base64")}`],
  ["in base64 of base64", (word) => ` ${Buffer.from(coded(`once ${word} again`, 0)).toString("base64")}`],
  ["in hexadecimal", (word) => ` ${Buffer.from(word).toString("hex")}`],
  ["in base64 of gzip", (word) => ` data:application/gzip;base64,${gzipSync(word).toString("base64")}`],
];

/** Ways to hide a word in any zip of an office program. */
const ZIP: readonly Way[] = [
  [
    "in a property",
    (file, word) =>
      inside(file, "docProps/core.xml", (xml) =>
        xml.replace("</cp:coreProperties>", `<cp:lastModifiedBy>${word}</cp:lastModifiedBy></cp:coreProperties>`),
      ),
  ],
  ["in a member's name", (file, word) => withMember(file, `media/${word}.png`, "x")],
  ["in UTF-16 in a member", (file, word) => withMember(file, "settings2.xml", wide(`\ufeff<a>${word}</a>`))],
  [
    "in a zip within the zip",
    (file, word) =>
      withMember(
        file,
        "embeddings/a.xlsx",
        Buffer.from(zipSync({ "xl/sharedStrings.xml": Buffer.from(`<t>${word}</t>`) })),
      ),
  ],
  ["in the zip's comment", commented],
];

const DOCX: readonly Way[] = [
  ...ZIP,
  [
    "split over two runs",
    (file, word) => inside(file, "word/document.xml", (xml) => xml.replace("</w:p>", `${runs(word)}</w:p>`)),
  ],
  [
    "deleted, in a tracked change",
    (file, word) =>
      inside(file, "word/document.xml", (xml) =>
        xml.replace("</w:p>", `<w:del><w:r><w:delText>${word}</w:delText></w:r></w:del></w:p>`),
      ),
  ],
  [
    "as alternative text",
    (file, word) =>
      inside(file, "word/document.xml", (xml) =>
        xml.replace("</w:p>", `<w:r><wp:docPr id="1" descr="${entities(word)}"/></w:r></w:p>`),
      ),
  ],
  ["in a comment's author", (file, word) => withMember(file, "word/comments.xml", `<w:comment w:author="${word}"/>`)],
];

const XLSX: readonly Way[] = [
  ...ZIP,
  [
    "split over the runs of a cell",
    (file, word) =>
      inside(file, SHEET, (xml) =>
        xml.replace("<is>", `<is><r><t>${half(word)[0]}</t></r><r><rPr><b/></rPr><t>${half(word)[1]}</t></r>`),
      ),
  ],
  ["in a formula", (file, word) => inside(file, SHEET, (xml) => xml.replace("<is>", `<f>"${word}"</f><is>`))],
  [
    "in a string that nobody refers to",
    (file, word) => withMember(file, "xl/sharedStrings.xml", `<sst><si><t>${word}</t></si></sst>`),
  ],
  [
    "in the name of a sheet",
    (file, word) => inside(file, "xl/workbook.xml", (xml) => xml.replace('<sheet name="', `<sheet name="${word} `)),
  ],
  ["in a note's author", (file, word) => withMember(file, "xl/comments1.xml", `<author>${entities(word)}</author>`)],
];

/** Ways to hide a word in a PDF. */
const PDF: readonly Way[] = [
  ["in a comment behind the end", (file, word) => Buffer.concat([file, Buffer.from(`\n%${word}`)])],
  [
    "in a title of UTF-16",
    (file, word) =>
      Buffer.concat([file, Buffer.from(`\n9 0 obj <</Title <feff${wide(word).swap16().toString("hex")}>>> endobj`)]),
  ],
  [
    "split in a deflated stream",
    (file, word) => Buffer.concat([file, stream(`BT [(${half(word)[0]}) -20 (${half(word)[1]})] TJ ET`)]),
  ],
  [
    "over two lines in a deflated stream",
    (file, word) => Buffer.concat([file, stream(`BT (${half(word)[0]}) Tj 0 -12 Td (${half(word)[1]}) Tj ET`)]),
  ],
];

/** Ways to hide a word in a zip of texts. */
const TEXTS: readonly Way[] = [
  ...TEXT.map(([how, hide]): Way => [
    `${how}, in a member`,
    (file, word) =>
      withMember(
        file,
        "README.txt",
        Buffer.concat([unzipSync(file)["README.txt"] ?? new Uint8Array(), bytesOf(hide(word))]),
      ),
  ]),
  ["in a member's name", (file, word) => withMember(file, `transcripts/${word}.txt`, "x")],
  ["in the comment of the zip", commented],
];

/** What is not plain text, by the end of its name. */
const PACKED = new Map([
  ["zip", TEXTS],
  ["docx", DOCX],
  ["xlsx", XLSX],
  ["pdf", PDF],
]);

/** A file with a canary in it, in every way that its kind allows; each has a word of its own. */
export function plantsIn(name: string, file: Uint8Array, word: (how: string) => string): readonly Plant[] {
  const kind = name.split(".").at(-1);
  const behind = TEXT.map(([how, hide]): Way => [how, (text, it) => Buffer.concat([text, bytesOf(hide(it))])]);
  const ways = PACKED.get(kind ?? "") ?? behind;
  return ways.map(([how, plant]) => ({ how, bytes: plant(Buffer.from(file), word(how)) }));
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? Buffer.from(content, "utf8") : content;
}

function inside(zip: Buffer, member: string, change: (xml: string) => string): Uint8Array {
  const members = unzipSync(zip);
  const was = Buffer.from(members[member] ?? []).toString("utf8");
  const now = change(was);
  if (now === was) throw new Error(`nothing could be planted in ${member}`);
  return zipSync({ ...members, [member]: Buffer.from(now) });
}

function withMember(zip: Buffer, name: string, content: Uint8Array | string): Uint8Array {
  return zipSync({ ...unzipSync(zip), [name]: bytesOf(content) });
}

/** The comment stands at the end; the two bytes before it say how long it is. */
function commented(zip: Buffer, word: string): Uint8Array {
  const said = Buffer.concat([zip, Buffer.from(word)]);
  said.writeUInt16LE(word.length, zip.length - 2);
  return said;
}

function runs(word: string): string {
  const [first, second] = half(word);
  return `<w:r><w:t>${first}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>${second}</w:t></w:r>`;
}

function stream(content: string): Buffer {
  const packed = deflateSync(content);
  const head = Buffer.from(`\n8 0 obj <</Length ${packed.length} /Filter /FlateDecode>>\nstream\n`);
  return Buffer.concat([head, packed, Buffer.from("\nendstream\nendobj\n")]);
}

function entities(word: string): string {
  return Array.from(word, (sign, at) => {
    const code = sign.codePointAt(0) ?? 0;
    return at % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`;
  }).join("");
}

function percents(word: string): string {
  return Array.from(Buffer.from(word), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function escapes(word: string): string {
  return Array.from(word, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
