/** Instances that tell each other of their guests over a wire that loses frames, on a clock of their own. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Whereabouts } from "#lib/domain/study/live.ts";
import { Elsewhere, PACE } from "#lib/server/live/elsewhere.ts";
import type { Own } from "#lib/server/live/elsewhere.ts";
import { Timers } from "#lib/server/live/timers.ts";
import { Clock, inside } from "#tests/kit/fuzz/clock.ts";
import type { Place } from "#tests/kit/fuzz/clock.ts";

const study = randomUUID();
const nowhere: Whereabouts = { page: "board", source: null, board: study, pointer: null, selected: [], view: null };

class Instance {
  readonly place: Place = { alive: true };
  readonly guests = new Set<{ tab: string; visitor: { id: string }; at: Whereabouts | null }>();
  readonly timers = new Timers();
  readonly called: string[] = [];
  /** Whom its guests have been shown, as a browser keeps them. */
  readonly shown = new Map<string, Whereabouts | null>();
  frames: string[] = [];
  readonly elsewhere: Elsewhere;

  constructor(net: Net) {
    const none: ReadonlySet<Own> = new Set();
    this.elsewhere = inside.run(
      this.place,
      () =>
        new Elsewhere(
          {
            tell: async (frame) => {
              this.frames.push(frame);
              net.carry(this, frame);
            },
            names: async (_, people) => new Map(people.map((person) => [person, `Name ${person}`])),
            told: () => undefined,
            fault: (_, error) => net.faults.push(error),
            pace: PACE,
          },
          {
            guests: (of) => (of === study ? this.guests : none),
            timers: (of) => this.timers.of(of),
            moved: (_, { tab, at, name }) => {
              expect(name).not.toBeNull();
              this.shown.set(tab, at);
            },
            left: (_, { tab }) => this.shown.delete(tab),
            called: (_, { name }) => this.called.push(name),
            timer: ({ study: of, board, left }, known) => {
              if (known && this.timers.of(of).some((one) => one.board === board)) return;
              if (left === null) this.timers.stop(of, board);
              else this.timers.start(of, board, left);
            },
          },
        ),
    );
  }

  enter(): void {
    const guest = { tab: randomUUID(), visitor: { id: randomUUID() }, at: null };
    this.guests.add(guest);
    this.elsewhere.moved(study, guest);
  }

  move(nth: number, at: Partial<Whereabouts>): void {
    const guest = [...this.guests][nth % Math.max(1, this.guests.size)];
    if (!guest) return;
    guest.at = { ...(guest.at ?? nowhere), ...at };
    this.elsewhere.moved(study, guest);
  }

  leave(): void {
    for (const guest of this.guests) {
      this.guests.delete(guest);
      this.elsewhere.left(study, guest);
      if (this.guests.size === 0) this.shown.clear();
      return;
    }
  }
}

/** A wire between instances; while it is faulty, it loses what it likes. */
class Net {
  readonly clock = new Clock();
  readonly instances: Instance[];
  readonly faults: unknown[] = [];
  loses = (): boolean => false;

  constructor(count: number) {
    this.instances = Array.from({ length: count }, () => new Instance(this));
  }

  carry(from: Instance, frame: string): void {
    for (const one of this.instances)
      if (one === from || !this.loses())
        this.clock.later(one.place, 1, () => inside.run(one.place, () => one.elsewhere.hear(frame)));
  }
}

/** Does something on a clock that stands still between two steps. */
async function withNet(count: number, work: (net: Net) => Promise<void>): Promise<void> {
  const clock = new Clock();
  const away = clock.install();
  try {
    const net = new Net(count);
    Object.assign(net, { clock });
    await work(net);
    for (const { place } of net.instances) place.alive = false;
    expect(net.faults).toEqual([]);
  } finally {
    away();
  }
}

/** What each instance shows of the others, and what it should. */
function compared(net: Net): unknown[] {
  return net.instances.flatMap((one) => {
    if (!one.place.alive || one.guests.size === 0) return [];
    const others = net.instances.filter((other) => other !== one && other.place.alive);
    const right = others.flatMap(({ guests }) => [...guests].map(({ tab, at }) => [tab, at] as const));
    expect(new Map(one.elsewhere.of(study).map(({ tab, at }) => [tab, at]))).toEqual(new Map(right));
    expect(one.shown).toEqual(new Map(right));
    return right;
  });
}

const steps = fc.array(
  fc.record({
    at: fc.nat(2),
    what: fc.constantFrom("enter", "enter", "move", "point", "leave", "wait", "stall"),
    n: fc.nat(20),
  }),
  { minLength: 5, maxLength: 40 },
);

