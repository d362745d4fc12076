/**
 * The last gate: reads the bytes of a finished file as a finder of names would, and says whether any of them stands there.
 *
 * Looks where text hides: names of zip members, words split over runs, attributes, comments, properties, deleted text,
 * UTF-16, base64, percent and entity codes, zips within zips. Knows nothing of how the file was made.
 * Gives back positions and terms, never the words. Rules: docs/spec/report.md, S1 to S9.
 */
import type { Occurrence } from "#lib/domain/identifier/find.ts";
import type { Leak } from "#lib/domain/report/check.ts";
import { decodings } from "./decode.ts";
import { readings } from "./markup.ts";
import { BETWEEN, isZip, unpack } from "./unpack.ts";

export type ScanOrder = Readonly<{
  /** the name that the file will be given */
  name: string;
  find: (text: string) => readonly Occurrence[];
  /** names that agreed to be listed, allowed as the whole of an item of the respondents list and nowhere else */
  agreed: ReadonlySet<string>;
  /** whether this place of this term was decided to be kept; the finished text keeps it, so the bytes may */
  kept?: (occurrence: Occurrence) => boolean;
  /** the same kind of file without data: what stands in it too says nothing about anyone (a font called Hans) */
  blank?: Uint8Array;
}>;

const DEEPEST = 4;

/**
 * Scans a file.
 *
 * @returns every leak once per term, place and way; an empty list lets the file go. A zip that cannot be read
 * is itself a leak (`how` is `unreadable`), as nobody knows what it holds.
 */
export function scan(bytes: Uint8Array, order: ScanOrder): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  const known = order.blank === undefined ? NOTHING : knowledge(order.blank);
  look(order.name, order.name, "name");
  open(bytes, order.name, "", 0);
  return [...leaks.values()];

  function open(content: Uint8Array, place: string, within: string, depth: number): void {
    if (isZip(content)) {
      const members = unpack(content);
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
    for (const { text, how } of decodings(content)) {
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
      if (order.kept?.(one)) continue;
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
    const inside = isZip(content) ? unpack(content) : null;
    if (inside === null) {
      for (const reading of readings(new TextDecoder().decode(content), new Set()))
        for (const part of reading.parts ?? []) parts.add(part);
    }
    for (const member of inside ?? []) {
      if (member.name !== BETWEEN) members.set(`${within}/${member.name}`, member.bytes);
      read(member.bytes, `${within}/${member.name}`);
    }
  };
  read(blank, "");
  return { members, parts };
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);
}
