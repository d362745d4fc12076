/**
 * `npm run test:leaks`: a study full of canaries, and everything that leaves it or that an observer can reach.
 *
 * Names that nobody could guess stand in every place where people write and in every file that is brought in. Every export in both
 * languages, every door, every page and every frame of the live line, as an observer and in a real browser, is searched
 * by code of its own. Then a canary is planted in the same files and the same browser, in every way in which words hide: one that is
 * missed fails the search as a leak does. Rules: docs/spec/leaks.md.
 */
import { chromium } from "@playwright/test";
import * as Y from "yjs";
import { padOf } from "#lib/domain/pad/doc.ts";
import { browserFlags, needShell } from "#tests/kit/browser.ts";
import { makeFolder } from "#tests/kit/folder.ts";
import { Cage } from "#tests/kit/leaks/canary.ts";
import type { Canary } from "#tests/kit/leaks/canary.ts";
import { orders, take, unordered } from "#tests/kit/leaks/export.ts";
import { furnish, replaceAll, replaceByName } from "#tests/kit/leaks/furnish.ts";
import { openHouse } from "#tests/kit/leaks/house.ts";
import { Ledger } from "#tests/kit/leaks/ledger.ts";
import { Line } from "#tests/kit/leaks/line.ts";
import { hasPdfToText, Lookout } from "#tests/kit/leaks/look.ts";
import { plantsIn } from "#tests/kit/leaks/plant.ts";
import { absent } from "#tests/kit/leaks/present.ts";
import { pages, receive, roomsOf, searched, turnAway } from "#tests/kit/leaks/receive.ts";
import { routesIn } from "#tests/kit/leaks/routes.ts";
import { Screens } from "#tests/kit/leaks/screens.ts";
import { unanswered } from "#tests/kit/leaks/visits.ts";
import { signedOff } from "#tests/kit/signed.ts";
import { startServer } from "#tests/kit/server.ts";
import { snapshotOf } from "#tests/kit/rows.ts";

const cage = new Cage();
const ledger = new Ledger(cage);
const none = () => false;
const colleagues = ({ sort }: Canary) => sort === "team" || sort === "unquoted"; // what observers may see: who works here, and what was said

