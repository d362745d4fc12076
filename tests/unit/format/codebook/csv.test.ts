import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { voices } from "#lib/domain/finding/voice.ts";
import { decide } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { compare } from "#lib/domain/tag/draft.ts";
import type { CodebookRead, KnownTag } from "#lib/domain/tag/draft.ts";
import { usesOf } from "#lib/domain/tag/use.ts";
import { guard, unguard } from "#lib/format/codebook/guard.ts";
import { hueOf } from "#lib/format/codebook/colour.ts";
import { joinPath, splitPath } from "#lib/format/codebook/path.ts";
import { readCodebook } from "#lib/format/codebook/read.ts";
import { cellsOf, gatherCodebook, writeCodebook } from "#lib/format/codebook/write.ts";
import { armed } from "#lib/format/report/csv.ts";
import { sayCodebook } from "#lib/server/load/say.ts";
import { LANGS, bookOf, bring, empty, seen, tag } from "#tests/kit/codebook-file.ts";
import type { Book } from "#tests/kit/codebook-file.ts";
import { id } from "#tests/kit/study.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const wish = { lang: "en", levels: true } as const;

function read(text: string | Uint8Array, levels = true): CodebookRead {
  const answer = readCodebook(typeof text === "string" ? bytes(text) : text, { ...wish, levels });
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
}

/** A reading as lines: `Trust › Officers: what it means`. */
const told = ({ drafts }: CodebookRead) =>
  drafts.map(({ above, texts }) => {
    const name = texts["name/en"] ?? texts["name/cy"];
    const description = texts["description/en"] ?? texts["description/cy"];
    return [...above, name].join(" › ") + (description ? `: ${description}` : "");
  });

describe("files of other tools", () => {
  test.each([
    ["NVivo", 'Name,Description,Files,References\n"Codes\\\\Trust",In people,3,9\n"Codes\\\\Trust\\\\Officers",,2,4\n'],
    [
      "MAXQDA",
      "Colour;Parent code;Code;Code memo;Coded segments\n#a51d2b;;Trust;In people;9\n#a51d2b;Trust;Officers;;4\n",
    ],
    ["ATLAS.ti", "Code\tComment\tCode Groups\tGrounded\nTrust\tIn people\tx\t9\nTrust::Officers\t\tx\t4\n"],
    ["Taguette", "tag,description,number of highlights\nTrust,In people,9\nTrust > Officers,,4\n"],
    ["QualCoder", "codename,memo,category,date\nTrust,In people,,2026\nOfficers,,Trust,2026\n"],
    ["hand, in Welsh", "Cod|Disgrifiad|Rhiant\nTrust|In people|\nOfficers||Trust\n"],
    ["hand, below a banner", "Our codebook 2026,,\nPath,Definition,Owner\nTrust,In people,me\nTrust › Officers,,me\n"],
    ["hand, without headings", "Trust;In people\nTrust > Officers;\n"],
  ])("[CB20] [CB21] %s", (_, text) => {
    expect(told(read(text))).toEqual(["Trust: In people", "Trust › Officers"]);
  });

  test("[CB20] UTF-16 with its mark, and columns of both languages in any order", () => {
    const text = "Cynnwys (Cymraeg)\tEnw (Cymraeg)\tName (English)\nGweithwyr\tYmddiriedaeth\tTrust\n";
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    expect(read(wide).drafts[0]?.texts).toEqual({
      "include/cy": "Gweithwyr",
      "name/cy": "Ymddiriedaeth",
      "name/en": "Trust",
    });
  });

  test("[CB21] a sign within names is a level only where it leads to a tag, and where a person wants it", () => {
    expect(told(read("name\nAC > DC\nTrust\nLoss\n"))).toEqual(["AC > DC", "Trust", "Loss"]);
    const text = "name\nTrust\nTrust > Officers\n";
    expect(read(text).levels).toBe(">");
    expect(told(read(text, false))).toEqual(["Trust", "Trust > Officers"]);
  });

  test("[CB21] [CB23] parents that are unclear or run in a ring are faults of their rows", () => {
    const text = "name,parent\nA,B\nB,A\nC,D\nD,\nD,E\n,D\n";
    expect(read(text).faults).toEqual([
      { line: 2, code: "parent.cycle" },
      { line: 3, code: "parent.cycle" },
      { line: 4, code: "parent.unclear" },
      { line: 7, code: "name.none" },
    ]);
  });

  test("[CB23] what is too long or too deep is a fault of its row", () => {
    const deep = Array.from({ length: 11 }, (_, at) => `t${at}`).join("::");
    const text = `name,description\n${"x".repeat(201)},\nA,${"y".repeat(20_001)}\nB,\nB::C,\n${deep},\n`;
    expect(read(text).faults.map(({ code }) => code)).toEqual(["name.long", "text.long", "deep"]);
  });

  test("[CB24] any bytes end in a reading or a named fault", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)), (any) => {
        const answer = readCodebook(any, wish);
        if (!answer.ok) expect(answer.fault.code).toMatch(/^[a-z]+\.[a-z-]+$/);
      }),
    );
    expect(readCodebook(bytes(" \n"), wish)).toMatchObject({ ok: false, fault: { code: "file.empty" } });
  });
});

