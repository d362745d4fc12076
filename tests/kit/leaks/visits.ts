/**
 * How an observer is received at every door and page of the app. Pages of a study and doors that are read, whose address needs the
 * study alone, are visited as they come. Any other that is added has to be added here, or the search for leaks fails:
 * with addresses to visit, or with a reason to leave it out.
 */
import { randomUUID } from "node:crypto";
import { ABOUT } from "#lib/domain/activity/shape.ts";
import { NO_FILTERS } from "#lib/domain/search/shape.ts";
import type { Furnished } from "./furnish.ts";
import { routesIn } from "./routes.ts";

/** What an address is made of: the study and what stands in it, and what its rows refer to. */
export type Rooms = Furnished &
  Readonly<{
    study: string;
    invitation: string;
    called: string;
    /** Every id that somebody could ask the words of: phrases and names, of rows that are there and of the log. */
    phrases: readonly string[];
    names: readonly string[];
    sources: readonly string[];
    questions: readonly string[];
    /** First turns of sources, by which memos know them. */
    lines: readonly string[];
    /** The last place in the log. */
    seq: number;
    /** Words to look for: ordinary ones and canaries. */
    searches: readonly string[];
  }>;

export type Ask = Readonly<{ path: string; data?: unknown }>;

/**
 * `reads`: answered well, and searched. `refused`: answered 403, and searched. `asks`: either of them. `opens`: a page, opened in a
 * browser too. `left`: why it is not visited.
 */
export type Visit =
  | Readonly<{ asks: (rooms: Rooms) => readonly Ask[] }>
  | Readonly<{ reads: (rooms: Rooms) => readonly Ask[] }>
  | Readonly<{ refused: (rooms: Rooms) => readonly Ask[] }>
  | Readonly<{ opens: (rooms: Rooms) => readonly string[] }>
  | Readonly<{ left: string }>;

const OWN = "changes one’s own account; answers with nothing of a study";
const DOOR = "opens the house to those who are not in it; answers with a code";

const at = (rest: string) => (rooms: Rooms) => [{ path: `/api/studies/${rooms.study}${rest}` }];
const sources = ({ interview, corrected, response }: Rooms) => [interview, corrected, response];

