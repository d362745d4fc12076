/** Texts that several people write at once, by the real client over real sockets of two instances on one database. */
import { takesAway } from "#lib/domain/pad/shape.ts";
import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { Pads } from "#lib/client/pad/pads.ts";
import type { PadMessage } from "#lib/client/pad/pads.ts";
import type { Pad } from "#lib/client/pad/pad.ts";
import { Unsent } from "#lib/client/pad/unsent.ts";
import type { Command } from "#lib/domain/study/command.ts";
import { FRAGMENT, padOf, rewrite, wordsIn } from "#lib/domain/pad/doc.ts";
import { MOST_WORDS } from "#lib/domain/pad/shape.ts";
import { PACE } from "#lib/server/live/elsewhere.ts";
import type { PadTimes } from "#lib/server/live/pads.ts";
import { clockOf } from "#lib/server/store/events.ts";
import { Pads as StoredPads } from "#lib/server/store/pad.ts";
import { freshDatabase } from "#tests/kit/database.ts";
import type { FreshDatabase } from "#tests/kit/database.ts";
import { linkedLine, storedWorld } from "#tests/kit/line.ts";
import type { Line } from "#tests/kit/line.ts";
import { writtenStudy } from "#tests/kit/writing.ts";
import type { Written } from "#tests/kit/writing.ts";

const HOUR = 3_600_000;
const SOON: PadTimes = { quiet: 20, longest: 100, sweep: HOUR, stale: 0 };
const NEVER: PadTimes = { quiet: HOUR, longest: HOUR, sweep: HOUR, stale: 0 };

/** Waits until something is as expected, however busy the machine is. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000, interval: 20 });

let fresh: FreshDatabase;
const lines: Line[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  for (const line of lines) await line.close();
  await fresh.drop();
});

async function instance({ writer }: Pick<Written, "writer">, times: PadTimes): Promise<Line> {
  const world = storedWorld(fresh.db);
  const line = await linkedLine(
    fresh,
    { ...world, standings: async (seats) => (await world.standings(seats)).map((one) => ({ ...one, signedIn: true })) },
    { pace: PACE, pads: { writer, times } },
  );
  lines.push(line);
  return line;
}

/** A study with a theme, whose English definition is the pad. */
async function study() {
  const written = await writtenStudy(fresh.db);
  const theme = randomUUID();
  const name = randomUUID();
  const command = {
    kind: "theme.make" as const,
    id: theme,
    board: written.board,
    parent: null,
    x: 0,
    y: 0,
    w: 400,
    h: 300,
    hue: 1,
    name: { lang: "en" as const, phrase: name },
    cards: [],
    themes: [],
  };
  expect(await written.send(command, { phrases: [{ id: name, lang: "en", words: "Trust" }] })).toHaveProperty("seq");
  const pad = `${theme}/definition/en`;
  const says = async (words: string, was: string | null) => {
    const phrase = randomUUID();
    const command = { kind: "wording.set" as const, subject: theme, field: "definition" as const, lang: "en" as const };
    const outcome = await written.send({ ...command, phrase, was }, { phrases: [{ id: phrase, lang: "en", words }] });
    expect(outcome).toHaveProperty("seq");
    return phrase;
  };
  /** What the slot says. */
  const said = async () => {
    const [row] = await fresh.owner<{ id: string | null; words: string | null }[]>`
      SELECT w.phrase_id AS id, p.words FROM wording w LEFT JOIN phrase p ON p.study_id = w.study_id AND p.id = w.phrase_id
      WHERE w.study_id = ${written.study} AND w.id = ${pad} AND NOT w.gone`;
    return { id: row?.id ?? null, words: row?.words ?? "" };
  };
  return { ...written, theme, pad, says, said };
}

type Writer = Readonly<{
  pads: Pads;
  pad: Pad;
  refused: { words: string; why: string }[];
  words: () => string;
  write: (words: string) => void;
  cut: () => void;
  back: () => Promise<void>;
  ready: () => Promise<void>;
  rest: () => Promise<void>;
}>;

