/** Files that mean harm, or were harmed on their way: each ends in a draft, a sheet or a named fault. */
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { open } from "#lib/format/import/open.ts";
import { makeReading } from "#lib/server/reading/pool.ts";
import { column, makePdf } from "#tests/kit/pdf.ts";

const own = (name: string) =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, "../../../files/import", name)));
const odf = (kind: "text" | "spreadsheet", body: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
  });
const p = (words: string) => `<text:p>${words}</text:p>`;

const WHOLE: Readonly<Record<string, Uint8Array>> = {
  docx: own("interview.docx"),
  odt: odf(
    "text",
    `${p("Mari: Pam?")}${p("Owen: Glaw.")}<table:table><table:table-row><table:table-cell>${p("x")}</table:table-cell></table:table-row></table:table>`,
  ),
  ods: odf(
    "spreadsheet",
    `<table:table table:name="a"><table:table-row><table:table-cell>${p("speaker")}</table:table-cell><table:table-cell table:number-columns-repeated="2">${p("text")}</table:table-cell></table:table-row></table:table>`,
  ),
  pdf: makePdf([column(60, 760, ["Mari: Why did it all begin?", "Owen: It rained (a lot)."]), []]),
  rtf: strToU8(
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset128 M;}}{\\b Mari:}\\tab Pam\\'85\\u373?\\par\\trowd\\intbl a\\cell b\\cell\\row{\\*\\x y}\\bin3 abc}",
  ),
  html: strToU8(
    "<!doctype html><html><body><nav>x</nav><table><tr><td><b>A:</b><td>words &amp; &#8217;<tr></table><p hidden>a<p>b</body>",
  ),
  json: strToU8(
    '{"segments":[{"speaker":"A","start":0.5,"end":1,"text":"Why?"},{"speaker":"B","start":1,"text":"So."}]}',
  ),
  chat: strToU8(
    '@UTF8\n@Participants:\tA Ann Adult\n*A:\tmae@1 hi . %snd:"f"_0_20\n%gls:\tx\n*A:\tie \u001520_40\u0015\n',
  ),
  vtt: own("teams.vtt"),
  srt: own("captions.srt"),
  csv: own("survey.csv"),
  "csv of speech": strToU8("time,speaker,text\n0:01,A,One?\n0:02,B,Two.\n0:03,A,Three?\n"),
};

const faults: string[] = [];
const reading = makeReading((what) => faults.push(what));
afterAll(() => reading.close());

/** In a thread, as people's files are: pdf.js leaves promises unattended, which only a thread of its own can bear. */
const read = (bytes: Uint8Array) => reading.read(bytes, {});

async function ends(bytes: Uint8Array, opens: typeof read = open): Promise<void> {
  const opened = await opens(bytes);
  if (!opened.ok) expect(opened.fault.code).toMatch(/^(?!file\.unreadable)[a-z-]+\.[a-z-]+$/);
  else if (opened.value.kind === "transcript") {
    const { text, turns } = opened.value.draft;
    expect(Array.from(text).length).toBe(turns.at(-1)?.end);
  }
}

/** Bytes changed, cut out, doubled or put in, at places of its own choosing. */
const wound = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("flip", "cut", "double", "insert", "truncate"),
  size: fc.integer({ min: 1, max: 40 }),
  byte: fc.nat(255),
});
function harmed(
  bytes: Uint8Array,
  wounds: readonly { at: number; kind: string; size: number; byte: number }[],
): Uint8Array {
  let list = [...bytes];
  for (const { at, kind, size, byte } of wounds) {
    const place = at % Math.max(1, list.length);
    if (kind === "flip") list[place] = byte;
    else if (kind === "cut") list.splice(place, size);
    else if (kind === "double") list.splice(place, 0, ...list.slice(place, place + size));
    else if (kind === "insert") list.splice(place, 0, ...Array.from({ length: size }, () => byte));
    else list = list.slice(0, place);
  }
  return Uint8Array.from(list);
}

