/**
 * How often somebody may try: by account, so that no password is guessed; by address, so that no list of accounts is
 * walked through; how often they may search, and how much they may write. Counted in memory, once for the process:
 * Next loads this module for each route anew.
 *
 * Rules: docs/spec/account.md, A7 and A8; docs/spec/sync.md, Y42.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";
import * as z from "zod";

const QUARTER = 15 * 60; // seconds
const key = Symbol.for("carthen.limits");
/** What a limiter rejects with where nothing is left. Known by its form: whoever counts first has made the limiters, with a copy of their classes. */
const Spent = z.object({ msBeforeNext: z.number() });

type Limits = Readonly<Record<"account" | "address" | "link" | "search" | "writer" | "study", RateLimiterMemory>>;
type Holder = { [key]?: Limits };

function limits(): Limits {
  const holder = globalThis as Holder; // a symbol of ours, which the global type cannot know
  return (holder[key] ??= {
    account: new RateLimiterMemory({ keyPrefix: "account", points: 8, duration: QUARTER }),
    address: new RateLimiterMemory({ keyPrefix: "address", points: 60, duration: QUARTER }),
    link: new RateLimiterMemory({ keyPrefix: "link", points: 40, duration: QUARTER }),
    search: new RateLimiterMemory({ keyPrefix: "search", points: 120, duration: 60 }),
    writer: new RateLimiterMemory({ keyPrefix: "writer", points: 2000, duration: 10 }),
    study: new RateLimiterMemory({ keyPrefix: "study", points: 20_000, duration: 10 }),
  });
}

/** Takes one try, or as many as said; gives back the seconds to wait where there is none left, else 0. */
async function take(limiter: RateLimiterMemory, who: string, points = 1): Promise<number> {
  try {
    await limiter.consume(who, points);
    return 0;
  } catch (spent) {
    const read = Spent.safeParse(spent);
    if (read.success) return Math.max(1, Math.ceil(read.data.msBeforeNext / 1000));
    throw spent;
  }
}

/**
 * Counts one try to sign in, before the password is looked at: tries at the same moment count too.
 *
 * @returns seconds to wait; 0 where the try may be made
 */
export async function countTry(email: string, address: string): Promise<number> {
  return Math.max(await take(limits().account, email), await take(limits().address, address));
}

/** Forgets the tries of an account whose password was right. */
export async function forgetTries(email: string): Promise<void> {
  await limits().account.delete(email);
}

/** Counts one try to use a one-time link or token. */
export function countLinkTry(address: string): Promise<number> {
  return take(limits().link, address);
}

/** Counts one search of a person: more work for the database than anything else that is asked in one breath. */
export function countSearch(person: string): Promise<number> {
  return take(limits().search, person);
}

/**
 * Counts commands of a person in a study, before they stand in the line: one who sends without end does not hold the
 * others up. A person gives two hundred a second at most, a study takes two thousand.
 *
 * @returns whose limit was reached, and the seconds to wait; null where they may go
 */
export async function countCommands(
  person: string,
  study: string,
  commands: number,
): Promise<Readonly<{ by: "person" | "study"; seconds: number }> | null> {
  const own = await take(limits().writer, person, commands);
  if (own > 0) return { by: "person", seconds: own };
  const all = await take(limits().study, study, commands);
  return all > 0 ? { by: "study", seconds: all } : null;
}

/** Where a request came from; the last hop that a proxy wrote, which the sender cannot choose. */
export function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
