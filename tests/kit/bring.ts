/** Brings a transcript into a study through the door that people's browsers use. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { ImportJob, isGoing } from "#lib/domain/job/shape.ts";
import type { TranscriptPlan } from "#lib/domain/import/plan.ts";
import { good } from "./people.ts";
import { rowsOf } from "./rows.ts";

/** A study's door, for someone who is signed in. */
export type At = Readonly<{ request: APIRequestContext; url: string; study: string }>;

/** What is said of the text besides its words; left out, an interview of an hour with nobody known. */
type About = Partial<Omit<TranscriptPlan, "kind" | "id" | "options" | "speakers">> &
  Readonly<{ speakers: TranscriptPlan["speakers"] }>;

const PATIENCE = 60_000; // ms

/** Brings a text in; the id of its source. A text that is long in coming is waited for. */
export async function bringTranscript({ request, url, study }: At, text: string, about: About): Promise<string> {
  const before = new Set((await rowsOf(request, study, "source")).map(({ id }) => id));
  const plan: TranscriptPlan = {
    kind: "transcript",
    id: randomUUID(),
    title: "Interview",
    lang: "en",
    heldOn: null,
    guide: null,
    options: {},
    source: "interview",
    minutes: 60,
    organisation: null,
    organisations: [],
    participants: [],
    ...about,
  };
  const file = { name: "interview.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  const answer = await request.post(`/api/studies/${study}/sources`, {
    multipart: { file, plan: JSON.stringify(plan) },
    headers: { origin: url },
  });
  const job = ImportJob.parse(await good(answer));
  if (job.result?.first) return job.result.first;
  if (!isGoing(job)) throw new Error(`a text was not brought in: ${JSON.stringify(job.fault)}`);
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    const came = (await rowsOf(request, study, "source")).find(({ id }) => !before.has(id));
    if (came) return came.id;
    await pause(100); // its coming is told on the live line, which a test has none of
  }
  throw new Error("a text did not come in");
}
