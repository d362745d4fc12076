/** A file with what a person wants of it, as one multipart body. */
import type * as z from "zod";
import type { ImportFault } from "#lib/domain/import/fault.ts";
import { LIMIT } from "#lib/domain/import/limit.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

export type Uploaded<T> = Readonly<{ file: Readonly<{ name: string; type: string; bytes: Uint8Array }>; said: T }>;

const AROUND = 4 * 1024 * 1024; // what may stand around the file: the plan, the boundaries

/**
 * Reads the field `file` and the JSON in the field `name`.
 *
 * Faults: `file.too-large`, told before the body is read where the request says its length; `body.bad`.
 */
export async function readUpload<T>(
  request: Request,
  name: string,
  shape: z.ZodType<T>,
): Promise<Result<Uploaded<T>, ImportFault | Readonly<{ code: "body.bad" }>>> {
  const bad = no({ code: "body.bad" as const });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (Number.isNaN(length)) return bad;
  if (length > LIMIT.bytes + AROUND) return no({ code: "file.too-large", bytes: length, limit: LIMIT.bytes });
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const words = form?.get(name);
  if (!(file instanceof File) || typeof words !== "string") return bad;
  let json: unknown;
  try {
    json = JSON.parse(words);
  } catch {
    return bad;
  }
  const said = shape.safeParse(json);
  if (!said.success) return bad;
  return yes({
    file: {
      name: file.name,
      type: file.type || "application/octet-stream",
      bytes: new Uint8Array(await file.arrayBuffer()),
    },
    said: said.data,
  });
}
