/**
 * What flow tests start from: the real server with its own data and the sample study, people who are signed in, and a
 * check of accessibility. One server serves all tests of a worker; tests make studies of their own.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";

import { makeFolder } from "./folder.ts";
import { foundStudy, letIn, people, setUpColleague, setUpOwner, signIn, visitor } from "./people.ts";
import { startServer } from "./server.ts";
import type { RunningServer } from "./server.ts";

/** A browser of somebody who is signed in, and what it holds at the beginning. */
type Desk = Readonly<{ context: BrowserContext; state: string }>;

type WorkerFixtures = {
  /** The server, with the owner's account made. */
  app: RunningServer;
  /** Cookies of people who are signed in, and a study that owner and colleague share. */
  signedIn: Readonly<{ owner: string; colleague: string; study: string }>;
  ownerDesk: Desk;
  colleagueDesk: Desk;
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
      const owners = await setUpOwner(owner, app.url, app.token);
      const study = await foundStudy(owner, app.url, "Shared study");
      const colleague = await visitor(browser, app.url);
      const colleagues = await setUpColleague(colleague, owner, app.url, study);
      await owner.close();
      await colleague.close();
      await use({ owner: owners, colleague: colleagues, study });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  ownerDesk: [
    async ({ app, browser, signedIn }, use) => {
      const context = await visitor(browser, app.url, signedIn.owner);
      await use({ context, state: signedIn.owner });
      await context.close();
    },
    { scope: "worker" },
  ],

  colleagueDesk: [
    async ({ app, browser, signedIn }, use) => {
      const context = await visitor(browser, app.url, signedIn.colleague);
      await use({ context, state: signedIn.colleague });
      await context.close();
    },
    { scope: "worker" },
  ],

  owner: async ({ ownerDesk }, use) => {
    await use(ownerDesk.context);
    await tidy(ownerDesk);
  },

  colleague: async ({ colleagueDesk }, use) => {
    await use(colleagueDesk.context);
    await tidy(colleagueDesk);
  },

  shared: async ({ signedIn }, use) => use(signedIn.study),

  newStudy: async ({ app, owner, signedIn }, use) => {
    await use(async (title) => {
      const study = await foundStudy(owner, app.url, title);
      await letIn(owner, app.url, signedIn.study, study);
      return study;
    });
  },

  accessible: async ({}, use) => {
    await use(async (page) => {
      // Colours on their way from one to another are neither, nor is a title that comes with the page's other language: the
      // check looks at what stands still. A page that never has a title fails here.
      await page.waitForFunction(
        () =>
          document.title !== "" &&
          document
            .getAnimations()
            .every((one) => one.playState !== "running" || one.effect?.getComputedTiming().endTime === Infinity),
      );
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] }) // what is well need not be described
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        // React Aria says what a menu had in focus by an element without words of its own, for seconds after the menu has gone.
        .exclude("[role=log] > [role=img]")
        .setLegacyMode() // no frames to go into: no second page to put results together in
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      ).toEqual([]);
    });
  },
});

/** Leaves a browser as it was at the beginning, but for the scripts that it has read: the next test finds them there. */
async function tidy({ context, state }: Desk): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
  await context.clearPermissions();
  await context.setStorageState(JSON.parse(state) as never); // Playwright's own, round-tripped
}

export { expect, people, signIn };
