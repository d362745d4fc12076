/**
 * What one person alone may see: their own arrangement until it is shared, their votes until they are revealed.
 *
 * A change carries that person (`only`); everybody else receives the event without it, and a snapshot without
 * the row. Insights are not hidden with the board that they lie on: the arrangement is, and what its themes are
 * called. What no browser is told are the mentions that are decided otherwise (`UNTOLD`).
 * Rules: docs/spec/sync.md, Y31 to Y34 and Y66; docs/spec/identifier.md, I103.
 */
import type { Change } from "./change.ts";
import { row } from "./rule.ts";
import type { Need } from "./rule.ts";
import type { Noun, Rows, View } from "./rows.ts";
import type { BoardRow, CardRow, ThemeRow } from "../board/shape.ts";
import type { FindingThemeRow } from "../finding/shape.ts";
import type { CallRow, MemoRow } from "../memo/shape.ts";
import type { VoteRow, VotingRow } from "../vote/shape.ts";
import type { WordingRow } from "../wording/shape.ts";

/** Rows that neither the log nor a snapshot tells anybody: they say whom it is that a replacement stands for. */
const UNTOLD: ReadonlySet<string> = new Set<Noun>(["mention", "mentionPlace"]);

/** Whether anything in this view may be hidden from somebody: then `needsOfHidden` must be loaded before `onlyFor` is asked. */
export function mayHide(rows: Rows): boolean {
  for (const board of rows.every("board")) if (board.owner !== null) return true;
  for (const voting of rows.every("voting")) if (!voting.revealed) return true;
  return false;
}

/** What `onlyFor` must see to answer about these changes. */
export function needsOfHidden(view: View, changes: readonly Change[]): Need[] {
  return changes.flatMap((change): Need[] => {
    if (change.op === "shift") return [row("board", change.board)];
    const about = fieldsOf(view, change);
    const subject = text(about["subject"]);
    const needs: Need[] = [];
    const at = (noun: "board" | "theme" | "card" | "memo" | "voting", id: string | null) => {
      if (id !== null) needs.push(row(noun, id));
    };
    if (change.noun === "theme" || change.noun === "card" || change.noun === "voting")
      at("board", text(about["board"]));
    else if (change.noun === "vote") at("voting", text(about["voting"]));
    else if (change.noun === "findingTheme") at("theme", text(about["theme"]));
    else if (change.noun === "wording") (["theme", "board", "memo"] as const).forEach((noun) => at(noun, subject));
    else if (change.noun === "call") at("memo", text(about["memo"]));
    else if (change.noun === "memo") (["theme", "board", "card"] as const).forEach((noun) => at(noun, subject));
    for (const need of needs) {
      if (need.need !== "row" || need.noun === "board") continue;
      const found = view.get(need.noun, need.id) as Readonly<Record<string, unknown>> | undefined; // rows are flat objects
      const board = found && text(found["board"]);
      const onto = found && need.noun === "memo" ? text(found["subject"]) : null;
      if (board) needs.push(row("board", board));
      if (onto) needs.push(row("theme", onto), row("board", onto), row("card", onto));
    }
    return needs;
  });
}

/** The one person who may see what this changes; null where everybody in the study may. */
export function onlyFor(view: View, change: Change): string | null {
  if (change.op === "shift") return ownerOf(view, change.board);
  const about = fieldsOf(view, change);
  switch (change.noun) {
    case "board":
      return text(about["owner"]);
    case "theme":
    case "card":
    case "voting":
      return ownerOf(view, text(about["board"]));
    case "vote":
      return view.get("voting", text(about["voting"]) ?? "")?.revealed === false ? text(about["person"]) : null;
    case "findingTheme":
      return ownerOf(view, boardUnder(view, text(about["theme"])));
    case "wording":
    case "memo":
      return ownerOf(view, boardUnder(view, text(about["subject"])));
    case "call":
      return ownerOf(view, boardUnder(view, text(about["memo"])));
    default:
      return null;
  }
}

/**
 * Whether a person may make these changes together: all that they touch is there for this person, or goes and comes with
 * something that is. Else what somebody keeps to themselves would hold everybody else back, and tell of itself by that.
 */
export function mayTouch(view: View, changes: readonly Change[], person: string): boolean {
  const turned = new Map(changes.flatMap((one) => (one.op === "put" ? [[`${one.noun} ${one.id}`, turnOf(one)]] : [])));
  return changes.every((change) => {
    // Nobody lays another's dots, and revealing shows everybody's: whose they are holds nobody back.
    if (change.op === "put" && change.noun === "vote") return true;
    const only = onlyFor(view, change);
    if (only === null || only === person) return true;
    const turn = change.op === "put" ? turnOf(change) : null;
    if (turn === null || change.op !== "put") return false;
    const about = fieldsOf(view, change);
    return (CARRIERS[change.noun] ?? []).some((noun) => turned.get(`${noun} ${text(about[noun])}`) === turn);
  });
}

/** With what a row goes and comes: its fields of these names say which. */
const CARRIERS: { readonly [N in Noun]?: readonly Noun[] } = { card: ["quote", "insight"], findingTheme: ["finding"] };

/** Whether a change takes a row away or brings it back; null where it does neither. */
function turnOf({ before, after }: Extract<Change, { op: "put" }>): "goes" | "comes" | null {
  const { gone } = after;
  return before === null || before["gone"] === gone || gone === undefined ? null : gone ? "goes" : "comes";
}