test("[Y100] [Y104] whatever frames are lost, all instances soon show the same guests where they are", async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.boolean()), async (all, chance) => {
      await withNet(3, async (net) => {
        net.loses = () => chance.next().value;
        for (const { at, what, n } of all) {
          const one = net.instances[at];
          if (!one) continue;
          const step = () => {
            if (what === "enter") one.enter();
            if (what === "leave") one.leave();
            if (what === "move") one.move(n, { page: n % 2 ? "board" : "tags", selected: [study] });
            if (what === "point") one.move(n, { pointer: { x: n, y: n } });
          };
          inside.run(one.place, step);
          await net.clock.advance(what === "stall" ? 12_000 : what === "wait" ? n * 50 : 20);
        }
        net.loses = () => false;
        await net.clock.advance(PACE.silent + PACE.repeat + 1000);
        const tabs = (guests: Iterable<{ tab: string }>) => [...guests].map(({ tab }) => tab).toSorted();
        for (const one of net.instances.filter(({ guests }) => guests.size > 0))
          expect(tabs(one.elsewhere.of(study))).toEqual(
            tabs(net.instances.flatMap((other) => (other === one ? [] : [...other.guests]))),
          );
        for (const one of net.instances) one.elsewhere.again(); // as when its connection is there again
        await net.clock.advance(1000);
        shown += compared(net).length;
      });
    }),
    { numRuns: 40 },
  );
  expect(shown).toBeGreaterThan(50);
});

test("[Y101] nothing is told of guests where nobody else has any, and at most four times a second where they have", async () => {
  await withNet(2, async (net) => {
    const [mine, theirs] = net.instances;
    if (!mine || !theirs) throw new Error("two were made");
    inside.run(mine.place, () => {
      for (let n = 0; n < 30; n++) mine.enter();
    });
    const moving = async (seconds: number) => {
      mine.frames = [];
      for (let n = 0; n < seconds * 20; n++) {
        inside.run(mine.place, () => {
          for (let nth = 0; nth < 30; nth++) mine.move(nth, { pointer: { x: n, y: nth } });
        });
        await net.clock.advance(50);
      }
      return mine.frames;
    };
    // What it says alone: that it has guests in a study, every three seconds.
    const alone = await moving(6);
    expect(alone.length).toBeLessThanOrEqual(3);
    expect(alone.join("").length).toBeLessThan(300);

    inside.run(theirs.place, () => theirs.enter());
    await net.clock.advance(1000);
    const frames = await moving(6);
    const bytes = frames.join("").length;
    expect(frames.length).toBeLessThanOrEqual(6 * 4 + 4);
    expect(bytes / (30 * 4 * 6)).toBeLessThan(60); // bytes for each move
    await net.clock.advance(PACE.gather * 2);
    compared(net);
  });
});

test("[Y102] whoever falls silent is gone after ten seconds, whoever says goodbye at once", async () => {
  await withNet(3, async (net) => {
    const [one, killed, stopped] = net.instances;
    if (!one || !killed || !stopped) throw new Error("three were made");
    for (const each of net.instances) inside.run(each.place, () => each.enter());
    await net.clock.advance(1000);
    expect(one.shown.size).toBe(2);
    await inside.run(stopped.place, () => stopped.elsewhere.close());
    await net.clock.advance(10);
    expect(one.shown.size).toBe(1);
    killed.place.alive = false;
    await net.clock.advance(PACE.silent - PACE.repeat);
    expect(one.shown.size).toBe(1);
    await net.clock.advance(PACE.repeat + 500);
    expect(one.shown.size).toBe(0);
  });
});

test("[Y103] a call is told once, a timer to all, also to an instance that comes later", async () => {
  await withNet(2, async (net) => {
    const [one, other] = net.instances;
    if (!one || !other) throw new Error("two were made");
    for (const each of [one, other]) inside.run(each.place, () => each.enter());
    await net.clock.advance(1000);
    inside.run(one.place, () => {
      one.elsewhere.called(study, study, study, { x: 0, y: 0, w: 1, h: 1 });
      one.timers.start(study, study, 60_000);
      one.elsewhere.timed(study, study);
    });
    await net.clock.advance(PACE.repeat * 2);
    expect([one.called, other.called]).toEqual([[], [`Name ${study}`]]);
    const left = (each: Instance) => inside.run(each.place, () => each.timers.of(study)[0]?.left ?? 0);
    expect(left(other)).toBeGreaterThan(50_000);
    expect(Math.abs(left(other) - left(one))).toBeLessThan(20);

    const late = new Instance(net);
    net.instances.push(late);
    inside.run(late.place, () => late.enter());
    await net.clock.advance(1000);
    expect(Math.abs(left(late) - left(one))).toBeLessThan(20);
    inside.run(other.place, () => {
      other.timers.stop(study, study);
      other.elsewhere.timed(study, study);
    });
    await net.clock.advance(1000);
    expect([left(one), left(late)]).toEqual([0, 0]);
  });
});