/** Somebody with the pad open, on this instance. */
async function writerOn(line: Line, study: string, person: string, id: string): Promise<Writer> {
  const refused: { words: string; why: string }[] = [];
  let caller = await line.open(line.visitor(person));
  const pads: Pads = new Pads(`${study}/${person}`, {
    say: (message) => {
      if (caller.socket.readyState !== caller.socket.OPEN) return false;
      caller.say(message);
      return true;
    },
    refused: async (_, words, why) => void refused.push({ words, why }),
    changed: () => undefined,
  });
  const greet = async () => {
    const clock = await clockOf(fresh.db, study);
    caller.socket.on("message", (data) => {
      const message = JSON.parse((data as Buffer).toString()) as PadMessage; // what the hub says, in one piece
      if (message.kind.startsWith("pad.")) pads.hear(message);
    });
    caller.hello(study, clock?.epoch ?? null, clock?.seq ?? 0);
    await caller.until((all) => all.find(({ kind }) => kind === "welcome"));
    pads.welcomed();
  };
  const pad = pads.use(id);
  await greet();
  const until = (so: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!so()) return;
        stop();
        resolve();
      };
      const stop = pads.subscribe(look);
      look();
    });
  return {
    pads,
    pad,
    refused,
    words: () => wordsIn(pad.doc),
    write: (words) => rewrite(pad.doc, words),
    cut: () => {
      caller.socket.terminate();
      pads.lost();
    },
    back: async () => {
      caller = await line.open(line.visitor(person));
      await greet();
    },
    ready: () => until(() => pad.phase === "ready"),
    rest: () => until(() => pads.unsent === 0),
  };
}

test("[P5] [P7] [P14] two write at once on two instances: each has what both wrote, it is stored, and the slot says it", async () => {
  const { study: id, owner, join, pad, says, said, ...written } = await study();
  await says("Trust in data.", null);
  const [here, there] = [await instance(written, SOON), await instance(written, SOON)];
  const analyst = await join("analyst");
  const [mari, tomos] = [await writerOn(here, id, owner, pad), await writerOn(there, id, analyst, pad)];
  await mari.ready();
  await tomos.ready();
  expect(tomos.words()).toBe("Trust in data.");
  mari.write("Trust in other people’s data.");
  tomos.write("Trust in data.\nWhether they rely on it.");
  const both = "Trust in other people’s data.\nWhether they rely on it.";
  await soon(() => [mari.words(), tomos.words()]).toEqual([both, both]);
  await mari.rest();
  const [row] = await fresh.owner`SELECT words FROM pad WHERE study_id = ${id} AND id = ${pad}`;
  expect(row?.["words"]).toBe(both);
  await soon(async () => (await said()).words).toBe(both);
  const [event] = await fresh.owner`
    SELECT kind, payload::text AS payload FROM event WHERE study_id = ${id} ORDER BY seq DESC LIMIT 1`;
  expect(event?.["kind"]).toBe("wording.set");
  expect(event?.["payload"]).not.toContain("rely");
});

test("[P6] nobody writes who may not: an observer, whoever was sent away, in what is hidden or gone, or in no such slot", async () => {
  const { study: id, owner, join, send, pad, board } = await study();
  const pads = new StoredPads(fresh.db);
  const [analyst, observer] = [await join("analyst"), await join("observer")];
  const opened = await pads.open(id, pad, analyst);
  expect(opened.ok).toBe(true);
  const epoch = opened.ok ? opened.value.epoch : "";
  const update = Y.encodeStateAsUpdate(padOf("More."));
  expect(await pads.open(id, pad, observer)).toEqual({ ok: false, fault: "role.refused" });
  expect(await pads.write(id, pad, observer, epoch, update)).toEqual({ ok: false, fault: "role.refused" });
  expect(await pads.open(id, pad, randomUUID())).toEqual({ ok: false, fault: "role.none" });
  expect(await pads.open(id, `${randomUUID()}/definition/en`, analyst)).toEqual({ ok: false, fault: "row.missing" });
  expect(await pads.open(id, pad.replace("definition", "name"), analyst)).toEqual({ ok: false, fault: "row.missing" });

  const copy = randomUUID();
  await send({ kind: "board.copy", id: copy, from: board, hidden: true, name: null });
  const [hidden] = await fresh.owner`SELECT id FROM theme WHERE study_id = ${id} AND board_id = ${copy}`;
  const theirs = `${String(hidden?.["id"])}/definition/en`;
  expect((await pads.open(id, theirs, owner)).ok).toBe(true);
  expect(await pads.open(id, theirs, analyst)).toEqual({ ok: false, fault: "row.missing" });

  await send({ kind: "member.set", person: analyst, role: null });
  expect(await pads.write(id, pad, analyst, epoch, update)).toEqual({ ok: false, fault: "role.none" });
  await send({ kind: "theme.remove", id: pad.split("/")[0] ?? "" });
  expect(await pads.write(id, pad, owner, epoch, update)).toEqual({ ok: false, fault: "row.missing" });
});

