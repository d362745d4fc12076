/**
 * The log leaves the study as .csv, through the gates that a codebook passes: a name that waits for a decision keeps it back,
 * and its bytes are scanned. It is written a part at a time, so that its length needs no more memory.
 *
 * Knows nothing of Next or Prisma. Rules: docs/spec/activity.md, AC30 to AC34.
 */
import { createHash } from "node:crypto";
import { namesFrom } from "#lib/domain/activity/names.ts";
import { FIRST, LAST, toldOf } from "#lib/domain/activity/sentence.ts";
import type { Names } from "#lib/domain/activity/sentence.ts";
import type { Entry, Part } from "#lib/domain/activity/shape.ts";
import type { Lang } from "#lib/domain/field.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { plain, wordsOf } from "#lib/domain/report/model.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Say } from "#lib/format/report/say.ts";
import { cell } from "#lib/format/report/csv.ts";
import { veilText } from "#lib/format/report/veil.ts";
import { scan } from "#lib/format/scan/scan.ts";
import { layOut, openIn } from "./desk.ts";
import type { Desk, Known, Over } from "./desk.ts";
import { check } from "./report.ts";

/** A place for a file that is not finished; nobody else can reach it. */
export type Spool = Readonly<{
  write: (bytes: Uint8Array) => Promise<void>;
  /** Takes it away. */
  drop: () => Promise<void>;
}>;

/** What is needed besides the desk. `S`: the kind of place that the file is written to. */
export type LogDesk<S extends Spool> = Readonly<{
  /** Some entries after a place in the log and no later than another, the earliest first; null for somebody who may not. */
  part: (study: string, after: number, upTo: number) => Promise<Part | null>;
  phrases: (study: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What all who ever belonged to the study are called. */
  people: (study: string) => Promise<ReadonlyMap<string, string>>;
  say: (lang: Lang) => Say;
  spool: () => Promise<S>;
}>;

export type LogFile<S extends Spool> = Known & Readonly<{ spool: S }>;

type LogFault = ReportFault | Over | Readonly<{ code: "role.denied" }>;

const COLUMNS = ["seq", "at", "who", "person", "kind", "mode", "what", "ids"] as const;

/**
 * Writes and scans the file.
 *
 * Faults: `job.over`, it is not wanted any more; `role.denied`, the person may not take anything out of the study, or not any more; `report.searching`,
 * not all sources have been looked through yet; `report.open`, a name in it is
 * not decided; `report.leak`, its bytes hold a name all the same.
 */
export async function downloadActivity<S extends Spool>(
  desk: Desk,
  log: LogDesk<S>,
  study: string,
  person: string,
  lang: Lang,
): Promise<Result<LogFile<S>, LogFault>> {
  const { reading, plan, settled } = await layOut(desk, study);
  if (!settled) return no({ code: "report.searching" });
  const people = await log.people(study);
  const say = log.say(lang);
  const name = `activity-${lang}.csv`;
  const hash = createHash("sha256");
  const open = new Set<string>();
  const looking = { name, find: plan.find, agreed: new Set<string>(), kept: plan.kept };
  const spool = await log.spool();
  let size = 0;
  const write = async (words: string) => {
    const bytes = new TextEncoder().encode(words);
    hash.update(bytes);
    size += bytes.length;
    await spool.write(bytes);
    return bytes;
  };
  try {
    await write(`\ufeff${lineOf(COLUMNS.map((column) => say(`columns.${column}`)))}`);
    const upTo = Number(reading.seq);
    for (let after: number | null = 0; after !== null;) {
      const writing = await desk.tell("writing", after, upTo);
      if (!writing.ok) {
        await spool.drop();
        return writing;
      }
      const part: Part | null = await log.part(study, after, upTo);
      if (!part) {
        await spool.drop();
        return no({ code: "role.denied" });
      }
      const phrases = await log.phrases(study, phrasesIn(part));
      const names = namesFrom(
        new Map(part.things.map((thing) => [thing.id, thing])),
        {
          phrase: (id) => phrases.get(id),
          name: () => null,
          quote: () => null, // what respondents said is in no log
          person: (id) => people.get(id) ?? null,
        },
        lang,
      );
      const rows = part.entries.map((entry) => rowOf(entry, names));
      const leaks = scan(await write(rows.map(lineOf).join("")), looking);
      if (leaks.length > 0) {
        await spool.drop();
        return no({ code: "report.leak", leaks });
      }
      after = part.next;
    }
  } catch (error) {
    await spool.drop();
    throw error;
  }
  const held = open.size === 0 ? [] : await listed([...open]);
  if (held.length > 0) {
    await spool.drop();
    return no({ code: "report.open", open: held.toSorted() });
  }
  const sha256 = hash.digest();
  const type = "text/csv; charset=utf-8";
  return yes({ name, type, format: "csv", lang, size, sha256, seq: reading.seq, spool });

  /** Those that people can decide about. What stands nowhere but in the log is in no queue; a neutral word stands for it. */
  async function listed(terms: readonly string[]): Promise<string[]> {
    const { identifiers } = await check(desk, study, person, lang);
    const queue = new Set(identifiers.map(({ id }) => id));
    return terms.filter((term) => queue.has(term));
  }

  function rowOf(entry: Entry, names: Names): string[] {
    const { seq, at, actor, kind, mode, deed } = entry;
    const sentence = toldOf(mode, deed, say, names);
    const ids = [deed.one, deed.place, ...deed.others].flatMap((ref) => (ref ? [ref.id] : []));
    const veiled = (words: string) => {
      const done = veilText(plain(words, lang), "table", plan);
      for (const term of openIn(done.hits)) open.add(term);
      return wordsOf(done.text);
    };
    const who = veiled(people.get(actor) ?? say("someone"));
    return [String(seq), at, who, actor, kind, mode, veiled(quoted(sentence)), [...new Set(ids)].join(" ")];
  }
}

function lineOf(row: readonly string[]): string {
  return `${row.map(cell).join(",")}\r\n`;
}

/** Names between quotation marks, once. */
function quoted(sentence: string): string {
  return sentence.replaceAll(new RegExp(`${FIRST}(“?)([^${LAST}]*?)(”?)${LAST}`, "gu"), "“$2”");
}

function phrasesIn({ entries, things }: Part): string[] {
  const said = entries.flatMap(({ deed }) => [deed.was, deed.now]);
  return [...said, ...things.flatMap(({ says }) => Object.values(says))].filter((id) => id !== null);
}
