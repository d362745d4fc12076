/**
 * What browser and server say to each other on the live socket. Ids and numbers only.
 *
 * The browser says `hello` once; the server answers with the events it has missed or asks it to load a snapshot,
 * and from then on sends events in order. Presence is best effort and is dropped first.
 */
import * as z from "zod";
import { Id } from "../field.ts";
import { Caret, PadBytes, PadFault, PadId } from "../pad/shape.ts";
import { Job } from "../job/shape.ts";
import { Role } from "../member/shape.ts";
import { Event } from "./outcome.ts";

/** The most cards of somebody's selection that others are shown. */
export const MOST_SHOWN = 200;

/** A part of a board, in board units. */
export const Part = z.strictObject({
  x: z.number(),
  y: z.number(),
  w: z.number().positive(),
  h: z.number().positive(),
});
export type Part = z.infer<typeof Part>;

/** The longest that a timer runs, in milliseconds. */
export const LONGEST = 3 * 60 * 60_000;
/** What a timer is given when somebody asks for more time. */
export const MORE = 60_000;
/** How long a timer that has run out is still shown. */
export const AFTER = 60_000;

/** Where a person is, what they point at and what they see. Coordinates are board units. */
export const Whereabouts = z.strictObject({
  page: z.enum([
    "overview",
    "people",
    "guide",
    "sources",
    "source",
    "tags",
    "answers",
    "search",
    "board",
    "memos",
    "findings",
    "activity",
    "privacy",
    "report",
    "settings",
    "other",
  ]),
  source: Id.nullable(),
  board: Id.nullable(),
  pointer: z.strictObject({ x: z.number(), y: z.number() }).nullable(),
  selected: z.array(Id).max(MOST_SHOWN),
  view: Part.nullable(), // the part of the board that they see
  caret: Caret.exactOptional(), // where they write
});
export type Whereabouts = z.infer<typeof Whereabouts>;

export const FromBrowser = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("hello"),
    study: Id,
    epoch: Id.nullable(),
    lastSeq: z.int().min(0),
    protocol: z.int(),
  }),
  z.strictObject({ kind: z.literal("presence"), at: Whereabouts }),
  /** Calls everybody else to a part of a board. */
  z.strictObject({ kind: z.literal("call"), board: Id, view: Part }),
  /** Starts a board's timer anew, gives it a minute more, or stops it. */
  z.strictObject({ kind: z.literal("timer.start"), board: Id, ms: z.int().min(1000).max(LONGEST) }),
  z.strictObject({ kind: z.literal("timer.more"), board: Id }),
  z.strictObject({ kind: z.literal("timer.stop"), board: Id }),
  /** Asks for a pad, and for what comes into it from now on; `have`: the state vector of what this page has of it. */
  z.strictObject({ kind: z.literal("pad.open"), pad: PadId, have: PadBytes.nullable() }),
  z.strictObject({ kind: z.literal("pad.close"), pad: PadId }),
  /** What was written in a pad; `key` is in the answer. */
  z.strictObject({ kind: z.literal("pad.write"), pad: PadId, epoch: Id, key: z.int(), update: PadBytes }),
]);
export type FromBrowser = z.infer<typeof FromBrowser>;

/** Someone who has the study open, in one of their tabs. `tab` is the server's own number for it. */
export const Peer = z.strictObject({ tab: z.string(), person: Id, name: z.string(), at: Whereabouts.nullable() });
export type Peer = z.infer<typeof Peer>;

export const FromServer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("welcome"), tab: z.string(), epoch: Id, seq: z.int(), role: Role }),
  /** This person's role in the study is now another. */
  z.strictObject({ kind: z.literal("role"), role: Role }),
  /** The line is alive; `seq`: how far this socket has been told. */
  z.strictObject({ kind: z.literal("beat"), seq: z.int() }),
  z.strictObject({ kind: z.literal("events"), events: z.array(Event) }),
  z.strictObject({ kind: z.literal("snapshot"), why: z.enum(["epoch", "ahead", "gap"]) }),
  z.strictObject({ kind: z.literal("reload") }),
  /** Who moved and who left; `whole`: everybody who is here, in the place of all that was said before. */
  z.strictObject({
    kind: z.literal("presence"),
    here: z.array(Peer),
    left: z.array(z.string()),
    whole: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("call"), person: Id, name: z.string(), board: Id, view: Part }),
  /** The study's jobs that go on or have just ended, whenever one of them has changed. */
  z.strictObject({ kind: z.literal("jobs"), jobs: z.array(Job) }),
  /** How long a board's timer still runs, in milliseconds, so that clocks need not agree; null: it was stopped. */
  z.strictObject({ kind: z.literal("timer"), board: Id, left: z.int().min(0).nullable() }),
  /** What a pad holds that the page has not; `has`: the state vector of what the server has. */
  z.strictObject({ kind: z.literal("pad.state"), pad: PadId, epoch: Id, update: z.base64(), has: z.base64() }),
  z.strictObject({ kind: z.literal("pad.update"), pad: PadId, epoch: Id, update: z.base64() }),
  /** What was written is kept. */
  z.strictObject({ kind: z.literal("pad.stored"), pad: PadId, key: z.int() }),
  /** It is not, or the pad cannot be had (`key` null). */
  z.strictObject({ kind: z.literal("pad.refused"), pad: PadId, key: z.int().nullable(), why: PadFault }),
]);
export type FromServer = z.infer<typeof FromServer>;

/** Why the server has closed a line for good, in the close frame. */
export const CLOSED = { signedOut: 4401, removed: 4403, missing: 4404 } as const;

/** How often a line says that it is alive, in milliseconds. */
export const BEAT = 10_000;

/** How many events may be missed before a snapshot is quicker. */
export const GAP = 5000;