describe("[I33] a whole file that was harmed", () => {
  test.each(Object.keys(WHOLE))("%s", async (name) => {
    const bytes = WHOLE[name] ?? new Uint8Array();
    const wounds = fc.array(wound, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(wounds, async (list) => {
        await ends(harmed(bytes, list), name === "pdf" ? read : open);
      }),
      { numRuns: 80 },
    );
    expect(faults).toEqual([]);
    // In an archive, what is packed is harmed too, and packed again.
    if (bytes[0] !== 0x50) return;
    const parts = unzipSync(bytes);
    const names = Object.keys(parts).filter((part) => part.endsWith(".xml"));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), wounds, async (part, list) => {
        const mimetype = parts["mimetype"];
        await ends(
          zipSync(
            {
              ...(mimetype ? { mimetype } : {}),
              ...parts,
              [part]: harmed(parts[part] ?? new Uint8Array(), list),
            },
            { level: 0 },
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("[I32] [I33] more labels than a call takes arguments", () => {
  const word = (n: number) =>
    Array.from({ length: 4 }, (_, at) => String.fromCodePoint(65 + (Math.floor(n / 26 ** at) % 26))).join("");
  test.each([
    ["names", (n: number) => `A${word(n).toLowerCase()}: Hello.`],
    ["parts", (n: number) => `${word(n).slice(0, 3)}${n % 10}: Hello.`],
    ["initials", (n: number) => `${word(n)} Hello.`],
  ])("%s", async (_, line) => {
    const text = Array.from({ length: 140_000 }, (__, n) => line(n)).join("\n");
    expect(await open(strToU8(text))).toEqual({
      ok: false,
      fault: { code: "turns.too-many", count: 140_000, limit: LIMIT.turns },
    });
  });
});

describe("files that mean harm", () => {
  const code = async (bytes: Uint8Array) => {
    const opened = await open(bytes);
    return opened.ok ? null : opened.fault.code;
  };

  test("[I30] an outside entity and entities that grow are refused in every kind of document", async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    for (const bytes of [odf("text", p("&c;")), odf("spreadsheet", p("&b;"))]) {
      const parts = unzipSync(bytes);
      const content = strFromU8(parts["content.xml"] ?? new Uint8Array());
      expect(
        await code(
          zipSync({
            mimetype: [parts["mimetype"] ?? new Uint8Array(), { level: 0 }],
            "content.xml": strToU8(doctype + content),
          }),
        ),
      ).toBe("file.broken");
    }
  });

  test("[I30] an OpenDocument text that unpacks into far more than it should is refused", async () => {
    const bomb = zipSync(
      {
        mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
        "content.xml": new Uint8Array(LIMIT.unpacked + 1024),
      },
      { level: 9 },
    );
    expect(await code(bomb)).toBe("file.bomb");
  });

  test.each([
    ["groups without end", strToU8(`{\\rtf1 ${"{".repeat(200_000)}x`), "file.broken"],
    ["groups that never began", strToU8(`{\\rtf1 x${"}".repeat(200_000)}`), null],
    ["elements within elements", strToU8(`<html>${"<div>".repeat(200_000)}x`), null],
    ["tags without end", strToU8(`<html>x${"<".repeat(100_000)}`), null],
    ["tables within tables", strToU8(`<html>${"<table><tr><td>".repeat(20_000)}x`), null],
    ["lists within lists", strToU8(`${"[".repeat(5000)}${"]".repeat(5000)}`), "file.json"],
    ["spaces without end", odf("text", `<text:p>a<text:s text:c="99999999999"/>b</text:p>`), null],
    [
      "a repeated cell without end",
      odf(
        "spreadsheet",
        `<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384">${p("x")}</table:table-cell></table:table-row></table:table>`,
      ),
      expect.stringMatching(/too-many|bomb/),
    ],
  ])("[I32] [I33] %s", { timeout: 20_000 }, async (_, bytes, expected) => {
    expect(await code(bytes)).toEqual(expected);
  });

  test("[I1] what a file is called does not matter, and nothing is no file", async () => {
    expect(await code(new Uint8Array())).toBe("file.empty");
    expect(await code(new Uint8Array(LIMIT.bytes + 1))).toBe("file.too-large");
  });
});
