/**
 * Taking back what an event changed.
 *
 * Guarded by value: every field must still be what the event left, else somebody has changed it since and the
 * answer is `undo.changed`, which a person may override knowingly (`force`). Nothing may be left hanging:
 * a row that others have come to refer to is not taken away (`row.used`), and one whose own references are
 * gone does not come back (`row.missing`); neither can be forced. Redo is the undo of an undo.
 */
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import { leftBy } from "../organisation/left.ts";
import { ancestors, within } from "../board/tree.ts";
import { DEEPEST } from "../board/shape.ts";
import { faultOf, parentsOf } from "../tag/tree.ts";
import { evolve, holds, invert, revive } from "./change.ts";
import type { Change, Put } from "./change.ts";
import type { Fault } from "./fault.ts";
import { related, row } from "./rule.ts";
import type { Need } from "./rule.ts";
import { REFERENCES, RELATIONS } from "./rows.ts";
import type { Noun, Relation, Rows } from "./rows.ts";

/** What taking these changes back needs to see. */
export function needsOfUndo(rows: Rows, changes: readonly Change[]): Need[] {
  const needs: Need[] = [];
  for (const change of changes) {
    if (change.op === "shift") {
      needs.push(related("themesOfBoard", change.board));
      continue;
    }
    needs.push(row(change.noun, change.id));
    if (change.noun === "member") needs.push(related("members"));
    for (const [field, noun] of Object.entries(REFERENCES[change.noun] ?? {})) {
      for (const fields of [change.before, change.after, rows.get(change.noun, change.id)]) {
        const id = fields ? (fields as Readonly<Record<string, unknown>>)[field] : null; // rows are flat objects
        if (typeof id === "string") needs.push(row(noun, id));
      }
    }
    for (const [relation] of usersOf(change.noun)) needs.push(related(relation, change.id));
    if (change.noun === "tag") needs.push(related("tags"));
    if (change.noun === "anchor") needs.push(related("anchorsOfQuote", change.id.slice(0, 36)));
    if (change.noun === "summary") {
      const organisation = rows.get("summary", change.id)?.organisation;
      if (organisation) needs.push(related("participantsOfOrganisation", organisation));
    }
    if (change.noun === "theme") {
      needs.push(related("wordingsOf", change.id));
      const board = rows.get("theme", change.id)?.board;
      if (board) needs.push(related("themesOfBoard", board));
    }
  }
  return needs;
}

/**
 * The changes that take these back.
 *
 * @param rows - a view that holds what `needsOfUndo` names; it is evolved on the way and evolved back if refused
 */
export function decideUndo(rows: Rows, changes: readonly Change[], force: boolean): Result<readonly Change[], Fault> {
  const done: Change[] = [];
  const refuse = (fault: Fault) => {
    for (const change of invert(done)) evolve(rows, change);
    return no(fault);
  };
  for (const back of invert(changes)) {
    const step = back.op === "put" ? takeBack(rows, back, force) : shiftBack(rows, back);
    if (!step.ok) return refuse(step.fault);
    if (!step.value) continue;
    evolve(rows, step.value);
    done.push(step.value);
  }
  for (const change of done) {
    const fault = change.op === "put" ? hanging(rows, change) : null;
    if (fault) return refuse(fault);
  }
  if (done.some((change) => change.op === "put" && change.noun === "tag")) {
    const fault = faultOf(parentsOf(rows));
    if (fault) return refuse(fault);
  }
  const said = done.flatMap((change) => (change.op === "put" ? wordsOf(rows, change) : []));
  for (const change of invert(done)) evolve(rows, change);
  return yes([...done, ...said]);
}

/**
 * The words of a theme that comes back, on a board that was copied: it may have gone while only its owner saw the board,
 * and then nobody else has them. They change nothing for those who do.
 */
function wordsOf(rows: Rows, { noun, id, before, after }: Put): Put[] {
  const board =
    noun === "theme" && before?.["gone"] === true && after["gone"] === false ? rows.get(noun, id)?.board : null;
  if (!board || (rows.get("board", board)?.origin ?? null) === null) return [];
  return rows
    .related("wordingsOf", id)
    .map((row) => ({ op: "put", noun: "wording", id: row.id, before: {}, after: row }));
}

function takeBack(rows: Rows, change: Put, force: boolean): Result<Put | null, Fault> {
  const judges = change.noun === "identifier" || change.noun === "mention";
  const back = judges ? unagreed(change) : change;
  const now = rows.get(back.noun, back.id);
  if (!now) return no({ code: "row.missing", noun: back.noun, id: back.id });
  const withdrawn = withdrawnBy(rows, back);
  if (withdrawn !== null) return no({ code: "participant.withdrawn", id: withdrawn });
  const left: Readonly<Record<string, unknown>> = { ...now, ...back.after };
  const firm = back.noun === "mention" ? left["decision"] !== "replace" : judges && left["decision"] === "keep";
  if ((!force || firm) && !holds(now, back.before ?? {}))
    return no({ code: "undo.changed", noun: back.noun, id: back.id });
  if (holds(now, back.after)) return yes(null);
  if (back.after.gone === false && now.gone) return yes(revive(back.noun, now, back.after));
  if (now.gone && back.after.gone !== true) return no({ code: "row.missing", noun: back.noun, id: back.id });
  const locked = lockedBy(rows, back);
  if (locked !== null) return no({ code: "theme.locked", id: locked });
  const before: Put["after"] = {};
  const fields = now as unknown as Put["after"]; // rows are flat objects of plain values
  for (const name of Object.keys(back.after)) before[name] = fields[name] ?? null;
  return yes({ ...back, before });
}