test("[CB20] colours are read as the nearest of ours", () => {
  expect(["#3049a4", "3049A4", "rgb(48, 73, 164)", "#e01020", "4", "", "red"].map(hueOf)).toEqual([
    1,
    1,
    1,
    4,
    4,
    null,
    null,
  ]);
});

test("[CB27] no cell is calculated, and reading gives back what was written", () => {
  const nasty = fc.array(fc.constantFrom("'", "=", "+", "-", "@", " ", "a", "\n", "＝", "\t"), { maxLength: 6 });
  fc.assert(
    fc.property(nasty, (signs) => {
      const words = signs.join("");
      const guarded = guard(words);
      const cell = armed(guarded) ? `'${guarded}` : guarded; // what `csv` does
      expect(armed(cell)).toBe(false);
      expect(unguard(cell)).toBe(words);
    }),
  );
});

test("[CB25] a path is taken apart as it was put together", () => {
  const name = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("a", "›", "\\", " ", ">") });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const trimmed = names.map((one) => one.trim());
      expect(splitPath(joinPath(trimmed))).toEqual(trimmed);
    }),
  );
});

describe("comparing", () => {
  const known: readonly KnownTag[] = [
    { id: id("T"), parent: null, hue: 1, texts: { "name/en": { words: "Trust", phrase: id("p") } } },
    {
      id: id("O"),
      parent: id("T"),
      hue: null,
      texts: { "name/en": { words: "Officers", phrase: id("p") }, "name/cy": { words: "Swyddogion", phrase: id("p") } },
    },
  ];
  const plan = (text: string) => {
    let made = 0;
    return compare(known, read(text).drafts, "en", () => id(`new${made++}`));
  };

  test("[CB22] [CB23] by id, else by name in either language; new, implied, the same, different, twice", () => {
    const text = [
      "id,path,name (en),name (cy),parent,colour,description (en)",
      `${id("O")},Trust › Staff,Staff,,,,`,
      ",TRUST,trust,,,#a51d2b,",
      ",Trust › Swyddogion,,Swyddogion,,,",
      ",Loss › Sleep,Sleep,,,,At night",
    ].join("\n");
    const { tags, doubles } = plan(text);
    expect(tags.map(({ kind, line, path }) => [kind, line, path.join(" › ")])).toEqual([
      ["changed", 3, "trust"],
      ["changed", 2, "Trust › Staff"],
      ["implied", 5, "Loss"],
      ["new", 5, "Loss › Sleep"],
    ]);
    expect(tags[0]).toMatchObject({ hue: { before: 1, after: 4 } });
    expect(tags[1]?.texts).toEqual([{ key: "name/en", before: "Officers", after: "Staff", was: id("p") }]);
    expect(doubles).toEqual([{ line: 4, first: 2, path: ["Trust", "Swyddogion"] }]);
  });

  test("[CB22] a tag of ours that stands elsewhere in the file has moved", () => {
    const { tags } = plan(`id,path,name (en),parent\n${id("O")},Officers,Officers,\n`);
    expect(tags).toMatchObject([{ kind: "changed", moved: true, parent: null, texts: [] }]);
  });

  test("[CB23] a blank empties nothing", () => {
    expect(plan("name,colour\nTrust,\n").tags).toMatchObject([{ kind: "same" }]);
  });
});

