/** Whether the search for leaks goes everywhere, and fails where it should. Rules: docs/spec/leaks.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { Cage } from "#tests/kit/leaks/canary.ts";
import { Ledger } from "#tests/kit/leaks/ledger.ts";
import { Lookout } from "#tests/kit/leaks/look.ts";
import { unseen } from "#tests/kit/leaks/present.ts";
import { routesIn } from "#tests/kit/leaks/routes.ts";
import { unanswered } from "#tests/kit/leaks/visits.ts";

test("[LK5] every route of the app is visited, or left out for a reason", () => {
  const routes = routesIn("app");
  expect(routes.length).toBeGreaterThan(60);
  expect(unanswered(routes)).toEqual([]);
});

test("[LK5] a route that is new is visited as it comes where the study is all that it needs, and must be answered for elsewhere", () => {
  const routes = [
    ...routesIn("app"),
    "PAGE /studies/[study]/new",
    "GET /api/studies/[study]/new",
    "POST /api/studies/[study]/new",
    "PAGE /studies/[study]/new/[one]",
    "GET /api/new",
  ];
  expect(unanswered(routes).map((fault) => fault.split(" is ")[0])).toEqual(routes.slice(-3));
  expect(unanswered(routes.filter((route) => route !== "PAGE /account")).at(-1)).toBe(
    "PAGE /account is visited and is not there",
  );
});

test("[LK5] routes are read from files however they export their methods", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "carthen-routes-"));
  const put = (file: string, words: string) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), words);
  };
  try {
    put("api/a/route.ts", "export async function GET() {}\nexport const POST = GET;");
    put("api/[b]/route.ts", "function answer() {}\nexport { answer as PUT, answer as DELETE };");
    put("api/c/route.ts", "export * from './elsewhere.ts';");
    put("(group)/d/page.tsx", "");
    put("d/layout.tsx", "");
    expect(routesIn(folder).toSorted()).toEqual(
      ["GET /api/a", "POST /api/a", "PUT /api/[b]", "DELETE /api/[b]", "? /api/c", "PAGE /d"].toSorted(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("[LK7] a place in which nothing stands is told, sealed words count only where words are sealed", async () => {
  const cage = new Cage();
  const memo = cage.names("memo");
  cage.make("contact of a participant", "secret");
  const [tag, contact] = [cage.names("name of a tag"), cage.canaries[4]?.word ?? ""];
  cage.make("address of respondent 1", "secret");
  const looked = async (words: string) => {
    const lookout = new Lookout(cage);
    await lookout.look(words, "words");
    return lookout;
  };
  const [all, none] = [await looked(`${memo.term} ${tag.body} ${contact}`), await looked("")];
  expect(unseen(cage, none, none)).toEqual(["memo", "contact of a participant", "name of a tag"]);
  expect(unseen(cage, none, all)).toEqual(["memo", "name of a tag"]);
  expect(unseen(cage, await looked(memo.given), all)).toEqual(["name of a tag"]);
  expect(unseen(cage, all, none)).toEqual([]);
});

test("[LK6] a leak fails all of it, what may stand there does not, and nothing else that is wrong is passed over", async () => {
  const told = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const cage = new Cage();
  const [name, colleague] = [cage.make("memo", "name"), cage.make("name of the owner", "team")];
  const outcome = async (words: string, fault: string | null = null, error: Error | null = null) => {
    const ledger = new Ledger(cage);
    await ledger.enter(
      "a door",
      ({ sort }) => sort === "team",
      async (lookout, wrong) => {
        await lookout.look(words, "answer");
        if (fault !== null) wrong(fault);
        if (error) throw error;
        return null;
      },
    );
    return ledger.print();
  };
  try {
    expect(await outcome(`Nothing of the kind, says ${colleague}.`)).toBe(true);
    expect(await outcome(`As ${name} said.`)).toBe(false);
    expect(told.mock.calls.flat().join("\n")).toContain("LEAK name: memo, at answer");
    expect(await outcome(name.slice(0, 11))).toBe(false);
    expect(await outcome("", "MISSED: in a comment")).toBe(false);
    expect(await outcome("", null, new Error("not answered"))).toBe(false);
  } finally {
    told.mockRestore();
  }
});
