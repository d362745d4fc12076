/**
 * How soon the first fifty hits are there, in a study of a million turns: `npm run bench:search [-- turns]`.
 *
 * A database of its own is filled with talk that nobody ever said, and asked through the same function as the app, with
 * whatever belongs to it: the transaction, who may, the filters, the words around each hit. Every kind of question is asked
 * for many different words. Prints a table and exits non-zero where the target is missed.
 */
import path from "node:path";
import postgres from "postgres";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { NO_FILTERS } from "#lib/domain/search/shape.ts";
import type { Filters } from "#lib/domain/search/shape.ts";
import { startDatabase } from "#lib/server/launch/database.ts";
import { migrate, readMigrations } from "#lib/server/launch/migrate.ts";
import { searchStudy } from "#lib/server/load/search.ts";
import { makeClient } from "#lib/server/store/client.ts";
import { makeSeal } from "#lib/server/store/seal.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import { sow } from "./search/seed.ts";
import type { Sown } from "./search/seed.ts";
import { dice } from "./search/talk.ts";

const TURNS = Number(process.argv[2] ?? 1_000_000);
const ASKED = 40; // times each kind of question is asked, after as many times to warm up
const TARGET = 100; // ms, p95

type Question = Readonly<{ words: string; filters?: Partial<Filters> }>;

const { folder, remove } = makeFolder("bench-search");
const database = await startDatabase({ project: process.cwd(), data: folder, say: () => undefined });
await migrate(database.url, readMigrations(path.join(process.cwd(), "prisma/migrations")), () => undefined);
const db = makeClient(database.url);
let missed = true;
try {
  const { study, owner, secret } = await writtenStudy(db);
  console.log(`Sowing ${TURNS.toLocaleString("en")} turns …`);
  const sown = await sow(database.url, study, owner, TURNS);
  const { texts, words, index } = sown.spent;
  console.log(
    `Texts ${texts.toFixed(0)} s, words ${words.toFixed(0)} s, their index ${index.toFixed(0)} s. ${await sizes(database.url)}`,
  );
  missed = await measure(study, owner, secret, kindsOf(sown));
} finally {
  await db.$disconnect();
  await database.stop();
  remove();
}
process.exit(missed ? 1 : 0);

/** Kinds of question, each with a way to make as many as are wanted. Words go by how common they are. */
function kindsOf({ english, welsh, questions, tags, participants }: Sown): ReadonlyMap<string, () => Question> {
  const roll = dice(99);
  const of = (list: readonly string[], from = 0, to = list.length) =>
    list[from + Math.floor(roll() * (Math.min(to, list.length) - from))] ?? "";
  const rare = () => of(english.words, 15_000, 40_000);
  const usual = () => of(english.words, 300, 3000);
  const common = () => of(english.words, 30, 120);
  const everywhere = () => of(english.words, 0, 8);
  const kind = () => OrganisationKind.options[Math.floor(roll() * OrganisationKind.options.length)] ?? "other";
  const ask = (words: () => string, filters?: () => Partial<Filters>) => () => ({
    words: words(),
    filters: filters?.() ?? {},
  });
  return new Map([
    ["rare word", ask(rare)],
    ["usual word", ask(usual)],
    ["common word", ask(common)],
    ["word that is everywhere", ask(everywhere)],
    ["Welsh word", ask(() => of(welsh.words, 5, 2000))],
    ["word that is not there", ask(() => `${rare()}qx`)],
    ["common AND usual", ask(() => `${common()} AND ${usual()}`)],
    ["everywhere AND everywhere", ask(() => `${everywhere()} ${everywhere()}`)],
    ["usual OR usual OR rare", ask(() => `${usual()} OR ${usual()} OR ${rare()}`)],
    ["common OR common", ask(() => `${common()} OR ${common()}`)],
    ["common NOT everywhere", ask(() => `${common()} NOT ${everywhere()}`)],
    ['"everywhere common"', ask(() => `"${everywhere()} ${common()}"`)],
    ['"everywhere everywhere"', ask(() => `"${everywhere()} ${everywhere()}"`)],
    ['"three common words"', ask(() => `"${common()} ${common()} ${common()}"`)],
    ["beginning (five letters)*", ask(() => `${usual().slice(0, 5)}*`)],
    ["beginning (three letters)*", ask(() => `${usual().slice(0, 3)}*`)],
    ["usual, of a question", ask(usual, () => ({ question: of(questions) }))],
    ["common, of a question", ask(common, () => ({ question: of(questions) }))],
    ["usual, of a kind of organisation", ask(usual, () => ({ organisation: kind() }))],
    ["common, of a kind of organisation", ask(common, () => ({ organisation: kind() }))],
    ["everywhere, of a kind of organisation", ask(everywhere, () => ({ organisation: kind() }))],
    ["common, in the survey", ask(common, () => ({ source: "survey" }))],
    ["common, said by interviewers", ask(common, () => ({ voice: "interviewers" }))],
    ["common, said by one person", ask(common, () => ({ voice: of(participants) }))],
    ["everywhere, said by one person", ask(everywhere, () => ({ voice: of(participants) }))],
    ["usual, tagged", ask(usual, () => ({ tag: of(tags) }))],
    ["common, tagged", ask(common, () => ({ tag: of(tags) }))],
    ["everywhere, tagged", ask(everywhere, () => ({ tag: of(tags) }))],
    [
      "common, tagged, kind, question",
      ask(common, () => ({ tag: of(tags), organisation: kind(), question: of(questions) })),
    ],
    ["common, kind, interviewers", ask(common, () => ({ organisation: kind(), voice: "interviewers" }))],
  ]);
}