const { folder, remove } = makeFolder("leaks");
const server = await startServer({ data: folder, env: { LOG_LEVEL: "info" } });
const browser = await chromium.launch({ executablePath: needShell(), args: browserFlags });
let well = false;
try {
  const { url } = server;
  const title = cage.names("title of the study");
  const house = await openHouse(cage, browser, server, title);
  const { study, owner, analyst, observer, outsider, live } = house;
  const furnished = await furnish(cage, house, title);
  const rooms = await roomsOf(cage, house, furnished);
  const routes = routesIn("app");
  console.log(`${cage.canaries.length} canaries in ${rooms.seq} steps of a study; ${routes.length} routes\n`);
  const owners = owner.context.request;
  const observers = observer.context.request;

  await ledger.enter("routes that are neither visited nor left out", none, async (_, fault) => {
    for (const one of [...unanswered(routes), ...unordered(rooms)]) fault(one);
    return `${routes.length} answered for`;
  });
  await ledger.enter("exports while names are undecided", none, async (lookout, fault) => {
    for (const order of orders(rooms)) {
      const answer = await take(owners, url, study, order);
      if (answer.status() !== 409) fault(`${order.name} was not refused: ${answer.status()}`);
      await searched(lookout, answer, order.name);
    }
    return "all refused";
  });
  await ledger.enter("doors as an observer, undecided", colleagues, async (lookout, fault) => {
    for (const one of await receive(observers, url, rooms, lookout)) fault(one);
    return null;
  });

  const decided = await replaceAll(house);
  const at = { request: owners, url, study };
  await signedOff(at);
  const now = await roomsOf(cage, house, furnished);
  const files: { what: string; name: string; bytes: Buffer }[] = [];
  for (const order of orders(now)) {
    const own = order.name.startsWith("hidden board");
    const listed = /^report\.(?:docx|html|pdf|md|json)/.test(order.name);
    const may = ({ sort, place }: Canary) =>
      (order.name.startsWith("activity") && sort === "team") ||
      (own && place.endsWith("that one alone sees")) ||
      (listed && sort === "agreed");
    await ledger.enter(`export: ${order.name}`, may, async (lookout, fault) => {
      const answer = await take(owners, url, study, order);
      const body = await searched(lookout, answer, order.name);
      const count = await lookout.times(body, furnished.agreed);
      if (listed && count !== 1) fault(`a name that agreed stands ${count} times in it`);
      const name = /filename="([^"]+)"/.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "";
      if (!answer.ok() || name === "") fault(`${order.name}: ${answer.status()} ${body.toString("utf8", 0, 300)}`);
      else files.push({ what: order.name, name, bytes: body });
      return null;
    });
  }
  await ledger.enter("doors as an observer, all replaced", colleagues, async (lookout, fault) => {
    for (const one of await receive(observers, url, now, lookout)) fault(one);
    return null;
  });
  await ledger.enter("pages as the server writes them", colleagues, async (lookout, fault) => {
    for (const one of await pages(observers, now, lookout)) fault(one);
    return null;
  });
  await ledger.enter("doors and pages as an outsider", none, async (lookout, fault) => {
    for (const one of await turnAway(outsider.context.request, url, now, lookout)) fault(one);
    return null;
  });
  await ledger.enter("the live line as an observer", colleagues, async (lookout, fault) => {
    const { epoch, seq } = await snapshotOf(owners, study);
    const { pad } = furnished;
    const writer = new Line(server.port, analyst.cookie);
    await writer.hello(study, epoch, seq);
    live.say({ kind: "pad.open", pad: pad.id, have: null });
    await live.hears("pad.refused");
    writer.say({ kind: "pad.open", pad: pad.id, have: null });
    const state = await writer.hears("pad.state");
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(state.update, "base64"));
    const before = Y.encodeStateVector(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(padOf(pad.words)));
    const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
    writer.say({ kind: "pad.write", pad: pad.id, epoch: state.epoch, key: 1, update });
    await writer.hears("pad.stored");
    writer.say({ kind: "pad.close", pad: pad.id });
    await heardTo(live, seq + 1); // the text has its words, and the log a step
    const again = new Line(server.port, observer.cookie);
    await again.hello(study, epoch, 0);
    await heardTo(again, seq + 1);
    for (const [name, line] of [
      ["from the beginning", live],
      ["resumed", again],
    ] as const) {
      for (const [at, frame] of line.frames.entries()) await lookout.look(frame, `frame ${at} of the line ${name}`);
      if (line.frames.some((frame) => /^\{"kind":"pad\.(?:state|update)"/.test(frame)))
        fault("an observer was sent a pad");
      line.close();
    }
    writer.close();
    return null;
  });
  await ledger.enter("every canary where it was put, as the owner", none, async (_, fault) => {
    const own = await roomsOf(cage, house, furnished, owner.context);
    for (const place of await absent(cage, owners, url, own)) fault(`nothing stands in the place “${place}”`);
    return `${new Set(cage.canaries.map(({ place }) => place.split(" · ")[0])).size} places`;
  });
  await ledger.enter("doors as an observer, after a text was written together", colleagues, async (lookout, fault) => {
    for (const one of await receive(observers, url, now, lookout)) fault(one);
    return null;
  });
  for (const locale of ["en", "cy"] as const)
    await ledger.enter(`screens in a browser, ${locale}`, colleagues, async (lookout, fault) => {
      const screens = new Screens(observer.context, lookout);
      for (const one of await screens.walk(now, url, locale)) fault(one);
      if (screens.frames === 0) fault("no page had a live line");
      return null;
    });
  await ledger.enter("what the server prints", none, async (lookout) => {
    await lookout.look(server.output(), "standard output");
    return null;
  });

  await replaceByName(house, furnished);
  await signedOff(at); // else that alone would hold them back
  await ledger.enter("doors as an observer, one name replaced by another", colleagues, async (lookout, fault) => {
    for (const one of await receive(observers, url, now, lookout)) fault(one);
    return null;
  });
  await ledger.enter("exports, one name replaced by another", none, async (lookout, fault) => {
    for (const order of orders(now).filter(({ name }) => /^(?:report|board)\./.test(name))) {
      const answer = await take(owners, url, study, order);
      if (answer.status() !== 409) fault(`${order.name} was not refused: ${answer.status()}`);
      await searched(lookout, answer, order.name);
    }
    return "all refused";
  });

  // Whether a leak would have been seen.
  await ledger.enter(
    "planted in files",
    () => true,
    async (lookout, fault) => {
      let count = 0;
      for (const file of files.filter(({ what }) => what.endsWith("en"))) {
        for (const { how, bytes } of plantsIn(file.name, file.bytes, (way) => cage.make(way, "name"))) {
          count += 1;
          const eye = new Lookout(cage);
          await eye.look(bytes, file.what);
          lookout.bytes += eye.bytes;
          lookout.bodies += eye.bodies;
          if (!eye.sightings.some(({ canary }) => canary?.place === how)) fault(`MISSED in ${file.what}: ${how}`);
        }
      }
      if (count < 100) fault("there are no files to plant anything in");
      return `${count} of ${count} caught`;
    },
  );
  await ledger.enter(
    "planted in a browser",
    () => true,
    async (_, fault) => {
      const ways = ["attribute", "value", "canvas", "local storage", "database", "cache", "cookie"] as const;
      const eye = new Lookout(cage);
      const screens = new Screens(observer.context, eye);
      const page = await screens.open();
      await page.goto("/account");
      await page.evaluate(plant, Object.fromEntries(ways.map((way) => [way, cage.make(`browser: ${way}`, "name")])));
      await screens.search(page, "planted");
      for (const way of ways)
        if (!eye.sightings.some(({ canary }) => canary?.place === `browser: ${way}`))
          fault(`MISSED in a browser: ${way}`);
      await page.close();
      return `${ways.length} of ${ways.length} caught`;
    },
  );
  console.log();
  well = ledger.print();
  console.log(
    `\n${decided} names replaced; pdftotext ${hasPdfToText() ? "read the PDFs too" : "is not installed: one reader of PDF fewer"}`,
  );
} catch (error) {
  console.error(error);
  console.error(server.output().slice(-3000));
} finally {
  await browser.close();
  await server.stop().catch(() => undefined);
  remove();
}
process.exit(well ? 0 : 1);

