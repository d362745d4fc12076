/**
 * How people work together: 100 editors and 200 viewers on one board, on two servers and one PostgreSQL, and beside
 * it the same work on a Hocuspocus server, which is what a team would use instead.
 *
 * Everything runs on this machine, the load included. Prints one table with the targets and exits non-zero where one
 * is missed. `npm run bench:live [-- seconds]`. What "acknowledged" means is not the same: ours is durable in
 * PostgreSQL; theirs says that the server has it in memory, and it is stored later.
 */
import path from "node:path";
import { startDatabase } from "#lib/server/launch/database.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { share } from "./board/watch.ts";
import { measureOurs } from "./live/ours.ts";
import { measurePeer } from "./live/peer.ts";
import { Table } from "./live/table.ts";

const work = {
  editors: 100,
  viewers: 200,
  writers: 50,
  moving: 20,
  cards: 2000,
  seconds: Number(process.argv[2] ?? 30),
  hot: { writers: 32, seconds: 8 },
  missed: 1000,
  back: 400,
};

const { folder, remove } = makeFolder("bench-live");
const database = await startDatabase({ project: process.cwd(), data: path.join(folder), say: () => undefined });
const table = new Table();
try {
  console.log("Carthen …");
  const ours = await measureOurs(database.url, work);
  console.log("Hocuspocus …");
  const peer = await measurePeer(database.url, work);
  const [p50, p95, p99] = [0.5, 0.95, 0.99];
  table.add(
    "acknowledged p50, ms (ours: durable; theirs: in memory)",
    share(ours.acknowledged, p50),
    { most: 40 },
    share(peer.acknowledged, p50),
  );
  table.add("acknowledged p95, ms", share(ours.acknowledged, p95), { most: 150 }, share(peer.acknowledged, p95));
  table.add("acknowledged p99, ms", share(ours.acknowledged, p99), { most: 400 }, share(peer.acknowledged, p99));
  table.add("durable p95, ms", share(ours.acknowledged, p95), { most: 150 }, share(peer.stored, p95));
  table.add("seen by others p95, same instance, ms", share(ours.seen, p95), { most: 200 }, share(peer.seen, p95));
  table.add("seen by others p95, another instance, ms", share(ours.seenElsewhere, p95), { most: 300 }, "one only");
  table.add("presence p95, ms", share(ours.presence, p95), { most: 100 }, share(peer.presence, p95));
  table.add(
    "presence p95, another instance, ms",
    ours.presenceElsewhere.length === 0 ? null : share(ours.presenceElsewhere, p95),
    {},
    "one only",
  );
  table.add("one hot study, commands/s", ours.hot, { least: 500 }, peer.hot);
  table.add("resume after 1,000 missed, median ms", ours.resume[0] ?? null, { most: 500 }, peer.resume[0] ?? null);
  table.add("400 clients back after a restart, ms", ours.back, { most: 10_000 }, peer.back);
  table.add("attempts that failed while they came back", ours.failures, { most: 0 }, null);
  table.add("memory per connected client, kB", ours.memory / 1000, { most: 100 }, peer.memory / 1000);
  table.add("acknowledged and lost", ours.lost, { most: 0 }, null);
  table.add("gaps", ours.gaps, { most: 0 }, null);
  table.add("clients that differ at the end", ours.diverged, { most: 0 }, peer.diverged);
} finally {
  await database.stop();
  remove();
}
const { editors, viewers, writers, moving, cards, seconds } = work;
console.log(
  `${editors} editors and ${viewers} viewers on a board of ${cards} cards; ${writers} of them give a command a second and ` +
    `${moving} move their pointers twenty times a second, for ${seconds} s; one hot study: ${work.hot.writers} at once, 20 watch`,
);
table.print();
process.exit(table.missed ? 1 : 0);