test("[P24] [ME8] [ME10] a memo that begins a talk is written together and calls whom its words call; others’ answers and what is hidden are not", async () => {
  const { study: id, owner, join, send, board, ...written } = await study();
  const [analyst, called] = [await join("analyst"), await join("analyst")];
  await fresh.owner`UPDATE app_user SET name = 'Tomos Rees' WHERE id = ${called}`;
  const say = async (words: string, make: (id: string, body: { lang: "en"; phrase: string }) => Command) => {
    const [one, phrase] = [randomUUID(), randomUUID()];
    const phrases = [{ id: phrase, lang: "en" as const, words }];
    expect(await send(make(one, { lang: "en", phrase }), { phrases })).toHaveProperty("seq");
    return one;
  };
  const memo = (words: string, subject: string, parent: string | null = null) =>
    say(words, (one, body) => ({ kind: "memo.write", id: one, subject, parent, body, calls: [] }));
  const first = await memo("Is that so?", board);
  const answer = await memo("It is.", board, first);
  const card = { id: randomUUID(), board, theme: null, x: 0, y: 0 };
  const insight = await say("A thought.", (one, body) => ({ kind: "insight.write", id: one, body, card }));
  const copy = randomUUID();
  await send({ kind: "board.copy", id: copy, from: board, hidden: true, name: null });
  const hidden = await memo("For myself.", copy);

  const pads = new StoredPads(fresh.db);
  const opens = async (one: string, person: string) => {
    const opened = await pads.open(id, `${one}/body/en`, person);
    return opened.ok || opened.fault;
  };
  expect([await opens(answer, owner), await opens(answer, analyst)]).toEqual([true, "memo.theirs"]);
  expect([await opens(hidden, owner), await opens(hidden, analyst)]).toEqual([true, "row.missing"]);
  expect(await opens(insight, owner)).toBe("row.missing");

  const calls = async () => {
    const found = await fresh.owner<{ person: string; after: string; also: string | null }[]>`
      SELECT c.person_id AS person, c.after_id AS after, m.also_id AS also
      FROM memo_call c JOIN memo m ON m.study_id = c.study_id AND m.id = c.memo_id
      WHERE c.study_id = ${id} AND c.memo_id = ${first} AND NOT c.gone`;
    return found.map((row) => ({ ...row }));
  };
  const line = await instance(written, SOON);
  const mari = await writerOn(line, id, analyst, `${first}/body/en`);
  await mari.ready();
  expect(mari.words()).toBe("Is that so?");
  mari.write("Is that so, @Tomos Rees?");
  await soon(calls).toEqual([{ person: called, after: answer, also: analyst }]);
  mari.write("Is that so, Tomos?");
  await soon(calls).toEqual([]);
});

test("[P8] [P9] what the slot is given elsewhere comes into the pad, beside what is being written there", async () => {
  const { study: id, owner, pad, says, said, send, ...written } = await study();
  const line = await instance(written, NEVER);
  const first = await says("We asked eleven organisations. It took a year.", null);
  const mari = await writerOn(line, id, owner, pad);
  await mari.ready();
  // Nobody writes: the pad says what the slot says.
  const second = await says("We asked eleven organisations. It took two years.", first);
  line.hub.hint(id, (await clockOf(fresh.db, id))?.seq ?? 0);
  await soon(mari.words).toBe("We asked eleven organisations. It took two years.");
  // Somebody does: both stand.
  mari.write("We asked twelve organisations. It took two years.");
  await mari.rest();
  await says("We asked eleven organisations. It took three years.", second);
  line.hub.hint(id, (await clockOf(fresh.db, id))?.seq ?? 0);
  await soon(mari.words).toBe("We asked twelve organisations. It took three years.");
  // What was written when the line goes for good is given to the slot by whoever looks next.
  mari.cut();
  await soon(async () => (await said()).words).toBe("We asked twelve organisations. It took three years.");
  // Undone, the pad follows.
  const again = await writerOn(line, id, owner, pad);
  await again.ready();
  await send({ kind: "undo", how: "ask" });
  line.hub.hint(id, (await clockOf(fresh.db, id))?.seq ?? 0);
  await soon(again.words).toBe("We asked eleven organisations. It took three years.");
});

