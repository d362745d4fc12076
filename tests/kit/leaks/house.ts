/** The people of a search for leaks: who has a study, who analyses it, who only observes it, and who is elsewhere. */
import type { Browser, BrowserContext } from "@playwright/test";
import * as z from "zod";
import { Line } from "./line.ts";
import { foundStudy, good, signIn, visitor } from "#tests/kit/people.ts";
import type { RunningServer } from "#tests/kit/server.ts";
import { brief } from "./canary.ts";
import type { Cage, Names } from "./canary.ts";

export type Guest = Readonly<{ context: BrowserContext; cookie: string; state: string }>;
export type House = Readonly<{
  server: RunningServer;
  study: string;
  owner: Guest;
  analyst: Guest;
  observer: Guest;
  /** The observer's id, by which colleagues call them. */
  called: string;
  outsider: Guest;
  /** The observer's live line, open from the beginning. */
  live: Line;
  /** An invitation to observe that nobody has taken up; its token. */
  invitation: string;
}>;

const OBSERVER = "Ola Observer";
const PASSWORD = "wool over slate and water";

/** Makes the accounts and the study. E-mail addresses hold canaries, and so does what two of them are called. */
export async function openHouse(cage: Cage, browser: Browser, server: RunningServer, title: Names): Promise<House> {
  const { url } = server;
  const person = async (
    name: string,
    email: string,
    account: (context: BrowserContext, it: Account) => Promise<void>,
  ) => {
    const context = await visitor(browser, url);
    const it = { email: email.toLowerCase(), name, password: PASSWORD };
    await account(context, it);
    const state = await signIn(context, url, it);
    const cookies = await context.cookies(url);
    const cookie = cookies.map((one) => `${one.name}=${one.value}`).join("; ");
    return { context, cookie, state };
  };
  const secretly = (who: string) => `${cage.make(`e-mail address of the ${who}`, "secret")}@example.org`;
  const owner = await person(
    `Olwen ${cage.make("name of the owner", "team")}`,
    secretly("owner"),
    async (context, it) => {
      const data = { token: server.token, account: { ...it, locale: "en" } };
      await good(await context.request.post("/api/setup", { data, headers: { origin: url } }));
    },
  );
  const study = await foundStudy(owner.context, url, brief(title));
  const elsewhere = await foundStudy(owner.context, url, "Another study");
  const invite = async (to: string, role: string): Promise<string> => {
    const asked = { data: { role }, headers: { origin: url } };
    const made = await good(await owner.context.request.post(`/api/studies/${to}/invitations`, asked));
    return z.object({ url: z.string() }).parse(made).url.split("/").at(-1) ?? "";
  };
  const invited = (to: string, role: string) => async (context: BrowserContext, it: Account) => {
    const data = { token: await invite(to, role), account: { ...it, locale: "en" } };
    await good(await context.request.post("/api/join", { data, headers: { origin: url } }));
  };
  const analyst = await person(
    `Tomos ${cage.make("name of the analyst", "team")}`,
    secretly("analyst"),
    invited(study, "analyst"),
  );
  const observer = await person(OBSERVER, "ola@example.org", invited(study, "observer"));
  const outsider = await person("Una Outsider", "una@example.org", invited(elsewhere, "analyst"));
  const named = z
    .object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await good(await owner.context.request.get(`/api/studies/${study}/members`)));
  const called = named.people.find(({ name }) => name === OBSERVER)?.id ?? "";
  const live = new Line(server.port, observer.cookie);
  await live.hello(study, null, 0);
  const invitation = await invite(study, "observer");
  return { server, study, owner, analyst, observer, called, outsider, live, invitation };
}

type Account = Readonly<{ email: string; name: string; password: string }>;
