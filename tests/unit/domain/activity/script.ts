/** One command of every kind on a study in memory, with the sentence that the log tells of it. */
import { randomUUID } from "node:crypto";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Internal, Plain } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { id } from "#tests/kit/study.ts";

export type Step = Readonly<{ command: Plain | Internal; changes: readonly Change[]; told: string }>;

/** What people wrote, by phrase. */
export const WORDS = new Map<string, string>();
const phrase = (words: string): string => {
  WORDS.set(id(words), words);
  return id(words);
};
const said = (words: string) => ({ lang: "en" as const, phrase: phrase(words) });
const at = { x: 0, y: 0 };
/** A place of a participant's name in the first source as it is corrected. */
const mention = {
  kind: "mention.decide",
  id: id("m1"),
  identifier: id("p1"),
  of: "participant",
  source: id("s1"),
  revision: id("r2"),
  start: 0,
  end: 2,
  replacement: null,
  replacementCy: null,
  reason: null,
} as const;
const [study, me, board] = [id("study"), id("me"), id("board")];

/** What is done and how it is told; by a colleague where one is named. */
const SCRIPT: readonly (readonly [Plain | Internal, string, string?])[] = [
  [
    { kind: "study.found", study, lang: "en", owner: me, title: said("Harbours"), board, guides: [] },
    "founded the study",
  ],
  [{ kind: "study.set", id: study, fields: { archived: true } }, "put the study into the archive"],
  [
    { kind: "study.set", id: study, fields: { keptUntil: "2027-03-31" } },
    "said that the originals are kept until 2027-03-31",
  ],
  [{ kind: "study.set", id: study, fields: { keptUntil: null } }, "took back until when the originals are kept"],
  [{ kind: "member.set", person: id("ann"), role: "analyst" }, "gave [Ann] the role of analyst"],
  [
    {
      kind: "organisation.add",
      id: id("o1"),
      fields: { kind: "local_authority", region: null, named: false, namedOn: null, name: null, aliases: null },
    },
    "added the organisation [O01]",
  ],
  [
    { kind: "organisation.set", id: id("o1"), fields: { region: "north" } },
    "changed the details of the organisation [O01]",
  ],
  [
    {
      kind: "participant.add",
      id: id("p1"),
      fields: { organisation: id("o1"), seniority: null, consent: "verbatim", name: null, contact: null },
      role: null,
    },
    "added the participant [P10]",
  ],
  [
    { kind: "participant.set", id: id("p1"), fields: { seniority: "leader" } },
    "changed the details of the participant [P10]",
  ],
  [{ kind: "question.add", id: id("q1"), text: said("Why?"), after: null }, "added the question [Why?]"],
  [{ kind: "question.add", id: id("q2"), text: said("How?"), after: undefined }, "added the question [How?]"],
  [{ kind: "question.place", id: id("q2"), after: null }, "put the question [How?] in another place in the order"],
  [
    { kind: "guide.add", id: id("g1"), fields: { kind: "interview", minutes: 90 }, name: said("Long") },
    "added the guide [Long]",
  ],
  [{ kind: "guide.set", id: id("g1"), fields: { minutes: 60 } }, "changed the details of the guide [Long]"],
  [
    { kind: "guide.ask", guide: id("g1"), questions: [id("q1"), id("q2")], on: true },
    "put 2 questions into the guide [Long]",
  ],
  [
    {
      kind: "source.publish",
      sources: [
        {
          id: id("s1"),
          kind: "interview",
          revision: id("r1"),
          title: null,
          organisation: null,
          participant: null,
          guide: null,
          heldOn: null,
          minutes: 60,
          lang: "en",
          original: null,
        },
      ],
      speakers: [{ id: id("sp1"), source: id("s1"), number: 1, label: null, participant: null, interviewer: false }],
    },
    "added the source [S01]",
  ],
  [{ kind: "source.set", id: id("s1"), fields: { minutes: 50 } }, "changed the details of the source [S01]"],
  [
    { kind: "sources.read", sources: [{ id: id("s1"), revision: id("r1") }], read: true },
    "read the source [S01] through for what identifies people",
  ],
  [
    { kind: "sources.read", sources: [{ id: id("s1"), revision: id("r1") }], read: false },
    "said that the source [S01] is to be read through again",
  ],
  [{ kind: "speaker.set", id: id("sp1"), fields: { participant: id("p1") } }, "said who speaks in the source [S01]"],
  [
    {
      kind: "passages.lay",
      source: id("s1"),
      revision: id("r1"),
      parts: [{ start: 0, end: 9, question: id("q1") }],
      fresh: [id("pa1"), id("pa2")],
    },
    "said which question is answered in the source [S01]",
  ],
  [{ kind: "tag.add", id: id("t1"), parent: null, hue: null, name: said("Trust") }, "made the tag [Trust]"],
  [{ kind: "tag.add", id: id("t2"), parent: null, hue: null, name: said("Doubt") }, "made the tag [Doubt]"],
  [
    {
      kind: "quote.make",
      id: id("u1"),
      source: id("s1"),
      revision: id("r1"),
      start: 0,
      end: 9,
      tags: [],
      newTags: [],
      card: null,
    },
    "made the quote [“We borrow”] from the source [S01]",
  ],
  [
    {
      kind: "quote.make",
      id: id("u2"),
      source: id("s1"),
      revision: id("r1"),
      start: 1,
      end: 4,
      tags: [],
      newTags: [],
      card: null,
    },
    "made a quote from the source [S01]",
  ],
  [
    { kind: "quote.tag", quotes: [id("u1")], on: [id("t1"), id("t2")], newTags: [], off: [] },
    "tagged the quote [“We borrow”] with [Trust], [Doubt]",
  ],
  [{ kind: "tag.set", id: id("t1"), fields: { hue: 3 } }, "changed the colour of the tag [Trust]"],
  [
    {
      kind: "source.revise",
      id: id("c1"),
      source: id("s1"),
      was: id("r1"),
      revision: id("r2"),
      course: [
        [0, 5, 0],
        [6, 12, 5],
      ], // a sign is left out
      reason: null,
    },
    "corrected the text of the source [S01]",
  ],
  [{ kind: "quote.accept", ids: [id("u1")] }, "kept the quote [“We borrow”] after a correction of the text"],
  [
    { kind: "quote.place", id: id("u1"), revision: id("r2"), start: 0, end: 7 },
    "found the place of the quote [“We borrow”] in the corrected text",
  ],
  [{ kind: "tags.nest", ids: [id("t2")], parent: id("t1") }, "moved the tag [Doubt] into the tag [Trust]"],
  [
    {
      kind: "tag.split",
      id: id("t1"),
      quotes: [id("u1")],
      into: id("t3"),
      fresh: { parent: null, hue: null, name: said("Lending") },
      step: id("st1"),
      reason: null,
    },
    "split a quote off the tag [Trust], into the tag [Lending]",
  ],
  [
    { kind: "tag.merge", id: id("t1"), from: [{ tag: id("t3"), step: id("st2") }], reason: null },
    "merged the tag [Lending] into the tag [Trust]",
  ],
  [
    {
      kind: "tags.bring",
      tags: [
        { id: id("t4"), fresh: true, parent: null, hue: null, texts: [{ field: "name", ...said("New"), was: null }] },
      ],
    },
    "brought in a codebook: a tag",
  ],
  [{ kind: "tag.remove", id: id("t4") }, "removed the tag [New]"],
  [{ kind: "tags.remove", ids: [id("t2"), id("t1")] }, "removed 2 tags"],
  [
    {
      kind: "insight.write",
      id: id("i1"),
      body: said("Odd"),
      card: { id: id("k0"), board, theme: null, ...at },
    },
    "wrote the insight [“Odd”]",
  ],
  [
    {
      kind: "insights.write",
      insights: [1, 2].map((n) => ({
        id: id(`ii${n}`),
        body: said(`Line ${n}`),
        card: { id: id(`kk${n}`), board, theme: null, ...at },
      })),
    },
    "wrote 2 insights",
  ],
  [
    {
      kind: "theme.make",
      id: id("h1"),
      board,
      parent: null,
      ...at,
      w: 400,
      h: 300,
      hue: 1,
      name: said("Care"),
      cards: [{ id: id("k0"), x: 20, y: 60 }],
      themes: [],
    },
    "made the theme [Care] with a card",
  ],
  [
    {
      kind: "theme.make",
      id: id("h2"),
      board,
      parent: null,
      x: 900,
      y: 0,
      w: 400,
      h: 300,
      hue: 2,
      name: said("Cost"),
      cards: [],
      themes: [],
    },
    "made the theme [Cost]",
  ],
  [
    { kind: "wording.set", subject: id("h2"), field: "name", lang: "en", phrase: phrase("Price"), was: id("Cost") },
    "renamed the theme [Cost] to [Price]",
  ],
  [
    { kind: "wording.set", subject: id("h2"), field: "definition", lang: "en", phrase: phrase("Money"), was: null },
    "wrote the definition of the theme [Price]",
  ],
  [{ kind: "theme.set", id: id("h2"), fields: { status: "agreed" } }, "marked the theme [Price] as agreed"],
  [{ kind: "theme.shift", id: id("h2"), dx: 10, dy: 0 }, "moved the theme [Price] about on a board"],
  [{ kind: "theme.nest", id: id("h2"), parent: id("h1") }, "moved the theme [Price] into the theme [Care]"],
  [
    {
      kind: "cards.add",
      board,
      cards: [{ id: id("k1"), theme: id("h1"), x: 30, y: 90, quote: id("u1"), insight: null }],
    },
    "laid the card [“We borrow”] on the theme [Care]",
  ],
  [
    { kind: "cards.place", cards: [{ id: id("k1"), theme: id("h2"), x: 950, y: 90 }] },
    "moved the card [“We borrow”] to the theme [Price]",
  ],
  [{ kind: "cards.set", ids: [id("k1")], fields: { size: "s" } }, "made the card [“We borrow”] small"],
  [{ kind: "theme.arrange", id: id("h1") }, "arranged the theme [Care]"],
  [{ kind: "board.tidy", id: board }, "tidied a board"],
  [
    {
      kind: "cards.group",
      board,
      groups: [
        {
          theme: { id: id("h3"), x: 0, y: 2000, w: 300, h: 300, hue: 4, name: said("Heap") },
          cards: [{ id: id("k2"), quote: id("u1"), x: 10, y: 2050 }],
        },
      ],
    },
    "laid a card in groups: the theme [Heap]",
  ],
  [{ kind: "theme.merge", id: id("h1"), from: [id("h3")] }, "merged the theme [Heap] into the theme [Care]"],
  [{ kind: "board.add", id: id("b2"), name: said("Second") }, "made the board [Second]"],
  [
    { kind: "board.copy", id: id("b3"), from: board, hidden: true, name: said("Mine") },
    "copied a board as the board [Mine], not shared yet",
  ],
  [{ kind: "board.share", id: id("b3") }, "showed the board [Mine] to everybody"],
  [{ kind: "board.analyse", id: id("b2") }, "made the board [Second] the one that findings read"],
  [{ kind: "board.analyse", id: board }, "made a board the one that findings read"],
  [{ kind: "board.remove", id: id("b2") }, "removed the board [Second]"],
  [{ kind: "voting.start", id: id("v1"), board, dots: 5 }, "opened a vote on a board"],
  [
    { kind: "vote.set", voting: id("v1"), card: id("k1"), dots: 2 },
    "set their dots on the card [“We borrow”] to 2 dots",
  ],
  [{ kind: "voting.reveal", id: id("v1") }, "showed the dots of the vote on a board"],
  [{ kind: "voting.end", id: id("v1") }, "put away the vote on a board"],
  [
    {
      kind: "memo.write",
      id: id("m1"),
      subject: id("h1"),
      parent: null,
      body: said("Look again"),
      calls: [id("ann")],
    },
    "wrote a memo on the theme [Care]",
  ],
  [{ kind: "memo.resolve", id: id("m1"), on: true }, "settled the memo [“Look again”]"],
  [{ kind: "memo.remove", id: id("m1") }, "removed the memo [“Look again”]"],
  [
    { kind: "summary.make", id: id("sp1"), theme: id("h1"), of: { participant: id("p1") } },
    "began the summary of what the participant [P10] says of the theme [Care]",
  ],
  [
    { kind: "wording.set", subject: id("sp1"), field: "summary", lang: "en", phrase: phrase("She waits"), was: null },
    "wrote the text of the summary on [Care]",
  ],
  [{ kind: "finding.add", id: id("f1"), themes: [], statement: said("It helps") }, "wrote the finding [It helps]"],
  [{ kind: "finding.add", id: id("f2"), themes: [], statement: null }, "wrote a finding"],
  [{ kind: "finding.set", id: id("f1"), fields: { status: "agreed" } }, "marked the finding [It helps] as agreed"],
  [{ kind: "finding.place", id: id("f2"), after: null }, "put a finding in another place in the order"],
  [
    { kind: "finding.theme", finding: id("f1"), theme: id("h1"), on: true },
    "tied the finding [It helps] to the theme [Care]",
  ],
  [
    { kind: "finding.cite", finding: id("f1"), quotes: [id("u1"), id("u2")], stance: "contradicts" },
    "took 2 quotes as evidence against the finding [It helps]",
  ],
  [
    { kind: "evidence.place", finding: id("f1"), quote: id("u2"), after: null },
    "put a quote in another place in the evidence for the finding [It helps]",
  ],
  [
    {
      kind: "evidence.edit",
      finding: id("f1"),
      quote: id("u2"),
      revision: id("r2"),
      edits: [{ start: 0, end: 1, phrase: null }],
      was: [],
    },
    "edited a quote as it is published in the finding [It helps]",
  ],
  [
    {
      kind: "evidence.edit",
      finding: id("f1"),
      quote: id("u2"),
      revision: id("r2"),
      edits: [],
      was: [{ start: 0, end: 1, phrase: null }],
    },
    "took back what was edited of a quote in the finding [It helps]",
  ],
  [
    {
      kind: "evidence.translate",
      finding: id("f1"),
      quote: id("u2"),
      revision: id("r2"),
      of: [],
      lang: "cy",
      phrase: id("tu2"),
      was: null,
    },
    "translated a quote as it is published in the finding [It helps]",
  ],
  [
    {
      kind: "evidence.translate",
      finding: id("f1"),
      quote: id("u2"),
      revision: id("r2"),
      of: [],
      lang: "cy",
      phrase: null,
      was: id("tu2"),
    },
    "took back the translation of a quote in the finding [It helps]",
  ],
  [{ kind: "finding.remove", id: id("f2") }, "removed a finding"],
  [{ kind: "identifier.add", id: id("x1"), term: id("nx") }, "added a name to look for"],
  [{ kind: "identifier.set", id: id("x1"), thing: "place" }, "took a name to be a place"],
  [{ kind: "identifier.remove", id: id("x1") }, "took a name off the list to look for"],
  [
    {
      kind: "identifiers.add",
      terms: [
        { id: id("x2"), term: id("nx2") },
        { id: id("x3"), term: id("nx3") },
      ],
      decision: "ordinary",
      replacement: null,
      replacementCy: null,
      reason: null,
    },
    "decided about 2 names found in the texts: identifies nobody",
  ],
  [
    {
      kind: "identifier.decide",
      id: id("p1"),
      of: "participant",
      decision: "keep",
      replacement: null,
      replacementCy: null,
      reason: id("because"),
    },
    "decided about the name of the participant [P10]: keep it",
  ],
  [
    { kind: "identifier.second", kept: [{ id: id("p1"), reason: id("because") }], on: true },
    "agreed to keep the name of the participant [P10]",
    id("you"),
  ],
  [
    { kind: "identifier.second", kept: [{ id: id("p1"), reason: id("because") }], on: false },
    "took back that the name of the participant [P10] may be kept",
  ],
  [
    { ...mention, decision: "keep", reason: id("there") },
    "decided about one place of a name in the source [S01] by itself: keep it there",
  ],
  [
    { kind: "mention.second", shown: [{ id: id("m1"), reason: id("there") }], on: true },
    "agreed that one place of a name is shown",
    id("you"),
  ],
  [
    { kind: "mention.second", shown: [{ id: id("m1"), reason: id("there") }], on: false },
    "took back that one place of a name is shown",
  ],
  [
    { ...mention, decision: "replace", replacement: id("thereby") },
    "decided about one place of a name by itself: replace it there",
  ],
  [{ ...mention, decision: null }, "decided about one place of a name by itself: as everywhere else again"],
  [
    {
      kind: "disclosure.set",
      id: study,
      organisations: 2,
      people: 5,
      base: 12,
      listed: 3,
      reason: id("few"),
      was: { organisations: 3, people: 5, base: 10, listed: 3, reason: null },
      on: "2026-11-02",
    },
    "set the disclosure limits to 2 · 5 · 12 · 3 (organisations, people, base of a percentage, class in the list of respondents), lower than usual and with a reason",
  ],
  [
    {
      kind: "disclosure.set",
      id: study,
      organisations: 4,
      people: 5,
      base: 12,
      listed: 3,
      reason: null,
      was: { organisations: 2, people: 5, base: 12, listed: 3, reason: id("few") },
      on: "2026-11-03",
    },
    "set the disclosure limits to 4 · 5 · 12 · 3 (organisations, people, base of a percentage, class in the list of respondents)",
  ],
  [
    { kind: "disclosure.accept", of: "housing_association", reason: id("agreed"), on: "2026-11-03" },
    "accepted that housing associations stand in the list of respondents as a small class, with a reason",
  ],
  [
    { kind: "disclosure.accept", of: "housing_association", reason: null, on: "2026-11-04" },
    "no longer accepted that housing associations stand in the list of respondents as a small class",
  ],
  [
    {
      kind: "risk.sign",
      of: "data_both",
      signed: { judgement: id("agreed"), digest: "a".repeat(64), parts: "", quotes: 0, marks: "" },
      on: "2026-11-04",
    },
    "signed the risk report of tables, boards and data with participant and kind of organisation beside quotes, with a judgement",
  ],
  [
    { kind: "risk.sign", of: "data_both", signed: null, on: "2026-11-05" },
    "took back the signature on the risk report of tables, boards and data with participant and kind of organisation beside quotes",
  ],
  [{ kind: "cards.remove", ids: [id("k1")] }, "took the card [“We borrow”] off a board"],
  [{ kind: "theme.remove", id: id("h2") }, "removed the theme [Price]"],
  [{ kind: "quote.remove", ids: [id("u2")] }, "removed a quote"],
  [{ kind: "source.remove", ids: [id("s1")] }, "removed the source [S01]"],
  [{ kind: "participant.remove", id: id("p1") }, "removed the participant [P10]"],
  [
    {
      kind: "participant.add",
      id: id("p2"),
      fields: { organisation: null, seniority: null, consent: "verbatim", name: null, contact: null },
      role: null,
    },
    "added the participant [P11]",
  ],
  [
    { kind: "participant.withdraw", id: id("p2"), on: "2026-11-27" },
    "recorded that the participant [P11] has withdrawn, and took out what they said",
  ],
  [
    {
      kind: "risk.guessed",
      id: id("game"),
      outcome: {
        shown: 20,
        named: 2,
        people: 1,
        bodies: 1,
        peopleChance: 5000,
        bodiesChance: 5000,
        peopleRight: id("u1"),
        bodiesRight: id("u1"),
      },
      on: "2026-11-27",
    },
    "guessed whose words 20 quotes are, as they would leave",
  ],
  [{ kind: "participant.erased", id: id("p2") }, "erased everything that the participant [P11] said"],
  [
    {
      kind: "project.bring",
      problem: null,
      organisations: [],
      participants: [],
      numbers: {},
      sources: [
        {
          id: id("s9"),
          kind: "document",
          revision: id("r9"),
          title: null,
          organisation: null,
          participant: null,
          guide: null,
          heldOn: null,
          minutes: null,
          lang: "en",
          original: null,
        },
      ],
      speakers: [],
      tags: [],
      quotes: [{ id: id("u9"), source: id("s9"), revision: id("r9"), start: 0, end: 9, tags: [] }],
      insights: [],
      memos: [],
      boards: [],
    },
    "brought in a project: a source and a quote",
  ],
  [
    {
      kind: "project.bring",
      problem: null,
      organisations: [],
      participants: [],
      numbers: {},
      sources: [],
      speakers: [],
      tags: [
        {
          id: id("t9"),
          fresh: true,
          parent: null,
          texts: [{ field: "name", lang: "en", phrase: phrase("Hope"), was: null }],
        },
      ],
      quotes: [],
      insights: [],
      memos: [],
      boards: [],
    },
    "brought in a project: a tag",
  ],
  [{ kind: "organisation.remove", id: id("o1") }, "removed the organisation [O01]"],
  [{ kind: "question.remove", id: id("q2") }, "removed the question [How?]"],
  [{ kind: "guide.remove", id: id("g1") }, "removed the guide [Long]"],
];

/** Carries the script out, and calls back after each step; throws where a command is refused. */
export function played(after: (step: Step, rows: Rows) => void): void {
  const rows = new Rows();
  const at = { turn: randomUUID(), speaker: id("sp1"), question: null, revisionEnd: 11 };
  for (const [revision, start, end] of [
    ["r1", 0, 9],
    ["r1", 1, 4],
    ["r9", 0, 9],
    ["r2", 0, 8],
    ["r2", 1, 4],
    ["r2", 0, 7],
    ["r2", 0, 2],
  ] as const)
    rows.learn({ kind: "turn", revision: id(revision), start, end, at });
  for (const [command, told, person = me] of SCRIPT) {
    const decided = decide(rows, command, { person });
    if (!decided.ok) throw new Error(`${command.kind}: ${JSON.stringify(decided.fault)}`);
    for (const change of decided.value) evolve(rows, change);
    after({ command, changes: decided.value, told }, rows);
  }
}