test("[P9] whoever opens a pad while its slot is given other words has those, however long that takes", async () => {
  const { study: id, owner, pad, says } = await study();
  const pads = new StoredPads(fresh.db);
  const first = await says("One way.", null);
  let opening: ReturnType<typeof pads.open> = pads.open(id, pad, owner);
  await opening;
  await fresh.owner.begin(async (sql) => {
    await sql`SELECT FROM "pad" WHERE "study_id" = ${id} FOR UPDATE`;
    opening = pads.open(id, pad, owner);
    for (let waits = 0; waits === 0;) {
      const [row] = await sql<{ waits: number }[]>`
        SELECT count(*)::int AS waits FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      waits = row?.waits ?? 0;
    }
    await says("Another way.", first);
  });
  const opened = await opening;
  const doc = new Y.Doc();
  if (opened.ok) Y.applyUpdate(doc, opened.value.state);
  expect(wordsIn(doc)).toBe("Another way.");
});

test("[P10] [P12] what was written without a line is sent once it is there, by the next page too, and nothing twice", async () => {
  const { study: id, owner, join, pad, ...written } = await study();
  const line = await instance(written, NEVER);
  const mari = await writerOn(line, id, owner, pad);
  await mari.ready();
  mari.write("One.");
  await mari.rest();
  mari.cut();
  mari.write("One. Two.");
  expect(mari.pads.unsent).toBe(1);
  await mari.back();
  await mari.rest();
  const tomos = await writerOn(line, id, await join("analyst"), pad);
  await tomos.ready();
  expect(tomos.words()).toBe("One. Two.");
  // The page is closed while its line is down; the next one of the same person sends what it left, without that pad open.
  mari.cut();
  mari.write("One. Two. Three.");
  await soon(async () => (await new Unsent(`${id}/${owner}`).others()).length).toBe(1);
  mari.pads.close();
  const next = await writerOn(line, id, owner, `${pad.split("/")[0] ?? ""}/include/en`);
  await soon(tomos.words).toBe("One. Two. Three.");
  await next.rest();
  expect(next.refused).toEqual([]);
});

test("[P11] [P13] words that cannot be kept are handed to their writer, and the pad says again what is stored", async () => {
  const { study: id, owner, join, send, pad, ...written } = await study();
  const line = await instance(written, NEVER);
  const analyst = await join("analyst");
  const [mari, tomos] = [await writerOn(line, id, owner, pad), await writerOn(line, id, analyst, pad)];
  await mari.ready();
  await tomos.ready();
  mari.write("Kept.");
  await mari.rest();
  const long = `Kept.${"x".repeat(MOST_WORDS)}`;
  mari.write(long);
  await soon(() => mari.refused).toEqual([{ words: long, why: "pad.long" }]);
  await soon(mari.words).toBe("Kept.");

  await send({ kind: "member.set", person: analyst, role: "observer" });
  tomos.write("Kept. Not mine to say.");
  await soon(() => tomos.refused).toEqual([{ words: "Kept. Not mine to say.", why: "role.refused" }]);
  expect(tomos.pad.phase).toBe("role.refused");
  expect(mari.words()).toBe("Kept.");
});

test("[P5] [P15] a pad of many updates is kept as its state and a few; whoever was away has all of it", async () => {
  const { study: id, owner, pad } = await study();
  const pads = new StoredPads(fresh.db);
  const opened = await pads.open(id, pad, owner);
  if (!opened.ok) throw new Error(opened.fault);
  const { epoch, state } = opened.value;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  let words = "";
  for (let n = 0; n < 120; n++) {
    const before = Y.encodeStateVector(doc);
    words += n % 7 === 6 ? "\n" : ` word${n}`;
    rewrite(doc, words);
    expect((await pads.write(id, pad, owner, epoch, Y.encodeStateAsUpdate(doc, before))).ok).toBe(true);
  }
  const [kept] = await fresh.owner`SELECT count(*)::int AS updates FROM pad_update WHERE study_id = ${id}`;
  expect(kept?.["updates"]).toBeLessThanOrEqual(50);
  for (const from of [0, 30, 119]) {
    const news = await pads.since(id, pad, from);
    const late = new Y.Doc();
    Y.applyUpdate(late, state);
    for (const update of news?.updates ?? []) Y.applyUpdate(late, update);
    if (from === 0) expect(wordsIn(late)).toBe(words);
    expect(news?.n).toBe(120);
  }
  // The same update again is no news, and what is none is refused.
  expect(await pads.write(id, pad, owner, epoch, Y.encodeStateAsUpdate(doc))).toEqual({ ok: true, value: { n: 120 } });
  expect(await pads.write(id, pad, owner, epoch, Uint8Array.of(9, 9, 9))).toEqual({ ok: false, fault: "pad.broken" });
  expect(await pads.write(id, pad, owner, randomUUID(), Uint8Array.of(0, 0))).toEqual({
    ok: false,
    fault: "pad.other",
  });
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement("paragraph")]);
  const unknown = Y.encodeStateVector(other);
  other.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement("paragraph")]);
  expect(await pads.write(id, pad, owner, epoch, Y.encodeStateAsUpdate(other, unknown))).toEqual({
    ok: false,
    fault: "pad.parted",
  });
});

test("[P16] what a server could not give to the slot before it went is given by another", async () => {
  const { study: id, owner, pad, said, ...written } = await study();
  const pads = new StoredPads(fresh.db);
  const opened = await pads.open(id, pad, owner);
  if (!opened.ok) throw new Error(opened.fault);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, opened.value.state);
  rewrite(doc, "Written just before.");
  await pads.write(id, pad, owner, opened.value.epoch, Y.encodeStateAsUpdate(doc));
  expect((await said()).words).toBe("");
  await instance(written, { ...SOON, sweep: 20 });
  await soon(async () => (await said()).words).toBe("Written just before.");
});

test("[P17] what is being written stands in its slot before what it is about is taken away", async () => {
  const { study: id, owner, pad, said, ...written } = await study();
  const line = await instance(written, { quiet: HOUR, longest: HOUR, sweep: HOUR, stale: HOUR });
  const writer = await writerOn(line, id, owner, pad);
  await writer.ready();
  writer.write("Written a moment ago.");
  await writer.rest();
  expect((await said()).words).toBe("");
  await line.hub.rest(randomUUID());
  expect((await said()).words).toBe("");
  await line.hub.rest(id);
  expect((await said()).words).toBe("Written a moment ago.");
  const kinds = ["tag.merge", "tags.remove", "theme.remove", "finding.remove", "memo.remove", "participant.withdraw"];
  expect(kinds.filter((kind) => !takesAway(kind))).toEqual([]);
  expect(["wording.set", "theme.shift", "cards.place"].filter(takesAway)).toEqual([]);
});

test("[P14] whatever several people write, with lines that break, all end with the same text, stored and said", async () => {
  const { study: id, owner, join, pad, said, ...written } = await study();
  const [here, there] = [await instance(written, SOON), await instance(written, SOON)];
  const people = [owner, await join("analyst"), await join("analyst")];
  const writers = await Promise.all(people.map((person, n) => writerOn(n % 2 ? there : here, id, person, pad)));
  for (const one of writers) await one.ready();
  const act = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom("add", "add", "add", "take", "line", "cut", "back"),
    at: fc.nat(1000),
    words: fc.constantFrom("we ", "trust ", "data ", "ŷ", "👩‍🔬"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const away = new Set<number>();
      for (const { who, what, at, words } of acts) {
        const one = writers[who];
        if (!one) continue;
        const now = Array.from(one.words()); // no editor cuts a sign in two
        const place = at % (now.length + 1);
        const [before, after] = [now.slice(0, place).join(""), now.slice(place)];
        if (what === "add") one.write(before + words + after.join(""));
        else if (what === "take") one.write(before + after.slice(5).join(""));
        else if (what === "line") one.write(`${before}\n${after.join("")}`);
        else if (what === "cut" && !away.has(who)) {
          one.cut();
          away.add(who);
        } else if (what === "back" && away.delete(who)) await one.back();
        if (at % 3 === 0 && !away.has(who)) await one.rest();
      }
      for (const who of away) await writers[who]?.back();
      for (const one of writers) await one.rest();
      await soon(() => new Set(writers.map((one) => one.words())).size).toBe(1);
      const words = writers[0]?.words() ?? "";
      await soon(async () => (await said()).words).toBe(words.trim());
      const [row] = await fresh.owner`SELECT words, settled FROM pad WHERE study_id = ${id} AND id = ${pad}`;
      expect(row?.["words"]).toBe(words);
      for (const one of writers) expect(one.refused).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
