/** A study's live rows as its server has them now, for whoever asks. */
import type { APIRequestContext } from "@playwright/test";
import { unpack } from "#lib/domain/study/packed.ts";
import type { Packed } from "#lib/domain/study/packed.ts";
import type { Noun, RowOf } from "#lib/domain/study/rows.ts";
import { good } from "./people.ts";

export async function rowsOf<N extends Noun>(request: APIRequestContext, study: string, noun: N): Promise<RowOf<N>[]> {
  const { packed } = (await good(await request.get(`/api/studies/${study}/snapshot`))) as { packed: Packed }; // our own
  return [...((unpack(packed)[noun] ?? []) as readonly RowOf<N>[])]; // unpacked as rows of N
}
