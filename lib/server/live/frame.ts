/**
 * What the instances on one database say to each other of the people on their live lines, as short texts.
 *
 * A frame says which instance it is from, what it is about, and a list. PostgreSQL carries at most 8,000 bytes at once:
 * a longer list becomes several frames, each of which stands alone. Ids and numbers only, as on the socket: no names.
 * Rules: docs/spec/sync.md, Y101.
 */
import * as z from "zod";
import { Id } from "#lib/domain/field.ts";
import { Caret } from "#lib/domain/pad/shape.ts";
import { LONGEST, MOST_SHOWN, Part, Whereabouts } from "#lib/domain/study/live.ts";

/** An id in 22 signs, as in frames: a selection of two hundred cards still fits. */
const Short = z
  .string()
  .regex(/^[\w-]{22}$/)
  .transform((short) => {
    const hex = Buffer.from(short, "base64url").toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  })
  .pipe(Id);

export function shortened(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

const Pointer = z
  .tuple([z.number(), z.number()])
  .transform(([x, y]) => ({ x, y }))
  .nullable();
const View = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .transform(([x, y, w, h]) => ({ x, y, w, h }))
  .pipe(Part);
const At = z
  .tuple([
    Whereabouts.shape.page,
    Short.nullable(),
    Short.nullable(),
    Pointer,
    z.array(Short).max(MOST_SHOWN),
    View.nullable(),
    z.tuple([Caret.shape.pad, Caret.shape.anchor, Caret.shape.head]).nullable(),
  ])
  .transform(([page, source, board, pointer, selected, view, caret]) => ({
    page,
    source,
    board,
    pointer,
    selected,
    view,
    ...(caret && { caret: { pad: caret[0], anchor: caret[1], head: caret[2] } }),
  }));

/** One thing that is said of the guests of a study. The first sign says what. */
const Item = z.union([
  z
    .tuple([z.literal("at"), Short, Short, At.nullable()])
    .transform(([is, tab, person, at]) => ({ is, tab, person, at })),
  z
    .tuple([z.literal("to"), Short, Pointer, View.nullable()])
    .transform(([is, tab, pointer, view]) => ({ is, tab, pointer, view })),
  z.tuple([z.literal("still"), Short]).transform(([is, tab]) => ({ is, tab })),
  z.tuple([z.literal("left"), Short]).transform(([is, tab]) => ({ is, tab })),
  z
    .tuple([z.literal("call"), Short, Short, View])
    .transform(([is, person, board, view]) => ({ is, person, board, view })),
]);
export type Item = z.infer<typeof Item>;

/** A board's timer: the milliseconds that it still runs, or null where it was stopped. */
const Timer = z
  .tuple([Short, Short, z.int().min(0).max(LONGEST).nullable()])
  .transform(([study, board, left]) => ({ study, board, left }));
export type Timer = z.infer<typeof Timer>;

export type Said = Readonly<
  | { about: "guests"; study: string; items: readonly Item[] }
  /** The studies in which the instance has guests; `ask`: it wants to be told of all that others have in them. */
  | { about: "studies"; studies: readonly string[]; ask: boolean }
  /** Timers that were set; `known`: how those run that are known, for whoever asked. */
  | { about: "timers"; timers: readonly Timer[]; known: boolean }
  /** The instance stops. */
  | { about: "goodbye" }
>;

const MOST = 7900; // bytes; all signs are ASCII
const SIGNS = { here: "*", ask: "?", timers: "!", known: "=", goodbye: "-" } as const;

/** The frames that say something, from this instance. */
export function packed(from: string, said: Said): string[] {
  if (said.about === "goodbye") return [`${from} ${SIGNS.goodbye} []`];
  if (said.about === "guests") return split(`${from} ${shortened(said.study)} `, said.items.map(itemText));
  if (said.about === "timers") {
    const texts = said.timers.map(({ study, board, left }) =>
      JSON.stringify([shortened(study), shortened(board), left]),
    );
    return split(`${from} ${said.known ? SIGNS.known : SIGNS.timers} `, texts);
  }
  const texts = said.studies.map((study) => JSON.stringify(shortened(study)));
  return split(`${from} ${said.ask ? SIGNS.ask : SIGNS.here} `, texts);
}

/**
 * What a frame says and who says it; null where it is none. What a newer instance says besides is passed over.
 *
 * @param open - the studies of whose guests somebody here wants to know; what is said of others is not read
 */
export function unpacked(
  frame: string,
  open: (study: string) => boolean,
): Readonly<{ from: string; said: Said }> | null {
  const [from = "", about = ""] = frame.split(" ", 2);
  const study = Short.safeParse(about);
  if (study.success && !open(study.data)) return { from, said: { about: "guests", study: study.data, items: [] } };
  const list = listOf(frame.slice(from.length + about.length + 2));
  if (list === null) return null;
  const all = <T>(shape: z.ZodType<T>): T[] =>
    list.flatMap((one) => {
      const read = shape.safeParse(one);
      return read.success ? [read.data] : [];
    });
  if (about === SIGNS.goodbye) return { from, said: { about: "goodbye" } };
  if (about === SIGNS.here || about === SIGNS.ask)
    return { from, said: { about: "studies", studies: all(Short), ask: about === SIGNS.ask } };
  if (about === SIGNS.timers || about === SIGNS.known)
    return { from, said: { about: "timers", timers: all(Timer), known: about === SIGNS.known } };
  return study.success ? { from, said: { about: "guests", study: study.data, items: all(Item) } } : null;
}

function itemText(item: Item): string {
  const tab = "tab" in item ? shortened(item.tab) : "";
  if (item.is === "at") return JSON.stringify(["at", tab, shortened(item.person), item.at && atOf(item.at)]);
  if (item.is === "to") return JSON.stringify(["to", tab, pointerOf(item.pointer), item.view && viewOf(item.view)]);
  if (item.is === "call")
    return JSON.stringify(["call", shortened(item.person), shortened(item.board), viewOf(item.view)]);
  return JSON.stringify([item.is, tab]);
}

function atOf({ page, source, board, pointer, selected, view, caret }: Whereabouts): unknown[] {
  const id = (one: string | null) => one && shortened(one);
  const writes = caret ? [caret.pad, caret.anchor, caret.head] : null;
  return [page, id(source), id(board), pointerOf(pointer), selected.map(shortened), view && viewOf(view), writes];
}

function pointerOf(pointer: Whereabouts["pointer"]): [number, number] | null {
  return pointer && [tenth(pointer.x), tenth(pointer.y)];
}

function viewOf({ x, y, w, h }: Part): number[] {
  return [tenth(x), tenth(y), Math.max(0.1, tenth(w)), Math.max(0.1, tenth(h))];
}

/** What nobody can see is not said. */
function tenth(value: number): number {
  return Number(value.toFixed(1));
}

function split(head: string, texts: readonly string[]): string[] {
  const frames: string[] = [];
  let body = "";
  for (const text of texts) {
    if (body !== "" && head.length + body.length + text.length + 3 > MOST) {
      frames.push(`${head}[${body}]`);
      body = "";
    }
    body += body === "" ? text : `,${text}`;
  }
  if (body !== "") frames.push(`${head}[${body}]`);
  return frames;
}

function listOf(text: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}
