/**
 * What flow tests start from: the real server with its own data and the sample study, people who are signed in, and a
 * check of accessibility. One server serves all tests of a worker; tests make studies of their own.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { APIRequestContext, Browser, BrowserContext, Page } from "@playwright/test";
import * as z from "zod";

import { makeFolder } from "./folder.ts";
import { startServer } from "./server.ts";
import type { RunningServer } from "./server.ts";

type Person = Readonly<{ email: string; name: string; password: string }>;

/** The people of all flow tests. */
export const people = {
  owner: { email: "olwen@example.org", name: "Olwen Pritchard", password: "quiet heather on the moor" },
  colleague: { email: "tomos@example.org", name: "Tomos Rees", password: "slate roofs after the rain" },
} as const satisfies Record<string, Person>;

type WorkerFixtures = {
  /** The server, with the owner's account made. */
  app: RunningServer;
  /** Cookies of people who are signed in, and a study that owner and colleague share. */
  signedIn: Readonly<{ owner: string; colleague: string; study: string }>;
};

type Fixtures = {
  /** The owner's browser, signed in. */
  owner: BrowserContext;
  /** A colleague's browser, signed in; an analyst in the shared study. */
  colleague: BrowserContext;
  /** The id of a study that both can work in; the same for all tests of a worker. */
  shared: string;
  /** Makes a study of the owner's, and lets the colleague in as an analyst; its id. */
  newStudy: (title: string) => Promise<string>;
  /** Fails where a page breaks WCAG 2.2 AA as far as a machine can tell. */
  accessible: (page: Page) => Promise<void>;
};

async function good(answer: Awaited<ReturnType<APIRequestContext["post"]>>): Promise<unknown> {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 500)}`);
  return answer.json();
}

/** Makes a browser context that sends what a browser's own pages would. */
async function visitor(browser: Browser, url: string, state?: string): Promise<BrowserContext> {
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

async function foundStudy(owner: BrowserContext, url: string, title: string): Promise<string> {
  const answer = await owner.request.post("/api/studies", { data: { title, lang: "en" }, headers: { origin: url } });
  return z.object({ study: z.string() }).parse(await good(answer)).study;
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

export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const { folder, remove } = makeFolder("flow");
      const server = await startServer({ data: folder });
      await use(server);
      await server.stop();
      remove();
    },
    { scope: "worker", timeout: 300_000 },
  ],

  signedIn: [
    async ({ app, browser }, use) => {
      const owner = await visitor(browser, app.url);
      const { email, name, password } = people.owner;
      const data = { token: app.token, account: { email, name, password, locale: "en" } };
      await good(await owner.request.post("/api/setup", { data, headers: { origin: app.url } }));
      const owners = await signIn(owner, app.url, people.owner);
      const study = await foundStudy(owner, app.url, "Shared study");

      const colleague = await visitor(browser, app.url);
      const token = await inviteToken(owner, app.url, study);
      const joining = { token, account: { ...people.colleague, locale: "en" } };
      await good(await colleague.request.post("/api/join", { data: joining, headers: { origin: app.url } }));
      const colleagues = await signIn(colleague, app.url, people.colleague);
      await owner.close();
      await colleague.close();
      await use({ owner: owners, colleague: colleagues, study });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  owner: async ({ app, browser, signedIn }, use) => {
    const context = await visitor(browser, app.url, signedIn.owner);
    await use(context);
    await context.close();
  },

  colleague: async ({ app, browser, signedIn }, use) => {
    const context = await visitor(browser, app.url, signedIn.colleague);
    await use(context);
    await context.close();
  },

  shared: async ({ signedIn }, use) => use(signedIn.study),

  newStudy: async ({ app, owner, colleague }, use) => {
    await use(async (title) => {
      const study = await foundStudy(owner, app.url, title);
      const token = await inviteToken(owner, app.url, study);
      await good(await colleague.request.post("/api/join", { data: { token }, headers: { origin: app.url } }));
      return study;
    });
  },

  accessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      ).toEqual([]);
    });
  },
});

export { expect };
