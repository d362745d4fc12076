/** The people of flow tests and benchmarks, and how they get accounts, sign in, found studies and let each other in. */
import type { APIRequestContext, Browser, BrowserContext } from "@playwright/test";
import * as z from "zod";

type Person = Readonly<{ email: string; name: string; password: string }>;

/** The people of all flow tests. */
export const people = {
  owner: { email: "olwen@example.org", name: "Olwen Pritchard", password: "quiet heather on the moor" },
  colleague: { email: "tomos@example.org", name: "Tomos Rees", password: "slate roofs after the rain" },
} as const satisfies Record<string, Person>;

/** The body of a good answer; throws with what a bad one says. */
export async function good(answer: Awaited<ReturnType<APIRequestContext["post"]>>): Promise<unknown> {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 500)}`);
  return answer.json();
}

/** Makes a browser context that sends what a browser's own pages would. */
export async function visitor(browser: Browser, url: string, state?: string): Promise<BrowserContext> {
  const kept = state === undefined ? {} : { storageState: JSON.parse(state) as never }; // Playwright's own, round-tripped
  return browser.newContext({ baseURL: url, acceptDownloads: true, ...kept });
}

/** Signs in over HTTP; the context's cookies as text. */
export async function signIn(context: BrowserContext, url: string, person: Person): Promise<string> {
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await good(await context.request.get("/api/auth/csrf")));
  const form = { csrfToken, email: person.email, password: person.password, callbackUrl: url, json: "true" };
  await good(await context.request.post("/api/auth/callback/credentials", { form, headers: { origin: url } }));
  return JSON.stringify(await context.storageState());
}

/** Makes the owner's account on a new server, signed in; the context's cookies as text. */
export async function setUpOwner(owner: BrowserContext, url: string, token: string | null): Promise<string> {
  const data = { token, account: { ...people.owner, locale: "en" } };
  await good(await owner.request.post("/api/setup", { data, headers: { origin: url } }));
  return signIn(owner, url, people.owner);
}

/** Makes the colleague's account by an invitation to this study, signed in; the context's cookies as text. */
export async function setUpColleague(
  colleague: BrowserContext,
  owner: BrowserContext,
  url: string,
  study: string,
): Promise<string> {
  const joining = { token: await inviteToken(owner, url, study), account: { ...people.colleague, locale: "en" } };
  await good(await colleague.request.post("/api/join", { data: joining, headers: { origin: url } }));
  return signIn(colleague, url, people.colleague);
}

export async function foundStudy(owner: BrowserContext, url: string, title: string): Promise<string> {
  const answer = await owner.request.post("/api/studies", { data: { title, lang: "en" }, headers: { origin: url } });
  return z.object({ study: z.string() }).parse(await good(answer)).study;
}

/**
 * Gives the colleague a part in a study as an analyst.
 *
 * Not by an invitation: from one place only so many may be used in a quarter of an hour.
 *
 * @param known - a study that the colleague is in already
 */
export async function letIn(owner: BrowserContext, url: string, known: string, study: string): Promise<void> {
  const { people: named } = z
    .object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await good(await owner.request.get(`/api/studies/${known}/members`)));
  const person = named.find(({ name }) => name === people.colleague.name)?.id;
  if (person === undefined) throw new Error("the colleague is not in that study");
  const command = { kind: "member.set", person, role: "analyst" };
  const answer = await owner.request.post(`/api/studies/${study}/commands`, {
    data: { commands: [{ cmdId: crypto.randomUUID(), command, phrases: [], names: [] }] },
    headers: { origin: url },
  });
  const { outcomes } = z.object({ outcomes: z.array(z.looseObject({})) }).parse(await good(answer));
  if (outcomes.some((outcome) => "refused" in outcome)) throw new Error("the colleague was not let in");
}

async function inviteToken(owner: BrowserContext, url: string, study: string): Promise<string> {
  const answer = await owner.request.post(`/api/studies/${study}/invitations`, {
    data: { role: "analyst" },
    headers: { origin: url },
  });
  return (
    z
      .object({ url: z.string() })
      .parse(await good(answer))
      .url.split("/")
      .at(-1) ?? ""
  );
}