const VISITS: Readonly<Record<string, Visit>> = {
  "PAGE /": { opens: () => ["/"] },
  "PAGE /account": { opens: () => ["/account"] },
  "PAGE /join/[token]": { opens: ({ invitation }) => [`/join/${invitation}`, "/join/none"] },
  "PAGE /reset/[token]": { opens: () => ["/reset/none"] },
  "PAGE /setup": { opens: () => ["/setup"] },
  "PAGE /sign-in": { opens: () => ["/sign-in"] },
  "PAGE /studies/[study]/activity/past": {
    opens: ({ study, seq }) => [seq, Math.floor(seq / 2)].map((place) => `/studies/${study}/activity/past?at=${place}`),
  },
  "PAGE /studies/[study]/answers": {
    opens: ({ study, question }) => ["", `?question=${question}`].map((rest) => `/studies/${study}/answers${rest}`),
  },
  "PAGE /studies/[study]/board": {
    opens: ({ study, secondBoard, hiddenBoard }) =>
      ["", `?board=${secondBoard}`, `?board=${hiddenBoard}`].map((rest) => `/studies/${study}/board${rest}`),
  },
  "PAGE /studies/[study]/findings/[finding]": {
    opens: ({ study, findings }) => findings.map((finding) => `/studies/${study}/findings/${finding}`),
  },
  "PAGE /studies/[study]/findings/numbers": {
    opens: ({ study }) =>
      ["by=organisation", "by=role", "by=question", "by=tag", "view=framework", "view=framework&of=organisation"].map(
        (of) => `/studies/${study}/findings/numbers?${of}&count=quotes`,
      ),
  },
  "PAGE /studies/[study]/sources/[source]": {
    opens: (rooms) => sources(rooms).map((source) => `/studies/${rooms.study}/sources/${source}`),
  },
  "PAGE /studies/[study]/sources/[source]/correct": {
    opens: ({ study, corrected }) => [`/studies/${study}/sources/${corrected}/correct`],
  },
  "PAGE /studies/[study]/sources/[source]/look": {
    opens: ({ study, corrected }) => [`/studies/${study}/sources/${corrected}/look`],
  },
  "PAGE /studies/[study]/sources/[source]/speakers": {
    opens: ({ study, corrected }) => [`/studies/${study}/sources/${corrected}/speakers`],
  },
  "PAGE /studies/[study]/sources/[source]/versions": {
    opens: ({ study, corrected }) => [`/studies/${study}/sources/${corrected}/versions`],
  },

  "GET /api/schemas/report": { reads: () => [{ path: "/api/schemas/report" }] },
  "GET /api/health": { reads: () => [{ path: "/api/health" }] },
  "GET /api/auth/[...nextauth]": {
    reads: () => ["session", "csrf", "providers"].map((what) => ({ path: `/api/auth/${what}` })),
  },
  "POST /api/auth/[...nextauth]": { left: "signs people in and out; every visit begins with it" },
  "PATCH /api/account": { left: OWN },
  "POST /api/account/password": { left: OWN },
  "DELETE /api/account/sessions": { left: OWN },
  "DELETE /api/account/sessions/[session]": { left: OWN },
  "POST /api/join": { left: DOOR },
  "POST /api/reset": { left: DOOR },
  "POST /api/setup": { left: DOOR },
  "POST /api/studies": { left: "makes another study" },

  "GET /api/studies/[study]/activity": {
    reads: ({ study, seq, called }) =>
      [
        ...Array.from({ length: Math.ceil(seq / 50) }, (_, n) => `after=${n * 50}`),
        `before=${seq}`,
        `person=${called}`,
        ...Object.keys(ABOUT).map((about) => `about=${about}`),
      ].map((asked) => ({ path: `/api/studies/${study}/activity?${asked}` })),
  },
  "GET /api/studies/[study]/answers": {
    reads: ({ study, questions }) =>
      ["", ...questions.map((id) => `?question=${id}`)].map((rest) => ({
        path: `/api/studies/${study}/answers${rest}`,
      })),
  },
  "GET /api/studies/[study]/events": { reads: at("/events?after=0") },
  "GET /api/studies/[study]/past": {
    reads: ({ study, seq }) =>
      Array.from({ length: 8 }, (_, n) => ({
        path: `/api/studies/${study}/past?at=${Math.ceil((seq * (n + 1)) / 8)}`,
      })),
  },
  "GET /api/studies/[study]/sources/[source]/place": {
    reads: (rooms) => sources(rooms).map((id) => ({ path: `/api/studies/${rooms.study}/sources/${id}/place` })),
  },
  "GET /api/studies/[study]/sources/[source]/text": {
    reads: (rooms) => rooms.sources.map((id) => ({ path: `/api/studies/${rooms.study}/sources/${id}/text` })),
  },
  "GET /api/studies/[study]/words": {
    reads: ({ study }) => ["", "?quoted"].map((rest) => ({ path: `/api/studies/${study}/words${rest}` })),
  },
  "POST /api/studies/[study]/words": {
    reads: ({ study, phrases, names, quotes }) =>
      portions([...phrases], 4000).map((some) => ({
        path: `/api/studies/${study}/words`,
        data: { phrases: some, names, quotes },
      })),
  },
  "POST /api/studies/[study]/lines": {
    reads: ({ study, lines }) => [{ path: `/api/studies/${study}/lines`, data: { lines } }],
  },
  "POST /api/studies/[study]/search": {
    reads: ({ study, searches }) =>
      searches.map((words) => ({
        path: `/api/studies/${study}/search`,
        data: { words, filters: NO_FILTERS, after: null },
      })),
  },
  "POST /api/studies/[study]/sources/[source]/place": {
    reads: ({ study, interview }) => [
      { path: `/api/studies/${study}/sources/${interview}/place`, data: { at: 0, read: [], afresh: false } },
    ],
  },

  "GET /api/studies/[study]/identifiers": { refused: at("/identifiers") },
  "GET /api/studies/[study]/reveals": { refused: at("/reveals") },
  "POST /api/studies/[study]/reveals": {
    refused: ({ study, interview }) => [
      {
        path: `/api/studies/${study}/reveals`,
        data: {
          what: "source",
          source: interview,
          revision: interview,
          start: 0,
          end: 1,
          reason: { lang: "en", words: "To see it" },
        },
      },
    ],
  },
  "GET /api/studies/[study]/identifiers/mentions": {
    refused: ({ study, participant }) => [
      { path: `/api/studies/${study}/identifiers/mentions?identifier=${participant}` },
    ],
  },
  "GET /api/studies/[study]/participants/[participant]/erasure": {
    refused: ({ study, participant }) => [{ path: `/api/studies/${study}/participants/${participant}/erasure` }],
  },
  "GET /api/studies/[study]/report/risk": { refused: at("/report/risk") },
  "GET /api/studies/[study]/report/guess": { refused: at(`/report/guess?game=${randomUUID()}`) },
  "POST /api/studies/[study]/report/guess": {
    refused: ({ study }) => [
      {
        path: `/api/studies/${study}/report/guess`,
        data: { game: randomUUID(), guesses: [{ quote: randomUUID(), participant: null }] },
      },
    ],
  },
  "GET /api/studies/[study]/report/check": { refused: at("/report/check?language=en") },
  "GET /api/studies/[study]/sources/[source]/revisions": {
    refused: ({ study, corrected }) => [{ path: `/api/studies/${study}/sources/${corrected}/revisions` }],
  },
  "POST /api/studies/[study]/exports": {
    refused: ({ study, board, hiddenBoard }) =>
      [
        { what: "report", format: "docx", language: "en" },
        { what: "codebook", format: "qdc", language: "cy" },
        { what: "project", profile: "standard", themes: "codes", language: "en", together: true },
        { what: "numbers", format: "csv", language: "en", numbers: { view: "saturation", arm: "survey" } },
        { what: "archive", language: "cy", linkable: true },
        { what: "activity", language: "en" },
        { what: "log", language: "en" },
        ...[board, hiddenBoard].map((id) => ({ what: "board", board: id, format: "md", language: "en", cards: null })),
      ].map((order) => ({ path: `/api/studies/${study}/exports`, data: { id: randomUUID(), order } })),
  },
  "POST /api/studies/[study]/exports/[job]": {
    refused: ({ study }) => [{ path: `/api/studies/${study}/exports/${randomUUID()}`, data: {} }],
  },
  "GET /api/studies/[study]/project/check": { refused: at("/project/check?themes=codes&language=en") },
  "GET /api/studies/[study]/archive/check": { refused: at("/archive/check?language=en") },
  "POST /api/studies/[study]/codebook/preview": { refused: order("/codebook/preview", {}) },
  "POST /api/studies/[study]/sources/preview": { refused: order("/sources/preview", {}) },
  "POST /api/studies/[study]/sources": {
    left: "takes a file in; an observer’s is refused by roles (docs/spec/jobs.md, J3)",
  },
  "POST /api/studies/[study]/sources/[source]/revisions": {
    refused: ({ study, corrected }) => [{ path: `/api/studies/${study}/sources/${corrected}/revisions`, data: {} }],
  },
  "GET /published/[token]": {
    left: "shows the bytes of a report that has left through gates and scan; of which nothing is published here",
  },
  "GET /api/studies/[study]/publications": { refused: at("/publications") },
  "POST /api/studies/[study]/publications": { refused: order("/publications", { language: "en", days: 7 }) },
  "DELETE /api/studies/[study]/publications/[publication]": { refused: at(`/publications/${randomUUID()}`) },
  "POST /api/studies/[study]/invitations": { refused: order("/invitations", { role: "observer" }) },
  "DELETE /api/studies/[study]/invitations/[invitation]": { refused: at(`/invitations/${randomUUID()}`) },
  "POST /api/studies/[study]/resets": {
    refused: ({ study, called }) => [{ path: `/api/studies/${study}/resets`, data: { person: called } }],
  },
  "DELETE /api/studies/[study]/jobs/[job]": {
    refused: ({ study, failedJob }) => [{ path: `/api/studies/${study}/jobs/${failedJob}` }],
  },
  "DELETE /api/studies/[study]": { refused: at("") },
  "POST /api/studies/[study]/commands": {
    reads: ({ study, interview, called }) => [
      {
        path: `/api/studies/${study}/commands`,
        data: {
          commands: [
            { kind: "source.remove", ids: [interview] },
            { kind: "member.set", person: called, role: "owner" },
            { kind: "undo", how: "ask" },
          ].map((command) => ({ cmdId: randomUUID(), command, phrases: [], names: [] })),
        },
      },
    ],
  },
};

