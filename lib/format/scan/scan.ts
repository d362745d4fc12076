/**
 * The last gate: reads the bytes of a finished file as a finder of names would, and says whether any of them stands there.
 *
 * Looks where text hides: names of zip members, words split over runs, attributes, comments, properties, deleted text,
 * UTF-16, base64, percent and entity codes, zips within zips, the words and strings of a PDF, cells of a .csv, in which quotation
 * marks are doubled. Knows nothing of how the file was made.
 * Gives back positions and terms, never the words. Rules: docs/spec/report.md, S1 to S16.
 */
import type { Occurrence } from "#lib/domain/identifier/find.ts";
import type { Leak } from "#lib/domain/report/check.ts";
import { readQuoted } from "#lib/format/report/csv.ts";
import { decodings } from "./decode.ts";
import { readings } from "./markup.ts";
import { LISTED, isPdf, unpackPdf } from "./pdf.ts";
import { BETWEEN, isZip, unpack } from "./unpack.ts";
import type { Member } from "./unpack.ts";

export type ScanOrder = Readonly<{
  /** the name that the file will be given */
  name: string;
  find: (text: string) => readonly Occurrence[];
  /** names that agreed to be listed, allowed as the whole of an item of the respondents list and nowhere else */
  agreed: ReadonlySet<string>;
  /** whether this place of this term was decided to be kept; the finished text keeps it, so the bytes may */
  kept?: (occurrence: Occurrence) => boolean;
  /** whether this is a place of the text in which alone a term was decided to be kept */
  spared?: (text: string, occurrence: Occurrence) => boolean;
  /** the same kind of file without data: what stands in it too says nothing about anyone (a font called Hans) */
  blank?: Uint8Array;
}>;

const DEEPEST = 4;

/**
 * Scans a file.
 *
 * @returns every leak once per term, place and way; an empty list lets the file go. A zip or PDF that cannot be read
 * is itself a leak (`how` is `unreadable`), as nobody knows what it holds.
 */
export function scan(bytes: Uint8Array, order: ScanOrder): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  const known = order.blank === undefined ? NOTHING : knowledge(order.blank);
  look(order.name, order.name, "name");
  open(bytes, order.name, "", 0);
  return [...leaks.values()];

  function open(content: Uint8Array, place: string, within: string, depth: number): void {
    const members = holds(content, order.agreed);
    if (members !== "none") {
      if (members === null || depth >= DEEPEST) {
        leaks.set(`unreadable ${place}`, { term: "", place, how: "unreadable" });
        return;
      }
      for (const member of members) {
        const path = `${within}/${member.name}`;
        if (!known.members.has(path)) look(member.name, `${place}/${member.name}`, "name");
        if (!same(known.members.get(path), member.bytes))
          open(member.bytes, `${place}/${member.name}`, path, depth + 1);
      }
      return;
    }
    if (within.endsWith(LISTED)) {
      look(
        linesOf(content)
          .filter((line) => !known.parts.has(line))
          .join("\n"),
        place,
        "names",
      );
      return;
    }
    const own = within.endsWith(".txt") ? withoutLines(content, known.members.get(within)) : content;
    read(own, place, within);
    // Quotation marks are doubled in cells, and may stand within a name.
    const cells = place.endsWith(".csv") ? readQuoted(own) : own;
    if (!same(own, cells)) read(cells, place, within);
  }

  function read(content: Uint8Array, place: string, within: string): void {
    for (const { text, how } of decodings(withoutLong(content, known.parts))) {
      for (const reading of readings(text, order.agreed)) {
        const words =
          reading.parts?.filter((part) => !known.parts.has(part)).join("\n") ??
          (within.endsWith(BETWEEN) ? without(text) : reading.text);
        look(words, place, reading.how === "" ? how : `${how} ${reading.how}`);
      }
    }
  }

  /** The headers of a zip, without the names of members that every such file has. */
  function without(text: string): string {
    let rest = text;
    for (const path of known.members.keys()) rest = rest.replaceAll(path.slice(1), "\u0001");
    return rest;
  }

  function look(text: string, place: string, how: string): void {
    for (const one of order.find(text)) {
      if (order.kept?.(one) || order.spared?.(text, one)) continue;
      for (const term of [one.term, ...one.also]) leaks.set(`${term} ${place} ${how}`, { term, place, how });
    }
  }
}

type Knowledge = Readonly<{ members: ReadonlyMap<string, Uint8Array>; parts: ReadonlySet<string> }>;
const NOTHING: Knowledge = { members: new Map(), parts: new Set() };

/** What a file of this kind holds before anyone's words are in it. */
function knowledge(blank: Uint8Array): Knowledge {
  const members = new Map<string, Uint8Array>();
  const parts = new Set<string>();
  const read = (content: Uint8Array, within: string) => {
    const inside = holds(content, new Set());
    if (inside === "none" || inside === null) {
      for (const reading of readings(new TextDecoder().decode(content), new Set()))
        for (const part of reading.parts ?? []) parts.add(part);
    }
    for (const member of inside === "none" ? [] : (inside ?? [])) {
      if (member.name === LISTED) for (const line of linesOf(member.bytes)) parts.add(line);
      if (member.name !== BETWEEN) members.set(`${within}/${member.name}`, member.bytes);
      read(member.bytes, `${within}/${member.name}`);
    }
  };
  read(blank, "");
  return { members, parts };
}

/** What stands in a file that holds others; "none" where it is no such file, null where it cannot be read whole. */
function holds(content: Uint8Array, agreed: ReadonlySet<string>): readonly Member[] | "none" | null {
  return isZip(content) ? unpack(content) : isPdf(content) ? unpackPdf(content, agreed) : "none";
}

/** How long a line must be for it to be taken out before anything is read; shorter ones are left out where they stand. */
const LONG = 500;

/**
 * The bytes without the long lines that a file without data has too: fonts in a style sheet, whose thousands of letters
 * spell short names by chance.
 */
function withoutLong(content: Uint8Array, parts: ReadonlySet<string>): Uint8Array {
  let text: string | null = null;
  for (const part of parts) {
    if (part.length < LONG) continue;
    text ??= Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
    text = text.replaceAll(Buffer.from(part, "utf8").toString("latin1"), "");
  }
  return text === null ? content : Buffer.from(text, "latin1");
}

/** A text without the lines that the text of the same name has in a file without data: sentences of ours, whole. */
function withoutLines(content: Uint8Array, blank: Uint8Array | undefined): Uint8Array {
  if (!blank) return content;
  const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").split("\n");
  const ours = new Set(lines(blank));
  return Buffer.from(
    lines(content)
      .filter((line) => !ours.has(line))
      .join("\n"),
    "latin1",
  );
}

function linesOf(content: Uint8Array): readonly string[] {
  return new TextDecoder().decode(content).split("\n");
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