/** Waits until a line has been told of the log up to a place. */
async function heardTo(line: Line, seq: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const told = line.frames.findLast((frame) => frame.startsWith('{"kind":"events"'));
    const reached = told ? Math.max(...[...told.matchAll(/"seq":(\d+)/g)].map(([, place]) => Number(place))) : 0;
    if (reached >= seq) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`a line was not told of step ${seq}`);
}

/** Puts words where a page may hold them. Runs in the browser. */
async function plant(words: Record<string, string>): Promise<void> {
  const of = (way: string) => words[way] ?? "";
  document.body.setAttribute("aria-description", of("attribute"));
  const field = document.createElement("input");
  document.body.append(field);
  field.value = of("value");
  document.createElement("canvas").getContext("2d")?.fillText(of("canvas"), 0, 0);
  localStorage.setItem("planted", of("local storage"));
  document.cookie = `planted=${of("cookie")}`;
  await (await caches.open("planted")).put("/planted", new Response(of("cache")));
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("planted");
    opening.onupgradeneeded = () => opening.result.createObjectStore("words");
    opening.onerror = () => reject(opening.error ?? new Error("not opened"));
    opening.onsuccess = () => {
      const writing = opening.result.transaction("words", "readwrite");
      writing.objectStore("words").put({ some: new TextEncoder().encode(of("database")) }, 1);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
