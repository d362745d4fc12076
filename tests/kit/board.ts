/**
 * Makes a study with a full board, through the same doors as people: transcripts are brought in, their turns are
 * quoted, the quotes lie in themes of fifty.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { Reading } from "#lib/domain/source/reading.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { Outcome } from "#lib/domain/study/outcome.ts";
import type { Sent } from "#lib/domain/study/outcome.ts";
import { bringTranscript } from "./bring.ts";
import type { At } from "./bring.ts";
import { good } from "./people.ts";
import { rowsOf } from "./rows.ts";

/** What a seeded study holds, theme by theme. */
export type Seeded = Readonly<{
  study: string;
  board: string;
  cards: readonly Readonly<{ id: string; theme: string; x: number; y: number }>[];
}>;

const COLUMNS = 10;
const ROWS = 5;
const PITCH = { x: 264, y: 216 };
const THEME = { w: COLUMNS * PITCH.x + 24, h: ROWS * PITCH.y + 56 };
const GAP = 96;
const LONG = 160; // characters of a quote, about
const INTERVIEWS = 40;
const BATCH = 50; // commands in one request
const TAGS = 12;

const BEGINNINGS = [
  "When the new system came in",
  "To be honest with you",
  "What I tell the councillors is that",
  "In the team that I lead",
  "After the last round of cuts",
  "Every spring, when the forms come back",
  "Speaking as somebody who answers the telephone",
  "On the estate where I grew up",
];
const MIDDLES = [
  "nobody had asked the people who would have to use it",
  "we were copying the same address into four places",
  "the training lasted one morning and the questions lasted a year",
  "residents could not see where their request had gone",
  "we found two spreadsheets that had been right all along",
  "the Welsh pages were always a month behind the English ones",
  "the supplier said that it could not be changed",
  "a colleague wrote a small tool that everyone now depends on",
];
const ENDS = [
  "and I still do not think that anybody has said sorry for it.",
  "so we went back to paper for the difficult cases.",
  "which is why I trust the figures less than I used to.",
  "and that was the day on which it began to work for us.",
  "but I would do it again, because now the phone is quiet at four.",
  "and it is the small places that notice first.",
];

/** Gives commands in order, many in a request; throws where one is refused. */
export async function give({ request, url, study }: At, commands: readonly Sent[]): Promise<void> {
  for (let from = 0; from < commands.length; from += BATCH) {
    const batch = commands.slice(from, from + BATCH);
    const post = () =>
      request.post(`/api/studies/${study}/commands`, { data: { commands: batch }, headers: { origin: url } });
    let answer = await post();
    while (answer.status() === 429) {
      const { seconds } = z.object({ seconds: z.number() }).parse(await answer.json());
      await pause(seconds * 1000); // faster than a person may
      answer = await post();
    }
    const { outcomes } = z.object({ outcomes: z.array(Outcome) }).parse(await good(answer));
    const refused = outcomes.find((outcome) => "refused" in outcome);
    if (refused) throw new Error(`a command was refused: ${JSON.stringify(refused)}`);
  }
}

/** A command on its way, with the words that it speaks of. */
export function sent(command: Command, phrases: Readonly<Record<string, string>> = {}): Sent {
  return {
    cmdId: randomUUID(),
    command,
    phrases: Object.entries(phrases).map(([id, words]) => ({ id, lang: "en", words })),
    names: [],
  };
}