const file = ({ rows, phrases }: Book, lang: "en" | "cy") =>
  writeCodebook(
    cellsOf(gatherCodebook(rows, lang, { phrases, quotes: new Map(), day: "2026-11-27" }), sayCodebook(lang)),
  );

test("[CB16] [CB25] [CB26] what leaves comes in again as what it was, in its own study and in an empty one, in either language", () => {
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 12 }), fc.constantFrom(...LANGS), (tags, lang) => {
      const book = bookOf(tags);
      const left = file(book, lang);
      expect(file(book, lang)).toEqual(left);
      expect(bring(book, read(left))).toBe(0);
      const other = empty();
      bring(other, read(left));
      expect(seen(other)).toEqual(seen(book));
    }),
    { numRuns: 150 },
  );
});

test("[CB17] nothing comes in over a text that a colleague has changed since", () => {
  const book = bookOf([{ name: "Trust", cy: null, under: null, hue: null, texts: {} }]);
  const [own] = [...book.rows.all("tag")];
  const command = {
    kind: "tags.bring" as const,
    tags: [
      {
        id: own?.id ?? "",
        fresh: false,
        texts: [{ field: "name" as const, lang: "en" as const, phrase: id("mine"), was: id("older") }],
      },
    ],
  };
  expect(decide(book.rows, command, { person: id("me") })).toMatchObject({
    ok: false,
    fault: { code: "wording.changed" },
  });
});

test("[CB14] a quote that a tag and one within it carry is one quote, one source, one participant", () => {
  const rows = new Rows();
  const gone = false;
  const source = { organisation: null, guide: null, heldOn: null, minutes: null, title: null, original: null, gone };
  for (const [at, name] of ["s1", "s2"].entries()) {
    rows.put("source", {
      ...source,
      id: id(name),
      number: at + 1,
      kind: "survey",
      revision: id(`r${name}`),
      participant: id(`p${name}`),
      lang: "en",
    });
    rows.put("participant", {
      id: id(`p${name}`),
      number: at + 1,
      organisation: null,
      seniority: null,
      consent: "verbatim",
      agreedOn: null,
      agreedUntil: null,
      withdrawnOn: null,
      erased: false,
      name: null,
      contact: null,
      gone,
    });
  }
  const quotes = { q1: "s1", q2: "s1", q3: "s2" };
  for (const [name, of] of Object.entries(quotes))
    rows.put("quote", { id: id(name), source: id(of), by: id("me"), gone });
  for (const [name, parent] of [
    ["A", null],
    ["B", "A"],
  ] as const)
    rows.put("tag", { id: id(name), parent: parent && id(parent), hue: null, ord: `a${name}`, example: null, gone });
  for (const [quote, of] of [
    ["q1", "A"],
    ["q1", "B"],
    ["q2", "B"],
    ["q3", "B"],
  ] as const)
    rows.put("tagging", { id: `${id(quote)}/${id(of)}`, quote: id(quote), tag: id(of), gone });
  const heard = voices({
    quotes: rows.all("quote"),
    anchors: [],
    sources: rows.all("source"),
    speakers: [],
    participants: rows.all("participant"),
  });
  expect(usesOf(rows, heard).get(id("A"))).toEqual({
    own: { quotes: 1, sources: 1, participants: 1 },
    all: { quotes: 3, sources: 2, participants: 2 },
  });
});
