/**
 * Sends a file to be looked at, or to be brought in with a plan.
 *
 * Never throws: a lost connection is the fault `line.down`, an answer that makes no sense `server.failed`.
 */
import * as z from "zod";
import { ImportJob } from "#lib/domain/job/shape.ts";
import type { Plan, PreviewOptions } from "#lib/domain/import/plan.ts";
import { Preview } from "#lib/domain/import/preview.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

/** A fault as the server tells it: a code, and numbers for its sentence. */
export type Told = Readonly<{ code: string }> & Readonly<Record<string, unknown>>;

const Refusal = z.looseObject({ refused: z.string() });

/** A file, or pasted words as one. */
export type Sending = Readonly<{ name: string; body: Blob }>;

export function lookAt(study: string, file: Sending, wish: PreviewOptions): Promise<Result<Preview, Told>> {
  return post(`/api/studies/${study}/sources/preview`, file, "wish", wish, Preview);
}

/** Answers with the job, which has ended already where the file is small. */
export function bringIn(study: string, file: Sending, plan: Plan): Promise<Result<ImportJob, Told>> {
  return post(`/api/studies/${study}/sources`, file, "plan", plan, ImportJob);
}

const Names = z.object({ names: z.record(z.string(), z.string()) });

/** What the files are called that jobs bring in, as far as this person may know. */
export async function fileNames(study: string): Promise<Readonly<Record<string, string>>> {
  try {
    const answer = await fetch(`/api/studies/${study}/jobs`);
    return Names.safeParse(await answer.json()).data?.names ?? {};
  } catch {
    return {};
  }
}

async function post<T>(
  path: string,
  file: Sending,
  name: string,
  value: unknown,
  shape: z.ZodType<T>,
): Promise<Result<T, Told>> {
  const form = new FormData();
  form.set(name, JSON.stringify(value)); // first, so that the server knows what comes
  form.set("file", file.body, file.name);
  let answer: Response;
  try {
    answer = await fetch(path, { method: "POST", body: form });
  } catch {
    return no({ code: "line.down" });
  }
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    const read = shape.safeParse(body);
    return read.success ? yes(read.data) : no({ code: "server.failed" });
  }
  const told = Refusal.safeParse(body);
  return no(told.success ? { ...told.data, code: told.data.refused } : { code: "server.failed" });
}

const Turns = z.object({ turns: z.record(z.string(), z.int()) });

/** How many turns each source has; none where the server does not answer. */
export async function turnsOf(study: string): Promise<Readonly<Record<string, number>>> {
  try {
    const answer = await fetch(`/api/studies/${study}/sources`);
    return Turns.safeParse(await answer.json()).data?.turns ?? {};
  } catch {
    return {};
  }
}
