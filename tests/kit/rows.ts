/** A study as its server has it now, for whoever asks. */
import { gunzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { unpack } from "#lib/domain/study/packed.ts";
import type { Packed } from "#lib/domain/study/packed.ts";
import type { Noun, RowOf } from "#lib/domain/study/rows.ts";

type Snapshot = { epoch: string; seq: number; packed: Packed };

/** The snapshot as the server gives it. */
export async function snapshotOf(request: APIRequestContext, study: string): Promise<Snapshot> {
  const answer = await request.get(`/api/studies/${study}/snapshot`);
  if (!answer.ok()) throw new Error(`a snapshot was refused: ${answer.status()}`);
  return JSON.parse(gunzipSync(await answer.body()).toString("utf8")) as Snapshot; // our own server's
}

/** The live rows of a noun. */
export async function rowsOf<N extends Noun>(request: APIRequestContext, study: string, noun: N): Promise<RowOf<N>[]> {
  const { packed } = await snapshotOf(request, study);
  return [...((unpack(packed)[noun] ?? []) as readonly RowOf<N>[])]; // unpacked as rows of N
}