/** How to visit a route; null where nobody has said it and its address needs more than the study. */
function visitOf(route: string): Visit | null {
  const known = VISITS[route];
  if (known) return known;
  const [method, address = ""] = route.split(" ");
  if (!/^(?:\/api)?\/studies\/\[study\](?:\/[^[]*)?$/.test(address)) return null;
  const own = ({ study }: Rooms) => address.replace("[study]", study);
  if (method === "PAGE") return { opens: (rooms) => [own(rooms)] };
  return method === "GET" ? { asks: (rooms) => [{ path: own(rooms) }] } : null;
}

/** Every route of the app with how to visit it, but those that nobody answers for. */
export function visits(): readonly (readonly [string, Visit])[] {
  return routesIn("app").flatMap((route) => {
    const visit = visitOf(route);
    return visit ? [[route, visit] as const] : [];
  });
}

/** The routes of these that are not answered for, and what is answered for and is not there. */
export function unanswered(routes: readonly string[]): readonly string[] {
  const there = new Set(routes);
  return [
    ...routes
      .filter((route) => visitOf(route) === null)
      .map((route) => `${route} is neither visited nor left out for a reason`),
    ...Object.keys(VISITS)
      .filter((route) => !there.has(route))
      .map((route) => `${route} is visited and is not there`),
  ];
}

function order(rest: string, data: unknown): (rooms: Rooms) => readonly Ask[] {
  return ({ study }) => [{ path: `/api/studies/${study}${rest}`, data }];
}

function portions<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
