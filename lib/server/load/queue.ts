/**
 * The queue of what may identify somebody in the sources of a study: the names that it knows and what detection found.
 *
 * For people who may read originals and decide identifiers only; whoever asks has been asked. Rules: docs/spec/identifier.md,
 * I72 to I80.
 */
import { EDITION } from "#lib/domain/detect/edition.ts";
import { KINDS } from "#lib/domain/detect/hit.ts";
import type { Kind } from "#lib/domain/detect/hit.ts";
import { gather, keysOf } from "#lib/domain/identifier/candidate.ts";
import type { Spread } from "#lib/domain/identifier/candidate.ts";
import { laddersOf } from "#lib/domain/identifier/ladder/levels.ts";
import { plan } from "#lib/domain/identifier/plan.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { entryWaits, rowOf } from "#lib/domain/identifier/queue.ts";
import type { Entry, Queue, QueueAsked } from "#lib/domain/identifier/queue.ts";
import { waitsFor } from "#lib/domain/identifier/shape.ts";
import { mentionWaits } from "#lib/domain/mention/shape.ts";
import { standing } from "#lib/domain/mention/standing.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import { detectionProgress, isSettled, searchedTexts } from "../store/detection.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import { studyRows } from "../store/rows.ts";
import type { Seal } from "../store/seal.ts";
import { decisionWords, NAMED, namedOf, ordinaryOf, settingsIn } from "./named.ts";

const MOST = 300; // entries in one answer

const KIND_OF: Readonly<Record<Named["kind"], Kind>> = {
  organisation: "organisation",
  participant: "person",
  term: "other",
};
/** An entry without its ladder, which only those that are shown need. */
type Bare = Omit<Entry, "levels">;
const NOWHERE: Spread = { count: 0, sources: 0, places: [] };
const NEVER: Entry["otherwise"] = { count: 0, waiting: 0 };
/** Whether it waits for whoever asks at one of its places. */
const asks = ({ otherwise }: Pick<Bare, "otherwise">): boolean => otherwise.waiting > 0;

/**
 * Puts the queue together for a person.
 *
 * Cost: the study's texts once.
 */
export async function queueOf(
  db: PrismaClient,
  vault: Seal,
  study: string,
  person: string,
  asked: QueueAsked,
): Promise<Queue> {
  const progress = await detectionProgress(db, study, EDITION);
  const rows = await studyRows(db, study, [...NAMED, "source", "disclosure"]);
  const named = await namedOf(db, vault, study, rows);
  const ordinary = await ordinaryOf(db, vault, study, rows);
  const { candidates, known, foundAnyway } = await gather(
    searchedTexts(db, study),
    plan(named, []).find,
    keysOf(ordinary),
  );

  const words = await decisionWords(db, study, rows);
  const decided = (id: string) => {
    const row = rows.live("identifier", id);
    return {
      decision: row?.decision ?? null,
      replacement: words(row?.replacement),
      replacementCy: words(row?.replacementCy),
      reason: words(row?.reason),
      by: row?.by ?? null,
      second: row?.second ?? null,
    };
  };
  const own = [...named, ...ordinary].map((one): Bare => ({
    id: one.id,
    key: one.id,
    of: one.kind,
    words: one.full.trim() || (one.others.split(/\r?\n/u)[0] ?? ""),
    kind: rows.live("identifier", one.id)?.thing ?? KIND_OF[one.kind],
    layer: "sure",
    why: [],
    ...(known.get(one.id) ?? NOWHERE),
    ...decided(one.id),
    otherwise: otherwiseOf(rows, one.id, person),
  }));
  const found = candidates.map((one): Bare => ({
    ...one,
    id: null,
    of: "term",
    decision: null,
    replacement: null,
    replacementCy: null,
    reason: null,
    by: null,
    second: null,
    otherwise: NEVER,
  }));

  const ladderOf = laddersOf(rows, named, (await settingsIn(db, study, rows)).thresholds);

  // Names that stand nowhere in the sources keep nothing back; they are decided where they turn up.
  const open = [
    ...own
      .filter(({ decision, count }) => decision === null && count > 0)
      .toSorted((a, b) => Number(asks(b)) - Number(asks(a)) || b.count - a.count),
    ...found,
  ];
  // What waits for whoever asks comes first, then what waits for somebody else.
  const turn = (one: Bare) => (waitsFor(rowOf(one), person) || asks(one) ? 0 : entryWaits(one) ? 1 : 2);
  const settled = own
    .filter(({ decision }) => decision !== null)
    .toSorted((a, b) => turn(a) - turn(b) || a.words.localeCompare(b.words));
  const matching = (asked.show === "open" ? open : settled).filter(
    ({ kind, layer }) =>
      (asked.kind === undefined || kind === asked.kind) && (asked.layer === undefined || layer === asked.layer),
  );
  const confirmed = settled.filter(({ decision, of, count }) => decision !== "ordinary" && of === "term" && count > 0);
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, open.filter((one) => one.kind === kind).length]));
  return {
    progress: {
      done: progress.done,
      total: progress.total,
      settled: isSettled(progress),
    },
    open: {
      sure: open.filter(({ layer }) => layer === "sure").length,
      wide: open.filter(({ layer }) => layer === "wide").length,
      kinds: kinds as Record<Kind, number>, // fromEntries loses the literal keys
    },
    decided: settled.length,
    waiting: settled.filter((one) => turn(one) === 0).length,
    waitingOpen: open.filter(asks).length,
    estimate: {
      confirmed: confirmed.length,
      added: confirmed.filter(({ key }) => !foundAnyway.has(key)).length,
    },
    entries: matching.slice(0, MOST).map((one) => ({ ...one, levels: ladderOf(one) })),
    matching: matching.length,
  };
}

function otherwiseOf(rows: Rows, id: string, person: string): Entry["otherwise"] {
  const mentions = standing(rows, rows.related("mentionsOfIdentifier", id));
  const waiting = mentions.filter((one) => one.by !== person && mentionWaits(one, rows.live("identifier", id)));
  return { count: mentions.length, waiting: waiting.length };
}