/** Asks and prints; answers whether a kind of question took longer than it may. */
async function measure(
  study: string,
  owner: string,
  secret: string,
  kinds: ReadonlyMap<string, () => Question>,
): Promise<boolean> {
  const vault = makeSeal(secret);
  const slow: string[] = [];
  console.log(
    `\n${"what is asked".padEnd(40)} ${"p50 ms".padStart(8)} ${"p95 ms".padStart(8)} ${"max ms".padStart(8)} ${"hits".padStart(12)}`,
  );
  const all: number[] = [];
  for (const [name, make] of kinds) {
    const asked = Array.from({ length: ASKED }, make);
    const spent: number[] = [];
    const counts: number[] = [];
    let more = false;
    for (const round of ["warm", "measured"]) {
      for (const { words, filters } of asked) {
        const began = performance.now();
        const found = await searchStudy(db, vault, study, owner, {
          words,
          filters: { ...NO_FILTERS, ...filters },
          after: null,
        });
        if (round === "warm") continue;
        spent.push(performance.now() - began);
        if (!found.ok) throw new Error(`${words}: ${found.fault.code}`);
        counts.push(found.value.counted?.count ?? 0);
        more ||= found.value.counted?.more ?? false;
      }
    }
    all.push(...spent);
    const [p50, p95, most] = [share(spent, 0.5), share(spent, 0.95), share(spent, 1)];
    if (p95 > TARGET) slow.push(name);
    const hits = `${share(counts, 0)}–${share(counts, 1)}${more ? "+" : ""}`;
    console.log(
      `${name.padEnd(40)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(7)}${p95 > TARGET ? "!" : " "} ${most.toFixed(1).padStart(8)} ${hits.padStart(12)}`,
    );
  }
  console.log(
    `${"all".padEnd(40)} ${share(all, 0.5).toFixed(1).padStart(8)} ${share(all, 0.95).toFixed(1).padStart(7)}  ${share(all, 1).toFixed(1).padStart(8)}`,
  );
  console.log(
    slow.length === 0 ? `Every p95 is within ${TARGET} ms.` : `Over ${TARGET} ms at p95: ${slow.join("; ")}.`,
  );
  return slow.length > 0;
}

function share(values: readonly number[], part: number): number {
  const order = values.toSorted((a, b) => a - b);
  return order[Math.min(order.length - 1, Math.floor(order.length * part))] ?? 0;
}

async function sizes(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [size] = await sql<{ words: string; index: string; texts: string }[]>`
    SELECT pg_size_pretty(pg_table_size('turn_words')) AS words, pg_size_pretty(pg_indexes_size('turn_words')) AS index,
      pg_size_pretty(pg_table_size('revision') + pg_table_size('turn')) AS texts`;
  await sql.end();
  return `Texts and turns take ${size?.texts}, the words ${size?.words}, all their indexes ${size?.index}.`;
}
