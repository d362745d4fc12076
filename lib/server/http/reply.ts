/** Answers in JSON; nothing that this server says may be kept by a cache. */

/** A good answer. */
export function reply(body: unknown, status = 200): Response {
  const later: Record<string, string> = status === 503 ? { "retry-after": "2" } : {};
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...later } });
}

/** A good answer, gzipped once for many readers: a file of its own kind, so that nothing on the way compresses it again. */
export function replyGzipped(gzipped: Buffer): Response {
  return new Response(new Uint8Array(gzipped), {
    headers: { "content-type": "application/gzip", "cache-control": "no-store" },
  });
}

/** A finished file to keep. `name` is plain ASCII of our own making (RFC 6266). */
export function replyFile({
  name,
  type,
  bytes,
}: Readonly<{ name: string; type: string; bytes: Uint8Array }>): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: attached(name, type, bytes.length),
  });
}

/** A finished file that is read part by part from where it stands, each as it is wanted. `name` as above. */
export function replyParts({
  name,
  type,
  size,
  parts,
}: Readonly<{ name: string; type: string; size: number; parts: AsyncGenerator<Uint8Array> }>): Response {
  const stream = new ReadableStream<Uint8Array>({
    async pull(to) {
      const next = await parts.next();
      if (next.done) to.close();
      else to.enqueue(next.value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(stream, { headers: attached(name, type, size) });
}

/** What a browser is told of a file that it is to keep. */
function attached(name: string, type: string, size: number): Record<string, string> {
  return {
    "content-type": type,
    "content-length": String(size),
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}

/** A refusal, with a code that the catalogue `faults` says in words. */
export function refuse(status: number, code: string, detail: Readonly<Record<string, unknown>> = {}): Response {
  return reply({ refused: code, ...detail }, status);
}

/** A refusal at the door: not ours, not signed in, or no such study for this person. */
export function refuseEntry(fault: { readonly code: "origin.foreign" | "session.none" | "study.missing" }): Response {
  return refuse({ "origin.foreign": 403, "session.none": 401, "study.missing": 404 }[fault.code], fault.code);
}

/** The body of a request as JSON, or undefined where it is none or longer than `limit` bytes. */
export async function jsonBody(request: Request, limit: number): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) return undefined;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  try {
    const text = await request.text();
    return text.length > limit ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