/**
 * Undo gives nobody's agreement (rules I88 and I101): what is kept again waits for it, and what somebody has agreed to since is not
 * as the event left it. Nor is anything kept by force, of which the rest is somebody else's: whose decision it is would be told wrongly.
 */
function unagreed(back: Put): Put {
  return { ...back, before: { ...back.before, second: null }, after: { ...back.after, second: null } };
}

/**
 * Who has withdrawn, where this would change what is kept of them, bring back what was theirs (rule CO8), or name an organisation
 * of which everybody has (CO24); null where nobody has.
 */
function withdrawnBy(rows: Rows, back: Put): string | null {
  const gone = (id: string | null | undefined) => (id && rows.get("participant", id)?.withdrawnOn ? id : null);
  if (back.noun === "participant") return gone(back.id);
  if (back.noun === "organisation" && back.after["named"] === true) return leftBy(rows, back.id);
  if (back.after.gone !== false) return null;
  if (back.noun === "summary") {
    const summary = rows.get("summary", back.id);
    return gone(summary?.participant) ?? (summary?.organisation ? leftBy(rows, summary.organisation) : null);
  }
  if (back.noun === "source") return gone(rows.get("source", back.id)?.participant);
  return back.noun === "speaker" ? gone(rows.get("speaker", back.id)?.participant) : null;
}

/** The locked theme out of which, or into which, this would put something (rules B7 and Y65); null where there is none. */
function lockedBy(rows: Rows, back: Put): string | null {
  if (back.noun !== "card" && back.noun !== "theme") return null;
  const field = back.noun === "card" ? "theme" : "parent";
  const to = back.after[field];
  if (to === undefined) return null;
  const now = rows.get(back.noun, back.id) as Readonly<Record<string, unknown>> | undefined; // rows are flat objects
  const locked = [now?.[field], to].find((id) => typeof id === "string" && rows.live("theme", id)?.locked);
  return typeof locked === "string" ? locked : null;
}

function shiftBack(rows: Rows, back: Extract<Change, { op: "shift" }>): Result<Change | null, Fault> {
  const [root] = back.themes;
  const theme = root === undefined ? undefined : rows.live("theme", root);
  if (!root || !theme) return no({ code: "row.missing", noun: "theme", id: root ?? back.board });
  if (theme.locked) return no({ code: "theme.locked", id: root });
  // What came into the theme since moves with it: it lies inside.
  return yes({ ...back, themes: within(rows, root) });
}

/** What would be left hanging once a change has been taken back. */
function hanging(rows: Rows, change: Put): Fault | null {
  const now = rows.get(change.noun, change.id);
  if (!now) return null;
  if (now.gone) {
    for (const [relation, user] of usersOf(change.noun)) {
      const [left] = rows.related(relation, change.id);
      if (left) return { code: "row.used", noun: change.noun, id: change.id, by: user };
    }
    return null;
  }
  for (const [field, noun] of Object.entries(REFERENCES[change.noun] ?? {})) {
    if (isPart(change.noun, field)) continue; // it was there although what it belongs to is gone, and comes back so
    const id = (now as unknown as Readonly<Record<string, unknown>>)[field]; // rows are flat objects
    if (typeof id === "string" && !rows.live(noun, id)) return { code: "row.missing", noun, id };
  }
  // A quote stands in one place: where a later correction gave it another, that one is not overwritten.
  if (change.noun === "anchor" && rows.related("anchorsOfQuote", change.id.slice(0, 36)).length > 1)
    return { code: "undo.changed", noun: "anchor", id: change.id };
  if (change.noun === "theme") {
    const above = ancestors(rows, change.id);
    const top = above.at(-1);
    const parent = top === undefined ? null : rows.get("theme", top)?.parent;
    if (parent) return { code: "theme.cycle", id: change.id };
    if (above.length + 1 > DEEPEST) return { code: "theme.deep", id: change.id };
  }
  return null;
}

/**
 * Rows that are only ever seen through the one they belong to, and are put away with it without being touched: dots
 * are laid in secret, so that nobody but their owner changes them, and of a vote that is put away nobody sees any;
 * what became of a tag stays true when the tag is gone; where a mention stands does not depend on what is said of it; and how a
 * quote is published and translated waits for it to be cited again.
 */
const PARTS: ReadonlySet<Relation> = new Set([
  "votesOfVoting",
  "stepsOfTag",
  "placesOfMention",
  "editsOfEvidence",
  "translationsOfEvidence",
]);

/** Whether a row belongs by this field to one with which it is put away untouched. */
function isPart(noun: Noun, field: string): boolean {
  for (const relation of PARTS)
    if (RELATIONS[relation].noun === noun && RELATIONS[relation].field === field) return true;
  return false;
}

const USERS = new Map<Noun, readonly (readonly [Relation, Noun])[]>();

/** The relations that lead from a noun to rows which refer to it. */
function usersOf(noun: Noun): readonly (readonly [Relation, Noun])[] {
  const known = USERS.get(noun);
  if (known) return known;
  const found = (Object.keys(RELATIONS) as Relation[]).flatMap((relation) => {
    const { noun: user, field } = RELATIONS[relation];
    if (field === null || PARTS.has(relation)) return [];
    return REFERENCES[user]?.[field] === noun ? [[relation, user] as const] : [];
  });
  USERS.set(noun, found);
  return found;
}