/** Fills a study that has just been founded with this many quotes on its board. */
export async function seed(at: At, count: number): Promise<Seeded> {
  const board = await boardOf(at);
  const themes = Array.from({ length: Math.ceil(count / (COLUMNS * ROWS)) }, () => randomUUID());
  const wide = Math.max(1, Math.round(Math.sqrt((1.6 * themes.length * THEME.h) / THEME.w)));
  const corner = (n: number) => ({
    x: (n % wide) * (THEME.w + GAP),
    y: Math.floor(n / wide) * (THEME.h + GAP),
  });
  await give(
    at,
    themes.map((id, n) => {
      const phrase = randomUUID();
      const theme = { id, board, parent: null, ...corner(n), ...THEME, hue: (n % 10) + 1 };
      const name = { lang: "en" as const, phrase };
      const words = { [phrase]: `What people said about matter ${n + 1}` };
      return sent({ kind: "theme.make", ...theme, name, cards: [], themes: [] }, words);
    }),
  );
  const tags = Array.from({ length: TAGS }, () => randomUUID());
  await give(
    at,
    tags.map((id, n) => {
      const phrase = randomUUID();
      const name = { lang: "en" as const, phrase };
      return sent({ kind: "tag.add", id, parent: null, hue: (n % 10) + 1, name }, { [phrase]: `topic ${n + 1}` });
    }),
  );

  const spans = await interviews(at, count);
  const cards = spans.map((_, n) => {
    const theme = Math.floor(n / (COLUMNS * ROWS));
    const inside = n % (COLUMNS * ROWS);
    const { x, y } = corner(theme);
    return {
      id: randomUUID(),
      theme: themes[theme] ?? "",
      x: x + 24 + (inside % COLUMNS) * PITCH.x,
      y: y + 56 + Math.floor(inside / COLUMNS) * PITCH.y,
    };
  });
  await give(
    at,
    spans.map((span, n) => {
      const card = cards[n];
      const tagged = tags.filter((_, tag) => (n * 7 + tag * 5) % 23 < 2);
      return sent({
        kind: "quote.make",
        id: randomUUID(),
        ...span,
        tags: tagged,
        newTags: [],
        card: card ? { ...card, board } : null,
      });
    }),
  );
  return { study: at.study, board, cards };
}

/** The one board that a study begins with. */
export async function boardOf({ request, study }: At): Promise<string> {
  const [board] = await rowsOf(request, study, "board");
  if (!board) throw new Error("a study begins with a board");
  return board.id;
}

type Span = Readonly<{ source: string; revision: string; start: number; end: number }>;

/** Brings interviews in, and answers with this many spans of theirs, one for each thing that was said. */
async function interviews(at: At, count: number): Promise<Span[]> {
  const kinds = OrganisationKind.options;
  const each = Math.ceil(count / INTERVIEWS);
  const spans: Span[] = [];
  let body = "";
  for (let n = 0; spans.length < count; n++) {
    const label = `Respondent ${n + 1}`;
    const many = Math.min(each, count - spans.length);
    const turns = Array.from({ length: many }, (_, turn) => `${label}: ${remark(n * 7919 + turn)}`);
    const person = randomUUID();
    const fresh = n % 2 === 0;
    if (fresh) body = randomUUID();
    const text = ["Interviewer: Please tell us how it has been.", ...turns].join("\n\n");
    const source = await bringTranscript(at, text, {
      title: `Interview ${n + 1}`,
      organisation: body,
      speakers: [
        { label: "Interviewer", participant: null, interviewer: true },
        { label, participant: person, interviewer: false },
      ],
      organisations: fresh
        ? [{ id: body, name: `Body ${n / 2 + 1}`, kind: kinds[(n / 2) % kinds.length] ?? "other" }]
        : [],
      participants: [
        { id: person, name: `Person ${n + 1}`, organisation: body, seniority: n % 3 === 0 ? "leader" : "practitioner" },
      ],
    });
    const read = Reading.parse(await good(await at.request.get(`/api/studies/${at.study}/sources/${source}/text`)));
    for (const { start, end } of read.turns.slice(1)) spans.push({ source, revision: read.revision, start, end });
  }
  return spans;
}

/** Something that somebody said, of about the length of a quote; the same for the same number. */
export function remark(n: number): string {
  const pick = (of: readonly string[], by: number) => of[Math.floor(n / by) % of.length] ?? "";
  let said = `${pick(BEGINNINGS, 1)}, ${pick(MIDDLES, BEGINNINGS.length)} ${pick(ENDS, 5)}`;
  if (said.length < LONG - 20) said += ` That was in ${1990 + (n % 34)}.`;
  return said;
}
