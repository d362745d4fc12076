/** What happens on open sockets when somebody may no longer be there, or as something else. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLOSED } from "#lib/domain/study/live.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { sessions } from "#lib/server/store/session.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { eventsIn, liveLine, storedWorld } from "#tests/kit/line.ts";
import type { Line } from "#tests/kit/line.ts";
import { writtenStudy } from "#tests/kit/writing.ts";

const HOUR = 3_600_000;

let fresh: FreshDatabase;
let here: Line;
let there: Line; // another instance on the same database

beforeAll(async () => {
  fresh = await freshDatabase();
  here = await liveLine(storedWorld(fresh.db));
  there = await liveLine(storedWorld(fresh.db));
});
afterAll(async () => {
  await here.close();
  await there.close();
  await fresh.drop();
});

/** A study with its owner and an analyst on the line, each by a sign-in of their own. */
async function gathered() {
  const written = await writtenStudy(fresh.db);
  const { study, owner, join } = written;
  const analyst = await join("analyst");
  const clock = await clockOf(fresh.db, study);
  await fresh.owner`UPDATE "app_user" SET "password_hash" = 'none' WHERE "id" IN ${fresh.owner([owner, analyst])}`;
  const enter = async (line: Line, person: string) => {
    const sid = randomUUID();
    await sessions(fresh.db).open({ id: sid, person, agent: "test", expiresAt: new Date(Date.now() + 3_600_000) });
    const caller = await line.open(line.visitor(person, "Somebody", sid));
    caller.hello(study, clock?.epoch ?? null, clock?.seq ?? 0);
    const welcome = await caller.until((all) => all.find((message) => message.kind === "welcome"));
    return { ...caller, sid, welcome };
  };
  return { ...written, analyst, enter };
}

/** Twice what is promised: the tests beside this one take most of the machine. `npm run bench:live` measures the promise. */
const SOON = 4000;

/** Milliseconds until something is so. */
async function spent(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work;
  return performance.now() - began;
}

test("[Y36] [Y38] whoever is removed is sent away within two seconds, on every instance, and is gone for the others", async () => {
  const { study, owner, analyst, enter, send } = await gathered();
  const [mine, theirs, elsewhere] = [await enter(here, owner), await enter(here, analyst), await enter(there, analyst)];
  const tab = theirs.welcome.kind === "welcome" ? theirs.welcome.tab : "";
  await mine.until(
    (all) =>
      all.some((message) => message.kind === "presence" && message.here.some((peer) => peer.tab === tab)) || undefined,
  );
  await send({ kind: "member.set", person: analyst, role: null });
  const ms = await spent(Promise.all([theirs.closed, elsewhere.closed]));
  expect([await theirs.closed, await elsewhere.closed]).toEqual([CLOSED.removed, CLOSED.removed]);
  expect(ms).toBeLessThan(SOON);
  await mine.until(
    (all) => all.some((message) => message.kind === "presence" && message.left.includes(tab)) || undefined,
  );
  // Nothing that comes after reaches whoever is gone.
  await send({ kind: "question.add", id: randomUUID(), text: null });
  const last = (await clockOf(fresh.db, study))?.seq;
  await mine.until((all) => (eventsIn(all).at(-1)?.seq === last ? true : undefined));
  expect(eventsIn([...theirs.heard, ...elsewhere.heard]).map(({ kind }) => kind)).not.toContain("question.add");
  mine.socket.close();
});

test("[Y36] [Y41] whoever has another role is told so within two seconds and stays; a welcome says the role", async () => {
  const { analyst, enter, send } = await gathered();
  const theirs = await enter(here, analyst);
  expect(theirs.welcome).toMatchObject({ role: "analyst" });
  await send({ kind: "member.set", person: analyst, role: "observer" });
  const ms = await spent(theirs.until((all) => all.find(({ kind }) => kind === "role")));
  expect(theirs.heard.filter(({ kind }) => kind === "role")).toEqual([{ kind: "role", role: "observer" }]);
  expect(ms).toBeLessThan(SOON);
  expect((await enter(there, analyst)).welcome).toMatchObject({ role: "observer" });
  theirs.socket.close();
});

test("[Y36] a hint about the log is enough: nobody waits for the next look", async () => {
  const unhurried = await liveLine(storedWorld(fresh.db), { look: HOUR });
  const { study, analyst, enter, send } = await gathered();
  const theirs = await enter(unhurried, analyst);
  const outcome = await send({ kind: "member.set", person: analyst, role: "observer" });
  if ("seq" in outcome) unhurried.hub.hint(study, Number(outcome.seq));
  await theirs.until((all) => all.find(({ kind }) => kind === "role"));
  await unhurried.close();
});

test("[Y37] a sign-in that ends closes its sockets and no others, within two seconds, wherever they are", async () => {
  const { owner, enter } = await gathered();
  const [first, second, other] = [await enter(here, owner), await enter(there, owner), await enter(here, owner)];
  await sessions(fresh.db).end(owner, first.sid);
  await sessions(fresh.db).end(owner, second.sid);
  here.hub.who(owner);
  const ms = await spent(Promise.all([first.closed, second.closed]));
  expect([await first.closed, await second.closed]).toEqual([CLOSED.signedOut, CLOSED.signedOut]);
  expect(ms).toBeLessThan(SOON);
  expect(other.socket.readyState).toBe(other.socket.OPEN);
  // An account that is put away takes its last socket with it.
  await fresh.owner`UPDATE "app_user" SET "disabled_at" = now() WHERE "id" = ${owner}`;
  expect(await spent(other.closed)).toBeLessThan(SOON);
  expect(await other.closed).toBe(CLOSED.signedOut);
});

test("[Y39] a command that waits is refused where its sender was removed meanwhile", async () => {
  const { study, analyst, send } = await gathered();
  let waiting: Promise<unknown> = Promise.resolve();
  await fresh.owner.begin(async (sql) => {
    await sql`SELECT FROM "study_clock" WHERE "study_id" = ${study} FOR UPDATE`;
    waiting = send({ kind: "question.add", id: randomUUID(), text: null }, { person: analyst });
    // It stands in the line for the study's clock before its sender is removed.
    for (let waits = 0; waits === 0;) {
      const [row] = await sql<{ waits: number }[]>`
        SELECT count(*)::int AS waits FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      waits = row?.waits ?? 0;
    }
    await sql`UPDATE "membership" SET "gone" = true WHERE "study_id" = ${study} AND "id" = ${analyst}`;
  });
  expect(await waiting).toMatchObject({ refused: "role.none" });
});
