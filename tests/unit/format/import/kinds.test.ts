/** Transcripts that are neither plain text nor captions nor Word: one test for what each kind does its own way. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { open } from "#lib/format/import/open.ts";
import { draftOf, left, sheetOf, spoken } from "./say.ts";

const lines = (...list: string[]) => list.join("\n");

describe("OpenDocument", () => {
  const odt = (body: string, styles = "", more: Record<string, Uint8Array> = {}) =>
    zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": strToU8(
        `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      ...more,
    });
  const bold =
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="C" style:parent-style-name="B"/>';
  const p = (words: string) => `<text:p>${words}</text:p>`;
  const b = (words: string, style = "B") => `<text:span text:style-name="${style}">${words}</text:span>`;

  test("[I52] bold speakers by style and by its parent, tabs, spaces, line breaks, notes left alone", async () => {
    const draft = await draftOf(
      odt(
        [
          p(`${b("Mari")} Sut <text:s text:c="2"/>ddechreuodd\n   hi?`),
          p(
            `${b("Owen", "C")}<text:tab/>Yn araf &amp; wedyn<text:note><text:p>not said</text:p></text:note><text:line-break/>yn gynt.`,
          ),
          p(`${b("Mari")} A wedyn?<office:annotation><text:p>check</text:p></office:annotation>`),
          p(`${b("Owen", "C")} Dyna ni.`),
        ].join(""),
        bold,
      ),
    );
    expect(spoken(draft)).toEqual([
      "Mari: Sut   ddechreuodd hi?",
      "Owen: Yn araf & wedyn\nyn gynt.",
      "Mari: A wedyn?",
      "Owen: Dyna ni.",
    ]);
    expect(draft.format).toBe("odt");
    expect(draft.warnings).toEqual([{ code: "document.notes", count: 2 }]);
  });

  test("[I31] [I87] headers, footers and the marks of lists are told as left out", async () => {
    const page = `<style:header>${p("In confidence")}</style:header><style:footer>${p(" ")}</style:footer>`;
    const draft = await draftOf(
      odt(`<text:list><text:list-item>${p("Why?")}</text:list-item></text:list>${p("It rained.")}`, "", {
        "styles.xml": strToU8(
          `<office:document-styles><office:master-styles><style:master-page>${page}</style:master-page></office:master-styles></office:document-styles>`,
        ),
      }),
    );
    expect(draft.text).toBe("Why?\n\nIt rained.");
    expect(left(draft)).toEqual({ "page-margin": 1, "list-mark": 1 });
  });

  test("[I55] a table with columns for time, speaker and words", async () => {
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join("")}</table:table-row>`;
    const draft = await draftOf(
      odt(
        p("An interview") +
          `<table:table>${row("Time", "Speaker", "Text")}${row("0:01", "Int:", "Why?")}${row("0:04", "Owen", "It rained.")}${row("0:09", "Int:", "And?")}${row("", "Owen", "It stopped.")}</table:table>`,
      ),
    );
    expect(spoken(draft)).toEqual([
      "-: An interview",
      "Int: Why?",
      "Owen: It rained.",
      "Int: And?",
      "Owen: It stopped.",
    ]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([null, 1000, 4000, 9000, null]);
    expect(draft.speakers.map((speaker) => speaker.interviewer)).toEqual([true, false]);
    expect(left(draft)).toEqual({ "table-heading": 1, label: 4 });
  });

  test("[I30] a document type, a password and a broken body are faults by name", async () => {
    const code = async (bytes: Uint8Array) => {
      const opened = await open(bytes);
      return opened.ok ? null : opened.fault.code;
    };
    const head = { mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 as const }] as const };
    expect(
      await code(
        zipSync({
          mimetype: [head.mimetype[0], { level: 0 }],
          "content.xml": strToU8(
            '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><office:text><text:p>&b;</text:p></office:text>',
          ),
        }),
      ),
    ).toBe("file.broken");
    expect(await code(odt("<text:p>open"))).toBe("file.broken");
    expect(
      await code(
        odt(p("x"), "", {
          "META-INF/manifest.xml": strToU8("<manifest:manifest><manifest:encryption-data /></manifest:manifest>"),
        }),
      ),
    ).toBe("file.password");
  });
});

describe("rich text", () => {
  test("[I54] signs, code pages, Unicode with stand-ins, destinations", async () => {
    const rtf = lines(
      "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Mincho;}}",
      "{\\colortbl;\\red0\\green0\\blue0;}{\\info{\\title Not said}{\\author Nobody}}{\\header Page \\chpgn\\par}{\\*\\generator Writer;}",
      "\\pard {\\b Int:}\\tab Wh\\'e0t\\rquote s \\ldblquote new\\rdblquote ?\\par",
      "{\\b Owen:}\\tab D\\u373?r \\u8211\\'96 ie, {\\f1 \\'c4\\'e0} {\\f2 \\'82\\'a0} \\u-10179?\\u-8704?\\line next\\~line.{\\footnote a note}\\par",
      '{\\b Int:}\\tab {\\field{\\*\\fldinst HYPERLINK "http://x.test"}{\\fldrslt See}} \\{this\\} {\\v hidden}{\\pict\\bin4 \\{}}}?\\par',
      "{\\b Owen:}\\tab It\\emdash {\\deleted gone}stays.\\par}",
      "after the end",
    );
    const draft = await draftOf(Uint8Array.from(rtf, (sign) => sign.charCodeAt(0)));
    expect(spoken(draft)).toEqual([
      "Int: Whàt’s “new”?",
      "Owen: Dŵr – ie, Да あ 😀\nnext\u00a0line.",
      "Int: See {this} ?",
      "Owen: It—stays.",
    ]);
    expect(draft).toMatchObject({ format: "rtf", encoding: "windows-1252" });
    expect(draft.warnings).toEqual([
      { code: "document.tracked", count: 1 },
      { code: "document.notes", count: 1 },
    ]);
    expect(left(draft)).toEqual({ "page-margin": 1, picture: 1, label: 4 });
  });

  test("[I31] [I54] headers and footers are told as left out where they have words", async () => {
    const read = (margin: string) => draftOf(`{\\rtf1\\ansi ${margin}\\pard Why?\\par It rained.\\par}`);
    const bare = await read("{\\header\\pard\\par}{\\footer {\\pict\\pngblip 89504e47}\\pard\\intbl\\cell\\row}");
    expect(bare.text).toBe("Why?\n\nIt rained.");
    expect(bare.dropped).toEqual([]);
    const full = await read("{\\headerl\\pard In {\\b con\\'66idence}\\par Page{\\footnote no}\\u8239?1\\par}");
    expect(full.text).toBe("Why?\n\nIt rained.");
    expect(full.dropped).toEqual([{ rule: "page-margin", count: 1, examples: ["In confidence Page 1"] }]);
    expect(full.warnings).toEqual([]);
  });

  test("[I87] numbers that a program writes before paragraphs of a list", async () => {
    const draft = await draftOf(
      "{\\rtf1 {\\listtext 1.\\tab}Why?\\par {\\pntext 2.\\tab}For rain.\\par 3. And now?\\par}",
    );
    expect(draft.text).toBe("Why?\n\nFor rain.\n\n3. And now?");
    expect(left(draft)).toEqual({ "list-mark": 2 });
  });

  test("[I54] [I55] a table of cells, and a broken end", async () => {
    const row = (...cells: string[]) => `\\trowd\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join("")}\\row `;
    const draft = await draftOf(
      `{\\rtf1 Above\\par ${row("Speaker", "Words")}${row("R1", "One?")}${row("R2", "Two.")}${row("R1", "Three?")}\\pard Below`,
    );
    expect(spoken(draft)).toEqual(["-: Above", "R1: One?", "R2: Two.", "R1: Three?", "-: Below"]);
  });
});

describe("web pages and pasted rich text", () => {
  test("[I53] paragraphs, bold names, references; no scripts, menus or hidden parts", async () => {
    const draft = await draftOf(
      `<!DOCTYPE html><html><head><title>T</title><style>p{}</style><script>if (1 < 2) document.write("<p>no</p>")</script></head>
      <body><nav><a href="/">Home</a></nav><!-- <p>not this</p> -->
      <p><b>Mari:</b> Pryd
        oedd hynny&#8217;n &ldquo;d&wcirc;r&rdquo;?<p><strong>Owen:</strong> Ddoe,<br>ac echdoe &amp; wedyn.
      <div><span style="font-weight:700">Mari:</span> 1 &lt; 2, AT&T?</div><p hidden>away</p>
      <p><b>Owen:</b> Ie.</p><footer>All rights</footer></body></html>`,
    );
    expect(spoken(draft)).toEqual([
      "Mari: Pryd oedd hynny’n “dŵr”?",
      "Owen: Ddoe,\nac echdoe & wedyn.",
      "Mari: 1 < 2, AT&T?",
      "Owen: Ie.",
    ]);
    expect(draft.dropped).toEqual([
      { rule: "page", count: 3, examples: ["Home", "away", "All rights"] },
      { rule: "label", count: 4, examples: ["Mari:", "Owen:"] },
    ]);
  });

  test("[I53] what Word and Google put on the clipboard", async () => {
    const draft = await draftOf(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal"><p><span style="font-weight:700">Ann</span><span style="font-weight:400"> Shall we?</span></p><p><span style="font-weight:700">Bob</span> Yes.</p><p><span style="font-weight:700">Ann</span> Now?</p><p><span style="font-weight:700">Bob</span> Now.</p></b>',
    );
    expect(draft.dialect).toBe("bold");
    expect(spoken(draft)).toEqual(["Ann: Shall we?", "Bob: Yes.", "Ann: Now?", "Bob: Now."]);
  });

  test("[I53] called comments, rich text is its lines", async () => {
    const sheet = await sheetOf("<!doctype html><p><b>More</b> time</p><p>Less &amp; less</p>", "comments");
    expect(sheet.rows).toEqual([["More time"], ["Less & less"]]);
  });

  test("[I53] [I55] a table without headings: times, names that come back, words", async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}`).join("")}`;
    const draft = await draftOf(
      `<html><table>${row("00:01", "Ann Lee", "Shall we begin now?")}${row("00:05", "Bob Day", "I think we should.")}${row("00:09", "Ann Lee", "How did it go then?")}${row("00:12", "Bob Day", "It went rather well.")}</table>`,
    );
    expect(spoken(draft)).toEqual([
      "Ann Lee: Shall we begin now?",
      "Bob Day: I think we should.",
      "Ann Lee: How did it go then?",
      "Bob Day: It went rather well.",
    ]);
  });
});

describe("tables as text", () => {
  test("[I55] headings, a colon after names, references, other columns, rows of nobody", async () => {
    const draft = await draftOf(
      lines(
        "timestamp,speaker,words,tags",
        "[0:00],DB:,And so&#8212;we begin?,start",
        '[00:01:09],RA,"Well, yes.",',
        ",DB,Sure?,",
        ",,(a door),",
        ",RA,Sure.,",
      ),
    );
    expect(spoken(draft)).toEqual(["DB: And so—we begin?", "RA: Well, yes.", "DB: Sure?", "-: (a door)", "RA: Sure."]);
    expect(draft.turns.map((turn) => turn.startMs)).toEqual([0, 69_000, null, null, null]);
    expect(draft).toMatchObject({ format: "csv", dialect: "table" });
    expect(left(draft)).toEqual({ "table-heading": 1, entity: 1, label: 4, "table-column": 1 });
  });

  test("[I55] times as milliseconds, the words under a heading that nobody knows", async () => {
    const draft = await draftOf(
      lines(
        "start\tstop\tspeaker\tהטקסט",
        "9100\t11400\tא\tשלום לכם",
        "12000\t99000\tב\tשלום",
        "99000\t140500\tא\tנתחיל?",
        "150000\t151000\tב\tכן",
      ),
    );
    expect(spoken(draft)).toEqual(["א: שלום לכם", "ב: שלום", "א: נתחיל?", "ב: כן"]);
    expect(draft.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [9100, 11_400],
      [12_000, 99_000],
      [99_000, 140_500],
      [150_000, 151_000],
    ]);
    expect(draft.format).toBe("tsv");
  });

  test("[I56] names and comments are a survey, and so is a table that a person calls one", async () => {
    const survey = lines("Name,Comment", "Ann Lee,It is good", "Bob Day,It is bad", "Cai Rhys,No idea");
    expect((await sheetOf(survey)).rows.length).toBe(3);
    const speech = lines("speaker,text", "A,One?", "B,Two.", "A,Three?", "B,Four.");
    expect((await draftOf(speech)).turns.length).toBe(4);
    expect((await sheetOf(speech, "survey")).rows.length).toBe(4);
  });
});

test("[I57] CHAT: main lines, times, language marks; headers say who asks", async () => {
  const draft = await draftOf(
    lines(
      "@UTF8",
      "@Begin",
      "@Participants:\tWEN Wendy Adult, RES Mari Researcher",
      '*WEN:\tmae@1 hi@1 (y)n@1 &m raining@2 ? %snd:"f"_0_2100',
      "%eng:\tit is raining?",
      "\tand so on",
      "*RES:\tydy@s:cym , he@s [//] hi .",
      "\tac eto . \u00152100_4000\u0015",
      "*WEN:\t+< ia@1 .",
      "@End",
    ),
  );
  expect(spoken(draft)).toEqual(["WEN: mae hi (y)n &m raining ?", "RES: ydy , he [//] hi . ac eto .", "WEN: +< ia ."]);
  expect(draft.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 2100],
    [2100, 4000],
    [null, null],
  ]);
  expect(draft.speakers.map(({ label, interviewer }) => [label, interviewer])).toEqual([
    ["WEN", false],
    ["RES", true],
  ]);
  expect(left(draft)).toEqual({ metadata: 4, label: 3, tier: 1, "cue-time": 2, "language-mark": 7 });
});

describe("[I58] data of speech recognisers", () => {
  const said = async (data: unknown) => {
    const draft = await draftOf(JSON.stringify(data));
    const letters = Array.from(draft.text);
    return draft.turns.map(({ start, end, speaker, startMs, endMs }) => [
      speaker === null ? null : draft.speakers[speaker]?.label,
      letters.slice(start, end).join(""),
      startMs,
      endMs,
    ]);
  };
  test.each<[string, unknown, unknown]>([
    [
      "Whisper: segments and the whole text beside them",
      {
        text: " Hello there. Good bye.",
        language: "en",
        segments: [
          {
            id: 0,
            start: 0.0,
            end: 1.5,
            text: " Hello there.",
            tokens: [50_364, 2425],
            words: [{ word: " Hello", start: 0, end: 1 }],
          },
          {
            id: 1,
            start: 1.5,
            end: 2.75,
            text: " Good bye.",
            tokens: [1],
            words: [{ word: " Good", start: 1.5, end: 2 }],
          },
        ],
      },
      [[null, "Hello there. Good bye.", 0, 2750]],
    ],
    [
      "WhisperX: speakers of segments",
      {
        segments: [
          { start: 0.5, end: 1, text: "Why?", speaker: "SPEAKER_00" },
          { start: 1, end: 2.5, text: "It rained.", speaker: "SPEAKER_01" },
          { start: 2.5, end: 3, text: "A lot.", speaker: "SPEAKER_01" },
        ],
        word_segments: [{ word: "Why?", start: 0.5, end: 1 }],
      },
      [
        ["SPEAKER_00", "Why?", 500, 1000],
        ["SPEAKER_01", "It rained. A lot.", 1000, 3000],
      ],
    ],
    [
      "whisper.cpp: offsets in milliseconds",
      {
        transcription: [
          {
            timestamps: { from: "00:00:00,000", to: "00:00:02,500" },
            offsets: { from: 0, to: 2500 },
            text: " Bore da.",
          },
        ],
      },
      [[null, "Bore da.", 0, 2500]],
    ],
    [
      "AssemblyAI: milliseconds, utterances before words",
      {
        text: "Why? It rained.",
        words: [
          { text: "Why?", start: 100, end: 900, speaker: "A" },
          { text: "It", start: 1000, end: 1200, speaker: "B" },
          { text: "rained.", start: 1200, end: 181_000, speaker: "B" },
        ],
        utterances: [
          { speaker: "A", text: "Why?", start: 100, end: 900, words: [] },
          { speaker: "B", text: "It rained.", start: 1000, end: 181_000, words: [] },
        ],
      },
      [
        ["A", "Why?", 100, 900],
        ["B", "It rained.", 1000, 181_000],
      ],
    ],
    [
      "Deepgram: paragraphs of sentences, speakers by number",
      {
        metadata: { request_id: "x" },
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: "why? it rained.",
                  words: [
                    { word: "why", start: 0.5, end: 1, punctuated_word: "Why?", speaker: 0 },
                    { word: "it", start: 1.25, end: 2, punctuated_word: "It", speaker: 1 },
                    { word: "rained", start: 2, end: 3, punctuated_word: "rained.", speaker: 1 },
                  ],
                  paragraphs: {
                    paragraphs: [
                      { speaker: 0, start: 0.5, end: 1, sentences: [{ text: "Why?", start: 0.5, end: 1 }] },
                      { speaker: 1, start: 1.25, end: 3, sentences: [{ text: "It rained.", start: 1.25, end: 3 }] },
                    ],
                  },
                },
              ],
            },
          ],
        },
      },
      [
        ["Speaker 0", "Why?", 500, 1000],
        ["Speaker 1", "It rained.", 1250, 3000],
      ],
    ],
    [
      "Rev: monologues of elements",
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: "text", value: "Why", ts: 0.5, end_ts: 1 },
              { type: "punct", value: "?" },
            ],
          },
          {
            speaker: 1,
            elements: [
              { type: "text", value: "It", ts: 1.5, end_ts: 2 },
              { type: "punct", value: " " },
              { type: "text", value: "rained", ts: 2, end_ts: 3 },
              { type: "punct", value: "." },
            ],
          },
        ],
      },
      [
        ["Speaker 0", "Why?", 500, 1000],
        ["Speaker 1", "It rained.", 1500, 3000],
      ],
    ],
    [
      "Gentle: the transcript as it stands, noises too",
      {
        transcript: "why [noise] it rained",
        words: [
          { word: "why", start: 0.5, end: 1, startOffset: 0, endOffset: 3 },
          { word: "it", start: 1.5, end: 2, startOffset: 12, endOffset: 14 },
          { word: "rained", start: 2, end: 3, startOffset: 15, endOffset: 21 },
        ],
      },
      [[null, "why [noise] it rained", 500, 3000]],
    ],
    [
      "a plain list",
      [
        { speaker: "Mari", text: "Pam?", start: "00:00:01" },
        { speaker: "Owen", text: "Glaw.", start: "00:00:04" },
      ],
      [
        ["Mari", "Pam?", 1000, 1000],
        ["Owen", "Glaw.", 4000, 4000],
      ],
    ],
  ])("%s", async (_, data, expected) => {
    expect(await said(data)).toEqual(expected);
  });

  test("data in which nothing is said is refused by name", async () => {
    const opened = await open(strToU8(JSON.stringify({ version: 3, items: [{ id: 1, price: 2 }] })));
    expect(opened).toEqual({ ok: false, fault: { code: "file.json" } });
  });
});