/** These changes as the log keeps them: each with the one person who may see it, where there is one. */
export function marked(view: View, changes: readonly Change[]): Change[] {
  return changes.map((change) => {
    const { only: _, ...plain } = change;
    const only = onlyFor(view, change);
    return only === null ? plain : { ...plain, only };
  });
}

/** What a person may see of an event's changes. */
export function seenBy<E extends { readonly changes: readonly Change[] }>(event: E, person: string): E {
  const hidden = (change: Change) =>
    (change.only !== undefined && change.only !== person) || (change.op === "put" && UNTOLD.has(change.noun));
  return event.changes.some(hidden) ? { ...event, changes: event.changes.filter((change) => !hidden(change)) } : event;
}

/** What has gone from a board that only its owner sees: what was said of it is still there, and still theirs alone. */
export type Buried = Readonly<{ id: string; owner: string }>;

/** The same of rows that are held with their tombstones. */
export function buriedIn(rows: Rows): Buried[] {
  const on = new Map<string, Readonly<{ owner: string; gone: boolean }>>();
  for (const { id, owner, gone } of rows.every("board")) if (owner !== null) on.set(id, { owner, gone });
  const boards = new Map(on);
  for (const noun of ["theme", "card"] as const) {
    for (const { id, board, gone } of rows.every(noun)) {
      const owner = boards.get(board)?.owner;
      if (owner !== undefined) on.set(id, { owner, gone });
    }
  }
  const buried = [...on].flatMap(([id, { owner, gone }]) => (gone ? [{ id, owner }] : []));
  for (const { id, subject, gone } of rows.every("memo")) {
    const owner = on.get(subject)?.owner;
    if (gone && owner !== undefined) buried.push({ id, owner });
  }
  return buried;
}

/** Whether some of these rows may be hidden from somebody: then a snapshot of them is one person's alone. */
export function hidesSome(all: Readonly<Record<string, unknown[]>>, buried: readonly Buried[]): boolean {
  const of = <R>(noun: string) => (all[noun] ?? []) as R[]; // the rows of a noun, as they were read
  return buried.length > 0 || of<BoardRow>("board").some(({ owner }) => owner !== null) || veiled(all).length > 0;
}

/** Dots that were not revealed: those of a vote that is under way, and of one that was put away. */
function veiled(all: Readonly<Record<string, unknown[]>>): VoteRow[] {
  const votings = (all["voting"] ?? []) as VotingRow[]; // as they were read
  const shown = new Set(votings.flatMap(({ id, revealed }) => (revealed ? [id] : [])));
  return ((all["vote"] ?? []) as VoteRow[]).filter(({ voting }) => !shown.has(voting)); // as they were read
}

/** The rows of a snapshot that a person may see. */
export function rowsSeenBy(
  whole: Readonly<Record<string, unknown[]>>,
  person: string,
  buried: readonly Buried[],
): Record<string, unknown[]> {
  const all = Object.fromEntries(Object.entries(whole).map(([noun, rows]) => [noun, UNTOLD.has(noun) ? [] : rows]));
  const of = <R>(noun: string) => (all[noun] ?? []) as R[]; // the rows of a noun, as they were read
  const boards = new Set(
    of<BoardRow>("board").flatMap(({ id, owner }) => (owner !== null && owner !== person ? [id] : [])),
  );
  const dots = new Set(veiled(all).flatMap((vote) => (vote.person === person ? [] : [vote.id])));
  const away = new Set([...boards, ...buried.flatMap(({ id, owner }) => (owner === person ? [] : [id]))]);
  if (away.size === 0 && dots.size === 0) return all;
  const keep = <R extends { readonly id: string }>(noun: string, hidden: (row: R) => boolean): R[] =>
    of<R>(noun).filter((each) => {
      if (!hidden(each)) return true;
      away.add(each.id);
      return false;
    });
  return {
    ...all,
    board: keep<BoardRow>("board", ({ id }) => boards.has(id)),
    theme: keep<ThemeRow>("theme", ({ board }) => boards.has(board)),
    card: keep<CardRow>("card", ({ board }) => boards.has(board)),
    voting: keep<VotingRow>("voting", ({ board }) => boards.has(board)),
    vote: keep<VoteRow>("vote", ({ id }) => dots.has(id)),
    memo: keep<MemoRow>("memo", ({ subject }) => away.has(subject)),
    call: keep<CallRow>("call", ({ memo }) => away.has(memo)),
    findingTheme: keep<FindingThemeRow>("findingTheme", ({ theme }) => away.has(theme)),
    wording: keep<WordingRow>("wording", ({ subject }) => away.has(subject)),
  };
}

function fieldsOf(view: View, change: Extract<Change, { op: "put" }>): Readonly<Record<string, unknown>> {
  const now = view.get(change.noun, change.id) as Readonly<Record<string, unknown>> | undefined; // rows are flat objects
  return { ...change.after, ...now };
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function ownerOf(view: View, board: string | null): string | null {
  return board === null ? null : (view.get("board", board)?.owner ?? null);
}

/** The board on which a theme, a card or a memo's subject is; the board itself for a board. */
function boardUnder(view: View, id: string | null): string | null {
  if (id === null) return null;
  if (view.get("board", id)) return id;
  const memo = view.get("memo", id);
  return view.get("theme", id)?.board ?? view.get("card", id)?.board ?? (memo ? boardUnder(view, memo.subject) : null);
}
