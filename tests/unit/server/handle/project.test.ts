import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { ProjectOrder } from "#lib/domain/report/project.ts";
import { checkProject, downloadProject } from "#lib/server/handle/project.ts";
import { decide, decidedStudy, desk, unread } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";

const ME = id("me");
const ASKED = { themes: "codes", language: "en" } as const;
const ORDER = { ...ASKED, profile: "standard", together: true } as const;

const decided = () => decidedStudy("a landlord");

test("[RF22] waits for names in its texts, for whoever reads sources through, and for the search of them", async () => {
  const told = study();
  const at = desk(told);
  expect(await downloadProject(at, STUDY, ME, ORDER)).toEqual({
    ok: false,
    fault: { code: "report.open", open: [id("A"), id("C"), id("pa")].toSorted() },
  });
  const ready = decided();
  unread(ready, "ib"); // nothing of it may leave, so nobody has to read it
  expect((await downloadProject(desk(ready), STUDY, ME, ORDER)).ok).toBe(true);
  unread(ready, "sc");
  expect(await downloadProject(desk(ready), STUDY, ME, ORDER)).toEqual({
    ok: false,
    fault: { code: "report.unread", sources: [id("sc")] },
  });
  expect(
    await downloadProject({ ...desk(decided()), settled: () => Promise.resolve(false) }, STUDY, ME, ORDER),
  ).toEqual({
    ok: false,
    fault: { code: "report.searching" },
  });
});

test("[RF21] [RF22] says before what is in it, what is not, and what stands in its way", async () => {
  expect(await checkProject(desk(study()), STUDY, ME, ASKED)).toMatchObject({
    sources: 2,
    quotes: 2,
    cases: 4,
    boards: 1,
    lost: { quotesWithheld: 1, sourcesWithheld: 1, findings: 1 },
    searching: false,
    open: 3,
    unread: [],
  });
});

test("[RF15] [RF22] leaves once all is decided, names nobody, and tells what is recorded; a replacement that names somebody is caught", async () => {
  const told = decided();
  const at = desk(told);
  const answer = await downloadProject(at, STUDY, ME, ORDER);
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  const text = Object.values(unzipSync(answer.value.bytes))
    .map((member) => strFromU8(member))
    .join("\n");
  expect(text).toContain("At [a council], [a manager] taught us all.");
  expect(text).not.toMatch(/Aberwen|Llewelyn|Cynefin|Hesgen|never have the time/);
  expect(answer.value.name).toBe("project-en.qdpx");
  expect(answer.value).toMatchObject({ format: "qdpx", lang: "en", seq: 7n });
  decide(told, "pa", "replace", "the one of Tai Cynefin", "participant");
  expect(await downloadProject(desk(told), STUDY, ME, ORDER)).toMatchObject({
    ok: false,
    fault: { code: "report.leak" },
  });
});

test("[RF23] is not asked for without saying that it keeps together who said what", () => {
  expect(ProjectOrder.safeParse(ORDER).success).toBe(true);
  expect(ProjectOrder.safeParse({ ...ORDER, together: false }).success).toBe(false);
  expect(ProjectOrder.safeParse({ ...ASKED, profile: "standard" }).success).toBe(false);
});
