/** Goes through every door and asks for every page in somebody's name, over plain HTTP, and searches all that is answered. */
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { Reading } from "#lib/domain/source/reading.ts";
import { good } from "#tests/kit/people.ts";
import type { Furnished } from "./furnish.ts";
import type { House } from "./house.ts";
import { snapshotOf } from "#tests/kit/rows.ts";
import { unpack } from "#lib/domain/study/packed.ts";
import { ordinary } from "./canary.ts";
import type { Cage } from "./canary.ts";
import type { Lookout } from "./look.ts";
import { visits } from "./visits.ts";
import type { Ask, Rooms, Visit } from "./visits.ts";

const MOST = 5000; // ids that are asked for at once
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What addresses are made of, with every id that stands in the study's rows or in its log as an analyst is told of them: who
 * observes now may have analysed before.
 */
export async function roomsOf(
  cage: Cage,
  house: House,
  furnished: Furnished,
  { request } = house.analyst.context,
): Promise<Rooms> {
  const { study, owner, invitation, called } = house;
  const { seq, packed } = await snapshotOf(request, study);
  const rows = unpack(packed);
  const events = await (await request.get(`/api/studies/${study}/events?after=0`)).text();
  const all = [...new Set([...(events.match(UUID) ?? []), ...(JSON.stringify(rows).match(UUID) ?? [])])];
  const ids = (noun: "source" | "question" | "memo") => (rows[noun] ?? []).map(({ id }) => id);
  const sources = ids("source");
  const lines = sources.map(async (source) => {
    const text = await good(await owner.context.request.get(`/api/studies/${study}/sources/${source}/text`));
    return Reading.parse(text).turns.map(({ id, line }) => line ?? id);
  });
  return {
    ...furnished,
    study,
    invitation,
    called,
    seq,
    phrases: [...all, ...furnished.judged],
    names: all.slice(0, MOST),
    sources,
    questions: ids("question"),
    lines: (await Promise.all(lines)).flat(),
    searches: [...ordinary, ...cage.canaries.filter((_, n) => n % 20 === 0).map(({ word }) => word)],
  };
}

/** All doors, as an observer; what is not as it should be. */
export async function receive(
  request: APIRequestContext,
  url: string,
  rooms: Rooms,
  lookout: Lookout,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [route, visit] of visits()) {
    const [method = "GET"] = route.split(" ");
    if ("left" in visit || "opens" in visit) continue;
    const asks = asksOf(visit, rooms);
    if (asks.length === 0) faults.push(`${route}: nothing was asked`);
    for (const ask of asks) {
      const answer = await asked(request, url, method, ask);
      const refused = answer.status() === 403;
      const well = "reads" in visit ? answer.ok() : "refused" in visit ? refused : answer.ok() || refused;
      if (!well) faults.push(`${method} ${ask.path}: ${answer.status()} ${(await answer.text()).slice(0, 200)}`);
      await searched(lookout, answer, `${method} ${ask.path}`);
    }
  }
  return faults;
}

/** All doors, as somebody who is not in the study: nothing is there. */
export async function turnAway(
  request: APIRequestContext,
  url: string,
  rooms: Rooms,
  lookout: Lookout,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [route, visit] of visits()) {
    const [method = "GET"] = route.split(" ");
    if (!route.includes("[study]") || "left" in visit) continue;
    for (const ask of asksOf(visit, rooms).slice(0, 3)) {
      const answer = await asked(request, url, "opens" in visit ? "GET" : method, ask);
      if (answer.status() !== 404) faults.push(`${method} ${ask.path} as an outsider: ${answer.status()}`);
      await searched(lookout, answer, `${method} ${ask.path} as an outsider`);
    }
  }
  return faults;
}

/** The pages as the server writes them: as documents in both languages, and as what a page that is open asks for. */
export async function pages(request: APIRequestContext, rooms: Rooms, lookout: Lookout): Promise<string[]> {
  const faults: string[] = [];
  for (const [, visit] of visits()) {
    if (!("opens" in visit)) continue;
    for (const path of visit.opens(rooms))
      for (const [header, value] of [
        ["accept-language", "en"],
        ["accept-language", "cy"],
        ["rsc", "1"],
      ] as const) {
        const answer = await request.get(path, { headers: { accept: "text/html", [header]: value } });
        if (answer.status() >= 400) faults.push(`GET ${path}: ${answer.status()}`);
        await searched(lookout, answer, `GET ${path} ${header}: ${value}`);
      }
  }
  return faults;
}

function asksOf(visit: Visit, rooms: Rooms): readonly Ask[] {
  if ("left" in visit) return [];
  if ("opens" in visit) return visit.opens(rooms).map((path) => ({ path }));
  if ("asks" in visit) return visit.asks(rooms);
  return "reads" in visit ? visit.reads(rooms) : visit.refused(rooms);
}

/** Asks; waits where it is told to, as whoever searches too often is. */
async function asked(
  request: APIRequestContext,
  url: string,
  method: string,
  { path, data }: Ask,
): Promise<APIResponse> {
  const body = data === undefined ? {} : { data };
  const ask = () => request.fetch(path, { method, headers: { origin: url }, maxRedirects: 0, ...body });
  let answer = await ask();
  while (answer.status() === 429) {
    const { seconds } = z.object({ seconds: z.number() }).parse(await answer.json());
    await pause(seconds * 1000);
    answer = await ask();
  }
  return answer;
}

/** Searches an answer: its body, its headers, its address. */
export async function searched(lookout: Lookout, answer: APIResponse, where: string): Promise<Buffer> {
  const body = await answer.body();
  await lookout.look(body, where);
  lookout.read(JSON.stringify(answer.headersArray()), `${where}, headers`, "plain");
  return body;
}
